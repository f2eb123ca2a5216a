// A case as its client, the professional who took it, and operators may see it.
import { and, eq, ne, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { cases, contracts, offers, professionals } from "../../db/schema.ts";
import { cnjCodesOf } from "../../domain/legal/cnj.ts";
import { publicHelp } from "../../domain/legal/public-help.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";
import { withoutQuote } from "./without-quote.ts";

/**
 * An operator's reading is audited; the client's own words behind a deadline are his alone.
 * Throws `not_found` for an unknown case and for someone else's alike.
 */
export async function readCase(ctx: ServiceContext, actor: Extract<Actor, { kind: "person" }>, caseId: string) {
  const [row] = await ctx.db
    .select({
      id: cases.id,
      vertical: cases.vertical,
      status: cases.status,
      locale: cases.locale,
      area: cases.area,
      subarea: cases.subarea,
      uf: cases.uf,
      municipality: cases.municipality,
      urgencyHours: cases.urgencyHours,
      complexity: cases.complexity,
      confidence: cases.confidence,
      deadlines: cases.deadlines,
      flags: cases.flags,
      summary: cases.summary,
      wave: cases.wave,
      createdAt: cases.createdAt,
      mode: cases.mode,
      closeReason: cases.closeReason,
      joinedInto: cases.joinedInto,
      offerId: offers.id,
      clientId: cases.clientId,
      contractId: contracts.id,
      contractStatus: contracts.status,
      takenBy: sql<string | null>`taker.user_id`,
      professionalName: sql<string | null>`taker.name`,
      professionalEmail: sql<string | null>`(select email from users where id = taker.user_id)`,
    })
    .from(cases)
    .leftJoin(contracts, and(eq(contracts.caseId, cases.id), ne(contracts.status, "voided")))
    .leftJoin(offers, and(eq(offers.caseId, cases.id), eq(offers.status, "accepted")))
    .leftJoin(sql`${professionals} AS taker`, sql`taker.id = ${offers.professionalId}`)
    .where(eq(cases.id, caseId));
  const mine =
    row !== undefined && (actor.role === "operator" || row.clientId === actor.userId || row.takenBy === actor.userId);
  if (!mine) throw notFound("case");
  const isClient = row.clientId === actor.userId;
  if (!isClient && row.takenBy !== actor.userId) await auditReading(ctx, asOperator(actor), "case.read", caseId);
  return {
    id: row.id,
    vertical: row.vertical,
    status: row.status,
    locale: row.locale,
    area: row.area,
    subarea: row.subarea,
    cnj_codes: row.vertical === "legal" ? cnjCodesOf(row.area, row.subarea) : [],
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    confidence: row.confidence,
    deadlines: isClient ? row.deadlines : row.deadlines.map(withoutQuote),
    flags: row.flags,
    summary: row.summary,
    wave: row.wave,
    created_at: row.createdAt.toISOString(),
    mode: row.mode,
    /** Of a closed case: done, cancelled, silent or joined. */
    close_reason: row.closeReason,
    joined_into: row.joinedInto,
    /** The acceptance that stands; names it where another professional is asked for. */
    offer_id: row.offerId,
    contract_id: row.contractId,
    contract_status: row.contractStatus,
    professional: row.professionalName,
    /** Where nobody could take the case: who helps for free, the state's own first. */
    public_help: row.status === "unmatched" ? publicHelp(row.uf) : [],
    /** For the client alone, once somebody has accepted. */
    professional_email: row.clientId === actor.userId ? row.professionalEmail : null,
  };
}
