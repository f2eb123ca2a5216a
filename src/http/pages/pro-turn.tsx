// A professional's place in the turn: how full the month is, and why they were or were not asked, in plain words.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import type { TurnView } from "../../services/professionals/read-turn.ts";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { Shares } from "./pro-shares.tsx";
import { TURN, TURN_COUNTS } from "./texts/pro.ts";

export function Turn({ turn, older, locale }: { turn: TurnView; older: boolean; locale: Locale }) {
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>{TURN.title[locale]}</h1>
        <p class="lead">{TURN.lead[locale]}</p>
      </div>
      <Live id="turn-load" of={{ ...turn, receipts: null, shares: null }} class="card">
        <Load turn={turn} locale={locale} />
      </Live>
      <Live id="turn-shares" of={turn.shares}>
        <Shares shares={turn.shares} locale={locale} />
      </Live>
      {turn.directory_30d !== null && (
        <section class="card stack tight" aria-labelledby="lists-title">
          <h2 id="lists-title">{TURN.lists[locale]}</h2>
          <p>{TURN.listsHint[locale]}</p>
          <dl class="facts">
            <dt>{TURN.listsFirst[locale]}</dt>
            <dd>{turn.directory_30d.first}</dd>
            <dt>{TURN.listsContacted[locale]}</dt>
            <dd>{turn.directory_30d.contacted}</dd>
          </dl>
        </section>
      )}
      <section class="stack" aria-labelledby="why-title">
        <div class="stack tight">
          <h2 id="why-title">{TURN.why[locale]}</h2>
          <p class="soft">{TURN.whyHint[locale]}</p>
        </div>
        <Live id="turn-receipts" of={turn.receipts}>
          {turn.receipts.length === 0 && <Empty>{TURN.whyEmpty[locale]}</Empty>}
          <ol class="list receipts">
            {turn.receipts.map((receipt, index) => (
              <Receipt receipt={receipt} open={index === 0 && !older} locale={locale} />
            ))}
          </ol>
          <p class="row">
            {older && <a href="/pro/turn">{TURN.newer[locale]}</a>}
            {turn.next !== null && <a href={`/pro/turn?cursor=${turn.next}`}>{TURN.older[locale]}</a>}
          </p>
        </Live>
      </section>
    </div>
  );
}

function Load({ turn, locale }: { turn: TurnView; locale: Locale }) {
  const { capacity_monthly: capacity, cases_30d: cases, pending_offers: pending, last_30_days: month } = turn;
  const room = Math.max(0, capacity - cases - pending);
  return (
    <>
      <div class="stack tight">
        <p class="figure" id="load-figure">
          <strong>{cases}</strong> {TURN.of[locale]} {capacity}{" "}
          <span class="soft">{TURN.load[locale].toLowerCase()}</span>
        </p>
        <progress
          class="meter"
          max={Math.max(1, capacity)}
          value={Math.min(capacity, cases + pending)}
          aria-labelledby="load-figure"
        />
      </div>
      <dl class="facts">
        <dt>{TURN.pending[locale]}</dt>
        <dd>{pending}</dd>
        <dt>{TURN.room[locale]}</dt>
        <dd>{room > 0 ? room : TURN.full[locale]}</dd>
        <dt>{TURN.lastOffered[locale]}</dt>
        <dd>
          {turn.last_offered_at === null ? TURN.never[locale] : <Moment at={turn.last_offered_at} locale={locale} />}
        </dd>
        <dt>{TURN.month[locale]}</dt>
        <dd>
          {MONTH_COUNTS.map(
            (name) => `${month[name]} ${TURN_COUNTS[name][month[name] === 1 ? "one" : "many"][locale]}`,
          ).join(" · ")}
        </dd>
      </dl>
      <p>
        <a href="/pro/profile#capacity">{TURN.capacityLink[locale]}</a>
      </p>
    </>
  );
}

const MONTH_COUNTS = ["offered", "accepted", "declined", "expired", "gave_back"] as const;

interface ReceiptProps {
  receipt: TurnView["receipts"][number];
  open: boolean;
  locale: Locale;
}

function Receipt({ receipt, open, locale }: ReceiptProps) {
  const [outcomeText, ...reasons] = receipt.why;
  const area = isArea(receipt.area) ? AREA_NAMES[receipt.area][locale] : null;
  const outcome = receipt.chosen ? TURN.chosen : receipt.rank === null ? TURN.gated : TURN.ranked;
  return (
    <li class="receipt">
      <p class="receipt-head">
        <span class={receipt.chosen ? "tag good" : "tag"}>{outcome[locale]}</span>
        <strong>{[area, receipt.uf].filter((part) => part !== null).join(", ")}</strong>
        <span class="soft small">
          <Moment at={receipt.ranked_at} locale={locale} />
        </span>
      </p>
      <p>{outcomeText}</p>
      {reasons.length > 0 && (
        <details open={open}>
          <summary>{TURN.reasons[locale]}</summary>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
