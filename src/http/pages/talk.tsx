// A talk as the server writes it: messages by day, where one writes, files, and how to be left in peace. web/lib/talk-view.ts writes the same.
import type { Child } from "hono/jsx";
import type { Locale } from "../../domain/locale.ts";
import { lastRead } from "../../domain/talk/read-mark.ts";
import { MOST_REPORT_CHARACTERS, REPORT_REASON_NAMES, REPORT_REASONS } from "../../domain/talk/report-reasons.ts";
import { MOST_CHARACTERS, type Side } from "../../domain/talk/sides.ts";
import { momentWords } from "../../domain/words/moments.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { FormerTalk } from "../../services/talk/former-talks.ts";
import type { MessageView } from "../../services/talk/message-view.ts";
import type { Talk } from "../../services/talk/talk-of.ts";
import { FILE_TYPES } from "./client-case-files.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { TALK_LIVE, TALK_PAGE } from "./texts/talk.ts";

export interface TalkView {
  talk: Talk;
  /** Oldest first. */
  items: MessageView[];
  /** Where the earlier ones begin; null: these are all. */
  earlier: string | null;
  /** An earlier part is shown, and nothing is written here. */
  isPast: boolean;
  /** What leads to earlier parts of this very talk, beside the cursor. */
  query: Record<string, string>;
  /** Talks with those who held the case before. */
  former: readonly FormerTalk[];
  /** Of the page that the talk is on. */
  page: string;
  /** What its forms post to; files are under `files`. */
  base: string;
  files: string;
  maxMb: number;
}

/** What a form that was just sent left behind. */
export interface TalkAgain {
  text?: string;
  error?: string;
  fileError?: string;
  reportError?: string;
  reportReason?: string;
  done?: string;
}

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
        <Tools of={of} again={again} locale={locale} />
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

function Tools({ of, again, locale }: { of: TalkView; again: TalkAgain; locale: Locale }) {
  const { talk, base } = of;
  const side = talk.side;
  return (
    <section class="talk-tools" aria-label={TALK_PAGE.tools[locale]}>
      {talk.state === "open" && <Mute talk={talk} base={base} locale={locale} />}
      <details open={again.reportError !== undefined} id="report">
        <summary>{TALK_PAGE.report[locale]}</summary>
        <form
          method="post"
          action={of.query.offer === undefined ? `${base}/report` : `${base}/report?${new URLSearchParams(of.query)}`}
          class="stack tight"
        >
          <input type="hidden" name="offer_id" value={talk.offerId ?? ""} />
          <p>{TALK_PAGE.reportHint[locale]}</p>
          <Field id="report-reason" label={TALK_PAGE.reportReason[locale]}>
            <select class="input" id="report-reason" name="reason" required>
              <option value="">{TALK_PAGE.reportChoose[locale]}</option>
              {REPORT_REASONS.map((reason) => (
                <option value={reason} selected={reason === again.reportReason}>
                  {REPORT_REASON_NAMES[reason][locale]}
                </option>
              ))}
            </select>
          </Field>
          <Field id="report-words" label={TALK_PAGE.reportWords[locale]} error={again.reportError ?? null}>
            <textarea
              class="input"
              id="report-words"
              name="words"
              rows={3}
              maxlength={MOST_REPORT_CHARACTERS}
              {...describedBy("report-words", undefined, again.reportError ?? null)}
            />
          </Field>
          <div>
            <button type="submit" class="button quiet">
              {TALK_PAGE.reportSend[locale]}
            </button>
          </div>
        </form>
      </details>
      {talk.state === "open" && (
        <details>
          <summary>{TALK_PAGE.block[locale]}</summary>
          <form method="post" action={`${base}/block`} class="stack tight">
            <p>{(side === "client" ? TALK_PAGE.blockClient : TALK_PAGE.blockProfessional)[locale]}</p>
            <div>
              <button type="submit" class="button risky">
                {TALK_PAGE.blockYes[locale]}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}

function Mute({ talk, base, locale }: { talk: Talk; base: string; locale: Locale }) {
  const { mutedUntil } = talk;
  const times = [
    ["8", TALK_PAGE.mute8],
    ["24", TALK_PAGE.mute24],
    ["always", TALK_PAGE.muteAlways],
  ] as const;
  return (
    <details>
      <summary>{mutedUntil === null ? TALK_PAGE.mute[locale] : TALK_PAGE.mutedAlways[locale]}</summary>
      <form method="post" action={`${base}/mute`} class="stack tight">
        <p>{TALK_PAGE.muteHint[locale]}</p>
        {mutedUntil === null ? (
          <div class="row">
            {times.map(([hours, text]) => (
              <button type="submit" class="button quiet" name="hours" value={hours}>
                {text[locale]}
              </button>
            ))}
          </div>
        ) : (
          <>
            {mutedUntil !== "always" && (
              <p>
                {TALK_PAGE.muted[locale]} <Moment at={mutedUntil} locale={locale} zone={talk.zone} />
              </p>
            )}
            <div>
              <button type="submit" class="button quiet" name="hours" value="0">
                {TALK_PAGE.unmute[locale]}
              </button>
            </div>
          </>
        )}
      </form>
    </details>
  );
}
