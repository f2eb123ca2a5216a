// The models kept, each with its measures beside the preset's, and a second press before anything changes.
import type { Locale } from "../../domain/locale.ts";
import type { ModelView } from "../../services/models/model-view.ts";
import { Table } from "./ops-parts.tsx";
import { percent } from "./ops-shortlist.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { METRIC, MODEL_ACT, MODEL_COLUMN, MODEL_STATUS, MODELS } from "./texts/ops-models.ts";

const MEASURED_AT = [1, 3, 5, 10] as const;

export function ModelTable({ items, locale }: { items: ModelView[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{MODELS.empty[locale]}</Empty>;
  return (
    <>
      <Table
        label={MODELS.list[locale]}
        head={
          <>
            <th scope="col">{MODEL_COLUMN.model[locale]}</th>
            <th scope="col">{MODEL_COLUMN.act[locale]}</th>
            <th scope="col" class="number">
              {MODEL_COLUMN.cases[locale]}
            </th>
            <th scope="col" class="number">
              {MODEL_COLUMN.share[locale]}
            </th>
            {MEASURED_AT.map((k) => (
              <th scope="col" class="number">
                NDCG@{k}
              </th>
            ))}
            <th scope="col" class="number">
              {MODEL_COLUMN.judged[locale]}
            </th>
            <th scope="col">{MODEL_COLUMN.window[locale]}</th>
          </>
        }
      >
        {items.map((item) => (
          <ModelRow item={item} replaces={items.some(({ status }) => status === "serving")} locale={locale} />
        ))}
      </Table>
      <p class="soft legend">{METRIC.legend[locale]}</p>
    </>
  );
}

function ModelRow({ item, replaces, locale }: { item: ModelView; replaces: boolean; locale: Locale }) {
  const { metrics } = item;
  const kind = item.status === "serving" ? "tag good" : item.status === "candidate" ? "tag care" : "tag";
  return (
    <tr data-row="" tabindex={-1} id={item.id} class={item.status === "serving" ? "chosen" : undefined}>
      <th scope="row">
        {item.kind} <span class="code">{item.hash.slice(0, 12)}</span>{" "}
        <span class="soft">
          <Moment at={item.created_at} locale={locale} style="short" />
        </span>
        <span class="under">
          <span class={kind}>{MODEL_STATUS[item.status][locale]}</span>{" "}
          {metrics.monotone === 0 && <span class="tag care">{MODEL_ACT.monotoneNo[locale]}</span>}
        </span>
      </th>
      <td class="acts">
        {item.status !== "serving" && <Serve item={item} replaces={replaces} locale={locale} />}
        {item.status !== "retired" && <Retire item={item} locale={locale} />}
      </td>
      <td class="number">{item.graded_cases.toLocaleString(locale)}</td>
      <td class="number">{percent(item.share, locale)}</td>
      {MEASURED_AT.map((k) => (
        <Measure metrics={metrics} k={k} locale={locale} />
      ))}
      <td class="number">
        {metrics.validation_cases === undefined || metrics.validation_cases === 0
          ? METRIC.none[locale]
          : `${metrics.validation_cases.toLocaleString(locale)} ${METRIC.laterCases[locale]}`}
      </td>
      <td>
        {item.window_from === null || item.window_to === null ? (
          "–"
        ) : (
          <>
            <Moment at={item.window_from} locale={locale} style="day" /> –{" "}
            <Moment at={item.window_to} locale={locale} style="day" />
          </>
        )}
      </td>
    </tr>
  );
}

function Measure({ metrics, k, locale }: { metrics: Record<string, number>; k: number; locale: Locale }) {
  const figure = (name: string) => {
    const value = metrics[`${name}_ndcg_${k}`];
    const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
    return value === undefined ? null : value.toLocaleString(locale, digits);
  };
  const model = figure("model");
  if (model === null) return <td class="number">–</td>;
  return (
    <td class="number">
      {model}{" "}
      <span class="soft">
        <span class="said-only">{METRIC.preset[locale]} </span>({figure("preset")})
      </span>
      <span class="under">
        {METRIC.blend[locale]} {figure("blend")}
      </span>
    </td>
  );
}

/** A fold is the question, the button in it the answer: it works without a script and by keyboard. */
function Serve({ item, replaces, locale }: { item: ModelView; replaces: boolean; locale: Locale }) {
  return (
    <details id={`serve-${item.id}`} class="ask">
      <summary class="button small">{MODEL_ACT.serve[locale]}</summary>
      <form method="post" action={`/ops/models/${item.id}/serve`} class="stack tight">
        <p>
          {MODEL_ACT.serveWhat[locale]} <strong>{percent(item.share, locale)}</strong>.{" "}
          {replaces && MODEL_ACT.replaces[locale]}
        </p>
        {item.metrics.monotone === 0 && (
          <label class="choice">
            <input type="checkbox" name="even_if_not_monotone" value="yes" required />
            <span>{MODEL_ACT.notMonotone[locale]}</span>
          </label>
        )}
        <p>
          <button type="submit" class="button small">
            {MODEL_ACT.serveYes[locale]}
          </button>
        </p>
      </form>
    </details>
  );
}

function Retire({ item, locale }: { item: ModelView; locale: Locale }) {
  const isServing = item.status === "serving";
  return (
    <details id={`retire-${item.id}`} class="ask">
      <summary class="button small quiet">{MODEL_ACT.retire[locale]}</summary>
      <form method="post" action={`/ops/models/${item.id}/retire`} class="stack tight">
        <p>{(isServing ? MODEL_ACT.retireServing : MODEL_ACT.retireOther)[locale]}</p>
        <p>
          <button type="submit" class="button small risky">
            {MODEL_ACT.retireYes[locale]}
          </button>
        </p>
      </form>
    </details>
  );
}
