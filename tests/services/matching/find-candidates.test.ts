// Who is found for a case: nobody is starved by the many of other areas, and nobody who waits is out of reach.
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase as connect } from "../../../src/db/client.ts";
import type { EmbeddedText } from "../../../src/domain/embedding/space.ts";
import { SPACES } from "../../../src/domain/embedding/space.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import type { CaseFacts } from "../../../src/domain/matching/types.ts";
import { refreshPools } from "../../../src/services/equity/pools.ts";
import { findCandidates } from "../../../src/services/matching/find-candidates.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

/** More than the 20,000 at which pgvector's iterative scan gives up by itself; a hundred thousand are a bench's (`match`). */
const MANY = 30_000;
const RARE = 12;
const SMALL = 600;
let database: TestDatabase;
let world: World;

/** Eight numbers over and over: as good as any vector here, and quick to read so many times. */
const told: EmbeddedText = {
  key: "lexical",
  vector: Array.from({ length: SPACES.lexical.dimensions }, (_, i) => Math.sin(1 + (i % 8))),
};

const facts: CaseFacts = {
  id: "cas_none",
  area: "civil",
  subarea: null,
  urgencyHours: 240,
  complexity: "medium",
  uf: "SP",
  lat: null,
  lon: null,
  remoteOk: true,
  languages: ["pt-BR"],
  budgetCents: null,
  preset: "balanced",
  adverseParties: [],
  declinedBy: [],
};

beforeAll(async () => {
  database = await openDatabase({ own: true });
  world = await makeWorld(database, { professionals: 1 });
  await seed();
}, 300_000);
afterAll(() => database.close());

/** Thirty thousand of civil law, six hundred of them of tax law too, and twelve of environmental law alone. */
async function seed(): Promise<void> {
  const db = connect({ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 280_000 });
  await db.execute(sql`DELETE FROM professionals`);
  const series = sql`generate_series(1, ${MANY}::int) AS i`;
  await db.execute(
    sql`INSERT INTO users (id, name, email, role) SELECT 'usr_m' || i, '', i || '@many.invalid', 'professional' FROM ${series}`,
  );
  await db.execute(sql`
    INSERT INTO professionals (id, user_id, status, name, licence_number, licence_uf, uf, municipality, areas, subareas, profile,
      years_of_practice, qualifications, fee_cents, languages, remote, capacidade_mensal, joined_at, last_offered_at)
    SELECT 'pro_m' || i, 'usr_m' || i, 'active', '', i::text, 'SP', 'SP', '',
      CASE WHEN i <= ${RARE} THEN '{ambiental}' WHEN i <= ${SMALL} THEN '{civil,tributario}' ELSE '{civil}' END::text[], '{}', '',
      5, '{}', 20000, '{pt-BR}', true, 8, '2025-01-01', '2026-11-01'::timestamptz + i * interval '1 second' FROM ${series}`);
  await db.execute(sql`DROP INDEX professional_vectors_lexical_hnsw`);
  // Sums of 400 and 75 vectors, read once: numbers by the hundred thousand instead of ten million.
  await db.execute(sql`
    WITH a AS MATERIALIZED (${parts(400, 1)}), b AS MATERIALIZED (${parts(75, 2)})
    INSERT INTO professional_vectors_lexical (professional_id, space, embedding, embedded_at)
    SELECT 'pro_m' || i, ${SPACES.lexical.name}, a.part + b.part, now()
    FROM ${series} JOIN a ON a.n = i % 400 JOIN b ON b.n = i / 400 % 75`);
  // A coarse graph is quick to build; the search through it is the product's.
  await db.execute(sql`SET maintenance_work_mem = '512MB'`);
  await db.execute(sql`
    CREATE INDEX professional_vectors_lexical_hnsw ON professional_vectors_lexical
    USING hnsw (embedding vector_cosine_ops) WITH (m = 4, ef_construction = 12)`);
  await db.execute(sql`ANALYZE`);
  await refreshPools({ ...world.ctx, db });
}

