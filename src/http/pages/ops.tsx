// The operators' console. It works before any script has loaded; the module adds keys and keeps it up to date.
import { Hono } from "hono";
import { newId } from "../../base/ids.ts";
import { CASE_STATUSES } from "../../domain/case-state.ts";
import { CASE_STATUS_NAMES, OFFER_STATUS_NAMES, subjectWords } from "../../domain/words/labels.ts";
import { readConfig } from "../../env.ts";
import { jobLedger } from "../../job-ledger.ts";
import { vendorGaps } from "../../providers/vendor-gaps.ts";
import { readPools } from "../../services/equity/read-pools.ts";
import { giveBack, readAsOperator, sayAsOperator, takeOver } from "../../services/operations/hold-conversation.ts";
import { listCases } from "../../services/operations/list-cases.ts";
import { listEquity, readEquity } from "../../services/operations/list-equity.ts";
import { listAllOffers } from "../../services/operations/list-offers.ts";
import { listOutbox } from "../../services/operations/list-outbox.ts";
import { listRefusals } from "../../services/operations/list-refusals.ts";
import { readOverview } from "../../services/operations/read-overview.ts";
import type { AppEnv } from "../app-env.ts";
import { session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { opsCasePages } from "./ops-case-pages.tsx";
import { OpsConversation } from "./ops-conversation.tsx";
import { acted, desk } from "./ops-desk.ts";
import { Equity } from "./ops-equity.tsx";
import { opsPage } from "./ops-frame.tsx";
import { opsKeyPages } from "./ops-keys.tsx";
import { JobTable, OfferTable } from "./ops-lists.tsx";
import { opsMailPages } from "./ops-mail.tsx";
import { opsMatchPages } from "./ops-match-pages.tsx";
import { opsOrganisationPages } from "./ops-organisations.tsx";
import { OverviewPage } from "./ops-overview.tsx";
import { CaseTable, Pager, Tabs } from "./ops-parts.tsx";
import { opsPeoplePages } from "./ops-people.tsx";
import { opsProfessionalPages } from "./ops-professional-pages.tsx";
import { opsQueuePages } from "./ops-queues.tsx";
import { opsRankingPages } from "./ops-ranking-pages.tsx";
import { opsReportPages } from "./ops-report.tsx";
import { opsReportsPages } from "./ops-reports.tsx";
import { opsTenantPages } from "./ops-tenants.tsx";
import { opsVerificationPages } from "./ops-verification-pages.tsx";
import { opsWebhookPages } from "./ops-webhooks.tsx";
import { Live } from "./parts/live.tsx";
import { requirePageRole } from "./require-page-role.ts";
import { CONVERSATIONS, EQUITY, JOBS, OPS, OPS_CASES, OVERVIEW } from "./texts/ops.ts";

export const opsPages = new Hono<AppEnv>();

opsPages.use("/ops", session, requirePageRole("operator"));
opsPages.use("/ops/*", session, requirePageRole("operator"));
opsPages.route("/", opsCasePages);
opsPages.route("/", opsQueuePages);
opsPages.route("/", opsKeyPages);
opsPages.route("/", opsMailPages);
opsPages.route("/", opsMatchPages);
opsPages.route("/", opsPeoplePages);
opsPages.route("/", opsProfessionalPages);
opsPages.route("/", opsRankingPages);
opsPages.route("/", opsOrganisationPages);
opsPages.route("/", opsReportPages);
opsPages.route("/", opsReportsPages);
opsPages.route("/", opsTenantPages);
opsPages.route("/", opsVerificationPages);
opsPages.route("/", opsWebhookPages);

const NEEDS = 10;

opsPages.get("/ops", async (c) => {
  const { services, operator, locale } = desk(c);
  const config: Readonly<Record<string, unknown>> = readConfig(c.env);
  const [overview, equity, waiting, unmatched, dead, refusals] = await Promise.all([
    readOverview(services, operator),
    readEquity(services, operator),
    listCases(services, operator, { conversation: "waiting", limit: NEEDS }),
    listCases(services, operator, { status: "unmatched", limit: NEEDS }),
    listOutbox(services, operator, { status: "dead", limit: NEEDS }),
    listRefusals(services, operator, (variable) => config[variable] !== undefined),
  ]);
  return opsPage(c, {
    section: "overview",
    title: OVERVIEW.title[locale],
    main: (
      <OverviewPage
        overview={overview}
        gini={equity.gini}
        waiting={waiting.items}
        unmatched={unmatched.items}
        dead={dead.items}
        gaps={vendorGaps(config)}
        refusals={refusals}
        locale={locale}
      />
    ),
  });
});

opsPages.get("/ops/cases", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const { status, cursor } = query;
  // What nobody could take comes first: there a person is waited for.
  const first = status === undefined && cursor === undefined;
  const [overview, list, untaken] = await Promise.all([
    readOverview(services, operator),
    listCases(services, operator, { status, cursor }),
    first ? listCases(services, operator, { status: "unmatched", limit: NEEDS }) : null,
  ]);
  const shown = new Set(untaken?.items.map(({ id }) => id));
  const items = [...(untaken?.items ?? []), ...list.items.filter(({ id }) => !shown.has(id))];
  const tabs = CASE_STATUSES.map((one) => ({
    href: `/ops/cases?status=${one}`,
    name: CASE_STATUS_NAMES[one][locale],
    current: status === one,
    count: overview.cases[one],
  }));
  return opsPage(c, {
    section: "cases",
    title: OPS_CASES.title[locale],
    main: (
      <div class="stack">
        <h1>{OPS_CASES.title[locale]}</h1>
        <Live id="case-list" of={[overview.cases, items]} class="stack">
          <Tabs
            label={OPS.status[locale]}
            tabs={[{ href: "/ops/cases", name: OPS.all[locale], current: status === undefined }, ...tabs]}
          />
          <CaseTable
            items={items}
            label={OPS_CASES.title[locale]}
            to={(item) => `/ops/cases/${item.id}`}
            empty={OPS.empty[locale]}
            locale={locale}
          />
          <Pager path="/ops/cases" query={query} next={list.next} locale={locale} />
        </Live>
      </div>
    ),
  });
});

