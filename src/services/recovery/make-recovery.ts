// A client makes a recovery phrase and link, which are shown once; a new one ends the former.
import { desc, eq, sql } from "drizzle-orm";
import { forbidden, notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, recoveries } from "../../db/schema.ts";
import { drawPhrase, drawToken, plainWords, type RandomBytes } from "../../domain/recovery/phrase.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { recoveryHash } from "./recovery-hash.ts";

type Person = Extract<Actor, { kind: "person" }>;

export interface Recovery {
  words: string[];
  /** Whoever has it opens the client's cases; it goes into an address' fragment, which no server sees. */
  token: string;
}

/**
 * `words` is the list of the reader's language, `secret` the deployment's pepper. At once twice: the later one counts.
 * Throws `forbidden` for anyone but a client, `not_found` for one who is gone.
 */
export async function makeRecovery(
  ctx: ServiceContext,
  actor: Person,
  input: { words: readonly string[]; secret: string; random?: RandomBytes },
): Promise<Recovery> {
  requireClient(actor);
  const random = input.random ?? ((bytes) => crypto.getRandomValues(bytes));
  const words = drawPhrase(input.words, random);
  const token = drawToken(random);
  const now = ctx.now();
  const fresh = {
    id: newId("rec", now.getTime()),
    userId: actor.userId,
    phraseHash: await recoveryHash("phrase", plainWords(words.join(" ")).join(" "), input.secret),
    linkHash: await recoveryHash("link", token, input.secret),
    createdAt: now,
  };
  const known = sql`EXISTS (SELECT 1 FROM users WHERE id = ${actor.userId} AND role = 'client')`;
  const made = sql`EXISTS (SELECT 1 FROM recoveries WHERE id = ${fresh.id})`;
  const [, , inserted] = await ctx.db.batch([
    // One after another, so that of two at once only one is left.
    ctx.db.execute(sql`SELECT id FROM users WHERE id = ${actor.userId} FOR UPDATE`),
    ctx.db.delete(recoveries).where(eq(recoveries.userId, actor.userId)),
    insertIf(ctx.db, recoveries, fresh, known).returning({ id: recoveries.id }),
    insertIf(ctx.db, audit, auditRow(actor.userId, "recovery.made", actor.userId, now), made),
  ]);
  if (inserted.length === 0) throw notFound("client");
  return { words, token };
}

/** When the newest was made, or null. */
export async function readRecovery(ctx: ServiceContext, actor: Person): Promise<{ madeAt: Date } | null> {
  const [row] = await ctx.db
    .select({ madeAt: recoveries.createdAt })
    .from(recoveries)
    .where(eq(recoveries.userId, actor.userId))
    .orderBy(desc(recoveries.createdAt))
    .limit(1);
  return row ?? null;
}

/** Words and link open nothing any more. Twice is once. */
export async function deleteRecovery(ctx: ServiceContext, actor: Person): Promise<void> {
  requireClient(actor);
  const now = ctx.now();
  await ctx.db.execute(sql`
    WITH gone AS (DELETE FROM recoveries WHERE user_id = ${actor.userId} RETURNING user_id)
    INSERT INTO audit (id, actor, action, subject, detail, at)
    SELECT ${auditRow(actor.userId, "", "", now).id}, user_id, 'recovery.deleted', user_id, '{}'::jsonb, ${now.toISOString()}::timestamptz
    FROM gone LIMIT 1`);
}

function requireClient(actor: Person): void {
  if (actor.role !== "client") throw forbidden("Recovery words are for clients. Sign in with your e-mail.");
}
