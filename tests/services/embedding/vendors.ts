// Both vendors' stand-ins for a world, and what the spaces hold.
import { sql } from "drizzle-orm";
import type { Embedder, ModelSpace } from "../../../src/domain/embedding/embedder.ts";
import { profileText } from "../../../src/domain/matching/profile-text.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openEmbedders } from "../../../src/providers/embedders.ts";
import { VECTOR_TABLES } from "../../../src/services/embedding/vector-tables.ts";
import { OPENAI_KEY, type OpenAiStandIn, serveOpenAi } from "../../support/openai-stand-in.ts";
import { spreadOut } from "../../support/spread-out.ts";
import type { StandIn } from "../../support/vendor-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN, serveWorkersAi } from "../../support/workers-ai-stand-in.ts";
import type { World } from "../../support/world.ts";

export interface Vendors {
  openAi: OpenAiStandIn;
  workersAi: StandIn;
}

export async function serveVendors(): Promise<Vendors> {
  const [openAi, workersAi] = await Promise.all([serveOpenAi(), serveWorkersAi()]);
  return { openAi, workersAi };
}

export function calmVendors({ openAi, workersAi }: Vendors): void {
  for (const standIn of [openAi, workersAi]) {
    standIn.fail(null);
    standIn.takeRequests();
  }
}

/** The world's own context with both vendors and closed circuits, as after a start. */
export function configure(world: World, { openAi, workersAi }: Vendors): void {
  const config = {
    OPENAI_API_KEY: OPENAI_KEY,
    OPENAI_BASE_URL: openAi.url,
    OPENAI_TIMEOUT: 20,
    WORKERS_AI_TIMEOUT: 20,
    CLOUDFLARE_ACCOUNT_ID: CLOUDFLARE_ACCOUNT,
    CLOUDFLARE_API_TOKEN: CLOUDFLARE_TOKEN,
    CLOUDFLARE_API_URL: workersAi.url,
  };
  world.ctx.embedders = openEmbedders(config, undefined, { circuits: new Circuits(), metrics: world.metrics });
}

/** The world's embedder of `key`, with something happening once the vendor has answered its first call. */
export function onceAnswered(world: World, key: ModelSpace, happening: () => Promise<unknown>): void {
  let isFirst = true;
  const slow = (embedder: Embedder): Embedder => ({
    ...embedder,
    embed: async (texts, limits) => {
      const vectors = await embedder.embed(texts, limits);
      if (isFirst) {
        isFirst = false;
        await happening();
      }
      return vectors;
    },
  });
  world.ctx.embedders = world.ctx.embedders.map((embedder) => (embedder.key === key ? slow(embedder) : embedder));
}

/** A process that is killed here: nothing after it ever happens. */
export const killed = () => new Promise<never>(() => undefined);

/** How many profiles have a vector of exactly the words that they have now. */
export async function countTrue(world: World, key: ModelSpace, space: string): Promise<number> {
  const { rows } = await world.ctx.db.execute<Words>(sql`
    SELECT p.areas, p.subareas, p.profile, v.embedding::text AS embedding
    FROM ${VECTOR_TABLES[key]} v JOIN professionals p ON p.id = v.professional_id WHERE v.space = ${space}`);
  return rows.filter((row) => isOf(row)).length;
}

type Words = { areas: string[]; subareas: string[]; profile: string; embedding: string };

function isOf({ embedding, ...words }: Words): boolean {
  const vector: number[] = JSON.parse(embedding);
  const expected = spreadOut(profileText(words), vector.length);
  return expected.every((x, i) => Math.abs(x - (vector[i] ?? Number.NaN)) < 1e-5);
}
