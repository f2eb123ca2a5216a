// One side of a talk wants no more of the other: the talk closes at once, and the two are not brought together again.
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases } from "../../db/schema.ts";
import type { Side } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";
import { nextWaveWhenOver } from "../offers/next-wave-when-over.ts";
import { withdrawOpenOffers } from "../offers/withdraw-open-offers.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { talkNews } from "./talk-news.ts";
import { heldTalkOf, type Person } from "./talk-of.ts";

/** More cases at once than one person has searched for. */
const MOST_CASES = 50;

const sideRow = z.object({ rows: z.array(z.object({ side: z.enum(["client", "professional"]) })) });

/**
 * Twice is once, and who was first counts. The case itself stays where it is: asking for another professional, or giving the
 * case back, is a step of its own. What of the professional's is still open for this client's other cases is withdrawn.
 */
export async function blockOther(ctx: ServiceContext, actor: Person, caseId: string): Promise<{ blocked_by: Side }> {
  const { side, clientId, conversationId, professional } = await heldTalkOf(ctx, actor, caseId);
  const now = ctx.now();
  const at = sql`${now.toISOString()}::timestamptz`;
  const key = `talk_blocked:${caseId}:${professional.id}`;
  const news = talkNews(
    ctx,
    { conversationId, professionalUserId: professional.userId },
    { type: "case_talk", data: { case_id: caseId, at: now.toISOString() } },
    key,
  );
  const entry = auditRow(actor.userId, "talk.blocked", caseId, now, { side });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const others = await searchedFor(ctx, clientId);
  const [, , , told, kept, ...ended] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE client_id = ${clientId} ORDER BY id FOR UPDATE`),
    insertIf(
      ctx.db,
      audit,
      entry,
      sql`NOT EXISTS (SELECT 1 FROM blocked_pairs WHERE client_id = ${clientId} AND professional_id = ${professional.id})`,
    ),
    ctx.db.execute(sql`
      INSERT INTO blocked_pairs (client_id, professional_id, side, case_id, created_at)
      SELECT ${clientId}, ${professional.id}, ${side}, ${caseId}, ${at} WHERE ${mine}
      ON CONFLICT DO NOTHING`),
    ctx.db.execute(insertOutbox(news.rows, mine)),
    ctx.db.execute(
      sql`SELECT side FROM blocked_pairs WHERE client_id = ${clientId} AND professional_id = ${professional.id}`,
    ),
    ...others.flatMap((other) => [
      ctx.db.execute(
        withdrawOpenOffers(ctx, other, now.toISOString(), sql`professional_id = ${professional.id} AND ${mine}`),
      ),
      ctx.db.execute(nextWaveWhenOver(ctx, other, now.toISOString())),
    ]),
  ]);
  const queued = [...insertedRows(told), ...ended.flatMap(insertedRows)];
  if (insertedRows(told).length > 0) news.tellNow();
  await ctx.enqueue(queued);
  return { blocked_by: sideRow.parse(kept).rows[0]?.side ?? side };
}

/** The client's cases that are being searched for: an offer of theirs may be in the professional's hands. */
async function searchedFor(ctx: ServiceContext, clientId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.clientId, clientId), inArray(cases.status, ["matching", "offering"])))
    .orderBy(cases.id)
    .limit(MOST_CASES);
  return rows.map(({ id }) => id);
}
