// A professional's profile: whether offers come, leave, and what cases are compared with.
import { PRACTICES } from "../../db/tables/professionals.ts";
import { MAX_MONTHLY_CAPACITY } from "../../domain/equity/capacity.ts";
import { DEFAULT_ZONE, type Locale } from "../../domain/locale.ts";
import { localDay } from "../../domain/triage/calendar.ts";
import { languageName } from "../../domain/words/labels.ts";
import { CLAIM_FIELDS, CONSULTATION_LANGUAGES } from "../../services/professionals/profile-patch.ts";
import type { ProfessionalView } from "../../services/professionals/read-professional.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { AreaChoice, Choices } from "./pro-choices.tsx";
import type { ProfileForm } from "./pro-profile-form.ts";
import { Registration, type RegistrationForm } from "./pro-registration.tsx";
import { NOTICES } from "./texts/notices.ts";
import { PRACTICE_NAMES, PROFILE, PROFILE_ERRORS } from "./texts/pro.ts";
import { STANDING } from "./texts/pro-join.ts";

export interface ProfileProps {
  view: ProfessionalView;
  form: ProfileForm;
  registration: RegistrationForm;
  /** Names of refused fields. */
  refused: string[];
  saved: boolean;
  locale: Locale;
}

export function Profile({ view, form, registration, refused, saved, locale }: ProfileProps) {
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>{PROFILE.title[locale]}</h1>
        {saved && (
          <div role="status">
            <Notice kind="good">{PROFILE.saved[locale]}</Notice>
          </div>
        )}
        {refused.length > 0 && <Notice kind="bad">{PROFILE.notSaved[locale]}</Notice>}
        <Who view={view} locale={locale} />
        <p>
          <a class="way" href="/notices">
            {NOTICES.link[locale]}
          </a>
        </p>
      </div>
      <Receiving view={view} locale={locale} />
      <Leave view={view} refused={refused} locale={locale} />
      <Registration form={registration} refused={refused.filter(isRegistration)} locale={locale} />
      <Practice view={view} form={form} refused={refused} locale={locale} />
    </div>
  );
}

function isRegistration(field: string): boolean {
  return field in CLAIM_FIELDS;
}

function Who({ view, locale }: { view: ProfessionalView; locale: Locale }) {
  const reviews =
    view.review_mean === null
      ? null
      : `${view.review_mean.toLocaleString(locale, { maximumFractionDigits: 1 })} / 5 (${view.review_count} ${PROFILE.reviews[locale]})`;
  return (
    <>
      <p>
        <strong>{view.name}</strong>
        {" · "}
        {view.licence}
        {" · "}
        {view.municipality}, {view.uf}
      </p>
      <p class="soft small">
        {[`${view.years_of_practice} ${PROFILE.years[locale]}`, reviews].filter((part) => part !== null).join(" · ")}
        {view.fictitious && ` · ${PROFILE.fictitious[locale]}`}
      </p>
    </>
  );
}

function Receiving({ view, locale }: { view: ProfessionalView; locale: Locale }) {
  const now =
    view.status === "pending" || view.licence_status === "unchecked"
      ? PROFILE.pendingNow
      : view.licence_status === "suspended"
        ? STANDING.suspended
        : view.status === "inactive"
          ? PROFILE.inactiveNow
          : view.opted_out
            ? PROFILE.optedOutNow
            : view.on_leave
              ? PROFILE.onLeaveNow
              : PROFILE.activeNow;
  return (
    <section class="card" aria-labelledby="receiving-title">
      <h2 id="receiving-title">{PROFILE.receiving[locale]}</h2>
      <p>{now[locale]}</p>
      {view.status !== "pending" && (
        <form method="post" action="/pro/receiving">
          {view.status === "inactive" ? (
            <button type="submit" class="button quiet" name="active" value="yes">
              {PROFILE.switchOn[locale]}
            </button>
          ) : (
            <button type="submit" class="button quiet" name="opted_out" value={view.opted_out ? "no" : "yes"}>
              {(view.opted_out ? PROFILE.offersAgain : PROFILE.noOffers)[locale]}
            </button>
          )}
        </form>
      )}
    </section>
  );
}

