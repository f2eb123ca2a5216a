// The short steps of joining, as plain forms.
import { PRACTICES } from "../../db/tables/professionals.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import { isUf, readLicence } from "../../domain/registration/licence.ts";
import { LICENCE_PROBLEMS } from "../../domain/registration/words.ts";
import { languageName } from "../../domain/words/labels.ts";
import { CONSULTATION_LANGUAGES } from "../../services/professionals/profile-patch.ts";
import type { JoinStep } from "../../services/verification/join-fields.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { AreaChoice, Choices } from "./pro-choices.tsx";
import type { JoinForm } from "./pro-join-form.ts";
import { PRACTICE_NAMES, PROFILE, PROFILE_ERRORS } from "./texts/pro.ts";
import { JOIN, JOIN_ERRORS, STEP_NAMES } from "./texts/pro-join.ts";

export const STEP_ORDER = ["start", "registration", "practice", "terms", "papers", "send"] as const;
export type Step = (typeof STEP_ORDER)[number];

export const STEP_PATHS: Readonly<Record<Step, string>> = {
  start: "/pro/join",
  registration: "/pro/join/registration",
  practice: "/pro/join/practice",
  terms: "/pro/join/terms",
  papers: "/pro/join/papers",
  send: "/pro/join/send",
};

interface StepProps {
  step: JoinStep;
  form: JoinForm;
  /** Names of refused fields. */
  refused: string[];
  locale: Locale;
}

export function StepHead({ step, locale }: { step: Step; locale: Locale }) {
  const at = STEP_ORDER.indexOf(step);
  const before = STEP_ORDER[at - 1];
  return (
    <div class="stack tight">
      {before !== undefined && (
        <a class="back" href={STEP_PATHS[before]}>
          {JOIN.back[locale]}
        </a>
      )}
      <p class="soft small">
        {JOIN.step[locale].replace("{n}", String(at + 1)).replace("{all}", String(STEP_ORDER.length))}
      </p>
      <h1>{STEP_NAMES[step][locale]}</h1>
    </div>
  );
}

export function StepForm({ step, form, refused, locale }: StepProps) {
  const Fields = FIELDS[step];
  return (
    <div class="stack">
      <StepHead step={step} locale={locale} />
      {refused.length > 0 && <Notice kind="bad">{JOIN.notSaved[locale]}</Notice>}
      <form method="post" action={STEP_PATHS[step]} class="stack" novalidate>
        <Fields form={form} error={errorsOf(refused, form, locale)} locale={locale} />
        <div class="row">
          <button type="submit" class="button">
            {JOIN.goOn[locale]}
          </button>
          <span class="soft small">{JOIN.kept[locale]}</span>
        </div>
      </form>
    </div>
  );
}

type Errors = (field: string) => string | null;
interface FieldsProps {
  form: JoinForm;
  error: Errors;
  locale: Locale;
}

/** The registration, its register's UF, and other ones. */
export function LicenceFields({
  form,
  error,
  locale,
}: {
  form: Pick<JoinForm, "vertical" | "licence" | "licenceUf" | "others">;
  error: Errors;
  locale: Locale;
}) {
  const isDoctor = form.vertical === "staffing";
  return (
    <>
      <div class="pair">
        <Line
          id="licence"
          label={isDoctor ? JOIN.crm : JOIN.oab}
          hint={isDoctor ? JOIN.crmHint : JOIN.oabHint}
          value={form.licence}
          error={error("licence")}
          locale={locale}
        />
        <UfSelect
          id="licence_uf"
          label={JOIN.licenceUf}
          value={form.licenceUf}
          error={error("licence_uf")}
          locale={locale}
        />
      </div>
      <Lines
        id="other_licences"
        label={JOIN.others}
        hint={JOIN.othersHint}
        value={form.others}
        error={error("other_licences")}
        locale={locale}
      />
    </>
  );
}

/** A licence says why by itself: what was typed is read once more. */
export function errorsOf(
  refused: string[],
  form: Pick<JoinForm, "vertical" | "licence" | "licenceUf">,
  locale: Locale,
): Errors {
  return (field) => {
    if (!refused.includes(field)) return null;
    if (field === "licence") {
      const register = form.vertical === "staffing" ? "crm" : "oab";
      const reading = readLicence(register, form.licence, isUf(form.licenceUf) ? form.licenceUf : null);
      return LICENCE_PROBLEMS[reading.ok ? "form" : reading.why][locale];
    }
    return (JOIN_ERRORS[field] ?? PROFILE_ERRORS[field] ?? JOIN.notSaved)[locale];
  };
}

function Start({ form, error, locale }: FieldsProps) {
  return (
    <>
      <Choices legend={JOIN.who[locale]} error={error("vertical")}>
        {(
          [
            ["legal", JOIN.lawyer],
            ["staffing", JOIN.doctor],
          ] as const
        ).map(([value, name]) => (
          <label class="choice">
            <input type="radio" name="vertical" value={value} checked={form.vertical === value} />
            <span>{name[locale]}</span>
          </label>
        ))}
      </Choices>
      <Notice>{JOIN.doctorLater[locale]}</Notice>
      <p class="soft">{JOIN.twoRoles[locale]}</p>
    </>
  );
}

