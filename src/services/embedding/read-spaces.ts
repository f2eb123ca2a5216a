// The embedding spaces for the console: which are configured, how full each is, and the back-fills that fill them.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { SPACE_KEYS, SPACES, type SpaceKey } from "../../domain/embedding/space.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { isMember } from "../equity/ledger-sql.ts";
import { asOperator } from "../operations/as-operator.ts";
import type { BackfillView } from "./backfill-view.ts";
import { makerOf } from "./embed-words.ts";
import { listBackfills } from "./list-backfills.ts";
import { wordsHash } from "./profile-words.ts";
import { VECTOR_TABLES } from "./vector-tables.ts";

export interface SpaceView {
  key: SpaceKey;
  name: string;
  dimensions: number;
  /** A model fills it: its keys are set, or it needs none. */
  configured: boolean;
  /** Share of the members with a vector, 0..1; what services/embedding/coverage.ts asks for before a search uses the space. */
  coverage: number;
  /** Vectors of the space's present name, members or not. */
  vectors: number;
  /** Professionals whose turns are taken. */
  members: number;
  /** Profiles that a back-fill would embed: without a vector, or with one of other words than theirs. */
  lacking: number;
}

/** The best space first, and the newest back-fills. Counts every profile: for a person who looks, not for each match. */
export async function readSpaces(
  ctx: ServiceContext,
  actor: Actor,
): Promise<{ spaces: SpaceView[]; backfills: BackfillView[] }> {
  asOperator(actor);
  const [counts, { items: backfills }] = await Promise.all([countAll(ctx), listBackfills(ctx, actor)]);
  return { spaces: SPACE_KEYS.map((key) => spaceView(ctx, key, counts)), backfills };
}

function spaceView(ctx: ServiceContext, key: SpaceKey, counts: Record<string, number>): SpaceView {
  const count = (name: string) => counts[name] ?? 0;
  const members = count("members");
  return {
    key,
    ...SPACES[key],
    configured: makerOf(ctx.embedders, key) !== null,
    coverage: members === 0 ? 0 : count(`${key}_covered`) / members,
    vectors: count(`${key}_vectors`),
    members,
    lacking: count(`${key}_lacking`),
  };
}

const countsSchema = z.object({ rows: z.tuple([z.record(z.string(), z.coerce.number())]) });

async function countAll(ctx: ServiceContext): Promise<Record<string, number>> {
  const member = sql`p.vertical = 'legal' AND ${isMember}`;
  const figures = SPACE_KEYS.flatMap((key) => figuresOf(key, member));
  const joins = SPACE_KEYS.map((key) => {
    const v = alias(key);
    return sql`LEFT JOIN ${VECTOR_TABLES[key]} ${v} ON ${v}.professional_id = p.id AND ${v}.space = ${SPACES[key].name}`;
  });
  const result = await ctx.db.execute(sql`
    SELECT count(*) FILTER (WHERE ${member}) AS members, ${sql.join(figures, sql`, `)}
    FROM (SELECT *, ${wordsHash("professionals")} AS words FROM professionals) p ${sql.join(joins, sql` `)}`);
  return countsSchema.parse(result).rows[0];
}

function figuresOf(key: SpaceKey, member: SQL): SQL[] {
  const v = alias(key);
  const as = (name: string) => sql.raw(`AS ${key}_${name}`);
  return [
    sql`count(${v}.professional_id) ${as("vectors")}`,
    sql`count(${v}.professional_id) FILTER (WHERE ${member}) ${as("covered")}`,
    sql`count(*) FILTER (WHERE ${v}.text_hash IS DISTINCT FROM p.words) ${as("lacking")}`,
  ];
}

/** One table is joined for each space. */
function alias(key: SpaceKey): SQL {
  return sql.raw(`v_${key}`);
}
