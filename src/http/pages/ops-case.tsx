// One case in the console: facts, offers, why these professionals, and what was done to it.

import type { Locale } from "../../domain/locale.ts";
import {
  COMPLEXITY_NAMES,
  CONTRACT_STATUS_NAMES,
  flagName,
  languageName,
  PRESET_NAMES,
  placeWords,
  subjectWords,
} from "../../domain/words/labels.ts";
import { dayWords } from "../../domain/words/moments.ts";
import type { Shortlist } from "../../services/matching/read-shortlist.ts";
import type { ReplayView } from "../../services/matching/replay-shortlist.ts";
import type { OfferItem } from "../../services/operations/list-offers.ts";
import type { OperatorCase } from "../../services/operations/read-case.ts";
import { OpsCourse } from "./ops-course.tsx";
import { OfferTable } from "./ops-lists.tsx";
import { ModelCosts } from "./ops-model-usage.tsx";
import { CaseStatusTag } from "./ops-parts.tsx";
import { Searches } from "./ops-shortlist.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { OPS_COURSE } from "./texts/course.ts";
import { CONVERSATION, CONVERSATIONS, OPS, OPS_CASES } from "./texts/ops.ts";
import { MODEL_USAGE } from "./texts/ops-model-usage.ts";
import { SHORTLIST } from "./texts/ops-shortlist.ts";
import { MODE_NAMES, TENANTS } from "./texts/ops-tenants.ts";
import { OPS_REACH } from "./texts/reach.ts";
import { OPS_TALK } from "./texts/talk.ts";

export interface OpsCaseProps {
  item: OperatorCase;
  offers: OfferItem[];
  shortlist: Shortlist;
  query: Record<string, string | undefined>;
  /** Of the press that this page answers. */
  replay?: ReplayView;
  locale: Locale;
}

