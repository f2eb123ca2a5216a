// "Understood so far": what Vez made of the story, and the form to put it right while the search has not begun.

import { AREA_NAMES, AREAS, isArea, subareaName } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import type { Locale } from "../../domain/locale.ts";
import { isAppointment } from "../../domain/triage/appointment.ts";
import type { Understanding } from "../../domain/triage/types.ts";
import { isCorrectable } from "../../domain/words/case-news.ts";
import { dayWords } from "../../domain/words/moments.ts";
import { URGENCY_STEPS, urgencyStep, urgencyWords } from "../../domain/words/urgency.ts";
import type { ClientView } from "./client-view.ts";
import { Field } from "./parts/field.tsx";
import { TALK } from "./texts/client.ts";

/** Empty date fields that a reader without scripts finds below the known ones. */
const SPARE_DATES = 1;

export function Panel({ view, locale }: { view: ClientView; locale: Locale }) {
  const { understanding: known } = view.snapshot;
  return (
    <details class="panel" id="panel">
      <summary>
        <span class="panel-title">{TALK.understood[locale]}</span>
        <span class="panel-line" id="panel-line">
          {lineOf(known, locale)}
        </span>
        <progress class="meter" id="panel-progress" max={1} value={known.progress} aria-label={TALK.progress[locale]} />
      </summary>
      <div class="panel-body stack">
        <dl class="facts">
          <dt>{TALK.area[locale]}</dt>
          <dd id="known-area">{areaWords(known, locale)}</dd>
          <dt>{TALK.urgency[locale]}</dt>
          <dd id="known-urgency">
            {known.area === null ? TALK.unknown[locale] : urgencyWords(known.urgencyHours, locale)}
          </dd>
          <dt>{TALK.place[locale]}</dt>
          <dd id="known-place">{placeWords(known, locale)}</dd>
          <dt>{TALK.deadlines[locale]}</dt>
          <dd>
            <Deadlines known={known} locale={locale} />
          </dd>
          <dt>{TALK.dates[locale]}</dt>
          <dd id="known-dates">{datesWords(known, locale)}</dd>
        </dl>
        <p class="soft small" id="known-reach" hidden={!view.available}>
          {reachWords(view.available, locale)}
        </p>
        <div id="correct-open" hidden={!isCorrectable(view.news)}>
          <CorrectForm caseId={view.caseId} known={known} locale={locale} />
        </div>
        <p class="soft small" id="correct-over" hidden={isCorrectable(view.news)}>
          {TALK.fixedNow[locale]}
        </p>
      </div>
    </details>
  );
}

function Deadlines({ known, locale }: { known: Understanding; locale: Locale }) {
  return (
    <ul class="deadlines" id="known-deadlines">
      {known.deadlines.length === 0 && <li>{TALK.noDeadlines[locale]}</li>}
      {known.deadlines.map((limit) => (
        <li>
          {limit.label[locale]}: {isAppointment(limit) ? "" : `${TALK.lastDay[locale]} `}
          <time datetime={limit.date}>{dayWords(limit.date, locale)}</time>
          {limit.passed && ` (${TALK.passed[locale]})`}
        </li>
      ))}
    </ul>
  );
}

function CorrectForm({ caseId, known, locale }: { caseId: string; known: Understanding; locale: Locale }) {
  const dates = known.deadlines.map(({ date }) => date);
  return (
    <details class="correct" id="correct">
      <summary>{TALK.correct[locale]}</summary>
      <form method="post" action={`/conversations/${caseId}/correct`} class="stack" id="correct-form">
        <p class="soft small">{TALK.correctHint[locale]}</p>
        <Field id="c-area" label={TALK.area[locale]}>
          <select class="input" id="c-area" name="area">
            <option value="" selected={known.area === null}>
              {TALK.unknown[locale]}
            </option>
            {AREAS.map((area) => (
              <option value={area} selected={known.area === area}>
                {AREA_NAMES[area][locale]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="c-urgency" label={TALK.urgency[locale]}>
          <select class="input" id="c-urgency" name="urgency_hours">
            {URGENCY_STEPS.map(({ hours, words }) => (
              <option value={String(hours)} selected={urgencyStep(known.urgencyHours).hours === hours}>
                {words[locale]}
              </option>
            ))}
          </select>
        </Field>
        <div class="pair">
          <Field id="c-municipality" label={TALK.municipality[locale]}>
            <input
              class="input"
              id="c-municipality"
              name="municipality"
              maxlength={80}
              autocomplete="address-level2"
              value={known.municipality ?? ""}
            />
          </Field>
          <Field id="c-uf" label={TALK.state[locale]}>
            <select class="input" id="c-uf" name="uf" autocomplete="address-level1">
              <option value="" selected={known.uf === null} aria-label={TALK.unknown[locale]}>
                –
              </option>
              {UFS.map((uf) => (
                <option value={uf} selected={known.uf === uf}>
                  {uf}
                </option>
              ))}
            </select>
          </Field>
        </div>
        <fieldset class="field" id="c-dates">
          <legend>{TALK.deadlineDates[locale]}</legend>
          {[...dates, ...Array.from({ length: SPARE_DATES }, () => "")].map((date) => (
            <div class="date-row">
              <input
                class="input"
                type="date"
                name="deadline_dates"
                value={date}
                aria-label={TALK.deadlineDate[locale]}
              />
            </div>
          ))}
        </fieldset>
        <p class="error-line" id="correct-error" role="alert" hidden />
        <div>
          <button type="submit" class="button quiet">
            {TALK.save[locale]}
          </button>
        </div>
      </form>
    </details>
  );
}

function lineOf(known: Understanding, locale: Locale): string {
  if (known.area === null) return TALK.nothingYet[locale];
  return `${AREA_NAMES[known.area][locale]} · ${urgencyWords(known.urgencyHours, locale).toLocaleLowerCase(locale)}`;
}

function areaWords({ area, subarea }: Understanding, locale: Locale): string {
  if (area === null || !isArea(area)) return TALK.unknown[locale];
  const finer = subarea === null ? null : subareaName(area, subarea);
  return finer === null ? AREA_NAMES[area][locale] : `${AREA_NAMES[area][locale]}: ${finer[locale]}`;
}

function placeWords({ uf, municipality }: Understanding, locale: Locale): string {
  return [municipality, uf].filter((part) => part !== null).join(", ") || TALK.unknown[locale];
}

function datesWords({ dates }: Understanding, locale: Locale): string {
  return dates.map(({ date }) => dayWords(date, locale)).join("; ") || TALK.unknown[locale];
}

/** How many professionals are in reach; empty for none. */
function reachWords(available: number | null, locale: Locale): string {
  if (!available) return "";
  return available === 1 ? TALK.inReachOne[locale] : TALK.inReach[locale].replace("{n}", String(available));
}
