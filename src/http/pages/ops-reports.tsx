// Reports of one side of a talk about the other, and the talk itself once a reason was given, in the console.
import { type Context, Hono } from "hono";
import type { Locale } from "../../domain/locale.ts";
import { REPORT_REASON_NAMES, REPORT_STATUSES, type ReportStatus } from "../../domain/talk/report-reasons.ts";
import { decideReport, decideReportInput } from "../../services/talk/decide-report.ts";
import { listReports, type ReportItem } from "../../services/talk/list-reports.ts";
import {
  type OperatorTalk,
  readTalkAsOperator,
  sittingOf,
  talkReasonInput,
} from "../../services/talk/read-as-operator.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { CaseStatusTag, Pager, Tabs } from "./ops-parts.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { OPS } from "./texts/ops.ts";
import { OPS_TALK, REPORTS, TALK_LIVE } from "./texts/talk.ts";

export const opsReportsPages = new Hono<AppEnv>();

opsReportsPages.get("/ops/reports", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const status = REPORT_STATUSES.find((one) => one === query.status) ?? "open";
  const { items, next } = await listReports(services, operator, { status, cursor: query.cursor });
  return opsPage(c, {
    section: "reports",
    title: REPORTS.title[locale],
    main: <Reports status={status} items={items} next={next} query={query} locale={locale} />,
  });
});

opsReportsPages.post("/ops/reports/:id/decide", async (c) => {
  const { services, operator } = desk(c);
  const input = decideReportInput.parse({ decision: (await formBody(c)).get("decision") });
  let caseId = "";
  const back = await acted(c, "/ops/reports", async () => {
    caseId = (await decideReport(services, operator, c.req.param("id"), input)).case_id;
  });
  // Whoever takes a case over goes on there.
  return input.decision === "take_over" && caseId !== "" ? c.redirect(`/ops/cases/${caseId}`, 303) : back;
});

opsReportsPages.get("/ops/cases/:caseId/talk", async (c) => {
  const { services, operator, query } = desk(c);
  const caseId = c.req.param("caseId");
  const talk = await sittingOf(services, operator, caseId, { offer_id: query.offer_id, cursor: query.cursor });
  return talkPage(c, caseId, talk);
});

opsReportsPages.post("/ops/cases/:caseId/talk", async (c) => {
  const { services, operator } = desk(c);
  const caseId = c.req.param("caseId");
  const reason = (await formBody(c)).get("reason") ?? "";
  if (!talkReasonInput.safeParse({ reason }).success) return talkPage(c, caseId, null, reason);
  await readTalkAsOperator(services, operator, caseId, { reason });
  return c.redirect(`/ops/cases/${caseId}/talk`, 303);
});

function talkPage(c: Context<AppEnv>, caseId: string, talk: OperatorTalk | null, reason?: string): Promise<Response> {
  const locale = c.get("locale");
  return opsPage(c, {
    section: "cases",
    title: OPS_TALK.title[locale],
    status: reason === undefined ? 200 : 422,
    main: (
      <div class="stack">
        <h1>{OPS_TALK.title[locale]}</h1>
        <p class="row">
          <a href={`/ops/cases/${caseId}`} class="code">
            {caseId}
          </a>
        </p>
        {talk === null ? (
          <Reason caseId={caseId} reason={reason} locale={locale} />
        ) : (
          <Talks of={talk} locale={locale} />
        )}
      </div>
    ),
  });
}

function Reason({ caseId, reason, locale }: { caseId: string; reason: string | undefined; locale: Locale }) {
  const error = reason === undefined ? null : OPS_TALK.short[locale];
  return (
    <form method="post" action={`/ops/cases/${caseId}/talk`} class="panel stack tight">
      <p>{OPS_TALK.why[locale]}</p>
      <Field id="reason" label={OPS_TALK.reason[locale]} error={error}>
        <textarea
          class="input"
          id="reason"
          name="reason"
          rows={3}
          minlength={10}
          maxlength={300}
          required
          {...describedBy("reason", undefined, error)}
        >
          {reason ?? ""}
        </textarea>
      </Field>
      <div>
        <button type="submit" class="button">
          {OPS_TALK.read[locale]}
        </button>
      </div>
    </form>
  );
}

