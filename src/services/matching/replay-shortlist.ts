// An operator has a stored ranking worked out again: from its own snapshot, by its own model, to the last bit.
import { asc, eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, receipts, shortlists } from "../../db/schema.ts";
import type { LearnedInput } from "../../domain/matching/model.ts";
import { type Replay, type ReplayReason, replayRanking } from "../../domain/matching/replay.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { modelOf } from "../models/serving-model.ts";
import { asOperator } from "../operations/as-operator.ts";

export interface ReplayView {
  shortlist_id: string;
  agrees: boolean;
  /** What replayed, and what was stored. */
  model_hash: string | null;
  stored_model_hash: string;
  reason: Exclude<ReplayReason, null> | "model_missing" | null;
  /** One sentence for the operator. */
  detail: string;
  receipts: number;
  differences: { professional_id: string | null; field: string; stored: unknown; replayed: unknown }[];
}

/** Reads only, but for the audit. Throws `not_found`. */
export async function replayShortlist(ctx: ServiceContext, actor: Actor, shortlistId: string): Promise<ReplayView> {
  const operator = asOperator(actor);
  const [[shortlist], rows] = await ctx.db.batch([
    ctx.db.select().from(shortlists).where(eq(shortlists.id, shortlistId)),
    ctx.db.select().from(receipts).where(eq(receipts.shortlistId, shortlistId)).orderBy(asc(receipts.professionalId)),
  ]);
  if (shortlist === undefined) throw notFound("shortlist");
  const learned = await learnedOfThen(ctx, shortlist.learned);
  const replay: Replay =
    learned === "missing"
      ? { agrees: false, reason: null, modelHash: null, receipts: rows.length, differences: [] }
      : replayRanking({ ...shortlist, receipts: rows }, learned);
  const reason = learned === "missing" ? "model_missing" : replay.reason;
  await ctx.db
    .insert(audit)
    .values(auditRow(operator.userId, "shortlist.replayed", shortlistId, ctx.now(), { agrees: replay.agrees, reason }));
  return {
    shortlist_id: shortlistId,
    agrees: replay.agrees,
    model_hash: replay.modelHash,
    stored_model_hash: shortlist.modelHash,
    reason,
    detail: DETAILS[reason ?? (replay.agrees ? "agrees" : "differs")],
    receipts: replay.receipts,
    differences: replay.differences.map(({ professionalId, ...rest }) => ({
      professional_id: professionalId,
      ...rest,
    })),
  };
}

/** The model with the count of graded cases that it served with; one that was unreadable then stays out now as well. */
async function learnedOfThen(
  ctx: ServiceContext,
  use: (typeof shortlists.$inferSelect)["learned"],
): Promise<LearnedInput | null | "missing"> {
  if (use === null) return null;
  if (use.reason === "unreadable") return { hash: use.hash, model: null, gradedCases: use.gradedCases };
  const model = await modelOf(ctx, use.hash);
  return model === null ? "missing" : { hash: use.hash, model, gradedCases: use.gradedCases };
}

const DETAILS: Readonly<Record<"agrees" | "differs" | NonNullable<ReplayView["reason"]>, string>> = {
  agrees: "Every receipt was worked out again and is the same to the last bit.",
  differs: "Some numbers differ from those that were stored, although rules and model are the same. See `differences`.",
  formula_changed:
    "This release ranks by other rules than the one that made this shortlist, so a difference is no proof of a mistake. Replay it on that release.",
  not_stored: "This shortlist was stored by a release that did not keep all that a replay needs.",
  model_missing: "The learned model that had a part in this ranking is not kept here any more.",
};
