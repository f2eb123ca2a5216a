// Doubts about conflicts of interest in the console: both names side by side, and two answers with their reasons.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import {
  CONFLICT_REASON_TEXTS,
  CONFLICT_REASONS,
  type ConflictDecision,
} from "../../domain/matching/conflict-decision.ts";
import type { ConflictReviewItem } from "../../services/conflicts/list-conflict-reviews.ts";
import { CaseStatusTag, Pager, Tabs } from "./ops-parts.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { OPS } from "./texts/ops.ts";
import { CONFLICTS } from "./texts/ops-conflicts.ts";

export const REVIEW_STATUSES = ["open", "cleared", "confirmed"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export interface ConflictsProps {
  status: ReviewStatus;
  items: ConflictReviewItem[];
  next: string | null;
  query: Record<string, string | undefined>;
  locale: Locale;
}

const EMPTY: Record<ReviewStatus, Text> = {
  open: CONFLICTS.openEmpty,
  cleared: CONFLICTS.clearedEmpty,
  confirmed: CONFLICTS.confirmedEmpty,
};

export function Conflicts({ status, items, next, query, locale }: ConflictsProps) {
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{CONFLICTS.title[locale]}</h1>
        <p>{CONFLICTS.lead[locale]}</p>
        <p class="soft">{CONFLICTS.audited[locale]}</p>
      </div>
      <Tabs
        label={OPS.status[locale]}
        tabs={REVIEW_STATUSES.map((one) => ({
          href: `/ops/conflicts?status=${one}`,
          name: CONFLICTS[one][locale],
          current: one === status,
        }))}
      />
      <Live id="conflict-list" of={[status, items]} class="stack">
        {items.length === 0 && <Empty>{EMPTY[status][locale]}</Empty>}
        <ol class="panels">
          {items.map((item) => (
            <Review item={item} locale={locale} />
          ))}
        </ol>
        <Pager path="/ops/conflicts" query={query} next={next} locale={locale} />
      </Live>
    </div>
  );
}

function Review({ item, locale }: { item: ConflictReviewItem; locale: Locale }) {
  const { professional, case: of } = item;
  const area = of.area !== null && isArea(of.area) ? AREA_NAMES[of.area][locale] : "–";
  return (
    <li class="panel stack tight" data-row="" tabindex={-1} aria-labelledby={`${item.id}-who`}>
      <p class="row">
        <strong id={`${item.id}-who`}>{professional.name}</strong>
        <span class="code">{professional.licence}</span>
        <span class="soft">
          {item.decided_at === null ? CONFLICTS.since[locale] : CONFLICTS.decided[locale]}{" "}
          <Moment at={item.decided_at ?? item.created_at} locale={locale} style="short" />
        </span>
      </p>
      <p class="row">
        <span>{[area, of.uf].filter((part) => part !== null).join(", ")}</span>
        <CaseStatusTag status={of.status} locale={locale} />
        <a href={`/ops/cases/${of.id}`}>{CONFLICTS.toCase[locale]}</a>
      </p>
      <Names item={item} locale={locale} />
      {item.status === "open" && (
        <>
          <div class="columns">
            <Decide item={item} decision="cleared" locale={locale} />
            <Decide item={item} decision="confirmed" locale={locale} />
          </div>
          <p class="soft">{CONFLICTS.final[locale]}</p>
        </>
      )}
    </li>
  );
}

function Names({ item, locale }: { item: ConflictReviewItem; locale: Locale }) {
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <>
      {item.alike.map(({ adverse, represented }) => (
        <dl class="versus">
          <div>
            <dt>{CONFLICTS.told[locale]}</dt>
            <dd>{adverse}</dd>
          </div>
          <div>
            <dt>{CONFLICTS.represented[locale]}</dt>
            <dd>{represented}</dd>
          </div>
        </dl>
      ))}
      {item.alike.length === 0 && (
        <p>
          {CONFLICTS.noneAlike[locale]} <strong>{item.adverse_parties.join(", ") || OPS.none[locale]}</strong>
        </p>
      )}
      {item.reason === "unchecked" && (
        <p class="soft">
          {CONFLICTS.unchecked[locale]
            .replace("{compared}", number(item.compared))
            .replace("{all}", number(item.represented))}
        </p>
      )}
    </>
  );
}

const PRESS = {
  cleared: { reason: CONFLICTS.clearReason, press: CONFLICTS.clear, hint: CONFLICTS.clearHint, kind: "button small" },
  confirmed: {
    reason: CONFLICTS.confirmReason,
    press: CONFLICTS.confirm,
    hint: CONFLICTS.confirmHint,
    kind: "button small risky",
  },
} as const;

function Decide({ item, decision, locale }: { item: ConflictReviewItem; decision: ConflictDecision; locale: Locale }) {
  const { reason: why, press, hint, kind } = PRESS[decision];
  const id = `${item.id}-${decision}`;
  return (
    <form method="post" action={`/ops/conflicts/${item.id}/decide`} class="stack tight">
      <label for={id}>{why[locale]}</label>
      <span class="row">
        <select class="input" id={id} name="reason" required>
          {/* Nothing is chosen beforehand: what cannot be undone takes two acts. */}
          <option value="">{CONFLICTS.choose[locale]}</option>
          {CONFLICT_REASONS[decision].map((reason) => (
            <option value={reason}>{CONFLICT_REASON_TEXTS[reason][locale]}</option>
          ))}
        </select>
        <button type="submit" class={kind} name="decision" value={decision}>
          {press[locale]}
        </button>
      </span>
      <span class="soft">{hint[locale]}</span>
    </form>
  );
}
