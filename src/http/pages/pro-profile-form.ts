// The profile between its form and the API's fields: what was typed, and what it means.
import type { Locale } from "../../domain/locale.ts";
import { centsOf } from "../../domain/words/money-input.ts";
import type { ProfessionalView } from "../../services/professionals/read-professional.ts";

/** As the form holds it: texts are kept as they were typed, so that nothing is lost when a field is refused. */
export interface ProfileForm {
  profile: string;
  areas: string[];
  subareas: string[];
  fee: string;
  remote: boolean;
  languages: string[];
  /** Empty: worked out from the profile. */
  capacity: string;
  practice: string;
  represents: string;
}

export function formOfProfile(view: ProfessionalView, locale: Locale): ProfileForm {
  const fee = (view.fee_cents / 100).toFixed(2);
  return {
    profile: view.profile,
    areas: view.areas,
    subareas: view.subareas,
    fee: locale === "en" ? fee : fee.replace(".", ","),
    remote: view.remote,
    languages: view.languages,
    capacity: view.capacity.declared === null ? "" : String(view.capacity.declared),
    practice: view.practice,
    represents: view.represents.join("\n"),
  };
}

export function formOfPost(post: URLSearchParams): ProfileForm {
  return {
    profile: post.get("profile") ?? "",
    areas: post.getAll("areas"),
    subareas: post.getAll("subareas"),
    fee: post.get("fee") ?? "",
    remote: post.get("remote") === "yes",
    languages: post.getAll("languages"),
    capacity: post.get("capacity") ?? "",
    practice: post.get("practice") ?? "",
    represents: post.get("represents") ?? "",
  };
}

/** The fields as the verb takes them; what is no number becomes one that it refuses by name. */
export function patchOf(form: ProfileForm) {
  return {
    // A browser sends line ends as CRLF.
    profile: form.profile.replaceAll("\r\n", "\n"),
    areas: form.areas,
    subareas: form.subareas,
    fee_cents: centsOf(form.fee) ?? -1,
    remote: form.remote,
    languages: form.languages,
    capacity_monthly: capacityOf(form.capacity.trim()),
    practice: form.practice,
    represents: form.represents
      .split(/\r?\n/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  };
}

function capacityOf(typed: string): number | null {
  if (typed === "") return null;
  return /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
}

/** Names of the refused fields out of an `invalid_input`; list members count as their list. */
export function refusedFields(extra: Record<string, unknown>): string[] {
  const fields: unknown[] = Array.isArray(extra.fields) ? extra.fields : [];
  return fields.flatMap((one) => {
    const known = typeof one === "object" && one !== null && "field" in one ? one.field : null;
    return typeof known === "string" ? [known.split(".")[0] ?? ""] : [];
  });
}