export function OpsCase({ item, offers, shortlist, query, replay, locale }: OpsCaseProps) {
  return (
    <div class="stack">
      <header class="stack tight">
        <h1>{subjectWords(item.area, item.subarea, locale)}</h1>
        <p class="row">
          <span class="code">{item.id}</span>
          <a class="button small" href={`/ops/conversations/${item.id}`}>
            {CONVERSATIONS.open[locale]}
          </a>
          <a class="button small quiet" href={`/ops/cases/${item.id}/talk`}>
            {OPS_TALK.open[locale]}
          </a>
        </p>
      </header>
      <Live id="case-facts" of={{ ...item, history: null, changes: null, model_usage: null }} class="columns">
        <Facts item={item} locale={locale} />
        <div class="stack tight">
          <h2>{OPS_CASES.summary[locale]}</h2>
          <p>{item.summary ?? OPS_CASES.noSummary[locale]}</p>
          {item.status === "unmatched" && (
            <form method="post" action={`/ops/cases/${item.id}/search-again`} class="row">
              <button type="submit" class="button">
                {OPS_CASES.searchAgain[locale]}
              </button>
              <span class="soft">{OPS_CASES.searchAgainHint[locale]}</span>
            </form>
          )}
        </div>
      </Live>
      <section class="stack tight" aria-labelledby="course-title">
        <h2 id="course-title">{OPS_COURSE.title[locale]}</h2>
        <Live id="case-course" of={[item.status, item.changes]}>
          <OpsCourse item={item} locale={locale} />
        </Live>
      </section>
      <section class="stack tight" aria-labelledby="offers-title">
        <h2 id="offers-title">{OPS_CASES.offers[locale]}</h2>
        <Live id="case-offers" of={offers}>
          <OfferTable items={offers.toSorted((a, b) => b.wave - a.wave || a.rank - b.rank)} locale={locale} />
        </Live>
      </section>
      <section class="stack tight" aria-labelledby="shortlist-title">
        <h2 id="shortlist-title">{SHORTLIST.title[locale]}</h2>
        <Live id="case-shortlist" of={shortlist}>
          {item.mode === "directory" ? (
            <p class="soft">{TENANTS.noShortlist[locale]}</p>
          ) : (
            <Searches caseId={item.id} shortlist={shortlist} query={query} replay={replay ?? null} locale={locale} />
          )}
        </Live>
      </section>
      <section class="stack tight" aria-labelledby="models-title">
        <h2 id="models-title">{MODEL_USAGE.title[locale]}</h2>
        <Live id="case-models" of={item.model_usage}>
          <ModelCosts usage={item.model_usage} locale={locale} />
        </Live>
      </section>
      <section class="stack tight" aria-labelledby="history-title">
        <h2 id="history-title">{OPS_CASES.history[locale]}</h2>
        <ol class="history">
          {item.history.map(({ action, by, at }) => (
            <li>
              <Moment at={at} locale={locale} style="short" /> <span class="code">{action}</span>{" "}
              <span class="soft code">{by}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Facts({ item, locale }: { item: OperatorCase; locale: Locale }) {
  return (
    <dl class="facts">
      <dt>{OPS.status[locale]}</dt>
      <dd>
        <CaseStatusTag status={item.status} locale={locale} />
      </dd>
      <dt>{TENANTS.mode[locale]}</dt>
      <dd>{MODE_NAMES[item.mode][locale]}</dd>
      <dt>{OPS.place[locale]}</dt>
      <dd>{placeWords(item.municipality, item.uf) ?? "–"}</dd>
      <dt>{OPS.urgency[locale]}</dt>
      <dd>{item.urgency_hours === null ? "–" : `${item.urgency_hours} ${OPS.hours[locale]}`}</dd>
      <dt>{OPS.complexity[locale]}</dt>
      <dd>{item.complexity === null ? "–" : COMPLEXITY_NAMES[item.complexity][locale]}</dd>
      <dt>{OPS.confidence[locale]}</dt>
      <dd>{item.confidence === null ? "–" : `${Math.round(item.confidence * 100)}%`}</dd>
      <dt>{OPS.flags[locale]}</dt>
      <dd>{item.flags.map((flag) => flagName(flag, locale)).join(", ") || OPS.none[locale]}</dd>
      <dt>{CONVERSATION.deadlines[locale]}</dt>
      <dd>
        {item.deadlines.map(({ label, date }) => `${label[locale]}: ${dayWords(date, locale)}`).join("; ") ||
          OPS.none[locale]}
      </dd>
      <dt>{OPS_CASES.parties[locale]}</dt>
      <dd>{item.adverse_parties.join(", ") || OPS.none[locale]}</dd>
      <dt>{OPS.language[locale]}</dt>
      <dd>
        {item.languages.map((language) => languageName(language, locale)).join(", ") ||
          languageName(item.locale, locale)}
      </dd>
      <dt>{OPS_CASES.client[locale]}</dt>
      <dd>{item.client_email ?? OPS_CASES.anonymous[locale]}</dd>
      <dt>{OPS_CASES.preset[locale]}</dt>
      <dd>{PRESET_NAMES[item.preset][locale]}</dd>
      <dt>{OPS.opened[locale]}</dt>
      <dd>
        <Moment at={item.created_at} locale={locale} style="short" />
      </dd>
      {item.waits_until !== null && (
        <>
          <dt>{OPS_REACH.waits[locale]}</dt>
          <dd>
            <Moment at={item.waits_until} locale={locale} style="short" />
          </dd>
        </>
      )}
      {item.likenesses.length > 0 && (
        <>
          <dt>{OPS_REACH.like[locale]}</dt>
          <dd>
            {item.likenesses.map(({ case_id, answer }) => (
              <span class="block">
                <a class="code" href={`/ops/cases/${case_id}`}>
                  {case_id}
                </a>{" "}
                {OPS_REACH[answer ?? "open"][locale]}
              </span>
            ))}
          </dd>
        </>
      )}
      {item.contract_id !== null && item.contract_status !== null && (
        <>
          <dt>{OPS_CASES.contract[locale]}</dt>
          <dd>
            <a href={`/contracts/${item.contract_id}`}>{CONTRACT_STATUS_NAMES[item.contract_status][locale]}</a>
          </dd>
        </>
      )}
    </dl>
  );
}
