// Things to tick in a professional's forms: a few choices under one legend, and areas with their subjects.
import type { Child } from "hono/jsx";
import { AREA_NAMES, AREAS, type Area, SUBAREAS } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ProfileForm } from "./pro-profile-form.ts";
import { PROFILE } from "./texts/pro.ts";

export function Choices({ legend, error, children }: { legend: string; error: string | null; children: Child }) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {error !== null && <span class="error">{error}</span>}
      <div class="choices">{children}</div>
    </fieldset>
  );
}

export function AreaChoice({
  form,
  error,
  locale,
}: {
  form: Pick<ProfileForm, "areas" | "subareas">;
  error: string | null;
  locale: Locale;
}) {
  return (
    <fieldset class="field areas">
      <legend>{PROFILE.areas[locale]}</legend>
      <span class="hint">{PROFILE.areasHint[locale]}</span>
      {error !== null && <span class="error">{error}</span>}
      {AREAS.filter((area) => area !== "nenhuma").map((area) => (
        <AreaFold area={area} form={form} locale={locale} />
      ))}
    </fieldset>
  );
}

function AreaFold({
  area,
  form,
  locale,
}: {
  area: Area;
  form: Pick<ProfileForm, "areas" | "subareas">;
  locale: Locale;
}) {
  const chosen = form.areas.includes(area);
  const subareas = SUBAREAS[area];
  const ticked = subareas.filter(({ slug }) => form.subareas.includes(slug));
  return (
    <div class="area">
      <label class="choice">
        <input type="checkbox" name="areas" value={area} checked={chosen} />
        <span>{AREA_NAMES[area][locale]}</span>
      </label>
      <details open={ticked.length > 0}>
        <summary aria-label={`${SUBJECTS[locale]}: ${AREA_NAMES[area][locale]}`}>
          {SUBJECTS[locale]}
          {ticked.length > 0 && ` (${ticked.length})`}
        </summary>
        <div class="choices">
          {subareas.map(({ slug, name }) => (
            <label class="choice">
              <input type="checkbox" name="subareas" value={slug} checked={form.subareas.includes(slug)} />
              <span>{name[locale]}</span>
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}

const SUBJECTS = { "pt-BR": "Assuntos", en: "Subjects" };
