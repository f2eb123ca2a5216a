// A talk as the server writes it: messages by day, where one writes, files, and how to be left in peace. web/lib/talk-view.ts writes the same.
import type { Child } from "hono/jsx";
import type { Locale } from "../../domain/locale.ts";
import { lastRead } from "../../domain/talk/read-mark.ts";
import { MOST_CHARACTERS, type Side } from "../../domain/talk/sides.ts";
import { momentWords } from "../../domain/words/moments.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { MessageView } from "../../services/talk/message-view.ts";
import type { Talk } from "../../services/talk/talk-of.ts";
import { FILE_TYPES } from "./client-case-files.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { TalkTools } from "./talk-tools.tsx";
import type { TalkAgain, TalkView } from "./talk-view.ts";
import { TALK_LIVE, TALK_PAGE } from "./texts/talk.ts";

interface TalkProps {
  of: TalkView;
  again: TalkAgain;
  /** Makes two posts of one form one message. */
  messageId: string;
  locale: Locale;
}

export function TalkPart({ of, again, messageId, locale }: TalkProps) {
  const { talk, items } = of;
  return (
    <div class="talk-main" id="talk-main">
      {again.done !== undefined && <Notice kind="good">{again.done}</Notice>}
      {of.earlier !== null && (
        <p>
          <a href={`${of.page}?${new URLSearchParams({ ...of.query, cursor: of.earlier })}`}>
            {TALK_PAGE.earlier[locale]}
          </a>
        </p>
      )}
      {of.isPast && (
        <p>
          <a href={`${of.page}#latest`}>{TALK_PAGE.newest[locale]}</a>
        </p>
      )}
      {items.length === 0 && <Empty talk={talk} locale={locale} />}
      <ol class="talk" id="talk" aria-label={TALK_PAGE.list[locale]}>
        {rowsOf(of, locale)}
      </ol>
      <div id="latest" />
      <Foot of={of} again={again} messageId={messageId} locale={locale} />
      {of.former.length > 0 && <Former of={of} locale={locale} />}
      {talk.offerId !== null && (!of.isPast || of.query.offer !== undefined) && (
        <TalkTools of={of} again={again} locale={locale} />
      )}
      <div aria-live="polite" class="said-only" id="said" />
    </div>
  );
}

