// The console's plain lists: offers, jobs.
import type { Locale } from "../../domain/locale.ts";
import type { JobRun } from "../../domain/ports.ts";
import { subjectWords } from "../../domain/words/labels.ts";
import type { OfferItem } from "../../services/operations/list-offers.ts";
import { Heads, OfferStatusTag, Table } from "./ops-parts.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { JOBS, OPS, OPS_CASES } from "./texts/ops.ts";

export function OfferTable({ items, locale }: { items: OfferItem[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{OPS.empty[locale]}</Empty>;
  const heads = [OPS.case, OPS.professional, OPS.status, OPS.wave, OPS.rank, OPS.created, OPS.expires, OPS.answered];
  return (
    <Table label={OPS_CASES.offers[locale]} head={<Heads names={[...heads, OPS.reason]} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="">
          <th scope="row">
            <a href={`/ops/cases/${item.case_id}`}>
              {[subjectWords(item.area, null, locale), item.uf].filter((part) => part !== null).join(", ")}
            </a>
          </th>
          <td>{item.professional}</td>
          <td>
            <OfferStatusTag status={item.status} locale={locale} />
          </td>
          <td class="number">{item.wave}</td>
          <td class="number">{item.rank}</td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
          <td>
            <Moment at={item.expires_at} locale={locale} style="short" />
          </td>
          <td>{item.answered_at === null ? "–" : <Moment at={item.answered_at} locale={locale} style="short" />}</td>
          <td>{item.decline_reason ?? ""}</td>
        </tr>
      ))}
    </Table>
  );
}

export function JobTable({ items, locale }: { items: JobRun[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{JOBS.empty[locale]}</Empty>;
  const heads = [JOBS.job, JOBS.outcome, JOBS.started, JOBS.took, JOBS.detail];
  return (
    <Table label={JOBS.title[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((run) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row" class="code">
            {run.job}
          </th>
          <td>
            <span class={run.outcome === "failed" ? "tag bad" : run.outcome === "succeeded" ? "tag good" : "tag care"}>
              {JOBS[run.outcome][locale]}
            </span>
          </td>
          <td>
            <Moment at={new Date(run.startedAt)} locale={locale} style="short" />
          </td>
          <td class="number">
            {run.finishedAt !== null ? (
              `${run.finishedAt - run.startedAt} ms`
            ) : run.progress === undefined ? (
              "–"
            ) : (
              <progress value={run.progress.done} max={run.progress.total}>
                {`${run.progress.done}/${run.progress.total}`}
              </progress>
            )}
          </td>
          <td class="code body">{run.detail}</td>
        </tr>
      ))}
    </Table>
  );
}
