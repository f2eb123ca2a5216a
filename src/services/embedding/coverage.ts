// How much of the corpus an embedding space holds: a space is searched only when nearly everybody can be found in it.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { ModelSpace } from "../../domain/embedding/embedder.ts";
import { SPACES } from "../../domain/embedding/space.ts";
import type { ServiceContext } from "../context.ts";
import { isMember } from "../equity/ledger-sql.ts";
import { VECTOR_TABLES } from "./vector-tables.ts";

/**
 * Least share of the members with a vector. Below one, since someone who joins or rewrites the profile is without a vector
 * until the queue has come to it, and a corpus that grows must not leave its space for that.
 */
export const LEAST_COVERAGE = 0.98;

const VERTICAL = "legal";

/** 0..1 by space; a space that is not in it could not be counted. */
export type Coverage = ReadonlyMap<ModelSpace, number>;

/** Of the spaces whose models are configured; no round trip when there are none, or when it was counted lately. Never throws. */
export async function readCoverage(ctx: ServiceContext): Promise<Coverage> {
  try {
    const counted = ctx.embedders.map(async ({ key }) => {
      const load = () => countCovered(ctx, key);
      return [key, await ctx.cache.remember(coverageKey(key), ctx.settings.cacheTtlSeconds, load)] as const;
    });
    return new Map(await Promise.all(counted));
  } catch (error) {
    ctx.log.warn("coverage_unknown", { error });
    return new Map();
  }
}

/** The next match counts anew: for who has just filled a space, or emptied it. Other isolates learn it when their entry ends. */
export async function forgetCoverage(ctx: ServiceContext, key: ModelSpace): Promise<void> {
  await ctx.cache.forget(coverageKey(key));
}

/** Names all that the figure depends on: the model and its version, and whose professionals are counted. */
export function coverageKey(key: ModelSpace): string {
  return `embedding-coverage:${VERTICAL}:${SPACES[key].name}`;
}

/** The share of members with a vector of exactly this space; 0 where there are no members. */
async function countCovered(ctx: ServiceContext, key: ModelSpace): Promise<number> {
  const { rows } = await ctx.db.execute(covered(key));
  const [counts] = z.array(z.object({ members: z.coerce.number(), covered: z.coerce.number() })).parse(rows);
  return counts === undefined || counts.members === 0 ? 0 : counts.covered / counts.members;
}

function covered(key: ModelSpace): SQL {
  return sql`
    SELECT count(*) AS members, count(v.professional_id) AS covered
    FROM professionals p LEFT JOIN ${VECTOR_TABLES[key]} v ON v.professional_id = p.id AND v.space = ${SPACES[key].name}
    WHERE p.vertical = ${VERTICAL} AND ${isMember}`;
}
