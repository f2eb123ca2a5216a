// The forms of signing in: the address, the code, and what is said to somebody who is in already or wants to leave.
import type { Locale } from "../../domain/locale.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { RECOVERY } from "./texts/recovery.ts";
import { SIGN_IN } from "./texts/sign-in.ts";

interface EmailFormProps {
  locale: Locale;
  next: string;
  typed: string;
  error: string | null;
  /** True where an anonymous conversation is open in this browser. */
  openConversation: boolean;
}

export function EmailForm({ locale, next, typed, error, openConversation }: EmailFormProps) {
  return (
    <div class="stack sign-in">
      <h1>{openConversation ? SIGN_IN.keepTitle[locale] : SIGN_IN.title[locale]}</h1>
      <p class="lead">{openConversation ? SIGN_IN.keepLead[locale] : SIGN_IN.lead[locale]}</p>
      <form method="post" action="/sign-in" class="stack" novalidate>
        <input type="hidden" name="next" value={next} />
        <Field id="email" label={SIGN_IN.email[locale]} error={error}>
          <input
            class="input"
            id="email"
            name="email"
            type="email"
            inputmode="email"
            autocomplete="email"
            autocapitalize="none"
            spellcheck={false}
            required
            maxlength={254}
            value={typed}
            {...describedBy("email", undefined, error)}
          />
        </Field>
        <div>
          <button type="submit" class="button">
            {SIGN_IN.sendCode[locale]}
          </button>
        </div>
      </form>
      <p>
        <a class="way" href="/recover">
          {RECOVERY.offer[locale]}
        </a>
      </p>
      {openConversation && (
        <Notice title={SIGN_IN.openTitle[locale]}>
          <p class="small">{SIGN_IN.openText[locale]}</p>
        </Notice>
      )}
    </div>
  );
}

interface CodeFormProps {
  locale: Locale;
  next: string;
  email: string;
  again: boolean;
  error: string | null;
}

export function CodeForm({ locale, next, email, again, error }: CodeFormProps) {
  const wrong = error === SIGN_IN.badCode[locale];
  return (
    <div class="stack sign-in">
      <h1>{SIGN_IN.codeTitle[locale]}</h1>
      <p class="lead">
        {SIGN_IN.codeLead[locale]} <b class="address">{email}</b>.
      </p>
      {again && error === null && <Notice kind="good">{SIGN_IN.sentAgain[locale]}</Notice>}
      <form
        method="post"
        action="/sign-in/code"
        class="stack"
        id="code-form"
        data-refused={error === null ? undefined : wrong ? "wrong" : "spent"}
        data-spent={SIGN_IN.tooMany[locale]}
      >
        <input type="hidden" name="next" value={next} />
        <Field id="code" label={SIGN_IN.code[locale]} hint={SIGN_IN.codeHint[locale]} error={error}>
          <input
            class="input code-input"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9\s\-]*"
            maxlength={12}
            required
            autofocus
            {...describedBy("code", SIGN_IN.codeHint, error)}
          />
        </Field>
        <div>
          <button type="submit" class="button">
            {SIGN_IN.enter[locale]}
          </button>
        </div>
      </form>
      <div class="row">
        <form method="post" action="/sign-in" id="again-form" data-wait={SIGN_IN.againIn[locale]}>
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="again" value="1" />
          <button type="submit" class="plain">
            {SIGN_IN.again[locale]}
          </button>
        </form>
        <a href={`/sign-in${next === "" ? "" : `?${new URLSearchParams({ next })}`}`}>{SIGN_IN.otherEmail[locale]}</a>
      </div>
    </div>
  );
}

export function AlreadyIn({ email, next, locale }: { email: string; next: string; locale: Locale }) {
  return (
    <div class="stack sign-in">
      <h1>{SIGN_IN.title[locale]}</h1>
      <p class="lead">
        {SIGN_IN.already[locale]} <b class="address">{email}</b>.
      </p>
      <div>
        <a class="button" href={next}>
          {SIGN_IN.goOn[locale]}
        </a>
      </div>
    </div>
  );
}

export function Forget({ locale }: { locale: Locale }) {
  return (
    <div class="stack sign-in">
      <h1>{SIGN_IN.forgetTitle[locale]}</h1>
      <p class="lead">{SIGN_IN.forgetText[locale]}</p>
      <div class="row">
        <form method="post" action="/sign-out">
          <button type="submit" class="button risky">
            {SIGN_IN.forget[locale]}
          </button>
        </form>
        <a class="button quiet" href="/sign-in?next=%2F">
          {SIGN_IN.keepFirst[locale]}
        </a>
        <a href="/">{SIGN_IN.cancel[locale]}</a>
      </div>
    </div>
  );
}
