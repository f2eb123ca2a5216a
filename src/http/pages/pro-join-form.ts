// The application between its forms and the API's fields: what was typed in a step, and what it means.
import type { Locale } from "../../domain/locale.ts";
import { JOIN_STEPS, type JoinFields, type JoinStep } from "../../services/verification/join-fields.ts";
import { type ProfileForm, formOfPost as profileOfPost, patchOf as profilePatchOf } from "./pro-profile-form.ts";

/** As the forms hold it: texts are kept as they were typed. */
export interface JoinForm extends ProfileForm {
  vertical: string;
  name: string;
  licence: string;
  licenceUf: string;
  others: string;
  years: string;
  uf: string;
  municipality: string;
  qualifications: string;
}

export function formOfDraft(draft: JoinFields, locale: Locale): JoinForm {
  const fee = draft.fee_cents === undefined ? "" : (draft.fee_cents / 100).toFixed(2);
  return {
    vertical: draft.vertical ?? "",
    name: draft.name ?? "",
    licence: draft.licence ?? "",
    licenceUf: draft.licence_uf ?? "",
    others: (draft.other_licences ?? []).join("\n"),
    years: draft.years_of_practice === undefined ? "" : String(draft.years_of_practice),
    uf: draft.uf ?? "",
    municipality: draft.municipality ?? "",
    qualifications: (draft.qualifications ?? []).join("\n"),
    profile: draft.profile ?? "",
    areas: draft.areas ?? [],
    subareas: draft.subareas ?? [],
    fee: locale === "en" ? fee : fee.replace(".", ","),
    remote: draft.remote ?? true,
    languages: draft.languages ?? ["pt-BR"],
    capacity: draft.capacity_monthly == null ? "" : String(draft.capacity_monthly),
    practice: draft.practice ?? "",
    represents: (draft.represents ?? []).join("\n"),
  };
}

export function formOfPost(post: URLSearchParams): JoinForm {
  const text = (name: string) => post.get(name) ?? "";
  return {
    ...profileOfPost(post),
    vertical: text("vertical"),
    name: text("name"),
    licence: text("licence"),
    licenceUf: text("licence_uf"),
    others: text("other_licences"),
    years: text("years"),
    uf: text("uf"),
    municipality: text("municipality"),
    qualifications: text("qualifications"),
  };
}

/** The fields of `step` as the verb takes them; what is empty or no number is refused there by its name. */
export function patchOf(step: JoinStep, form: JoinForm): Record<string, unknown> {
  const all: Record<string, unknown> = {
    ...profilePatchOf(form),
    vertical: form.vertical,
    name: form.name,
    licence: form.licence,
    licence_uf: form.licenceUf === "" ? undefined : form.licenceUf,
    other_licences: linesOf(form.others),
    years_of_practice: /^\d{1,3}$/.test(form.years.trim()) ? Number(form.years) : -1,
    uf: form.uf,
    municipality: form.municipality,
    qualifications: linesOf(form.qualifications),
  };
  return Object.fromEntries(
    JOIN_STEPS[step].map((field) => [field, all[field]]).filter(([, value]) => value !== undefined),
  );
}

/** One a line, empty ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
