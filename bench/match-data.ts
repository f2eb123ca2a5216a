// What a match is measured on: demonstration professionals, ten ledger rows each, and cases over all areas and states.
import { sql } from "drizzle-orm";
import { loadDemo } from "../local/demo/load.ts";
import type { Database } from "../src/db/client.ts";
import { cases, users } from "../src/db/schema.ts";
import { AREAS } from "../src/domain/legal/areas.ts";
import { UFS } from "../src/domain/legal/ufs.ts";
import { countPools } from "../src/services/equity/pools.ts";

/** Real narratives would all be of seven areas; these summaries cover every area and state evenly. */
const SUMMARIES = [
  "Foi demitida sem receber as verbas rescisórias e o FGTS não foi depositado.",
  "O pai não paga a pensão há seis meses e quer mudar de cidade com a criança.",
  "O plano de saúde negou a cirurgia que o médico pediu com urgência.",
  "Recebeu uma ordem de despejo e tem poucos dias para sair.",
  "O nome foi parar no cadastro de devedores por uma dívida que já pagou.",
];

/** Loads `count` professionals; the vector index is built once, after the rows, as a restore would. */
export async function seedProfessionals(db: Database, count: number, now: Date): Promise<void> {
  await db.execute(sql`DROP INDEX professional_vectors_lexical_hnsw`);
  await loadDemo(db, {
    count,
    now,
    onProgress: (done, of) => void (done % 20_000 === 0 && process.stderr.write(`  ${done} of ${of} professionals\n`)),
  });
  process.stderr.write("  building the index ...\n");
  await db.batch([
    db.execute(sql`SELECT set_config('maintenance_work_mem', '1GB', true)`),
    db.execute(sql`
      CREATE INDEX professional_vectors_lexical_hnsw ON professional_vectors_lexical USING hnsw (embedding vector_cosine_ops)`),
  ]);
  await seedLedger(db, now);
}

/** Four offers each over 60 days in one of their areas: four offered, three seen, two accepted, one declined. */
async function seedLedger(db: Database, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.insert(users).values({ id: "usr_past", name: "", email: "past@anonymous.invalid", isAnonymous: true });
  await db.insert(cases).values({
    id: "cas_past",
    clientId: "usr_past",
    conversationId: "cnv_past",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
  });
  await db.execute(sql`
    INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at, weight_present)
    SELECT 'led_' || i || '_' || n || kind, id, 'cas_past', 'off_' || i || '_' || n, areas[1 + (i + n) % cardinality(areas)], kind,
      ${at} - ((i * 7919 + n * 104729) % 5184000) * interval '1 second' - later * interval '1 hour', CASE kind WHEN 'accepted' THEN 900 END
    FROM (SELECT row_number() OVER (ORDER BY id) AS i, id, areas FROM professionals) p, generate_series(0, 3) AS n,
      LATERAL (VALUES ('offered', 1), (CASE WHEN n < 3 THEN 'seen' END, 0.5),
        (CASE n WHEN 0 THEN 'accepted' WHEN 1 THEN 'accepted' WHEN 2 THEN 'declined' END, 0)) AS k(kind, later)
    WHERE kind IS NOT NULL`);
  await db.execute(sql`
    UPDATE professionals p SET last_offered_at = l.offered, cases_30d = l.held
    FROM (SELECT professional_id, max(at) FILTER (WHERE kind = 'offered') AS offered,
        count(*) FILTER (WHERE kind = 'accepted' AND at > ${at} - interval '30 days') AS held
      FROM ledger GROUP BY 1) l WHERE l.professional_id = p.id`);
  await db.execute(sql`ANALYZE`);
  await db.execute(countPools(now));
  // The embedded database has no autovacuum: what the update above left behind would be read with every match.
  await db.execute(sql`VACUUM ANALYZE`);
}

/** Ids of `count` cases that are being searched for. */
export async function seedCases(db: Database, count: number): Promise<string[]> {
  await db.insert(users).values({ id: "usr_bench", name: "", email: "bench@anonymous.invalid", isAnonymous: true });
  const areas = AREAS.filter((area) => area !== "nenhuma");
  const values = Array.from({ length: count }, (_, i) => ({
    id: `cas_bench${i}`,
    clientId: "usr_bench",
    conversationId: `cnv_bench${i}`,
    status: "matching" as const,
    locale: "pt-BR" as const,
    zone: "America/Sao_Paulo",
    area: areas[i % areas.length] ?? "civil",
    uf: UFS[i % UFS.length] ?? "SP",
    urgencyHours: 240,
    complexity: "medium" as const,
    summary: SUMMARIES[i % SUMMARIES.length] ?? "",
    languages: ["pt-BR"],
  }));
  await db.insert(cases).values(values);
  return values.map(({ id }) => id);
}
