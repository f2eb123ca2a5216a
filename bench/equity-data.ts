// Professionals with a ledger, made inside the database: what the daily job and the plans of its parts are measured on.
import { sql } from "drizzle-orm";
import type { Database } from "../src/db/client.ts";
import { AREAS } from "../src/domain/legal/areas.ts";
import { casesHeld } from "../src/services/equity/ledger-sql.ts";

/** Rows inserted by one statement. */
const CHUNK = 20_000;

/**
 * `count` professionals with one to three areas and ten ledger rows each over 60 days (four offers, three of them accepted),
 * one in twenty-five joined this month, one in twelve was away in it; every twentieth holds wrong figures.
 */
export async function seedEquity(db: Database, count: number, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const areas = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(AREAS.filter((area) => area !== "nenhuma"))}::jsonb))`;
  await db.execute(sql`
    INSERT INTO users (id, name, email, role) VALUES ('usr_client', '', 'client@bench.invalid', 'client')`);
  await db.execute(sql`
    INSERT INTO cases (id, client_id, conversation_id, status, locale, zone) VALUES ('cas_bench', 'usr_client', 'cnv_bench', 'offering', 'pt-BR', 'America/Sao_Paulo')`);
  for (let first = 0; first < count; first += CHUNK) {
    const series = sql`generate_series(${first}::int, ${Math.min(count, first + CHUNK) - 1}::int) AS i`;
    await db.execute(sql`
      INSERT INTO users (id, name, email, role) SELECT 'usr_' || i, 'n' || i, i || '@bench.invalid', 'professional' FROM ${series}`);
    await db.execute(sql`
      INSERT INTO professionals (id, user_id, status, name, licence_number, licence_uf, uf, municipality, areas, subareas, profile,
        years_of_practice, qualifications, fee_cents, languages, capacidade_mensal, cases_30d, practice, joined_at)
      SELECT 'pro_' || md5(i::text), 'usr_' || i, 'active', 'n' || i, i::text, 'SP', 'SP', 'São Paulo',
        (${areas})[1 + i % 13 : 1 + i % 13 + i % 3], '{}', 'Defende pessoas em juízo.', i % 30, '{}', 20000, '{pt-BR}',
        CASE WHEN i % 20 = 0 THEN 3 ELSE CASE WHEN i % 30 >= 15 THEN 10 WHEN i % 30 >= 5 THEN 8 WHEN i % 30 >= 2 THEN 6 ELSE 4 END END,
        CASE WHEN i % 20 = 1 THEN 9 ELSE 1 END, 'solo', ${at} - CASE WHEN i % 25 = 0 THEN interval '12 days' ELSE interval '400 days' END
      FROM ${series}`);
    await db.execute(sql`
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at, weight_present)
      SELECT 'led_' || i || '_' || n || k.kind, 'pro_' || md5(i::text), 'cas_bench', 'off_' || i || '_' || n,
        (${areas})[1 + i % 13], k.kind, ${at} - ((i * 7919 + n * 104729) % 5184000) * interval '1 second' - interval '1 hour' * k.later, CASE k.kind WHEN 'accepted' THEN 900 END
      FROM ${series}, generate_series(0, 3) AS n,
        LATERAL (VALUES ('offered', 1), (CASE WHEN n < 2 THEN 'seen' END, 0.5), (CASE WHEN n = 3 THEN 'expired' ELSE 'accepted' END, 0)) AS k(kind, later)
      WHERE k.kind IS NOT NULL`);
    await db.execute(sql`
      INSERT INTO absences (id, professional_id, "from", until, created_at)
      SELECT 'abs_' || i, 'pro_' || md5(i::text), ${at} - (5 + i % 40) * interval '1 day', ${at} - (1 + i % 4) * interval '1 day', ${at}
      FROM ${series} WHERE i % 12 = 0`);
  }
  await db.execute(sql`
    UPDATE professionals p SET
      last_offered_at = (SELECT max(at) FROM ledger WHERE professional_id = p.id AND kind = 'offered'),
      cases_30d = CASE WHEN cases_30d = 9 THEN 9 ELSE ${casesHeld(sql`p.id`, now)} END`);
  await db.execute(sql`ANALYZE`);
}
