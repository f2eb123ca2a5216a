// One accepted offer between a client and a lawyer, and a context whose queue and clock the test can see.

import { eq } from "drizzle-orm";
import type { Database } from "../../../src/db/client.ts";
import { cases, offers, outbox, professionals, shortlists, users } from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import type { Actor, QueuedRow, ServiceContext } from "../../../src/services/context.ts";
import { closeContract } from "../../../src/services/contracts/close-contract.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { bareContext } from "../../support/bare-context.ts";

export const START = new Date("2026-11-20T17:05:09.000Z");

type Person = Extract<Actor, { kind: "person" }>;

export const CLIENT: Person = { kind: "person", userId: "usr_client", role: "client", locale: "pt-BR" };
export const LAWYER: Person = { kind: "person", userId: "usr_lawyer", role: "professional", locale: "pt-BR" };
export const OTHER_LAWYER: Person = { kind: "person", userId: "usr_other", role: "professional", locale: "en" };
export const STRANGER: Person = { kind: "person", userId: "usr_stranger", role: "client", locale: "en" };
export const OPERATOR: Person = { kind: "person", userId: "usr_operator", role: "operator", locale: "pt-BR" };

export interface Scene {
  ctx: ServiceContext;
  queued: QueuedRow[];
  clock: { now: Date };
  metrics: MetricsBuffer;
}

/** A context on `db`; what it enqueues is in `queued`, and its time is `clock.now`. */
export function sceneOn(db: Database): Scene {
  const queued: QueuedRow[] = [];
  const clock = { now: START };
  const metrics = new MetricsBuffer();
  const ctx = bareContext(db, {
    now: () => clock.now,
    metrics,
    publicOrigin: "https://vez.example",
    enqueue: async (rows) => {
      queued.push(...rows);
    },
  });
  return { ctx, queued, clock, metrics };
}

/** People, two professionals, and one case whose offer `off_1` to the first was accepted; `key` ends every id. */
export async function acceptedOffer(
  db: Database,
  change: Partial<typeof cases.$inferInsert> = {},
  key = "",
): Promise<void> {
  await db
    .insert(users)
    .values([
      { ...person(`usr_client${key}`, "client"), isAnonymous: true },
      person(`usr_lawyer${key}`, "professional"),
      person(`usr_other${key}`, "professional"),
      person(`usr_stranger${key}`, "client"),
      person(`usr_operator${key}`, "operator"),
    ]);
  await db
    .insert(professionals)
    .values([
      professional(`pro_1${key}`, `usr_lawyer${key}`, "Ana Conceição", `123456${key}`),
      professional(`pro_2${key}`, `usr_other${key}`, "Bruno Sá", `654321${key}`),
    ]);
  await db.insert(cases).values({
    id: `cas_1${key}`,
    clientId: `usr_client${key}`,
    conversationId: `cnv_1${key}`,
    status: "accepted",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    area: "trabalho",
    subarea: "verbas_rescisorias",
    summary: "A pessoa foi demitida e não recebeu as verbas finais.",
    ...change,
  });
  await db.insert(shortlists).values({
    id: `sho_1${key}`,
    caseId: `cas_1${key}`,
    round: 1,
    modelHash: "test",
    arm: "preset",
    space: "lexical-384-v1",
    preset: "balanced",
    weights: { A: 1, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 },
    bandWidth: 0.1,
    considered: 2,
    gateCounts: {},
    caseFacts: {},
    rankedAt: START,
  });
  await db.insert(offers).values([offer(key, 1, "accepted"), offer(key, 2, "withdrawn")]);
}

/** What waits in the outbox, as name, key and body. */
export async function outboxOf(db: Database, name?: string) {
  const rows = await db
    .select({ name: outbox.name, key: outbox.key, body: outbox.body })
    .from(outbox)
    .where(name === undefined ? undefined : eq(outbox.name, name))
    .orderBy(outbox.key);
  return rows;
}

function person(id: string, role: "client" | "professional" | "operator"): typeof users.$inferInsert {
  return { id, name: id, email: `${id}@example.org`, role };
}

function professional(
  id: string,
  userId: string,
  name: string,
  licenceNumber: string,
): typeof professionals.$inferInsert {
  return {
    id,
    userId,
    name,
    licenceNumber,
    licenceUf: "SP",
    status: "active",
    uf: "SP",
    municipality: "São Paulo",
    areas: ["trabalho"],
    subareas: ["verbas_rescisorias"],
    profile: "Defende trabalhadores.",
    yearsOfPractice: 10,
    qualifications: [],
    feeCents: 35_000,
    languages: ["pt-BR"],
    capacityMonthly: 10,
    casesClosed: 4,
    casesWon: 2,
    reviewSum: 17,
    reviewCount: 4,
  };
}

function offer(key: string, rank: number, status: "accepted" | "withdrawn"): typeof offers.$inferInsert {
  const tomorrow = new Date(START.getTime() + 86_400_000);
  return {
    id: `off_${rank}${key}`,
    caseId: `cas_1${key}`,
    shortlistId: `sho_1${key}`,
    professionalId: `pro_${rank}${key}`,
    wave: 1,
    rank,
    status,
    remindAt: tomorrow,
    expiresAt: tomorrow,
    createdAt: START,
  };
}

/** A contract that nobody has signed yet; its id. */
export async function sentContract(scene: Scene): Promise<string> {
  await acceptedOffer(scene.ctx.db);
  return (await openContract(scene.ctx, { offerId: "off_1" })).contractId;
}

/** A contract that both have signed; its id. */
export async function signedContract(scene: Scene): Promise<string> {
  const contractId = await sentContract(scene);
  const evidence = { contractId, consent: true, ip: "203.0.113.9", userAgent: "test" } as const;
  await signContract(scene.ctx, CLIENT, { ...evidence, name: "Maria da Silva" });
  await signContract(scene.ctx, LAWYER, { ...evidence, name: "Ana Conceição" });
  return contractId;
}

/** A contract that was signed and closed; its id. */
export async function closedContract(scene: Scene): Promise<string> {
  const contractId = await signedContract(scene);
  await closeContract(scene.ctx, LAWYER, { contractId });
  return contractId;
}
