// The client says how it went: once a contract, open to change for some days, counted for the professional at once.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, forbidden } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, contracts, professionals, REVIEW_OUTCOMES, reviews } from "../../db/schema.ts";
import { tidyComment } from "../../domain/reviews/comment.ts";
import { REVIEW_EDIT_DAYS, reviewEditableUntil } from "../../domain/reviews/review-window.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { visibleContract } from "../contracts/read-contract.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

const input = z.object({
  contractId: z.string().min(1),
  rating: z.int().min(1).max(5),
  outcome: z.enum(REVIEW_OUTCOMES),
  comment: z.string().max(2000).default("").transform(tidyComment),
});

export interface ReviewOutcomeView {
  id: string;
  contract_id: string;
  rating: number;
  outcome: (typeof REVIEW_OUTCOMES)[number];
  comment: string;
  /** 1 when first written, one more for every change. */
  revision: number;
  created_at: string;
  editable_until: string;
}

/**
 * Writes or changes the review; the same words twice change nothing. Throws `not_found`, `forbidden` for the
 * professional and for operators, `contract_not_closed` (409), and `review_window_over` (409) after seven days.
 */
export async function reviewContract(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<ReviewOutcomeView> {
  const { contractId, rating, outcome, comment } = parseInput(input, raw);
  const { record, party } = await visibleContract(ctx, actor, contractId, "contract.review_refused");
  if (party !== "client") throw forbidden("Only the client of this contract can review it.");
  const { contract, professional } = record;
  const now = ctx.now();
  const at = sql`${now.toISOString()}::timestamptz`;

  // Under the lock: closed, and the review is missing or both changeable and different. The audit row's fresh id keeps that answer.
  const entry = auditRow(actorName(actor), "contract.reviewed", contractId, now, { rating, outcome });
  const mine = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id})`;
  const old = (column: typeof reviews.rating | typeof reviews.outcome) =>
    sql`(select ${column} from ${reviews} where ${reviews.contractId} = ${contractId})`;
  const window = sql.raw(`interval '${REVIEW_EDIT_DAYS} days'`);
  const writable = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId} and ${contracts.status} = 'closed')
    and not exists (select 1 from ${reviews} where ${reviews.contractId} = ${contractId}
      and (${reviews.createdAt} + ${window} < ${at}
        or (${reviews.rating} = ${rating} and ${reviews.outcome} = ${outcome} and ${reviews.comment} = ${comment})))`;
  const news = outboxRow(
    "person.notify",
    `review:${contractId}:received`,
    { userId: professional.userId, kind: "review_received", params: { contract_id: contractId } },
    { now, traceId: ctx.traceId },
  );
  const won = outcome === "resolved" ? 1 : 0;
  const [, , , , queued, [kept]] = await ctx.db.batch([
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, entry, writable),
    // Before the review changes: the difference between old and new is added.
    ctx.db
      .update(professionals)
      .set({
        reviewSum: sql`${professionals.reviewSum} + ${rating}::int - coalesce(${old(reviews.rating)}, 0)`,
        reviewCount: sql`${professionals.reviewCount} + case when ${old(reviews.rating)} is null then 1 else 0 end`,
        casesWon: sql`${professionals.casesWon} + ${won}::int - case when ${old(reviews.outcome)} = 'resolved' then 1 else 0 end`,
        updatedAt: now,
      })
      .where(and(eq(professionals.id, professional.id), mine)),
    insertIf(
      ctx.db,
      reviews,
      {
        id: newId("rev", now.getTime()),
        contractId,
        caseId: contract.caseId,
        professionalId: professional.id,
        clientId: contract.clientId,
        rating,
        outcome,
        comment,
        createdAt: now,
        updatedAt: now,
      },
      mine,
    ).onConflictDoUpdate({
      target: reviews.contractId,
      set: { rating, outcome, comment, revision: sql`${reviews.revision} + 1`, updatedAt: now },
    }),
    ctx.db.execute(insertOutbox([news], mine)),
    ctx.db.select().from(reviews).where(eq(reviews.contractId, contractId)),
  ]);
  await ctx.enqueue(insertedRows(queued));

  if (kept === undefined) {
    throw conflict("contract_not_closed", "A review can be written once the contract is closed.");
  }
  if (kept.rating !== rating || kept.outcome !== outcome || kept.comment !== comment) {
    throw conflict(
      "review_window_over",
      `A review can be changed for ${REVIEW_EDIT_DAYS} days. This one stays as it is.`,
    );
  }
  return {
    id: kept.id,
    contract_id: contractId,
    rating: kept.rating,
    outcome: kept.outcome,
    comment: kept.comment,
    revision: kept.revision,
    created_at: kept.createdAt.toISOString(),
    editable_until: reviewEditableUntil(kept.createdAt).toISOString(),
  };
}
