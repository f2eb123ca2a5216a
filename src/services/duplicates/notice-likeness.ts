// A case that its client seems to have told before is noticed, and the client is asked whether it is the same.
import { and, desc, eq, gte, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { caseLikenesses, cases } from "../../db/schema.ts";
import { type CaseStatus, isOver } from "../../domain/case-state.ts";
import { type Likeness, likenessOf, SAME_WITHIN_DAYS, seemsSame } from "../../domain/duplicates/likeness.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

const DAY_MS = 86_400_000;
/** Of one client in a month; more would be a program. */
const MOST_EARLIER = 50;

/** Both are understood, and neither is over or stopped, where nobody searches; only one that nobody has taken can go on in another. */
const ASKABLE: readonly CaseStatus[] = ["matching", "choosing", "offering", "unmatched"];
const GOES_ON: readonly CaseStatus[] = [...ASKABLE, "handed_off", "accepted", "signed"];

/** Idempotent: a case is asked about once, whatever was answered. Returns the earlier case's id, or null. The search goes on meanwhile. */
export async function noticeLikeness(ctx: ServiceContext, input: { caseId: string }): Promise<string | null> {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, input.caseId));
  if (row === undefined || row.area === null || row.summary === null || !ASKABLE.includes(row.status)) return null;
  const earlier = await ctx.db
    .select({ id: cases.id, status: cases.status, summary: cases.summary, ownSummary: cases.ownSummary })
    .from(cases)
    .where(
      and(
        eq(cases.clientId, row.clientId),
        eq(cases.area, row.area),
        ne(cases.id, row.id),
        inArray(cases.status, [...GOES_ON]),
        isNotNull(cases.triagedAt),
        lt(cases.createdAt, row.createdAt),
        gte(cases.createdAt, new Date(row.createdAt.getTime() - SAME_WITHIN_DAYS * DAY_MS)),
      ),
    )
    .orderBy(desc(cases.createdAt))
    .limit(MOST_EARLIER);
  const story = row.ownSummary ?? row.summary;
  const like = earlier
    .filter(({ status }) => !isOver(status))
    .map((other) => ({ id: other.id, ...likenessOf(story, other.ownSummary ?? other.summary ?? "") }))
    .filter(seemsSame)
    .sort((a, b) => b.words - a.words)[0];
  if (like === undefined) return null;
  return (await ask(ctx, row, like)) ? like.id : null;
}

/** True when this call asked. */
async function ask(
  ctx: ServiceContext,
  row: { id: string; conversationId: string },
  like: Likeness & { id: string },
): Promise<boolean> {
  const now = ctx.now();
  const asked = { caseId: row.id, earlierId: like.id, likeness: like.whole, askedAt: now };
  const event = {
    type: "client_asked" as const,
    key: `same:${row.id}:asked`,
    data: { about: "same", case_id: like.id },
  };
  const body = { conversationId: row.conversationId, events: [event] };
  const news = outboxRow("conversation.publish", event.key, body, { now, traceId: ctx.traceId });
  const isOpen = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${row.id} AND status <> 'closed')`;
  const isMine = sql`EXISTS (SELECT 1 FROM case_likenesses WHERE case_id = ${row.id} AND asked_at = ${now.toISOString()}::timestamptz)`;
  const [inserted, queued] = await ctx.db.batch([
    insertIf(ctx.db, caseLikenesses, asked, isOpen).onConflictDoNothing().returning({ id: caseLikenesses.caseId }),
    ctx.db.execute(insertOutbox([news], isMine)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return inserted.length > 0;
}
