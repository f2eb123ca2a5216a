// The part of the profile that is verified: a form of its own, which says what a change of it means.
import type { Locale } from "../../domain/locale.ts";
import type { ProfessionalView } from "../../services/professionals/read-professional.ts";
import { linesOf } from "./pro-join-form.ts";
import { errorsOf, LicenceFields, Line, Lines } from "./pro-join-steps.tsx";
import { PROFILE } from "./texts/pro.ts";
import { JOIN, STANDING } from "./texts/pro-join.ts";

export interface RegistrationForm {
  vertical: string;
  name: string;
  licence: string;
  licenceUf: string;
  others: string;
  qualifications: string;
}

export function registrationOf(view: ProfessionalView): RegistrationForm {
  return {
    vertical: view.vertical,
    name: view.name,
    licence: view.licence,
    licenceUf: view.licence_uf,
    others: view.other_licences.join("\n"),
    qualifications: view.qualifications.join("\n"),
  };
}

export function registrationOfPost(post: URLSearchParams, vertical: string): RegistrationForm {
  const text = (name: string) => post.get(name) ?? "";
  return {
    vertical,
    name: text("name"),
    licence: text("licence"),
    licenceUf: text("licence_uf"),
    others: text("other_licences"),
    qualifications: text("qualifications"),
  };
}

export function registrationPatch(form: RegistrationForm) {
  return {
    name: form.name,
    licence: form.licence,
    licence_uf: form.licenceUf,
    other_licences: linesOf(form.others),
    qualifications: linesOf(form.qualifications),
  };
}

interface RegistrationProps {
  form: RegistrationForm;
  refused: string[];
  locale: Locale;
}

export function Registration({ form, refused, locale }: RegistrationProps) {
  const error = errorsOf(refused, form, locale);
  return (
    <section class="card" id="registration" aria-labelledby="registration-title">
      <h2 id="registration-title">{JOIN.registration[locale]}</h2>
      <details open={refused.length > 0}>
        <summary>{JOIN.change[locale]}</summary>
        <form method="post" action="/pro/registration" class="stack">
          <p>{STANDING.changeText[locale]}</p>
          <Line
            id="name"
            label={JOIN.name}
            hint={JOIN.nameHint}
            value={form.name}
            error={error("name")}
            locale={locale}
          />
          <LicenceFields form={form} error={error} locale={locale} />
          <Lines
            id="qualifications"
            label={JOIN.qualifications}
            hint={JOIN.qualificationsHint}
            value={form.qualifications}
            error={error("qualifications")}
            locale={locale}
          />
          <div>
            <button type="submit" class="button quiet">
              {PROFILE.save[locale]}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