opsPages.get("/ops/conversations", async (c) => {
  const { services, operator, locale } = desk(c);
  const [waiting, taken, talking] = await Promise.all([
    listCases(services, operator, { conversation: "waiting" }),
    listCases(services, operator, { conversation: "taken" }),
    listCases(services, operator, { conversation: "talking", limit: 30 }),
  ]);
  const parts = [
    { id: "waiting", title: CONVERSATIONS.waiting, empty: CONVERSATIONS.waitingEmpty, items: waiting.items },
    { id: "taken", title: CONVERSATIONS.taken, empty: CONVERSATIONS.takenEmpty, items: taken.items },
    { id: "talking", title: CONVERSATIONS.talking, empty: CONVERSATIONS.talkingEmpty, items: talking.items },
  ];
  return opsPage(c, {
    section: "conversations",
    title: CONVERSATIONS.title[locale],
    main: (
      <div class="stack">
        <h1>{CONVERSATIONS.title[locale]}</h1>
        {parts.map(({ id, title, empty, items }) => (
          <section class="stack tight" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title[locale]}</h2>
            <Live id={`conversations-${id}`} of={items}>
              <CaseTable
                items={items}
                label={title[locale]}
                to={(item) => `/ops/conversations/${item.id}`}
                empty={empty[locale]}
                locale={locale}
              />
            </Live>
          </section>
        ))}
      </div>
    ),
  });
});

opsPages.get("/ops/conversations/:caseId", async (c) => {
  const { services, operator, locale } = desk(c);
  const caseId = c.req.param("caseId");
  const read = await readAsOperator(services, operator, { caseId });
  return opsPage(c, {
    section: "conversations",
    title: subjectWords(read.snapshot.understanding.area, read.snapshot.understanding.subarea, locale),
    stream: `/api/v2/triage/stream/${caseId}`,
    after: read.snapshot.lastSeq,
    main: <OpsConversation read={read} actionKey={newId("msg", services.now().getTime())} locale={locale} />,
  });
});

opsPages.post("/ops/conversations/:caseId/:action{take-over|say|give-back}", async (c) => {
  const { services, operator } = desk(c);
  const { caseId, action } = c.req.param();
  const form = await formBody(c);
  const key = form.get("key") ?? form.get("client_message_id") ?? "";
  return acted(c, `/ops/conversations/${caseId}`, () => {
    if (action === "take-over") return takeOver(services, operator, { caseId, key });
    if (action === "give-back") return giveBack(services, operator, { caseId, key, note: form.get("note") ?? "" });
    return sayAsOperator(services, operator, { caseId, text: form.get("text") ?? "", client_message_id: key });
  });
});

opsPages.get("/ops/offers", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const { status, cursor } = query;
  const list = await listAllOffers(services, operator, { status, cursor });
  const open = { "pt-BR": "Abertas", en: "Open" };
  const names = { open, ...OFFER_STATUS_NAMES };
  const shown = ["open", "accepted", "declined", "expired", "withdrawn"] as const;
  return opsPage(c, {
    section: "offers",
    title: OPS_CASES.offers[locale],
    main: (
      <div class="stack">
        <h1>{OPS_CASES.offers[locale]}</h1>
        <Tabs
          label={OPS.status[locale]}
          tabs={[
            { href: "/ops/offers", name: OPS.all[locale], current: status === undefined },
            ...shown.map((one) => ({
              href: `/ops/offers?status=${one}`,
              name: names[one][locale],
              current: status === one,
            })),
          ]}
        />
        <Live id="offer-list" of={list}>
          <OfferTable items={list.items} locale={locale} />
          <Pager path="/ops/offers" query={query} next={list.next} locale={locale} />
        </Live>
      </div>
    ),
  });
});

opsPages.get("/ops/equity", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const { sort, order, area, uf, cursor } = query;
  const [figures, areas, runs, list] = await Promise.all([
    readEquity(services, operator),
    readPools(services, operator),
    jobLedger(c.env).list(),
    listEquity(services, operator, { sort, order, area, uf, cursor }),
  ]);
  return opsPage(c, {
    section: "equity",
    title: EQUITY.title[locale],
    main: (
      <Equity
        figures={figures}
        areas={areas}
        run={runs.find(({ job }) => job === "equity")}
        items={list.items}
        next={list.next}
        query={query}
        locale={locale}
      />
    ),
  });
});

opsPages.get("/ops/jobs", async (c) => {
  const { locale } = desk(c);
  const runs = await jobLedger(c.env).list();
  return opsPage(c, {
    section: "jobs",
    title: JOBS.title[locale],
    main: (
      <div class="stack">
        <h1>{JOBS.title[locale]}</h1>
        <Live id="job-list" of={runs}>
          <JobTable items={runs} locale={locale} />
        </Live>
      </div>
    ),
  });
});
