// The way from the client's pages to the talk with whoever looks after the case, with what waits there.
import type { Locale } from "../../domain/locale.ts";
import { TALK_PAGE } from "./texts/talk.ts";

interface TalkLinkProps {
  caseId: string;
  unread: number;
  /** False before somebody has taken the case. */
  shown: boolean;
  locale: Locale;
}

export function TalkLink({ caseId, unread, shown, locale }: TalkLinkProps) {
  return (
    <a class="button quiet" id="now-talk" href={`/conversations/${caseId}/talk#latest`} hidden={!shown}>
      {TALK_PAGE.open[locale]} <Unread count={unread} locale={locale} id="unread" />
    </a>
  );
}

export function Unread({ count, locale, id }: { count: number; locale: Locale; id?: string }) {
  return (
    <span class="unread" id={id} hidden={count === 0}>
      <span id={id === undefined ? undefined : `${id}-count`}>{count}</span>
      <span class="said-only"> {TALK_PAGE.unread[locale]}</span>
    </span>
  );
}
