// A party records that the work is done: contract and case close, and the client is asked how it went.
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, cases, contracts, professionals } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { contractUpdates } from "./contract-events.ts";
import { type ContractRecord, contractRecord, requireParty, userOf } from "./contract-record.ts";

const input = z.object({ contractId: z.string().min(1) });

/**
 * Closing twice is closing once. Throws `not_found` for anyone but the parties, and `contract_not_signed` (409) before
 * both have signed. `closed_at` is ISO 8601.
 */
export async function closeContract(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ contract_id: string; status: "closed"; closed_at: string }> {
  const { contractId } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { party } = requireParty(record, actor);
  const now = ctx.now();

  // The audit row's id is fresh: it is there exactly when this call closes, and everything else hangs on it.
  const entry = auditRow(actorName(actor), "contract.closed", contractId, now, { party });
  const mine = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id})`;
  const isSigned = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId} and ${contracts.status} = 'signed')`;
  const [, , , , , , queued, [kept]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${record.case.id} FOR UPDATE`),
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, entry, isSigned),
    ctx.db
      .update(contracts)
      .set({ status: "closed", closedAt: now, updatedAt: now })
      .where(and(eq(contracts.id, contractId), mine)),
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("contract_closed"), closeReason: "done", closedAt: now, updatedAt: now })
      .where(and(eq(cases.id, record.case.id), inArray(cases.status, [...statesBefore("contract_closed")]), mine)),
    ctx.db
      .update(professionals)
      .set({ casesClosed: sql`${professionals.casesClosed} + 1`, updatedAt: now })
      .where(and(eq(professionals.id, record.professional.id), mine)),
    ctx.db.execute(insertOutbox(closingNews(ctx, record, now), mine)),
    ctx.db
      .select({ status: contracts.status, closedAt: contracts.closedAt })
      .from(contracts)
      .where(eq(contracts.id, contractId)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (kept?.status !== "closed" || kept.closedAt === null) {
    throw conflict("contract_not_signed", "Both parties have to sign before the contract can be closed.");
  }
  return { contract_id: contractId, status: "closed", closed_at: kept.closedAt.toISOString() };
}

function closingNews(ctx: ServiceContext, record: ContractRecord, now: Date): NewOutboxRow[] {
  const made = { now, traceId: ctx.traceId };
  const contractId = record.contract.id;
  const params = { contract_id: contractId };
  const to = { conversationId: record.case.conversationId, professionalUserId: record.professional.userId };
  const client = userOf(record, "client");
  const professional = userOf(record, "professional");
  return [
    ...contractUpdates(to, { contractId, status: "closed", step: "closed", signed: ["client", "professional"] }, made),
    outboxRow(
      "person.notify",
      `contract:${contractId}:review_invited`,
      { userId: client, kind: "review_invited", params },
      made,
    ),
    outboxRow(
      "person.notify",
      `contract:${contractId}:closed`,
      { userId: professional, kind: "contract_closed", params },
      made,
    ),
  ];
}
