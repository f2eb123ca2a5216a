// New or changed profiles are embedded in every configured space; runs from the queue.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import type { Embedder } from "../../domain/embedding/embedder.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import type { BatchVerb } from "../outbox/batch-verb.ts";
import { embedWords } from "./embed-words.ts";
import { lacksVector, wordsHash } from "./profile-words.ts";
import { storeVectors } from "./store-vectors.ts";

const rowsSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      areas: z.array(z.string()),
      subareas: z.array(z.string()),
      profile: z.string(),
      hash: z.string(),
      lacking: z.array(z.string()),
    }),
  ),
});
type Profile = z.infer<typeof rowsSchema>["rows"][number];

/**
 * Number of vectors that were made. Only spaces that lack the words of now are asked, so a second delivery costs nothing;
 * what one space's vendor refuses is thrown when the others are done, for the queue to try again.
 */
export async function embedProfiles(ctx: ServiceContext, body: MessageBody<"profiles.embed">): Promise<number> {
  if (ctx.embedders.length === 0) return 0;
  const readAt = ctx.now();
  const profiles = await readProfiles(ctx, body.professionalIds);
  const outcomes = await Promise.allSettled(
    ctx.embedders.map((embedder) => fillSpace(ctx, embedder, profiles, readAt)),
  );
  const failures = outcomes.flatMap((outcome): unknown[] => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length > 0) throw failures.find(mayPass) ?? failures[0];
  return outcomes.reduce((sum, outcome) => sum + (outcome.status === "fulfilled" ? outcome.value : 0), 0);
}

/** As many as one message may name: bge-m3 takes a hundred texts in a call, OpenAI 2,048. */
const MOST_PROFILES = 100;

/** Many messages are few calls: profiles that changed together, or twice, are embedded together. */
export const EMBED_PROFILES: BatchVerb<"profiles.embed"> = {
  mostAtOnce: 50,
  run: async (ctx, items) => {
    const ids = [...new Set(items.flatMap(({ body }) => body.professionalIds))];
    for (let at = 0; at < ids.length; at += MOST_PROFILES) {
      await embedProfiles(ctx, { professionalIds: ids.slice(at, at + MOST_PROFILES) });
    }
    return items.map(({ id }) => ({ id, error: null }));
  },
};

/** What may yet succeed is tried again; a refusal beside it comes back with the next try. */
function mayPass(error: unknown): boolean {
  return !(error instanceof VezError) || error.retryable;
}

async function readProfiles(ctx: ServiceContext, ids: readonly string[]): Promise<Profile[]> {
  const lacking = ctx.embedders.map(({ key }) => sql`CASE WHEN ${lacksVector(key)} THEN ${key}::text END`);
  const result = await ctx.db.execute(sql`
    SELECT p.id, p.areas, p.subareas, p.profile, ${wordsHash()} AS hash,
      array_remove(ARRAY[${sql.join(lacking, sql`, `)}], NULL) AS lacking
    FROM professionals p
    WHERE p.id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    ORDER BY p.id`);
  return rowsSchema.parse(result).rows;
}

async function fillSpace(
  ctx: ServiceContext,
  embedder: Embedder,
  profiles: readonly Profile[],
  readAt: Date,
): Promise<number> {
  const lacking = profiles.filter((profile) => profile.lacking.includes(embedder.key));
  if (lacking.length === 0) return 0;
  const made = await embedWords(embedder, lacking);
  if (made.length > 0) await ctx.db.execute(storeVectors(embedder.key, made, readAt));
  return made.length;
}