/** `n` from 0 and `part`, a vector of eight numbers over and over. */
function parts(count: number, seed: number): SQL {
  const chance = chanceOf(seed);
  const texts = Array.from({ length: count }, () => {
    const eight = Array.from({ length: 8 }, () => (chance() - 0.5).toFixed(6));
    return `[${Array.from({ length: SPACES.lexical.dimensions }, (_, i) => eight[i % 8]).join(",")}]`;
  });
  return sql`
    SELECT ordinality - 1 AS n, value::vector AS part FROM jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) WITH ORDINALITY`;
}

describe(`among ${MANY.toLocaleString("en")} professionals`, () => {
  test("a rare area still finds its twelve, with their pool", async () => {
    const found = await findCandidates(world.ctx, { ...facts, area: "ambiental" }, told);
    expect(found.candidates).toHaveLength(RARE);
    expect(found.candidates.every(({ similarity }) => similarity !== null)).toBe(true);
    expect(found.pool).toMatchObject({ area: "ambiental", professionals: RARE });
    expect(found.everybody).toEqual({ open: RARE });
  });

  test("one in fifty finds as many as the ranker can take, the nearest among them", async () => {
    const found = await findCandidates(world.ctx, { ...facts, area: "tributario" }, told);
    expect(found.candidates.length).toBeGreaterThanOrEqual(120);
    expect(found.candidates.every(({ areas }) => areas.includes("tributario"))).toBe(true);
    const nearest = await world.ctx.db.execute(sql`
      SELECT v.professional_id AS id FROM professional_vectors_lexical v JOIN professionals p ON p.id = v.professional_id
      WHERE p.areas @> '{tributario}' ORDER BY (v.embedding <=> ${`[${Array.from(told.vector).join(",")}]`}::vector) + 0 LIMIT 20`);
    const ids = new Set(found.candidates.map(({ id }) => id));
    const hits = nearest.rows.filter(({ id }) => ids.has(String(id))).length;
    expect(hits).toBeGreaterThanOrEqual(18);
  });

  test("who waits longest is found however far the words are", async () => {
    const { db } = world.ctx;
    await db.execute(sql`UPDATE professionals SET last_offered_at = NULL WHERE id = 'pro_m23456'`);
    const found = await findCandidates(world.ctx, facts, told);
    expect(found.candidates.map(({ id }) => id)).toContain("pro_m23456");
  });

  test("everybody has a gate or an open door in the counts", async () => {
    const { db } = world.ctx;
    await db.execute(sql`UPDATE professionals SET status = 'inactive' WHERE id = 'pro_m1'`);
    await db.execute(sql`UPDATE professionals SET licence_status = 'suspended' WHERE id = 'pro_m2'`);
    await db.execute(sql`UPDATE professionals SET opted_out_at = now() WHERE id = 'pro_m3'`);
    await db.execute(sql`UPDATE professionals SET leave_from = '2026-11-01' WHERE id = 'pro_m4'`);
    await db.execute(sql`UPDATE professionals SET languages = '{en}' WHERE id = 'pro_m5'`);
    await db.execute(sql`UPDATE professionals SET uf = 'AM', remote = false WHERE id = 'pro_m6'`);
    // Full by the ledger; the figure beside it alone, which a defect may have left too high, closes nothing.
    await db.execute(sql`UPDATE professionals SET cases_30d = 8 WHERE id IN ('pro_m7', 'pro_m9')`);
    const full = await world.addCase({ area: "ambiental" });
    await db.execute(sql`
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_m' || i, 'pro_m7', ${full}, 'off_m' || i, 'ambiental', 'accepted', '2026-11-10' FROM generate_series(1, 8) i`);
    const asked = { ...facts, area: "ambiental", declinedBy: ["pro_m8"] };
    const found = await findCandidates(world.ctx, asked, told);
    expect(found.everybody).toEqual({
      inactive: 1,
      licence: 1,
      opted_out: 1,
      on_leave: 1,
      language: 1,
      distance: 1,
      at_capacity: 1,
      already_asked: 1,
      open: RARE - 8,
    });
    expect(found.candidates).toHaveLength(RARE);
  });
});
