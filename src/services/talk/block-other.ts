// One side of a talk wants no more of the other: the talk closes at once, and the two are not brought together again.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit } from "../../db/schema.ts";
import type { Side } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { talkNews } from "./talk-news.ts";
import { heldTalkOf, type Person } from "./talk-of.ts";

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
  const [, , , , told, kept] = await ctx.db.batch([
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
    ctx.db.execute(sql`
      WITH withdrawn AS (
        UPDATE offers SET status = 'withdrawn', answered_at = ${at}
        FROM cases c
        WHERE ${mine} AND c.id = offers.case_id AND c.client_id = ${clientId} AND offers.professional_id = ${professional.id}
          AND offers.status IN ('pending', 'seen')
        RETURNING offers.id, offers.professional_id, offers.case_id, coalesce(c.area, 'nenhuma') AS area
      )
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(id, 5) || '_withdrawn', professional_id, case_id, id, area, 'withdrawn', ${at} FROM withdrawn
      ON CONFLICT (offer_id, kind) DO NOTHING`),
    ctx.db.execute(insertOutbox(news.rows, mine)),
    ctx.db.execute(
      sql`SELECT side FROM blocked_pairs WHERE client_id = ${clientId} AND professional_id = ${professional.id}`,
    ),
  ]);
  const queued = insertedRows(told);
  if (queued.length > 0) news.tellNow();
  await ctx.enqueue(queued);
  return { blocked_by: sideRow.parse(kept).rows[0]?.side ?? side };
}
