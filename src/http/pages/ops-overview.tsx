// The console's first page: figures, and what needs a person now.
import { CASE_STATUSES } from "../../domain/case-state.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import { CASE_STATUS_NAMES, flagName, subjectWords } from "../../domain/words/labels.ts";
import type { VendorGap } from "../../providers/vendor-gaps.ts";
import type { CaseItem } from "../../services/operations/list-cases.ts";
import type { OutboxItem } from "../../services/operations/list-outbox.ts";
import type { VendorRefusal } from "../../services/operations/list-refusals.ts";
import type { Overview } from "../../services/operations/read-overview.ts";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { EQUITY, OVERVIEW } from "./texts/ops.ts";

export interface OverviewProps {
  overview: Overview;
  gini: number;
  waiting: CaseItem[];
  unmatched: CaseItem[];
  dead: OutboxItem[];
  /** Vendors that are set by half. */
  gaps: readonly VendorGap[];
  /** Vendors that refuse our key. */
  refusals: readonly VendorRefusal[];
  locale: Locale;
}

export function OverviewPage(props: OverviewProps) {
  const { overview, gini, waiting, unmatched, dead, locale } = props;
  const { at: _, ...figures } = overview;
  return (
    <div class="stack">
      <h1>{OVERVIEW.title[locale]}</h1>
      {props.refusals.map(({ vendor, since }) => (
        <Notice kind="bad" title={vendor.name}>
          <p>
            {OVERVIEW.keyRefused[locale]} <Moment at={since.toISOString()} locale={locale} />.{" "}
            {OVERVIEW.keyRenew[locale]} {vendor.variables.join(", ")}
          </p>
        </Notice>
      ))}
      {props.gaps.map(({ vendor, missing, effect }) => (
        <Notice kind="care" title={vendor}>
          <p>
            {(effect === "off" ? OVERVIEW.gapOff : OVERVIEW.gapDeaf)[locale]} {missing.join(", ")}
          </p>
        </Notice>
      ))}
      <Live id="figures" of={[figures, gini]}>
        <Figures overview={overview} gini={gini} locale={locale} />
      </Live>
      <section aria-labelledby="needs-title" class="stack tight">
        <h2 id="needs-title">{OVERVIEW.needsYou[locale]}</h2>
        <Live id="needs" of={[overview.conflicts, overview.reports, overview.verifications, waiting, unmatched, dead]}>
          <Needs {...props} />
        </Live>
      </section>
      <section aria-labelledby="states-title" class="stack tight">
        <h2 id="states-title">{OVERVIEW.byState[locale]}</h2>
        <Live id="states" of={overview.cases}>
          <ul class="states">
            {CASE_STATUSES.map((status) => (
              <li>
                <a href={`/ops/cases?status=${status}`}>
                  <span>{CASE_STATUS_NAMES[status][locale]}</span>
                  <strong>{overview.cases[status]}</strong>
                </a>
              </li>
            ))}
          </ul>
        </Live>
      </section>
    </div>
  );
}

