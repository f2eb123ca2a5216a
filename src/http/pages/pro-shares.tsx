// A professional's fair share of each area: what it is, what was had, and whether the turn is near.
import { HALF_CASE } from "../../domain/equity/turn.ts";
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import type { AreaShare } from "../../services/professionals/read-shares.ts";
import { Empty } from "./parts/notice.tsx";
import { SHARES } from "./texts/pro.ts";

export function Shares({ shares, locale }: { shares: readonly AreaShare[]; locale: Locale }) {
  return (
    <section class="card stack" aria-labelledby="shares-title">
      <div class="stack tight">
        <h2 id="shares-title">{SHARES.title[locale]}</h2>
        <p class="soft">{SHARES.hint[locale]}</p>
      </div>
      {shares.length === 0 && <Empty>{SHARES.empty[locale]}</Empty>}
      {shares.map((share) => (
        <Share share={share} locale={locale} />
      ))}
      {shares.some(({ credit }) => credit > 0) && <p class="soft small">{SHARES.creditHint[locale]}</p>}
    </section>
  );
}

/** Below it one digit would say zero of something that is not. */
const LEAST_SAID = 0.05;

function Share({ share, locale }: { share: AreaShare; locale: Locale }) {
  const name = isArea(share.area) ? AREA_NAMES[share.area][locale] : share.area;
  const had = share.accepted + share.credit;
  const number = (value: number) =>
    value > 0 && value < LEAST_SAID
      ? SHARES.nearlyNone[locale]
      : value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const id = `share-${share.area}`;
  return (
    <div class="stack tight share">
      <p id={id} class="receipt-head">
        <strong>{name}</strong>
        <span class={share.missing > HALF_CASE ? "tag good" : "tag"}>{standing(share)[locale]}</span>
      </p>
      <progress class="meter" max={Math.max(share.fair_share, had, 1)} value={had} aria-labelledby={id} />
      <dl class="facts">
        <dt>{SHARES.had[locale]}</dt>
        <dd>{number(share.accepted)}</dd>
        <dt>{SHARES.fair[locale]}</dt>
        <dd>{number(share.fair_share)}</dd>
        {share.credit > 0 && (
          <>
            <dt>{SHARES.credit[locale]}</dt>
            <dd>{number(share.credit)}</dd>
          </>
        )}
        {share.open_offers > 0 && (
          <>
            <dt>{SHARES.open[locale]}</dt>
            <dd>{number(share.open_offers)}</dd>
          </>
        )}
      </dl>
      <p class="soft small">
        {SHARES.area[locale]
          .replace("{cases}", number(share.area_cases))
          .replace("{people}", number(share.area_people))}
      </p>
    </div>
  );
}

function standing({ missing }: AreaShare) {
  if (missing > HALF_CASE) return SHARES.due;
  return missing < -HALF_CASE ? SHARES.ahead : SHARES.even;
}
