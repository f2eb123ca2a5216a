// A professional's last receipts in plain words: of which search, and why they were or were not chosen.
import { and, desc, eq, lt } from "drizzle-orm";
import { receipts, shortlists } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import { explain } from "../../domain/matching/receipt.ts";
import type { ServiceContext } from "../context.ts";

const MOST_RECEIPTS = 20;

export interface MyReceipt {
  /** The area of the case; null for one that was ranked without. The case itself is not theirs to see. */
  area: string | null;
  uf: string | null;
  ranked_at: string;
  chosen: boolean;
  rank: number | null;
  /** By fit alone; what differs from `rank` is what turns moved. */
  rank_before_equity: number | null;
  /** Cases of the area in 30 days: the fair share, and what stands against it. Null behind a gate. */
  fair_share: number | null;
  had: number | null;
  considered: number;
  why: string[];
}

/** Newest first, a page at a time; `next` is where the following page begins, null at the end. */
export async function myReceipts(
  ctx: ServiceContext,
  input: { professionalId: string; locale: Locale; cursor?: string },
): Promise<{ items: MyReceipt[]; next: string | null }> {
  const rows = await ctx.db
    .select({
      receipt: receipts,
      facts: shortlists.caseFacts,
      at: shortlists.rankedAt,
      considered: shortlists.considered,
    })
    .from(receipts)
    .innerJoin(shortlists, eq(shortlists.id, receipts.shortlistId))
    .where(
      and(
        eq(receipts.professionalId, input.professionalId),
        input.cursor === undefined ? undefined : lt(receipts.shortlistId, input.cursor),
      ),
    )
    // Shortlists' ids begin with their time: this order is the index's own.
    .orderBy(desc(receipts.shortlistId))
    .limit(MOST_RECEIPTS + 1);
  const page = rows.slice(0, MOST_RECEIPTS);
  const next = rows.length > page.length ? (page.at(-1)?.receipt.shortlistId ?? null) : null;
  const items = page.map(({ receipt, facts, at, considered }) => ({
    ...placeOf(facts),
    ranked_at: at.toISOString(),
    chosen: receipt.chosen,
    rank: receipt.rank,
    rank_before_equity: receipt.rankBeforeEquity,
    fair_share: receipt.target,
    had: receipt.target === null || receipt.shortfall === null ? null : receipt.target - receipt.shortfall,
    considered,
    why: explain(receipt, input.locale),
  }));
  return { items, next };
}

/** Area and state out of the facts as they were stored with the ranking. */
function placeOf(facts: unknown): { area: string | null; uf: string | null } {
  const known = typeof facts === "object" && facts !== null ? facts : {};
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { area: "area" in known ? text(known.area) : null, uf: "uf" in known ? text(known.uf) : null };
}
