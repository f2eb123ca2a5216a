// A case in a directory's house, on a world with demo professionals; what tests of the list and the contacts share.
import { eq } from "drizzle-orm";
import { cases, offers, outbox } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import type { TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

export type Person = Extract<Actor, { kind: "person" }>;

export interface DirectoryScene {
  world: World;
  caseId: string;
  client: Person;
  status(): Promise<string>;
  /** Offers of the case, oldest first. */
  asked(): Promise<(typeof offers.$inferSelect)[]>;
  /** Names of the messages that were written so far. */
  messages(): Promise<string[]>;
}

export async function directoryScene(
  database: TestDatabase,
  values: Partial<typeof cases.$inferInsert> = {},
  professionals = 60,
): Promise<DirectoryScene> {
  const world = await makeWorld(database, { professionals });
  return withCase(world, values);
}

export async function withCase(world: World, values: Partial<typeof cases.$inferInsert> = {}): Promise<DirectoryScene> {
  const { db } = world.ctx;
  const caseId = await world.addCase({ mode: "directory", status: "choosing", ...values });
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw new Error("the case was not stored");
  return {
    world,
    caseId,
    client: { kind: "person", userId: row.clientId, role: "client", locale: "pt-BR" },
    status: async () => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]?.status ?? "",
    asked: () => db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(offers.id),
    messages: async () => (await db.select({ name: outbox.name }).from(outbox)).map(({ name }) => name),
  };
}
