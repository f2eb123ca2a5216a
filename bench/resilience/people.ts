// How the fictitious lawyers are told, and room for more cases than five hundred people would take; written while the product is stopped.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";

/**
 * A third by push, a third by WhatsApp, the others by e-mail; hundreds of cases of one kind in one city in half an hour, and who runs out
 * of lawyers measures the limits of their capacity. Returns the ids of those who have a device, as OneSignal knows them.
 */
export async function preparePeople(postgresFolder: string): Promise<string[]> {
  const db = await PGlite.create({ dataDir: postgresFolder, extensions: { vector } });
  try {
    await db.exec(`
      UPDATE professionals SET capacidade_mensal = 500;
      INSERT INTO push_devices (id, user_id, created_at)
      SELECT gen_random_uuid()::text, id, now() FROM users WHERE role = 'professional' AND ${third(0)};
      INSERT INTO notice_preferences (user_id, off, first, phone, zone, created_at, updated_at)
      SELECT id, '{}', CASE WHEN ${third(0)} THEN 'push' ELSE 'whatsapp' END, '+55119' || ${EIGHT_DIGITS}, 'America/Sao_Paulo', now(), now()
      FROM users WHERE role = 'professional' AND (${third(0)} OR ${third(1)})`);
    const { rows } = await db.query<{ user_id: string }>("SELECT user_id FROM push_devices");
    return rows.map(({ user_id }) => user_id);
  } finally {
    await db.close();
  }
}

const NUMBER = "abs(hashtext(id))";
const EIGHT_DIGITS = `lpad((${NUMBER} % 100000000)::text, 8, '8')`;
const third = (which: number) => `${NUMBER} % 3 = ${which}`;
