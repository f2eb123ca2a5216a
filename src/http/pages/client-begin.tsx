// The first visit: who Vez is in a few honest words, a large text box, and the way to begin.
import type { CaseMode } from "../../domain/case-mode.ts";
import type { Locale } from "../../domain/locale.ts";
import { Voice } from "./client-voice.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { BEGIN, MODE_TEXTS } from "./texts/client.ts";

interface BeginProps {
  locale: Locale;
  /** Makes two posts of one form one case. */
  openKey: string;
  /** What was typed, where the form comes back with an error. */
  text?: string;
  error?: string | null;
  /** True where nobody is signed in, so that signing in may bring conversations back. */
  stranger: boolean;
  /** Who finds the professional here; absent where that is not told. */
  mode?: CaseMode;
  /** True after a quick exit: the way back to the conversation is offered, without a word about it. */
  left?: boolean;
}

export function Begin({ locale, openKey, text, error = null, stranger, mode, left = false }: BeginProps) {
  return (
    <div class="begin stack loose">
      <div class="stack">
        <h1>{BEGIN.title[locale]}</h1>
        <p class="lead">{(mode === "directory" ? BEGIN.leadDirectory : BEGIN.lead)[locale]}</p>
        <form method="post" action="/begin" class="stack" data-begin>
          <input type="hidden" name="key" value={openKey} />
          <input type="hidden" name="zone" value="" />
          <Field id="text" label={BEGIN.label[locale]} hint={BEGIN.hint[locale]} error={error}>
            <textarea
              class="input"
              id="text"
              name="text"
              rows={6}
              maxlength={8000}
              autocomplete="off"
              data-draft="begin"
              {...describedBy("text", BEGIN.hint, error)}
            >
              {text ?? ""}
            </textarea>
          </Field>
          <Voice locale={locale} spoken={locale} field="text" />
          <div>
            <button type="submit" class="button big">
              {BEGIN.begin[locale]}
            </button>
          </div>
        </form>
        <p class="danger small">
          <span>{BEGIN.danger[locale]}</span>
          <a href="tel:190">{BEGIN.police[locale]}</a>
          <a href="tel:180">{BEGIN.women[locale]}</a>
        </p>
      </div>
      <section aria-label={BEGIN.goodToKnow[locale]}>
        <ul class="know">
          <Know title={BEGIN.honestTitle[locale]} text={BEGIN.honest[locale]} />
          <Know title={BEGIN.personTitle[locale]} text={BEGIN.person[locale]} />
          {mode !== undefined && <Know title={BEGIN[mode][locale]} text={MODE_TEXTS[mode][locale]} kind="mode" />}
          <Know title={BEGIN.privacyTitle[locale]} text={BEGIN.privacy[locale]} />
        </ul>
      </section>
      {left && (
        <form method="post" action="/come-back">
          <button type="submit" class="button quiet">
            {BEGIN.comeBack[locale]}
          </button>
        </form>
      )}
      {stranger && (
        <p class="small">
          {BEGIN.returning[locale]} <a href="/sign-in">{BEGIN.returningLink[locale]}</a> {BEGIN.returningOr[locale]}{" "}
          <a href="/recover">{BEGIN.returningWords[locale]}</a>
        </p>
      )}
    </div>
  );
}

function Know({ title, text, kind }: { title: string; text: string; kind?: string }) {
  return (
    <li class={kind}>
      <h2>{title}</h2>
      <p>{text}</p>
    </li>
  );
}