function Leave({ view, refused, locale }: { view: ProfessionalView; refused: string[]; locale: Locale }) {
  const dayOf = (at: string | null) => (at === null ? "" : localDay(new Date(at), DEFAULT_ZONE));
  const errors = errorsOf(refused, locale);
  return (
    <section class="card" id="leave" aria-labelledby="leave-title">
      <h2 id="leave-title">{PROFILE.leave[locale]}</h2>
      <p class="soft">{PROFILE.leaveHint[locale]}</p>
      <form method="post" action="/pro/leave" class="stack">
        <div class="pair">
          <Field id="leave-from" label={PROFILE.leaveFrom[locale]} error={errors("leave_from")}>
            <input
              class="input"
              type="date"
              id="leave-from"
              name="leave_from"
              value={dayOf(view.leave_from)}
              {...describedBy("leave-from", undefined, errors("leave_from"))}
            />
          </Field>
          <Field
            id="leave-until"
            label={PROFILE.leaveUntil[locale]}
            hint={PROFILE.leaveUntilHint[locale]}
            error={errors("leave_until")}
          >
            <input
              class="input"
              type="date"
              id="leave-until"
              name="leave_until"
              value={dayOf(view.leave_until)}
              {...describedBy("leave-until", "", errors("leave_until"))}
            />
          </Field>
        </div>
        <div class="row">
          <button type="submit" class="button quiet">
            {PROFILE.leaveSave[locale]}
          </button>
          {view.leave_from !== null && (
            <button type="submit" class="button quiet" name="end" value="yes">
              {PROFILE.leaveEnd[locale]}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

type PracticeProps = Pick<ProfileProps, "view" | "form" | "refused" | "locale">;

function Practice({ view, form, refused, locale }: PracticeProps) {
  const errors = errorsOf(refused, locale);
  return (
    <section class="card" aria-labelledby="practice-title">
      <h2 id="practice-title">{PROFILE.practice[locale]}</h2>
      <form method="post" action="/pro/profile" class="stack">
        <Field id="profile" label={PROFILE.text[locale]} hint={PROFILE.textHint[locale]} error={errors("profile")}>
          <textarea
            class="input"
            id="profile"
            name="profile"
            rows={9}
            maxlength={4000}
            {...describedBy("profile", "", errors("profile"))}
          >
            {form.profile}
          </textarea>
        </Field>
        <AreaChoice form={form} error={errors("areas") ?? errors("subareas")} locale={locale} />
        <div class="pair">
          <Field
            id="capacity"
            label={PROFILE.capacity[locale]}
            hint={`${capacityHint(view, locale)} ${PROFILE.capacityWhy[locale]}`}
            error={errors("capacity_monthly")}
          >
            <input
              class="input"
              id="capacity"
              name="capacity"
              inputmode="numeric"
              maxlength={String(MAX_MONTHLY_CAPACITY).length + 1}
              value={form.capacity}
              {...describedBy("capacity", "", errors("capacity_monthly"))}
            />
          </Field>
          <Field id="fee" label={PROFILE.fee[locale]} hint={PROFILE.feeHint[locale]} error={errors("fee_cents")}>
            <input
              class="input"
              id="fee"
              name="fee"
              inputmode="decimal"
              maxlength={16}
              value={form.fee}
              {...describedBy("fee", "", errors("fee_cents"))}
            />
          </Field>
        </div>
        <Choices legend={PROFILE.kind[locale]} error={errors("practice")}>
          {PRACTICES.map((practice) => (
            <label class="choice">
              <input type="radio" name="practice" value={practice} checked={form.practice === practice} />
              <span>{PRACTICE_NAMES[practice][locale]}</span>
            </label>
          ))}
        </Choices>
        <label class="choice">
          <input type="checkbox" name="remote" value="yes" checked={form.remote} />
          <span>{PROFILE.remote[locale]}</span>
        </label>
        <Choices legend={PROFILE.languages[locale]} error={errors("languages")}>
          {CONSULTATION_LANGUAGES.map((language) => (
            <label class="choice">
              <input type="checkbox" name="languages" value={language} checked={form.languages.includes(language)} />
              <span>{languageName(language, locale)}</span>
            </label>
          ))}
        </Choices>
        <Field
          id="represents"
          label={PROFILE.represents[locale]}
          hint={PROFILE.representsHint[locale]}
          error={errors("represents")}
        >
          <textarea
            class="input"
            id="represents"
            name="represents"
            rows={4}
            {...describedBy("represents", "", errors("represents"))}
          >
            {form.represents}
          </textarea>
        </Field>
        <div>
          <button type="submit" class="button">
            {PROFILE.save[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}

function capacityHint({ capacity }: ProfessionalView, locale: Locale): string {
  return PROFILE.capacityHint[locale]
    .replace("{n}", String(capacity.by_table))
    .replace("{least}", String(capacity.least))
    .replace("{most}", String(capacity.most));
}

function errorsOf(refused: string[], locale: Locale): (field: string) => string | null {
  return (field) => (refused.includes(field) ? (PROFILE_ERRORS[field]?.[locale] ?? null) : null);
}
