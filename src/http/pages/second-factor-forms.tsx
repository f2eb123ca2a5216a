// The faces of the second factor's page: a code is asked for, an app is connected, it is connected, recovery codes are shown.
import type { Locale, Text } from "../../domain/locale.ts";
import type { Enrolment } from "../../services/identity/enrol-second-factor.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { FACTOR } from "./texts/operators.ts";

interface Asked {
  error: string | null;
  locale: Locale;
}

export function Pass({ next, error, locale }: Asked & { next: string }) {
  return (
    <div class="stack sign-in">
      <h1>{FACTOR.title[locale]}</h1>
      <p class="lead">{FACTOR.passLead[locale]}</p>
      <form method="post" action="/ops/second-factor" class="stack">
        <input type="hidden" name="next" value={next} />
        <Code label={FACTOR.code} hint={FACTOR.passHint} error={error} locale={locale} autofocus />
        <div>
          <button type="submit" class="button">
            {FACTOR.pass[locale]}
          </button>
        </div>
      </form>
      <p class="soft small">{FACTOR.lost[locale]}</p>
    </div>
  );
}

export function Enrol({
  enrolment,
  required,
  next,
  error,
  locale,
}: Asked & { enrolment: Enrolment; required: boolean; next: string }) {
  return (
    <div class="stack sign-in">
      <h1>{FACTOR.setTitle[locale]}</h1>
      <p class="lead">
        {FACTOR.setLead[locale]} {required && FACTOR.required[locale]}
      </p>
      <p>{FACTOR.scan[locale]}</p>
      <div class="qr" id="qr" data-address={enrolment.address} role="img" aria-label={FACTOR.picture[locale]} hidden />
      <p class="key">
        {FACTOR.key[locale]}: <span class="code">{enrolment.secret}</span>
      </p>
      <p>
        <a href={enrolment.address}>{FACTOR.open[locale]}</a>
      </p>
      <form method="post" action="/ops/second-factor/set" class="stack">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="ticket" value={enrolment.ticket} />
        <Code label={FACTOR.first} error={error} locale={locale} />
        <div>
          <button type="submit" class="button">
            {FACTOR.connect[locale]}
          </button>
        </div>
      </form>
      {!required && (
        <p>
          <a href={next}>{FACTOR.back[locale]}</a>
        </p>
      )}
    </div>
  );
}

export function Connected({ since, left, error, locale }: Asked & { since: string; left: number }) {
  return (
    <div class="stack sign-in">
      <h1>{FACTOR.title[locale]}</h1>
      <p class="lead">
        {FACTOR.on[locale]} <Moment at={since} locale={locale} style="day" />.{" "}
        {FACTOR.left[locale].replace("{n}", String(left))}
      </p>
      {error !== null && <Notice kind="bad">{error}</Notice>}
      <form method="post" action="/ops/second-factor/codes" class="stack">
        <Code id="renew" label={FACTOR.now} error={null} locale={locale} />
        <div class="row">
          <button type="submit" class="button quiet">
            {FACTOR.renew[locale]}
          </button>
          <button type="submit" class="button risky" formaction="/ops/second-factor/remove">
            {FACTOR.remove[locale]}
          </button>
        </div>
      </form>
      <p>
        <a href="/ops">{FACTOR.back[locale]}</a>
      </p>
    </div>
  );
}

export function RecoveryCodes({ codes, next, locale }: { codes: string[]; next: string; locale: Locale }) {
  return (
    <div class="stack sign-in">
      <h1>{FACTOR.codesTitle[locale]}</h1>
      <p class="lead">{FACTOR.codesLead[locale]}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li class="code">{code}</li>
        ))}
      </ol>
      <div>
        <a class="button" href={next}>
          {FACTOR.kept[locale]}
        </a>
      </div>
    </div>
  );
}

function Code({
  id = "code",
  label,
  hint,
  error,
  locale,
  autofocus,
}: Asked & { id?: string; label: Text; hint?: Text; autofocus?: boolean }) {
  return (
    <Field id={id} label={label[locale]} hint={hint?.[locale]} error={error}>
      <input
        class="input"
        id={id}
        name="code"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        required
        maxlength={20}
        autofocus={autofocus}
        {...describedBy(id, hint, error)}
      />
    </Field>
  );
}
