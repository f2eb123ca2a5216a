// What the models cost in one case: calls, tokens and time by provider, and all together.
import type { Locale, Text } from "../../domain/locale.ts";
import type { ModelUsage } from "../../services/triage/read-usage.ts";
import { Table } from "./ops-parts.tsx";
import { Empty } from "./parts/notice.tsx";
import { MODEL_USAGE, PROVIDER_NAMES, ROLE_NAMES } from "./texts/ops-model-usage.ts";

export function ModelCosts({ usage, locale }: { usage: readonly ModelUsage[]; locale: Locale }) {
  if (usage.length === 0) return <Empty>{MODEL_USAGE.none[locale]}</Empty>;
  const numbers = NUMBERS.map(({ name }) => (
    <th scope="col" class="number">
      {name[locale]}
    </th>
  ));
  return (
    <Table label={MODEL_USAGE.title[locale]} head={[<th scope="col">{MODEL_USAGE.who[locale]}</th>, ...numbers]}>
      {usage.map((row) => (
        <tr data-row="">
          <th scope="row">
            {PROVIDER_NAMES[row.provider]}, {ROLE_NAMES[row.role][locale]}
            <br />
            <span class="soft code" title={row.model}>
              {row.model.split("/").at(-1)}
            </span>
          </th>
          <Numbers rows={[row]} locale={locale} />
        </tr>
      ))}
      {usage.length > 1 && (
        <tr data-row="">
          <th scope="row">{MODEL_USAGE.total[locale]}</th>
          <Numbers rows={usage} locale={locale} />
        </tr>
      )}
    </Table>
  );
}

const NUMBERS: readonly { name: Text; of: (row: ModelUsage) => number; isTime?: boolean }[] = [
  { name: MODEL_USAGE.input, of: (row) => row.input_tokens },
  { name: MODEL_USAGE.cached, of: (row) => row.cached_input_tokens },
  { name: MODEL_USAGE.output, of: (row) => row.output_tokens },
  { name: MODEL_USAGE.calls, of: (row) => row.calls },
  { name: MODEL_USAGE.answered, of: (row) => row.answered },
  { name: MODEL_USAGE.time, of: (row) => row.ms, isTime: true },
];

function Numbers({ rows, locale }: { rows: readonly ModelUsage[]; locale: Locale }) {
  return (
    <>
      {NUMBERS.map(({ of, isTime }) => {
        const sum = rows.reduce((total, row) => total + of(row), 0);
        return <td class="number">{isTime ? `${oneDecimal(sum / 1000, locale)} s` : whole(sum, locale)}</td>;
      })}
    </>
  );
}

function whole(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

function oneDecimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