function Figures({ overview, gini, locale }: { overview: Overview; gini: number; locale: Locale }) {
  const { conversations, offers, outbox, contracts, conflicts, reports, verifications, cases } = overview;
  /** `kind`: how it looks where there is any. */
  const figures: { href: string; value: number; name: Text; kind?: "care" | "bad" }[] = [
    { href: "/ops/conversations", value: conversations.waiting, name: OVERVIEW.waiting, kind: "care" },
    { href: "/ops/conversations", value: conversations.taken, name: OVERVIEW.taken },
    { href: "/ops/cases?status=unmatched", value: cases.unmatched, name: OVERVIEW.unmatched, kind: "bad" },
    { href: "/ops/conflicts", value: conflicts.open, name: OVERVIEW.conflicts, kind: "care" },
    { href: "/ops/reports", value: reports.open, name: OVERVIEW.reports, kind: "care" },
    { href: "/ops/verifications", value: verifications.open, name: OVERVIEW.verifications, kind: "care" },
    { href: "/ops/outbox?status=dead", value: outbox.dead, name: OVERVIEW.dead, kind: "bad" },
    { href: "/ops/outbox?status=pending", value: outbox.pending, name: OVERVIEW.pending },
    { href: "/ops/outbox?status=pending", value: outbox.held_up, name: OVERVIEW.heldUp, kind: "care" },
    { href: "/ops/offers?status=open", value: offers.open, name: OVERVIEW.offers },
    { href: "/ops/offers?status=open", value: offers.ending_within_hour, name: OVERVIEW.ending, kind: "care" },
    { href: "/ops/cases?status=accepted", value: contracts.pending, name: OVERVIEW.contracts },
  ];
  return (
    <ul class="figures">
      {figures.map(({ href, value, name, kind }) => (
        <li class={value > 0 ? kind : undefined}>
          <Figure href={href} value={value.toLocaleString(locale)} name={name[locale]} />
        </li>
      ))}
      <li>
        <Figure href="/ops/equity" value={giniWords(gini, locale)} name={EQUITY.gini[locale]} />
      </li>
    </ul>
  );
}

export function giniWords(gini: number, locale: Locale): string {
  return gini.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function Figure({ href, value, name }: { href: string; value: string; name: string }) {
  return (
    <a href={href}>
      <strong>{value}</strong>
      <span>{name}</span>
    </a>
  );
}

function Needs({ overview, waiting, unmatched, dead, locale }: OverviewProps) {
  const queues = [
    { href: "/ops/conflicts", open: overview.conflicts.open, what: OVERVIEW.reasonConflict },
    { href: "/ops/reports", open: overview.reports.open, what: OVERVIEW.reasonReport },
    { href: "/ops/verifications", open: overview.verifications.open, what: OVERVIEW.reasonVerification },
  ].filter(({ open }) => open > 0);
  const count = waiting.length + unmatched.length + dead.length + queues.reduce((sum, { open }) => sum + open, 0);
  if (count === 0) {
    return (
      <div data-needs="0">
        <Empty>{OVERVIEW.calm[locale]}</Empty>
      </div>
    );
  }
  return (
    <ol class="needs" data-needs={String(count)}>
      {waiting.map((item) => (
        <Need
          href={`/ops/conversations/${item.id}`}
          what={OVERVIEW.reasonPerson}
          kind="care"
          about={[
            subjectWords(item.area, item.subarea, locale),
            ...item.flags.map((flag) => flagName(flag, locale)),
          ].join(" · ")}
          at={item.updated_at}
          locale={locale}
        />
      ))}
      {unmatched.map((item) => (
        <Need
          href={`/ops/cases/${item.id}`}
          what={OVERVIEW.reasonUnmatched}
          kind="bad"
          about={[subjectWords(item.area, item.subarea, locale), item.uf].filter((part) => part !== null).join(", ")}
          at={item.updated_at}
          locale={locale}
        />
      ))}
      {queues.map(({ href, open, what }) => (
        <Need
          href={href}
          what={what}
          kind="care"
          about={`${open.toLocaleString(locale)} ${OVERVIEW.doubts[locale]}`}
          locale={locale}
        />
      ))}
      {dead.map((item) => (
        <Need
          href="/ops/outbox?status=dead"
          what={OVERVIEW.reasonDead}
          kind="bad"
          about={[item.name, item.last_error].filter((part) => part !== null).join(" · ")}
          at={item.created_at}
          locale={locale}
        />
      ))}
    </ol>
  );
}

function Need({
  href,
  what,
  kind,
  about,
  at,
  locale,
}: {
  href: string;
  what: Text;
  kind: "care" | "bad";
  about: string;
  at?: string;
  locale: Locale;
}) {
  return (
    <li data-row="">
      <a href={href}>
        <span class={`tag ${kind}`}>{what[locale]}</span>
        <span class="about">{about}</span>
        <span class="soft">{at !== undefined && <Moment at={at} locale={locale} style="short" />}</span>
      </a>
    </li>
  );
}
