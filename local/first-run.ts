// Fills the database with the fictitious professionals, and says who can sign in, or how the first operator can.

import { and, asc, count, eq } from "drizzle-orm";
import { openDatabase } from "../src/db/client.ts";
import { professionals, professionalVectorsLexical, users } from "../src/db/schema.ts";
import { renewSetupCode } from "../src/services/identity/setup-code.ts";
import type { DemoAccount } from "./banner.ts";
import { DEMO_OPERATOR, loadDemo } from "./demo/load.ts";

/** The code that makes the first operator at /setup, new at each start; null where there is an operator. */
export function newSetupCode(database: { url: string; endpoint: string }): Promise<string | null> {
  const db = openDatabase({ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 60_000 });
  return renewSetupCode({ db, now: () => new Date() });
}

const PEOPLE = 500;
const SHOWN = 3;

/** Loads who is missing (a first start that was cut short is finished by the next) and returns accounts to sign in with. */
export async function loadDemoPeople(
  database: { url: string; endpoint: string },
  onProgress: (done: number, of: number) => void,
): Promise<DemoAccount[]> {
  const db = openDatabase({ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 60_000 });
  const [found] = await db
    .select({ people: count() })
    .from(professionals)
    .innerJoin(professionalVectorsLexical, eq(professionalVectorsLexical.professionalId, professionals.id))
    .where(eq(professionals.fictitious, true));
  if ((found?.people ?? 0) < PEOPLE) await loadDemo(db, { count: PEOPLE, now: new Date(), onProgress });
  const shown = await db
    .select({ email: users.email, areas: professionals.areas, municipality: professionals.municipality })
    .from(professionals)
    .innerJoin(users, eq(users.id, professionals.userId))
    .where(and(eq(professionals.fictitious, true), eq(professionals.uf, "SP")))
    .orderBy(asc(professionals.id))
    .limit(SHOWN);
  return [
    ...shown.map((row) => ({ email: row.email, role: `professional (${row.areas.join(", ")}; ${row.municipality})` })),
    { email: DEMO_OPERATOR, role: "operator" },
  ];
}
