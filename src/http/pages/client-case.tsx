// The client's case: what happens next, the summary, the days that count, what to gather, and the files.
import { isArea } from "../../domain/legal/areas.ts";
import { documentsFor } from "../../domain/legal/documents.ts";
import type { Locale } from "../../domain/locale.ts";
import { sentenceWith } from "../../domain/triage/sentence-with.ts";
import { type TimelineItem, timelineOf } from "../../domain/triage/timeline.ts";
import { hasAsked, isTaken, mayChoose } from "../../domain/words/case-news.ts";
import { nowWords } from "../../domain/words/case-words.ts";
import { dayWords } from "../../domain/words/moments.ts";
import { MAX_SUMMARY_CHARACTERS } from "../../services/cases/edit-summary.ts";
import type { FileView } from "../../services/files/file-view.ts";
import { CaseFiles } from "./client-case-files.tsx";
import { ChangeSection, HelpSection, ReopenWay } from "./client-change.tsx";
import type { ClientView } from "./client-view.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { ClientQuestions } from "./questions.tsx";
import { ReachSection } from "./reach-section.tsx";
import { TalkLink } from "./talk-link.tsx";
import { TALK } from "./texts/client.ts";
import { CASE } from "./texts/client-case.ts";

export interface CaseView {
  view: ClientView;
  summary: { text: string; version: number; editable: boolean };
  held: readonly string[];
  files: readonly FileView[];
  maxMb: number;
  /** YYYY-MM-DD where the reader is. */
  today: string;
  /** What comes after the present state. */
  steps: readonly string[];
}

/** What a form that was just sent left behind. */
export interface CaseAgain {
  done?: string;
  /** The reader's own text that could not be saved, with the reason. */
  summary?: { text: string; error: string };
  fileError?: string;
  /** Why an answer to a question was not taken, by the error's code. */
  refused?: string | null;
}

