import type { Locale } from "../../domain/locale.ts";
import { MOST_REPORT_CHARACTERS, REPORT_REASON_NAMES, REPORT_REASONS } from "../../domain/talk/report-reasons.ts";
import type { Talk } from "../../services/talk/talk-of.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import type { TalkAgain, TalkView } from "./talk-view.ts";
import { TALK_PAGE } from "./texts/talk.ts";

export function TalkTools({ of, again, locale }: { of: TalkView; again: TalkAgain; locale: Locale }) {
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