function Former({ of, locale }: { of: TalkView; locale: Locale }) {
  return (
    <ul class="former">
      {of.former.map(({ offer_id, professional }) => (
        <li>
          <a href={`${of.page}?${new URLSearchParams({ offer: offer_id })}`}>
            {TALK_PAGE.former[locale].replace("{name}", professional)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Empty({ talk, locale }: { talk: Talk; locale: Locale }) {
  const words =
    talk.state === "none"
      ? TALK_PAGE.none
      : talk.side === "client"
        ? TALK_PAGE.emptyClient
        : TALK_PAGE.emptyProfessional;
  return (
    <p class="soft talk-empty" id="talk-empty">
      {words[locale]}
    </p>
  );
}

/** Days stand between, in the case's zone; the page's module moves them to the reader's own. */
function rowsOf(of: TalkView, locale: Locale): Child[] {
  const { items, talk } = of;
  const read = lastRead(items, talk.side);
  let day = "";
  return items.flatMap((item) => {
    const words = momentWords(new Date(item.at), { locale, zone: talk.zone, style: "day" });
    const isNew = words !== day;
    day = words;
    return [
      isNew && (
        <li class="day" key={`d-${item.id}`}>
          <Moment at={item.at} locale={locale} zone={talk.zone} style="day" />
        </li>
      ),
      <Message of={of} item={item} isLastRead={item === read} locale={locale} />,
    ];
  });
}

interface MessageProps {
  of: TalkView;
  item: MessageView;
  isLastRead: boolean;
  locale: Locale;
}

function Message({ of, item, isLastRead, locale }: MessageProps) {
  const { talk } = of;
  const moment = <Moment at={item.at} locale={locale} zone={talk.zone} style="time" />;
  const mine = item.from === talk.side;
  return (
    <li
      class={`say ${mine ? "client" : "human"}`}
      data-id={item.id}
      data-at={item.at}
      data-mid={mine ? item.client_message_id : undefined}
      data-unread={!mine && item.read_at === null ? "" : undefined}
    >
      <span class="who">{mine ? TALK_LIVE.you[locale] : otherName(talk, item.from, locale)}</span>
      {item.text !== "" && <p>{item.text}</p>}
      {item.file !== null && <FileLine of={of} file={item.file} locale={locale} />}
      {moment}
      {isLastRead && item.read_at !== null && (
        <span class="mark">
          {TALK_LIVE.read[locale]} <Moment at={item.read_at} locale={locale} zone={talk.zone} style="time" />
        </span>
      )}
    </li>
  );
}

/** How the reader calls the one on the other side. */
export function otherName(talk: Talk, from: string, locale: Locale): string {
  if (from === "system") return TALK_LIVE.vez[locale];
  return talk.side === "client" ? (talk.professional?.name ?? "") : TALK_LIVE.client[locale];
}

function FileLine({ of, file, locale }: { of: TalkView; file: NonNullable<MessageView["file"]>; locale: Locale }) {
  return (
    <div class="file-line">
      {file.name === null ? (
        <span class="file soft">{TALK_PAGE.fileGone[locale]}</span>
      ) : (
        <a class="file" href={`${of.files}/${file.id}`}>
          {file.name}
          {file.bytes !== null && ` · ${sizeWords(file.bytes, locale)}`}
        </a>
      )}
    </div>
  );
}

function Foot({ of, again, messageId, locale }: TalkProps) {
  const { talk } = of;
  if (of.isPast || talk.state === "none") return null;
  if (talk.state === "open") return <Write of={of} again={again} messageId={messageId} locale={locale} />;
  return (
    <div class="stack tight" id="composer">
      <LineState />
      {again.error !== undefined && <Unsent again={again} />}
      <Notice>{whyClosedWords(talk, locale)}</Notice>
      {talk.state === "blocked" && talk.blockedBy === talk.side && (
        <p>
          <a class="button quiet" href={wayOut(talk.side, talk.caseId)}>
            {(talk.side === "client" ? TALK_PAGE.askAnother : TALK_PAGE.giveBack)[locale]}
          </a>
        </p>
      )}
    </div>
  );
}

/** Where whoever wants no more of the other goes on. */
function wayOut(side: Side, caseId: string): string {
  return side === "client" ? `/conversations/${caseId}/case#change` : `/pro/cases/${caseId}/withdraw`;
}

function whyClosedWords(talk: Talk, locale: Locale): string {
  if (talk.state === "blocked") {
    return (talk.blockedBy === talk.side ? TALK_PAGE.blockedByMe : TALK_PAGE.blockedByOther)[locale];
  }
  const until = talk.side === "professional" ? TALK_PAGE.readOnlyUntil[locale] : "";
  return TALK_PAGE.readOnly[locale].replace("{until}", until);
}

function Unsent({ again }: { again: TalkAgain }) {
  return (
    <Notice kind="bad" title={again.error} id="say-error">
      {again.text !== undefined && again.text !== "" && <blockquote class="summary">{again.text}</blockquote>}
    </Notice>
  );
}

function LineState() {
  return <p class="pending-note" id="line-state" role="status" hidden />;
}

function Write({ of, again, messageId, locale }: TalkProps) {
  const failed = again.error !== undefined;
  return (
    <div class="composer" id="composer">
      <button type="button" class="jump" id="jump" hidden>
        {TALK_LIVE.latest[locale]}
      </button>
      <LineState />
      {failed && <Notice kind="bad" title={again.error} id="say-error" />}
      <form method="post" action={of.base} class="write" id="write">
        <input type="hidden" name="client_message_id" value={messageId} />
        <label for="message" class="said-only">
          {TALK_LIVE.label[locale]}
        </label>
        <textarea
          class="input"
          id="message"
          name="text"
          rows={1}
          maxlength={MOST_CHARACTERS}
          required
          autocomplete="off"
          placeholder={TALK_LIVE.label[locale]}
          data-draft={`talk:${of.talk.caseId}`}
          aria-describedby={failed ? "say-error" : undefined}
        >
          {again.text ?? ""}
        </textarea>
        <button type="submit" class="button send">
          {TALK_LIVE.send[locale]}
        </button>
      </form>
      <details class="attach" open={again.fileError !== undefined}>
        <summary>{TALK_PAGE.attach[locale]}</summary>
        <form method="post" action={`${of.base}/files`} enctype="multipart/form-data" class="stack tight" id="attach">
          <Field
            id="attach-file"
            label={TALK_PAGE.attach[locale]}
            hint={TALK_PAGE.attachHint[locale].replace("{mb}", String(of.maxMb))}
            error={again.fileError ?? null}
          >
            <input
              class="input"
              type="file"
              id="attach-file"
              name="file"
              required
              accept={FILE_TYPES}
              {...describedBy("attach-file", true, again.fileError ?? null)}
            />
          </Field>
          <p id="attach-state" role="status" class="soft small" hidden />
          <div>
            <button type="submit" class="button quiet">
              {TALK_PAGE.attachSend[locale]}
            </button>
          </div>
        </form>
      </details>
    </div>
  );
}