export function CasePage({ of, again, locale }: { of: CaseView; again: CaseAgain; locale: Locale }) {
  const { view } = of;
  const now = nowWords(view.news, { locale, zone: view.zone });
  const complete = of.summary.text !== "";
  return (
    <div class="stack loose">
      <div class="stack tight">
        <p>
          <a class="way" href={`/conversations/${view.caseId}#latest`}>
            {CASE.back[locale]}
          </a>
        </p>
        <h1>{CASE.title[locale]}</h1>
      </div>
      {view.snapshot.understanding.flags.includes("violence") && (
        <form method="post" action="/leave" class="leave" id="exit">
          <button type="submit" class="exit" title={TALK.exitHint[locale]}>
            {TALK.exit[locale]}
          </button>
        </form>
      )}
      {again.done !== undefined && <Notice kind="good">{again.done}</Notice>}
      <section class="card stack tight" aria-labelledby="next-title">
        <h2 id="next-title">{CASE.next[locale]}</h2>
        <p>
          <strong>{now.title}</strong>
        </p>
        <p>{now.text}</p>
        <ReopenWay view={view} locale={locale} />
        {of.steps.length > 0 && (
          <ol class="steps" aria-label={CASE.after[locale]}>
            {of.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        )}
        {view.news.contractId !== null && (
          <p>
            <a class="button" href={`/contracts/${view.news.contractId}`}>
              {TALK.openContract[locale]}
            </a>
          </p>
        )}
        {mayChoose(view.news) && (
          <p>
            <a class="button" href={`/conversations/${view.caseId}/professionals`}>
              {TALK.choose[locale]}
            </a>
          </p>
        )}
        {isTaken(view.news) && (
          <p>
            <TalkLink caseId={view.caseId} unread={view.unread} shown locale={locale} />
          </p>
        )}
        {hasAsked(view.news) && (
          <p>
            <a class="way" href={`/conversations/${view.caseId}/why`}>
              {CASE.why[locale]}
            </a>
          </p>
        )}
      </section>
      <ClientQuestions
        caseId={view.caseId}
        questions={view.questions}
        back="case"
        refused={again.refused ?? null}
        locale={locale}
      />
      <HelpSection view={view} uf={view.snapshot.understanding.uf} locale={locale} />
      {complete ? <Summary of={of} again={again} locale={locale} /> : <p class="soft">{CASE.notYet[locale]}</p>}
      <Timeline of={of} locale={locale} />
      {complete && <Documents of={of} locale={locale} />}
      <ReachSection caseId={view.caseId} asks={view.asks} locale={locale} />
      <CaseFiles
        to={`/conversations/${view.caseId}/files`}
        files={of.files}
        maxMb={of.maxMb}
        error={again.fileError}
        locale={locale}
      />
      <ChangeSection view={view} locale={locale} />
    </div>
  );
}

function Summary({ of: { view, summary }, again, locale }: { of: CaseView; again: CaseAgain; locale: Locale }) {
  const error = again.summary?.error ?? null;
  return (
    <section class="card stack" id="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{CASE.summary[locale]}</h2>
      <p class="summary">{summary.text}</p>
      {summary.editable ? (
        <details open={error !== null}>
          <summary>{CASE.summaryEdit[locale]}</summary>
          <form method="post" action={`/conversations/${view.caseId}/summary`} class="stack">
            <Field id="summary-text" label={CASE.summary[locale]} hint={CASE.summaryHint[locale]} error={error}>
              <textarea
                class="input"
                id="summary-text"
                name="text"
                rows={8}
                maxlength={MAX_SUMMARY_CHARACTERS}
                required
                {...describedBy("summary-text", true, error)}
              >
                {again.summary?.text ?? summary.text}
              </textarea>
            </Field>
            <p id="summary-left" class="soft small" hidden />
            <input type="hidden" name="version" value={String(summary.version)} />
            <div>
              <button type="submit" class="button">
                {CASE.summarySave[locale]}
              </button>
            </div>
          </form>
        </details>
      ) : (
        <>
          {again.summary !== undefined && (
            <div class="field">
              <p class="error">{again.summary.error}</p>
              <p>{CASE.summaryUnsaved[locale]}</p>
              <blockquote class="summary" id="summary-unsaved">
                {again.summary.text}
              </blockquote>
            </div>
          )}
          <p class="soft small">{(isTaken(view.news) ? CASE.summaryFixed : CASE.summaryRests)[locale]}</p>
        </>
      )}
    </section>
  );
}

function Timeline({ of: { view, today }, locale }: { of: CaseView; locale: Locale }) {
  const items = timelineOf(view.snapshot.understanding, today);
  const told = view.entries.flatMap(({ entry }) =>
    entry.kind === "said" && entry.from === "client" ? [entry.text] : [],
  );
  return (
    <section class="card stack tight" aria-labelledby="facts-title">
      <h2 id="facts-title">{CASE.facts[locale]}</h2>
      {items.length === 0 && <p class="soft">{CASE.factsNone[locale]}</p>}
      {items.length > 0 && (
        <ol class="timeline">
          {items.map((item) => (
            <li class={`${item.kind} ${item.when}`}>
              {item.date === "" ? (
                <span>{CASE.noDay[locale]}</span>
              ) : (
                <time datetime={item.date}>{dayWords(item.date, locale)}</time>
              )}
              {item.when === "today" && <span class="tag">{CASE.today[locale]}</span>}
              <p>{wordsOf(item, told, locale)}</p>
              {item.source !== null && (
                <p class="soft small" lang="pt-BR">
                  {item.source}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function wordsOf(item: TimelineItem, told: readonly string[], locale: Locale): string {
  if (item.label === null) return item.quote === "" ? "" : `${CASE.told[locale]}: “${sentenceWith(item.quote, told)}”`;
  if (item.kind === "appointment") return item.label[locale];
  return `${item.label[locale]}: ${item.passed ? CASE.passed[locale] : CASE.lastDay[locale]}`;
}

function Documents({ of: { view, held }, locale }: { of: CaseView; locale: Locale }) {
  const { area, subarea } = view.snapshot.understanding;
  const wanted = area === null || !isArea(area) ? [] : documentsFor(area, subarea);
  if (wanted.length === 0) return null;
  return (
    <section class="card stack" id="documents" aria-labelledby="documents-title">
      <h2 id="documents-title">{CASE.documents[locale]}</h2>
      <form method="post" action={`/conversations/${view.caseId}/documents`} class="stack">
        <p class="soft">{CASE.documentsHint[locale]}</p>
        <ul class="wanted">
          {wanted.map(({ id, name, why, where }) => (
            <li>
              <label class="check">
                <input type="checkbox" name="have" value={id} checked={held.includes(id)} />
                <span>
                  <strong>{name[locale]}</strong>
                  <span class="soft small block">{why[locale]}</span>
                  <span class="soft small block">
                    {CASE.where[locale]}: {where[locale]}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div>
          <button type="submit" class="button quiet">
            {CASE.documentsSave[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}
