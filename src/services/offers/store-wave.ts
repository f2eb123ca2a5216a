// Stores one wave: shortlist, receipts, offers to those who still may have one, and what a person has to look at, in one batch.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, receipts, shortlists } from "../../db/schema.ts";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import { conflictReviewSql } from "../conflicts/review-rows.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { stillOpen } from "./still-open.ts";
import { type WaveRows, waveRows } from "./wave-rows.ts";

/**
 * "sent" also where another delivery stored this wave; "nobody_free" where everyone chosen was filled up, left or was
 * stopped since the ranking: nothing of the wave is kept then.
 */
export async function storeWave(ctx: ServiceContext, match: Match, wave: number): Promise<"sent" | "nobody_free"> {
  const rows = waveRows(ctx, match, wave);
  const announce = outboxRow(
    "wave.announce",
    `wave.announce:${match.row.id}:${wave}`,
    { caseId: match.row.id, wave },
    { now: ctx.now(), traceId: ctx.traceId },
  );
  try {
    const [, , , , offered, queued, , , , doubts] = await ctx.db.batch([
      ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${match.row.id} FOR UPDATE`),
      // In one order, so that two waves that want the same people wait for each other and do not lock each other out.
      ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ANY(${idArray(rows)}::text[]) ORDER BY id FOR UPDATE`),
      ctx.db.insert(shortlists).values(rows.shortlist),
      ctx.db.insert(receipts).values(rows.receipts),
      ctx.db.execute(insertOffers(ctx, rows, match)),
      ctx.db.execute(insertOutbox([announce], offersOf(rows))),
      insertIf(ctx.db, audit, auditRow("system", "wave.sent", match.row.id, ctx.now(), { wave }), offersOf(rows)),
      // A wave whose people were all filled up in this moment leaves its number free for the next try.
      ctx.db.execute(sql`DELETE FROM shortlists WHERE id = ${rows.shortlist.id} AND NOT ${offersOf(rows)}`),
      ...conflictReviewSql(ctx, match).map((statement) => ctx.db.execute(statement)),
    ]);
    const { length } = offeredRows.parse(offered).rows;
    if (length === 0) return "nobody_free";
    ctx.metrics.count("matches_found_total", {}, match.ranking.chosen.length);
    ctx.metrics.count("offers_created_total", {}, length);
    await ctx.enqueue([...insertedRows(queued), ...insertedRows(doubts)]);
    return "sent";
  } catch (error) {
    // Another delivery of the same message stored this wave in the same moment.
    if (isUniqueViolation(error, "shortlists_round_key")) return "sent";
    throw error;
  }
}

function offersOf(rows: WaveRows): SQL {
  return sql`EXISTS (SELECT 1 FROM offers WHERE shortlist_id = ${rows.shortlist.id})`;
}

const offeredRows = z.object({ rows: z.array(z.object({ id: z.string() })) });

function idArray(rows: WaveRows): string {
  return `{${rows.offers.map((offer) => offer.professionalId).join(",")}}`;
}

/** Offers to those behind no gate now that they are locked; with the ledger, their turn and the case's wave. */
function insertOffers(ctx: ServiceContext, rows: WaveRows, match: Match): SQL {
  const values = rows.offers.map((offer) => ({
    id: offer.id,
    professional_id: offer.professionalId,
    rank: offer.rank,
    remind_at: offer.remindAt.toISOString(),
    expires_at: offer.expiresAt.toISOString(),
  }));
  const { caseId, round: wave, id: shortlistId, rankedAt } = rows.shortlist;
  const at = rankedAt.toISOString();
  return sql`
    WITH made AS (
      INSERT INTO offers (id, case_id, shortlist_id, professional_id, wave, rank, status, remind_at, expires_at, created_at)
      SELECT o.id, ${caseId}, ${shortlistId}, o.professional_id, ${wave}, o.rank, 'pending', o.remind_at, o.expires_at, ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
        AS o(id text, professional_id text, rank int, remind_at timestamptz, expires_at timestamptz)
      JOIN professionals p ON p.id = o.professional_id
      WHERE ${stillOpen(ctx, caseId)} AND EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND ${isBefore("wave_sent")} AND mode = 'matching' AND wave < ${wave})
      RETURNING id, professional_id
    ), booked AS (
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(id, 5), professional_id, ${caseId}, id, ${match.facts.area}, 'offered', ${at}::timestamptz FROM made
    ), turned AS (
      UPDATE professionals SET last_offered_at = greatest(last_offered_at, ${at}::timestamptz) FROM made WHERE professionals.id = made.professional_id
    ), moved AS (
      UPDATE cases SET status = ${stateAfterSql("wave_sent")}, wave = ${wave}, updated_at = ${at}::timestamptz
      WHERE id = ${caseId} AND EXISTS (SELECT 1 FROM made)
    )
    SELECT id FROM made`;
}
