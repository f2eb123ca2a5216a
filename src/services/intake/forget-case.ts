// A conversation that never became a case has been silent for too long: the case keeps that it was, and nothing of what was told.
import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, caseChanges, cases } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";
import { oweForget } from "../desk/forget-thread.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

const ACTION = "case.forgotten";

/** Everything that came from the person's words; who, when and in which language stay. */
const NOTHING_TOLD = {
  openKey: null,
  area: null,
  subarea: null,
  uf: null,
  municipality: null,
  lat: null,
  lon: null,
  urgencyHours: null,
  complexity: null,
  confidence: null,
  strategy: null,
  deadlines: [],
  flags: [],
  languages: [],
  summary: null,
  ownSummary: null,
  documentsHeld: [],
  adverseParties: [],
  budgetCents: null,
} satisfies Partial<typeof cases.$inferInsert>;

/**
 * `forgotten` when nothing of the case is left to keep (also when it is not known, or was forgotten before);
 * `kept` when it is a case after all: searched for, called for or held by a human. Idempotent, audited once.
 * Of the triages only the one that found no legal problem goes: what was searched for and then stopped stays a case.
 */
export async function forgetCase(ctx: ServiceContext, input: { caseId: string }): Promise<"forgotten" | "kept"> {
  const now = ctx.now();
  const { caseId } = input;
  const [, , , rows, , owed] = await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({ ...NOTHING_TOLD, status: stateAfterSql("long_silent"), updatedAt: now })
      .where(
        and(
          eq(cases.id, caseId),
          inArray(cases.status, [...statesBefore("long_silent")]),
          eq(cases.controlledBy, "agent"),
          or(isNull(cases.triagedAt), eq(cases.area, "nenhuma")),
          or(ne(cases.status, "closed"), inArray(cases.closeReason, ["cancelled", "silent", "joined"])),
        ),
      ),
    insertIf(
      ctx.db,
      audit,
      auditRow("system", ACTION, caseId, now),
      sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND status = 'forgotten')
        AND NOT EXISTS (SELECT 1 FROM audit WHERE subject = ${caseId} AND action = ${ACTION})`,
    ),
    ctx.db
      .update(caseChanges)
      .set({ words: "" })
      .where(
        sql`${caseChanges.caseId} = ${caseId} AND EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND status = 'forgotten')`,
      ),
    ctx.db.select({ status: cases.status }).from(cases).where(eq(cases.id, caseId)),
    ctx.db.execute(forgetNumber(caseId, now)),
    ctx.db.execute(oweForget(ctx, caseId)),
  ]);
  await ctx.enqueue(insertedRows(owed));
  const status = rows[0]?.status;
  return status === undefined || status === "forgotten" ? "forgotten" : "kept";
}

/**
 * The number of a person who only ever wrote on WhatsApp goes with the last of what was told there, and with it the word that he may be
 * written to. Who writes at this very moment is not forgotten: his next conversation begins now.
 */
function forgetNumber(caseId: string, now: Date): SQL {
  const before = new Date(now.getTime() - 3_600_000).toISOString();
  return sql`
    WITH gone AS (
      DELETE FROM whatsapp_contacts c USING cases f, users u
      WHERE f.id = ${caseId} AND f.status = 'forgotten' AND u.id = f.client_id AND u.is_anonymous AND c.user_id = u.id
        AND c.last_in_at < ${before}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM cases o WHERE o.client_id = u.id AND o.id <> ${caseId} AND o.status <> 'forgotten')
      RETURNING c.user_id, c.phone
    )
    DELETE FROM client_reach r USING gone WHERE r.user_id = gone.user_id AND r.channel = 'whatsapp' AND r.address = gone.phone`;
}
