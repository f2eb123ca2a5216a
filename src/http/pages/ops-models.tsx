// Learned models in the console: what decides now, training, import, and the models kept with their measures.
import type { Locale, Text } from "../../domain/locale.ts";
import { COLD_START_CASES } from "../../domain/matching/blend.ts";
import type { listModels } from "../../services/models/list-models.ts";
import type { ModelView } from "../../services/models/model-view.ts";
import { ModelTable } from "./ops-model-table.tsx";
import { Pager } from "./ops-parts.tsx";
import { percent } from "./ops-shortlist.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { IMPORT_REFUSED, MODELS } from "./texts/ops-models.ts";
import { GRADED } from "./texts/ops-shortlist.ts";

type Models = Awaited<ReturnType<typeof listModels>>;

export interface ModelsProps {
  models: Models;
  /** Cases there are to learn from. */
  graded: number;
  query: Record<string, string | undefined>;
  /** Of the import that this page answers. */
  refused?: { code: string; detail: string };
  locale: Locale;
}

export function ModelsPage({ models, graded, query, refused, locale }: ModelsProps) {
  const serving = models.items.find(({ status }) => status === "serving") ?? null;
  return (
    <div class="stack">
      <h1>{MODELS.title[locale]}</h1>
      {refused !== undefined && (
        <Notice kind="bad" title={MODELS.refused[locale]}>
          <p>{IMPORT_REFUSED[refused.code]?.[locale]}</p>
          {refused.detail !== "" && (
            <p lang="en" class="code">
              {refused.detail}
            </p>
          )}
        </Notice>
      )}
      <Live id="model-state" of={[serving, graded]}>
        <State serving={serving} graded={graded} locale={locale} />
      </Live>
      <div class="columns">
        <section class="stack tight" aria-labelledby="train-title">
          <h2 id="train-title">{MODELS.trainTitle[locale]}</h2>
          <Live id="training" of={models.last_training}>
            <LastTraining job={models.last_training} locale={locale} />
          </Live>
          <TrainForm locale={locale} />
        </section>
        <section class="stack tight" aria-labelledby="import-title">
          <h2 id="import-title">{MODELS.importTitle[locale]}</h2>
          <ImportForm open={refused !== undefined} locale={locale} />
        </section>
      </div>
      <section class="stack tight" aria-labelledby="models-title">
        <h2 id="models-title">{MODELS.list[locale]}</h2>
        <Live id="model-list" of={models.items}>
          <ModelTable items={models.items} locale={locale} />
        </Live>
        <Pager path="/ops/models" query={query} next={models.next} locale={locale} />
      </section>
    </div>
  );
}

function State({ serving, graded, locale }: { serving: ModelView | null; graded: number; locale: Locale }) {
  const count = graded.toLocaleString(locale);
  const learning = graded < COLD_START_CASES;
  return (
    <div class="stack tight">
      <p class="lead">
        {serving !== null && serving.share > 0 ? (
          <>
            <strong>{percent(serving.share, locale)}</strong> {MODELS.decides[locale]} (
            <span class="code">{serving.hash.slice(0, 12)}</span>), {MODELS.rest[locale]}
          </>
        ) : serving !== null ? (
          MODELS.servesCold[locale]
        ) : (
          <>
            <strong>{learning ? `${count} ${MODELS.of[locale]} ${COLD_START_CASES}` : count}</strong>{" "}
            {(learning ? MODELS.cold : MODELS.enough)[locale]}
          </>
        )}
      </p>
      <p class="soft">
        {serving !== null && `${MODELS.ours[locale]}: ${count}. `}
        {MODELS.window[locale]}
      </p>
      {learning && serving === null && (
        <progress
          class="meter narrow"
          max={COLD_START_CASES}
          value={graded}
          aria-label={`${count} ${MODELS.of[locale]} ${COLD_START_CASES}`}
        />
      )}
    </div>
  );
}

function LastTraining({ job, locale }: { job: Models["last_training"]; locale: Locale }) {
  if (job === null) return <p class="soft">{MODELS.never[locale]}</p>;
  const [kind, name] = JOB_STATES[job.status] ?? FAILED;
  return (
    <div class="stack tight" data-under-way={job.status === "waiting" ? "" : undefined}>
      <p>
        <span class={kind}>{name[locale]}</span>{" "}
        <span class="soft">
          {MODELS.asked[locale]} <Moment at={job.requested_at} locale={locale} style="short" />
        </span>
      </p>
      <TrainingResult job={job} locale={locale} />
    </div>
  );
}

const FAILED: readonly [string, Text] = ["tag bad", MODELS.failed];
const JOB_STATES: Readonly<Record<string, readonly [string, Text]>> = {
  waiting: ["tag care", MODELS.waiting],
  done: ["tag good", MODELS.done],
};

function TrainingResult({ job, locale }: { job: NonNullable<Models["last_training"]>; locale: Locale }) {
  if (job.status === "waiting") return <p class="soft">{MODELS.waitingDetail[locale]}</p>;
  if (job.status === "failed") {
    return (
      <p>
        {MODELS.failedDetail[locale]} <span class="code">{job.error ?? ""}</span>{" "}
        <a href="/ops/outbox?status=dead">{MODELS.toDead[locale]}</a>
      </p>
    );
  }
  const { result } = job;
  if (result === null) return null;
  if (result.outcome !== "trained") return <p>{MODELS.tooFew[locale]}</p>;
  return (
    <p>
      <a href={`#${String(result.model)}`}>{MODELS.trained[locale]}</a>: {String(result.graded_cases)} {GRADED[locale]},{" "}
      {String(result.rows)} {MODELS.rows[locale]}, {Number(result.seconds).toLocaleString(locale)}{" "}
      {MODELS.seconds[locale]}
    </p>
  );
}

const WINDOWS = [90, 180, 365, 730, 1095];

function TrainForm({ locale }: { locale: Locale }) {
  return (
    <form method="post" action="/ops/models/train" class="stack tight">
      <p class="row">
        <label>
          {MODELS.period[locale]}{" "}
          <select name="window_days" class="input inline">
            {WINDOWS.map((days) => (
              <option value={String(days)} selected={days === 365}>
                {days} {MODELS.days[locale]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button small">
          {MODELS.train[locale]}
        </button>
      </p>
      <p class="soft">{MODELS.trainHint[locale]}</p>
    </form>
  );
}

/** Folded: a rare act should not stand between an operator and the list. */
function ImportForm({ open, locale }: { open: boolean; locale: Locale }) {
  return (
    <>
      <p class="soft">{MODELS.importHint[locale]}</p>
      <details id="import" open={open}>
        <summary>{MODELS.import[locale]}</summary>
        <form method="post" action="/ops/models" enctype="multipart/form-data" class="stack tight">
          <div class="field">
            <label for="model-file">{MODELS.file[locale]}</label>
            <input
              id="model-file"
              type="file"
              name="file"
              class="input"
              accept=".txt,.json,.model,text/plain,application/json"
            />
          </div>
          <div class="field">
            <label for="model-text">{MODELS.paste[locale]}</label>
            <textarea id="model-text" name="text" class="input code" rows={4} spellcheck={false} />
          </div>
          <div class="field">
            <label for="model-cases">{MODELS.gradedCases[locale]}</label>
            <p class="hint" id="model-cases-hint">
              {MODELS.gradedHint[locale]}
            </p>
            <input
              id="model-cases"
              name="graded_cases"
              class="input inline"
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="model-cases-hint"
            />
          </div>
          <p>
            <button type="submit" class="button small">
              {MODELS.import[locale]}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}
