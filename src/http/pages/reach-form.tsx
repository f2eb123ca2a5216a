// The form in which a client says how to be reached, and the lines that tell it: the same on every page.
import type { Locale } from "../../domain/locale.ts";
import { MOST_NOTE_CHARACTERS, REACH_CHANNELS } from "../../domain/reach/reach.ts";
import type { HowView, ReachView } from "../../services/reach/reach-view.ts";
import { Contact } from "./parts/contact.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { CHANNELS, REACH } from "./texts/reach.ts";

/** What stands in the form; `danger` begins with the safest. */
export interface ReachFormProps {
  caseId: string;
  locale: Locale;
  zone: string;
  danger: boolean;
  reach: ReachView | null;
  /** An account's own address, offered where nothing was said. */
  email: string | null;
  /** Where the form leads back to. */
  back: "talk" | "case";
  /** What was typed, where the form comes back. */
  typed?: URLSearchParams;
  errors?: { address?: string; hours?: string };
}

export function ReachForm(props: ReachFormProps) {
  const { caseId, locale, zone, danger, reach, email, back, typed, errors = {} } = props;
  const begins = reach?.channel ?? (danger || email === null ? "page" : "email");
  const channel = typed?.get("channel") ?? begins;
  const address = typed?.get("address") ?? reach?.address ?? (danger ? "" : (email ?? ""));
  const value = (name: string, known: string | null | undefined) => typed?.get(name) ?? known ?? "";
  const leave = typed === undefined ? reach?.leave_message === true : typed.has("leave");
  const more = errors.hours !== undefined || (reach?.safe_from ?? reach?.note ?? null) !== null;
  return (
    <form method="post" action={`/conversations/${caseId}/reach`} class="stack reach-form">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="zone" value={zone} />
      <fieldset class="choices">
        <legend class="said-only">{REACH.channel[locale]}</legend>
        {REACH_CHANNELS.map((name) => (
          <label class="choice">
            <input type="radio" name="channel" value={name} checked={name === channel} />
            <span>{CHANNELS[name][locale]}</span>
          </label>
        ))}
      </fieldset>
      <div class="reach-more">
        <Field
          id="reach-address"
          label={REACH.address[locale]}
          hint={REACH.addressHint[locale]}
          error={errors.address ?? null}
        >
          <input
            class="input"
            id="reach-address"
            name="address"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxlength={254}
            value={address}
            {...describedBy("reach-address", true, errors.address ?? null)}
          />
        </Field>
        <label class="check phone-only">
          <input type="checkbox" name="leave" value="1" checked={leave} />
          <span>
            {REACH.leave[locale]}
            <span class="soft small block">{REACH.leaveHint[locale]}</span>
          </span>
        </label>
        <details open={more}>
          <summary>{REACH.more[locale]}</summary>
          <div class="stack">
            <div class="hours">
              <Field
                id="reach-from"
                label={REACH.from[locale]}
                hint={REACH.hoursHint[locale]}
                error={errors.hours ?? null}
              >
                <input
                  class="input"
                  type="time"
                  id="reach-from"
                  name="from"
                  value={value("from", reach?.safe_from)}
                  {...describedBy("reach-from", true, errors.hours ?? null)}
                />
              </Field>
              <Field id="reach-until" label={REACH.until[locale]}>
                <input
                  class="input"
                  type="time"
                  id="reach-until"
                  name="until"
                  value={value("until", reach?.safe_until)}
                />
              </Field>
            </div>
            <Field id="reach-note" label={REACH.note[locale]}>
              <input
                class="input"
                id="reach-note"
                name="note"
                autocomplete="off"
                maxlength={MOST_NOTE_CHARACTERS}
                value={value("note", reach?.note)}
              />
            </Field>
          </div>
        </details>
      </div>
      <p class={danger ? "notice care small" : "soft small"}>{REACH.danger[locale]}</p>
      <div>
        <button type="submit" class="button">
          {REACH.save[locale]}
        </button>
      </div>
    </form>
  );
}

/** In a few lines: by what, in which hours, whether something may stay behind, and the note. */
export function ReachLines({ reach, locale }: { reach: ReachView; locale: Locale }) {
  const { channel, address } = reach;
  return (
    <>
      <p>
        {CHANNELS[channel][locale]}
        {address !== null && (
          <>
            : <Contact value={address} />
          </>
        )}
      </p>
      <p class="soft">{aroundWords(reach, locale)}</p>
      {(channel === "sms" || channel === "whatsapp") && !reach.leave_message && (
        <p class="soft">{REACH.onlyCalls[locale]}</p>
      )}
    </>
  );
}

/** The same for the professional who took the case, whose page has the contact itself. */
export function HowLines({ how, locale }: { how: HowView; locale: Locale }) {
  const by = how.channel === "page" ? REACH.byPage[locale] : `${CHANNELS[how.channel][locale]}.`;
  return <span class="block">{[by, aroundWords(how, locale)].filter(Boolean).join(" ")}</span>;
}

function aroundWords(how: HowView, locale: Locale): string {
  const leave = how.leave_message ? REACH.mayLeave : REACH.mayNotLeave;
  const around = how.channel === "page" ? [] : [hoursWords(how, locale), how.channel === "email" ? "" : leave[locale]];
  return [...around, how.note === null ? "" : `“${how.note}”`].filter(Boolean).join(" ");
}

function hoursWords({ safe_from, safe_until, zone }: HowView, locale: Locale): string {
  if (safe_from === null || safe_until === null) return REACH.anyHour[locale];
  const words: Record<string, string> = { from: safe_from, until: safe_until, zone: zone.replaceAll("_", " ") };
  return REACH.hours[locale].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
}
