// What follows when a profile says something else: its vectors are made anew, the lexical one at once.
import { type SQL, sql } from "drizzle-orm";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { embedLexical } from "../../domain/embedding/lexical.ts";
import { LEXICAL_SPACE } from "../../domain/embedding/space.ts";
import { profileText } from "../../domain/matching/profile-text.ts";
import type { ServiceContext } from "../context.ts";
import { wordsHash } from "../embedding/profile-words.ts";

type Words = Readonly<Record<"areas" | "subareas", readonly string[]>> & { readonly profile: string };

/** Other words, by the columns that wordsHash reads. */
export function isReworded(before: Words, after: Words): boolean {
  const words = ({ areas, subareas, profile }: Words) => JSON.stringify([areas, subareas, profile]);
  return words(before) !== words(after);
}

/** The lexical vector, for the batch of the change and after it: this space is never behind. */
export function embedNow(id: string, after: Words, now: Date, condition: SQL): SQL {
  const vector = `[${Array.from(embedLexical(profileText(after)), (x) => x.toFixed(6)).join(",")}]`;
  return sql`
    INSERT INTO professional_vectors_lexical (professional_id, space, embedding, embedded_at, text_hash)
    SELECT p.id, ${LEXICAL_SPACE}, ${vector}::vector, ${now.toISOString()}::timestamptz, ${wordsHash()}
    FROM professionals p WHERE p.id = ${id} AND ${condition}
    ON CONFLICT (professional_id) DO UPDATE SET
      space = excluded.space, embedding = excluded.embedding, embedded_at = excluded.embedded_at, text_hash = excluded.text_hash`;
}

/** The message for the spaces that wait for a vendor, one a change; none where no vendor is configured. */
export function embedLater(ctx: ServiceContext, id: string, changedAt: Date): NewOutboxRow[] {
  if (ctx.embedders.length === 0) return [];
  const made = { now: ctx.now(), traceId: ctx.traceId };
  return [outboxRow("profiles.embed", `profiles.embed:${id}:${changedAt.getTime()}`, { professionalIds: [id] }, made)];
}
