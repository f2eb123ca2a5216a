// One case with all that an operator decides on: facts, summary, contract and what was done to it.
import { and, desc, eq, inArray, ne, or } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { audit, caseChanges, caseLikenesses, cases, contracts, offers, users } from "../../db/schema.ts";
import { withoutQuote } from "../cases/without-quote.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { usageOf, usageView } from "../triage/read-usage.ts";
import { asOperator } from "./as-operator.ts";
import { auditReading } from "./audit-reading.ts";

const MOST_AUDIT = 50;

/** Reading is audited. Throws `not_found`. */
export async function readCaseAsOperator(ctx: ServiceContext, actor: Actor, caseId: string) {
  const operator = asOperator(actor);
  const [found, history, changes, usage, likes] = await ctx.db.batch([
    ctx.db
      .select({
        row: cases,
        email: users.email,
        isAnonymous: users.isAnonymous,
        contractId: contracts.id,
        contractStatus: contracts.status,
      })
      .from(cases)
      .innerJoin(users, eq(users.id, cases.clientId))
      .leftJoin(contracts, and(eq(contracts.caseId, cases.id), ne(contracts.status, "voided")))
      .where(eq(cases.id, caseId)),
    ctx.db
      .select({ id: audit.id, actor: audit.actor, action: audit.action, at: audit.at })
      .from(audit)
      .where(
        or(
          eq(audit.subject, caseId),
          // What was done to the case's offers belongs to its story.
          inArray(audit.subject, ctx.db.select({ id: offers.id }).from(offers).where(eq(offers.caseId, caseId))),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(MOST_AUDIT),
    ctx.db.select().from(caseChanges).where(eq(caseChanges.caseId, caseId)).orderBy(desc(caseChanges.at)),
    usageOf(ctx.db, caseId),
    ctx.db
      .select()
      .from(caseLikenesses)
      .where(or(eq(caseLikenesses.caseId, caseId), eq(caseLikenesses.earlierId, caseId))),
  ]);
  const first = found[0];
  if (first === undefined) throw notFound("case");
  await auditReading(ctx, operator, "case.read", caseId);
  const { row } = first;
  return {
    id: row.id,
    conversation_id: row.conversationId,
    status: row.status,
    controlled_by: row.controlledBy,
    locale: row.locale,
    area: row.area,
    subarea: row.subarea,
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    confidence: row.confidence,
    deadlines: row.deadlines.map(withoutQuote),
    flags: row.flags,
    languages: row.languages,
    summary: row.summary,
    adverse_parties: row.adverseParties,
    preset: row.preset,
    wave: row.wave,
    /** Null for a client without an account. */
    client_email: first.isAnonymous ? null : first.email,
    mode: row.mode,
    close_reason: row.closeReason,
    joined_into: row.joinedInto,
    /** Until when the search waits for the client to say how to be reached. */
    waits_until: row.reachBy !== null && row.reachBy > ctx.now() ? row.reachBy.toISOString() : null,
    /** Cases of the same client that seem to tell the same; the answer is the client's alone, null while he has not given it. */
    likenesses: likes.map(({ caseId: one, earlierId, answer }) => ({
      case_id: one === caseId ? earlierId : one,
      answer,
    })),
    contract_id: first.contractId,
    contract_status: first.contractStatus,
    created_at: row.createdAt.toISOString(),
    triaged_at: row.triagedAt?.toISOString() ?? null,
    closed_at: row.closedAt?.toISOString() ?? null,
    /** Who called it off, gave it back or asked for somebody else, newest first, with their words. */
    changes: changes.map(({ kind, by, professionalId, reason, words, at }) => ({
      kind,
      by,
      professional_id: professionalId,
      reason,
      words,
      at: at.toISOString(),
    })),
    /** What the models cost; empty where none was asked. */
    model_usage: usageView(usage),
    history: history.map(({ id, actor: by, action, at }) => ({ id, by, action, at: at.toISOString() })),
  };
}

export type OperatorCase = Awaited<ReturnType<typeof readCaseAsOperator>>;
