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
    <a class="button" id="now-talk" href={`/conversations/${caseId}/talk#latest`} hidden={!shown}>
      {TALK_PAGE.open[locale]} <Unread count={unread} locale={locale} />
    </a>
  );
}

export function Unread({ count, locale }: { count: number; locale: Locale }) {
  return (
    <span class="unread" id="unread" hidden={count === 0}>
      <span id="unread-count">{count}</span>
      <span class="said-only"> {TALK_PAGE.unread[locale]}</span>
    </span>
  );
}
