// The report in the console, and the same as a spreadsheet.
import { Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import { csvOf } from "../../domain/words/csv.ts";
import { type Report, readReport } from "../../services/operations/read-report.ts";
import type { AppEnv } from "../app-env.ts";
import { desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Heads, Table } from "./ops-parts.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { REPORT, REPORT_FIGURES } from "./texts/ops-report.ts";

export const opsReportPages = new Hono<AppEnv>();

opsReportPages.get("/ops/report", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const { report, refused } = await readOrDefault(
    () => readReport(services, operator, query),
    () => readReport(services, operator),
  );
  return opsPage(c, {
    section: "report",
    title: REPORT.title[locale],
    main: <ReportPage report={report} refused={refused} locale={locale} />,
    ...(refused ? { status: 422 as const } : {}),
  });
});

/** Days that cannot be are said on the page, over the days that it shows by itself. */
async function readOrDefault(wanted: () => Promise<Report>, usual: () => Promise<Report>) {
  try {
    return { report: await wanted(), refused: false };
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "invalid_input") throw error;
    return { report: await usual(), refused: true };
  }
}

opsReportPages.get("/ops/report.csv", async (c) => {
  const { services, operator, query } = desk(c);
  const report = await readReport(services, operator, query);
  const rows = [
    ["group", "figure", "value"],
    ...GROUPS.flatMap((group) => Object.entries(report[group]).map(([name, value]) => [group, name, value])),
    ...report.areas.flatMap(({ area, ...figures }) =>
      Object.entries(figures).map(([name, value]) => [`area:${area}`, name, value]),
    ),
  ];
  return c.body(csvOf(rows), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="vez-${report.from}-${report.to}.csv"`,
    "cache-control": "private, no-store",
  });
});

const GROUPS = ["cases", "offers", "professionals", "reviews"] as const;

function ReportPage({ report, refused, locale }: { report: Report; refused: boolean; locale: Locale }) {
  const span = new URLSearchParams({ from: report.from, to: report.to });
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{REPORT.title[locale]}</h1>
        <p>{REPORT.lead[locale]}</p>
      </div>
      {refused && <Notice kind="bad">{REPORT.badDays[locale]}</Notice>}
      <form method="get" action="/ops/report" class="row">
        <label for="report-from">{REPORT.from[locale]}</label>
        <input class="input" type="date" id="report-from" name="from" value={report.from} required />
        <label for="report-to">{REPORT.to[locale]}</label>
        <input class="input" type="date" id="report-to" name="to" value={report.to} required />
        <button type="submit" class="button small">
          {REPORT.show[locale]}
        </button>
        <a href={`/ops/report.csv?${span}`}>{REPORT.download[locale]}</a>
      </form>
      <div class="columns">
        <Figures id="report-cases" title={REPORT.cases[locale]} figures={report.cases} locale={locale} />
        <Figures id="report-offers" title={REPORT.offers[locale]} figures={report.offers} locale={locale} />
        <Figures
          id="report-people"
          title={REPORT.people[locale]}
          figures={{ ...report.professionals, ...report.reviews }}
          locale={locale}
        />
      </div>
      <section class="stack tight" aria-labelledby="report-areas">
        <h2 id="report-areas">{REPORT.areas[locale]}</h2>
        <Areas areas={report.areas} locale={locale} />
      </section>
    </div>
  );
}

function Figures({
  id,
  title,
  figures,
  locale,
}: {
  id: string;
  title: string;
  figures: Record<string, number | null>;
  locale: Locale;
}) {
  return (
    <section class="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl class="facts">
        {Object.entries(figures).map(([name, value]) => (
          <>
            <dt>{REPORT_FIGURES[name as keyof typeof REPORT_FIGURES][locale]}</dt>
            <dd>{shown(name, value, locale)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function shown(name: string, value: number | null, locale: Locale): string {
  if (value === null) return REPORT.none[locale];
  return name.startsWith("minutes_") ? duration(value, locale) : value.toLocaleString(locale);
}

/** "45 min", "3,5 h", "2,1 dias": the largest unit of which there is at least one. */
function duration(minutes: number, locale: Locale): string {
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  if (minutes < 60) return `${number(minutes)} min`;
  if (minutes < 48 * 60) return `${number(minutes / 60)} h`;
  return `${number(minutes / 1440)} ${DAYS[locale]}`;
}

const DAYS = { "pt-BR": "dias", en: "days" };

function Areas({ areas, locale }: { areas: Report["areas"]; locale: Locale }) {
  if (areas.length === 0) return <Empty>{REPORT.noAreas[locale]}</Empty>;
  const { opened, accepted, unmatched, minutes_to_acceptance: time } = REPORT_FIGURES;
  return (
    <Table
      label={REPORT.areas[locale]}
      head={<Heads names={[REPORT.area, opened, accepted, unmatched, time]} locale={locale} />}
    >
      {areas.map((row) => (
        <tr>
          <th scope="row">{isArea(row.area) ? AREA_NAMES[row.area][locale] : row.area}</th>
          <td>{row.opened}</td>
          <td>{row.accepted}</td>
          <td>{row.unmatched}</td>
          <td>{shown("minutes_", row.minutes_to_acceptance, locale)}</td>
        </tr>
      ))}
    </Table>
  );
}