function Registration({ form, error, locale }: FieldsProps) {
  const isDoctor = form.vertical === "staffing";
  return (
    <>
      {isDoctor && <Notice>{JOIN.doctorLater[locale]}</Notice>}
      <Line
        id="name"
        label={JOIN.name}
        hint={JOIN.nameHint}
        value={form.name}
        error={error("name")}
        locale={locale}
        autocomplete="name"
      />
      <LicenceFields form={form} error={error} locale={locale} />
      <Line
        id="years"
        label={JOIN.years}
        value={form.years}
        error={error("years_of_practice")}
        locale={locale}
        inputmode="numeric"
      />
    </>
  );
}

function Practice({ form, error, locale }: FieldsProps) {
  return (
    <>
      <div class="pair">
        <UfSelect id="uf" label={JOIN.uf} value={form.uf} error={error("uf")} locale={locale} />
        <Line
          id="municipality"
          label={JOIN.municipality}
          value={form.municipality}
          error={error("municipality")}
          locale={locale}
          autocomplete="address-level2"
        />
      </div>
      {form.vertical !== "staffing" && (
        <AreaChoice form={form} error={error("areas") ?? error("subareas")} locale={locale} />
      )}
      <Lines
        id="qualifications"
        label={JOIN.qualifications}
        hint={JOIN.qualificationsHint}
        value={form.qualifications}
        error={error("qualifications")}
        locale={locale}
      />
      <Lines
        id="profile"
        label={PROFILE.text}
        hint={PROFILE.textHint}
        value={form.profile}
        error={error("profile")}
        locale={locale}
        rows={8}
      />
    </>
  );
}

function Terms({ form, error, locale }: FieldsProps) {
  const isLawyer = form.vertical !== "staffing";
  return (
    <>
      {isLawyer && (
        <div class="pair">
          <Line
            id="fee"
            label={PROFILE.fee}
            hint={PROFILE.feeHint}
            value={form.fee}
            error={error("fee_cents")}
            locale={locale}
            inputmode="decimal"
          />
          <Line
            id="capacity"
            label={PROFILE.capacity}
            hint={JOIN.capacityHint}
            value={form.capacity}
            error={error("capacity_monthly")}
            locale={locale}
            inputmode="numeric"
          />
        </div>
      )}
      <Choices legend={PROFILE.kind[locale]} error={error("practice")}>
        {PRACTICES.map((practice) => (
          <label class="choice">
            <input type="radio" name="practice" value={practice} checked={form.practice === practice} />
            <span>{PRACTICE_NAMES[practice][locale]}</span>
          </label>
        ))}
      </Choices>
      {isLawyer && (
        <label class="choice">
          <input type="checkbox" name="remote" value="yes" checked={form.remote} />
          <span>{PROFILE.remote[locale]}</span>
        </label>
      )}
      <Choices legend={PROFILE.languages[locale]} error={error("languages")}>
        {CONSULTATION_LANGUAGES.map((language) => (
          <label class="choice">
            <input type="checkbox" name="languages" value={language} checked={form.languages.includes(language)} />
            <span>{languageName(language, locale)}</span>
          </label>
        ))}
      </Choices>
      {isLawyer && (
        <Lines
          id="represents"
          label={PROFILE.represents}
          hint={PROFILE.representsHint}
          value={form.represents}
          error={error("represents")}
          locale={locale}
        />
      )}
    </>
  );
}

const FIELDS = { start: Start, registration: Registration, practice: Practice, terms: Terms };

interface LineProps {
  id: string;
  label: Text;
  hint?: Text;
  value: string;
  error: string | null;
  locale: Locale;
}

export function Line({
  id,
  label,
  hint,
  value,
  error,
  locale,
  inputmode,
  autocomplete = "off",
}: LineProps & { inputmode?: "numeric" | "decimal"; autocomplete?: string }) {
  return (
    <Field id={id} label={label[locale]} {...(hint === undefined ? {} : { hint: hint[locale] })} error={error}>
      <input
        class="input"
        id={id}
        name={id}
        value={value}
        maxlength={200}
        autocomplete={autocomplete}
        inputmode={inputmode}
        {...describedBy(id, hint, error)}
      />
    </Field>
  );
}

export function Lines({ id, label, hint, value, error, locale, rows = 3 }: LineProps & { rows?: number }) {
  return (
    <Field id={id} label={label[locale]} {...(hint === undefined ? {} : { hint: hint[locale] })} error={error}>
      <textarea class="input" id={id} name={id} rows={rows} maxlength={8000} {...describedBy(id, hint, error)}>
        {value}
      </textarea>
    </Field>
  );
}

export function UfSelect({ id, label, value, error, locale }: Omit<LineProps, "hint">) {
  return (
    <Field id={id} label={label[locale]} error={error}>
      <select class="input" id={id} name={id} {...describedBy(id, undefined, error)}>
        <option value="">{JOIN.choose[locale]}</option>
        {UFS.map((uf) => (
          <option value={uf} selected={uf === value}>
            {uf}
          </option>
        ))}
      </select>
    </Field>
  );
}
