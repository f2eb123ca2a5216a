// The applicant answers what the team asked, or adds a word of their own; the review comes back to the queue.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, professionals } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import type { Person } from "./applicant.ts";
import { lastReview, readStanding, type Standing } from "./standing.ts";

/** Words of both sides in one review. */
const MOST_WORDS = 40;

export const input = z.object({
  text: plainText().trim().min(2, { error: "Write an answer." }).max(2000, { error: "At most 2,000 characters." }),
});

/** Throws `not_found`, `invalid_input`, `nothing_open` (409) where no review waits or it holds no more words. */
export async function answerQuestion(
  ctx: ServiceContext,
  actor: Person,
  raw: Unchecked<typeof input>,
): Promise<Standing> {
  const { text } = parseInput(input, raw);
  const [own] = await ctx.db
    .select({ id: professionals.id })
    .from(professionals)
    .where(eq(professionals.userId, actor.userId));
  if (own === undefined) throw notFound("application");
  const review = await lastReview(ctx, own.id);
  if (review === null || (review.status !== "open" && review.status !== "asked")) {
    throw conflict("nothing_open", "Nothing is being checked at the moment. Reload the page to see where it stands.");
  }
  const last = review.words.at(-1);
  // A form that was posted twice says the same twice.
  if (last?.by !== "applicant" || last.text !== text) await store(ctx, actor, review.id, text);
  const standing = await readStanding(ctx, actor);
  if (standing === null) throw notFound("application");
  return standing;
}

async function store(ctx: ServiceContext, actor: Person, id: string, text: string): Promise<void> {
  const now = ctx.now();
  const entry = auditRow(actor.userId, "verification.answered", id, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const line = JSON.stringify([{ by: "applicant", text, at: now.toISOString() }]);
  const told = outboxRow(
    "operators.notify",
    `verification.answered:${entry.id}`,
    { kind: "verification_waits", params: {} },
    { now, traceId: ctx.traceId },
  );
  const [, inserted, , queued] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM verification_reviews WHERE id = ${id} FOR UPDATE`),
    insertIf(
      ctx.db,
      audit,
      entry,
      sql`EXISTS (SELECT 1 FROM verification_reviews WHERE id = ${id} AND status IN ('open', 'asked') AND jsonb_array_length(words) < ${MOST_WORDS}::int)`,
    ).returning({ id: audit.id }),
    ctx.db.execute(sql`
      UPDATE verification_reviews SET words = words || ${line}::jsonb, status = 'open',
        updated_at = greatest(${now.toISOString()}::timestamptz, updated_at + interval '1 millisecond')
      WHERE id = ${id} AND ${mine}`),
    ctx.db.execute(insertOutbox([told], mine)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (inserted.length === 0) {
    throw conflict("nothing_open", "This was decided meanwhile, or it holds no more words. Reload the page.");
  }
}
