// Receipts as a dense table: one row for each person considered, with what each feature gave as a number and a small bar.
import { OFFER_STATUSES } from "../../db/tables/offers.ts";
import type { Locale } from "../../domain/locale.ts";
import { learnedByFeature } from "../../domain/matching/learned-by-feature.ts";
import { FEATURE_KEYS } from "../../domain/matching/types.ts";
import type { Shortlist } from "../../services/matching/read-shortlist.ts";
import { OfferStatusTag, Table } from "./ops-parts.tsx";
import { COLUMN, FEATURES, GATE_NAMES, LEGEND, SHORTLIST } from "./texts/ops-shortlist.ts";

type Item = Shortlist["items"][number];
/** As an operator reads it: with numbers and a name. */
export type ReceiptItem = Extract<Item, { in_band: boolean; professional: { id: string } }>;

export function isReceipt(item: Item): item is ReceiptItem {
  return "in_band" in item && "professional" in item;
}

export function ReceiptTable({ items, label, locale }: { items: ReceiptItem[]; label: string; locale: Locale }) {
  const hasModel = items.some(({ learned }) => learned !== null);
  const scale = largest(items);
  const heads = [COLUMN.score, COLUMN.share, COLUMN.turn, COLUMN.final];
  return (
    <div class="stack tight receipts">
      <Table
        label={label}
        head={
          <>
            <th scope="col" class="number">
              {COLUMN.rank[locale]}
            </th>
            <th scope="col" class="number">
              {COLUMN.before[locale]}
            </th>
            <th scope="col">{COLUMN.name[locale]}</th>
            <th scope="col">{COLUMN.outcome[locale]}</th>
            {heads.map((name) => (
              <th scope="col" class="number">
                {name[locale]}
              </th>
            ))}
            {FEATURE_KEYS.map((key) => (
              <th scope="col" class="number">
                <abbr title={FEATURES[key][locale]}>{key}</abbr>
              </th>
            ))}
            {hasModel && (
              <th scope="col" class="number">
                {COLUMN.base[locale]}
              </th>
            )}
          </>
        }
      >
        {items.map((item) => (
          <ReceiptRow item={item} scale={scale} hasModel={hasModel} locale={locale} />
        ))}
      </Table>
      <p class="soft legend">
        {FEATURE_KEYS.map((key) => `${key}: ${FEATURES[key][locale]}`).join(" · ")}. {LEGEND.shares[locale]}{" "}
        <span class="swatch preset" aria-hidden="true" /> {LEGEND.preset[locale]}
        {hasModel && (
          <>
            {" "}
            <span class="swatch learned" aria-hidden="true" /> {LEGEND.learned[locale]}. {LEGEND.base[locale]}
          </>
        )}
      </p>
    </div>
  );
}

interface RowProps {
  item: ReceiptItem;
  /** Points of score that fill a bar. */
  scale: number;
  hasModel: boolean;
  locale: Locale;
}

function ReceiptRow({ item, scale, hasModel, locale }: RowProps) {
  const { contributions, learned } = item;
  const byFeature = learnedByFeature(learned);
  return (
    <tr class={item.chosen ? "chosen" : undefined} data-row="">
      <td class="number">{item.rank ?? "–"}</td>
      <td class="number">{item.rank_before_equity ?? "–"}</td>
      <th scope="row">
        <details id={`why-${item.round}-${item.professional.id}`}>
          <summary>
            {item.professional.name} ({item.professional.uf})
          </summary>
          <p class="soft">{SHORTLIST.why[locale]}</p>
          <ul class="why">
            {item.why.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      </th>
      <td>
        <Outcome item={item} locale={locale} />
      </td>
      <td class="number">{figure(item.score, 3, locale)}</td>
      <td class="number">
        {figure(item.target, 2, locale)}
        {item.shortfall !== null && <span class="under">{signed(item.shortfall, 2, locale)}</span>}
      </td>
      <td class="number">{figure(item.turn, 3, locale)}</td>
      <td class="number">{figure(item.final, 3, locale)}</td>
      {contributions === null ? (
        <td colspan={FEATURE_KEYS.length + (hasModel ? 1 : 0)} class="soft">
          –
        </td>
      ) : (
        <>
          {FEATURE_KEYS.map((key) => (
            <Part
              preset={contributions[key]}
              learned={learned === null ? null : byFeature[key]}
              scale={scale}
              locale={locale}
            />
          ))}
          {hasModel && <td class="number part">{learned === null ? "–" : figure(baseOf(item), 3, locale)}</td>}
        </>
      )}
    </tr>
  );
}

/** The learned part that belongs to none of the nine: base, cut, and the facts of the case. */
function baseOf({ learned }: ReceiptItem): number | null {
  if (learned === null) return null;
  const told = Object.values(learnedByFeature(learned)).reduce((sum, part) => sum + part, 0);
  const all = Object.values(learned.parts).reduce((sum, part) => sum + part, 0);
  return learned.base + learned.cut + all - told;
}

const BAR = { width: 44, line: 3, gap: 1 } as const;

/** Two numbers and two thin bars: what the preset gave, what the learned model gave or took. */
function Part({
  preset,
  learned,
  scale,
  locale,
}: {
  preset: number;
  learned: number | null;
  scale: number;
  locale: Locale;
}) {
  const length = (value: number) => Math.min(BAR.width, (Math.abs(value) / scale) * BAR.width);
  return (
    <td class="number part">
      {figure(preset, 3, locale)}
      {learned !== null && learned !== 0 && (
        <span class="under">
          <span class="said-only">{LEGEND.learned[locale]}</span> {signed(learned, 3, locale)}
        </span>
      )}
      <svg viewBox={`0 0 ${BAR.width} ${2 * BAR.line + BAR.gap}`} aria-hidden="true">
        <rect x="0" y="0" width={length(preset)} height={BAR.line} class="bar-part" />
        {learned !== null && (
          <rect
            x="0"
            y={BAR.line + BAR.gap}
            width={length(learned)}
            height={BAR.line}
            class={learned < 0 ? "bar-against" : "bar-learned"}
          />
        )}
      </svg>
    </td>
  );
}

function Outcome({ item, locale }: { item: ReceiptItem; locale: Locale }) {
  if (item.gate === "conflict") return <a href="/ops/conflicts">{GATE_NAMES.conflict[locale]}</a>;
  if (item.gate !== null) return <span class="tag">{GATE_NAMES[item.gate][locale]}</span>;
  const status = OFFER_STATUSES.find((known) => known === item.offer);
  if (status !== undefined) return <OfferStatusTag status={status} locale={locale} />;
  return <>{item.chosen ? SHORTLIST.chosen[locale] : ""}</>;
}

/** So that the longest bar of the table fills its place. */
function largest(items: readonly ReceiptItem[]): number {
  const all = items.flatMap(({ contributions, learned }) =>
    contributions === null ? [] : [...Object.values(contributions), ...Object.values(learnedByFeature(learned))],
  );
  return Math.max(0.01, ...all.map(Math.abs));
}

function figure(value: number | null, digits: number, locale: Locale): string {
  if (value === null) return "–";
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function signed(value: number, digits: number, locale: Locale): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" } as const;
  return value.toLocaleString(locale, format);
}
