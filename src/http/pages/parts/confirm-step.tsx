// A calm page before something that changes a case: what will happen, an optional reason, yes and no.

import { MAX_COURSE_WORDS } from "../../../domain/course.ts";
import type { Locale, Text } from "../../../domain/locale.ts";
import { COURSE } from "../texts/course.ts";
import { Notice } from "./notice.tsx";

export interface ConfirmStepProps {
  title: string;
  /** What will happen, one sentence each. */
  says: readonly string[];
  /** The form is sent here, with `reason` and `words`. */
  action: string;
  press: string;
  back: string;
  /** The list of reasons; none: no question is asked. */
  reasons?: Readonly<Record<string, Text>>;
  /** True where a reason must be named; otherwise the first choice is to say none. */
  mustSay?: boolean;
  wordsHint?: string;
  hidden?: Record<string, string>;
  error?: string | null;
  words?: string;
  locale: Locale;
}

export function ConfirmStep(props: ConfirmStepProps) {
  const { title, says, action, press, back, reasons, mustSay = false, hidden = {}, error = null, locale } = props;
  return (
    <div class="stack loose">
      <h1>{title}</h1>
      <section class="card stack tight" aria-labelledby="happens">
        <h2 id="happens">{COURSE.happens[locale]}</h2>
        <ul class="steps">
          {says.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </section>
      {error !== null && <Notice kind="bad" title={error} />}
      <form method="post" action={action} class="stack">
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {reasons !== undefined && (
          <fieldset class="field">
            <legend>{COURSE.reason[locale]}</legend>
            {!mustSay && <span class="hint">{COURSE.optional[locale]}</span>}
            {!mustSay && (
              <label class="choice">
                <input type="radio" name="reason" value="" checked />
                <span>{COURSE.none[locale]}</span>
              </label>
            )}
            {Object.entries(reasons).map(([value, name]) => (
              <label class="choice">
                <input type="radio" name="reason" value={value} required={mustSay} />
                <span>{name[locale]}</span>
              </label>
            ))}
          </fieldset>
        )}
        {reasons !== undefined && (
          <div class="field">
            <label for="words">{COURSE.words[locale]}</label>
            <span class="hint" id="words-hint">
              {props.wordsHint ?? COURSE.wordsTeam[locale]}
            </span>
            <textarea
              class="input"
              id="words"
              name="words"
              rows={3}
              maxlength={MAX_COURSE_WORDS}
              aria-describedby="words-hint"
            >
              {props.words ?? ""}
            </textarea>
          </div>
        )}
        <div class="row">
          <button type="submit" class="button">
            {press}
          </button>
          <a class="button quiet" href={back}>
            {COURSE.back[locale]}
          </a>
        </div>
      </form>
    </div>
  );
}