function Talks({ of, locale }: { of: OperatorTalk; locale: Locale }) {
  return (
    <div class="stack">
      <p class="soft">
        {OPS_TALK.until[locale]} <Moment at={of.until} locale={locale} style="time" />
      </p>
      {of.talks.length === 0 && <Empty>{OPS_TALK.none[locale]}</Empty>}
      {of.talks.map((talk) => (
        <section class="panel stack tight" aria-labelledby={talk.offer_id}>
          <h2 id={talk.offer_id}>{talk.professional}</h2>
          {talk.next !== null && (
            <p>
              <a href={`?${new URLSearchParams({ offer_id: talk.offer_id, cursor: talk.next })}`}>
                {OPS_TALK.older[locale]}
              </a>
            </p>
          )}
          <ol class="history">
            {talk.items.toReversed().map((item) => (
              <li>
                <Moment at={item.at} locale={locale} style="short" />{" "}
                <strong>{item.from === "client" ? TALK_LIVE.client[locale] : talk.professional}</strong>
                {": "}
                <span class="summary">{item.text}</span>
                {item.file !== null && <span class="code"> {item.file.name ?? item.file.id}</span>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface ReportsProps {
  status: ReportStatus;
  items: ReportItem[];
  next: string | null;
  query: Record<string, string | undefined>;
  locale: Locale;
}

function Reports({ status, items, next, query, locale }: ReportsProps) {
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{REPORTS.title[locale]}</h1>
        <p>{REPORTS.lead[locale]}</p>
      </div>
      <Tabs
        label={OPS.status[locale]}
        tabs={REPORT_STATUSES.map((one) => ({
          href: `/ops/reports?status=${one}`,
          name: REPORTS[one][locale],
          current: one === status,
        }))}
      />
      <Live id="report-list" of={[status, items]} class="stack">
        {items.length === 0 && <Empty>{REPORTS.empty[locale]}</Empty>}
        <ol class="panels">
          {items.map((item) => (
            <Report item={item} locale={locale} />
          ))}
        </ol>
        <Pager path="/ops/reports" query={query} next={next} locale={locale} />
      </Live>
    </div>
  );
}

function Report({ item, locale }: { item: ReportItem; locale: Locale }) {
  const { professional } = item;
  return (
    <li class="panel stack tight" data-row="" tabindex={-1} aria-labelledby={`${item.id}-what`}>
      <p class="row">
        <strong id={`${item.id}-what`}>{REPORT_REASON_NAMES[item.reason][locale]}</strong>
        <span>
          {item.by === "client"
            ? `${REPORTS.byClient[locale]} ${professional.name}`
            : `${professional.name} ${REPORTS.byProfessional[locale]}`}
        </span>
        <span class="soft">
          <Moment at={item.created_at} locale={locale} style="short" />
        </span>
      </p>
      {item.words !== "" && <blockquote class="summary">{item.words}</blockquote>}
      <p class="row">
        <CaseStatusTag status={item.case_status} locale={locale} />
        <a href={`/ops/cases/${item.case_id}`}>{REPORTS.toCase[locale]}</a>
        <a href={`/ops/cases/${item.case_id}/talk`}>{REPORTS.toTalk[locale]}</a>
        {item.by === "client" && <a href={`/ops/professionals/${professional.id}`}>{REPORTS.suspend[locale]}</a>}
      </p>
      {item.status === "open" && (
        <form method="post" action={`/ops/reports/${item.id}/decide`} class="row">
          {(["dismiss", "warn", "take_over"] as const).map((decision) => (
            <button type="submit" class="button small quiet" name="decision" value={decision}>
              {REPORTS[decision][locale]}
            </button>
          ))}
        </form>
      )}
    </li>
  );
}
