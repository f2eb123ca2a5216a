// What is counted on a case's way, once for each thing that happened, and what the gauges say stands.
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import { cases, contracts, offers, outbox, professionals } from "../../../src/db/schema.ts";
import { prometheusText } from "../../../src/domain/metrics/prometheus.ts";
import { sumTotals, type Totals } from "../../../src/domain/metrics/totals.ts";
import type { Understanding } from "../../../src/domain/triage/types.ts";
import { CRONS, runSchedule } from "../../../src/schedule.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { readGauges } from "../../../src/services/operations/read-gauges.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { parsePrometheus, type Scrape } from "../../support/prometheus.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let before: Totals;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
  before = {};
});

/** All that was counted in this test so far, as a scrape tells it. */
function counted(): Scrape {
  before = sumTotals([before, world.metrics.take() ?? {}]);
  return parsePrometheus(prometheusText(before, [], []));
}

async function acceptedCase(): Promise<{ caseId: string; userId: string }> {
  const caseId = await world.addCase();
  await sendWave(world.ctx, { caseId, wave: 1 });
  await world.drain();
  const [offer] = await world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId)).limit(1);
  if (offer === undefined) throw new Error("nobody was asked");
  const userId = offer.professionalId.replace("pro_", "usr_");
  const { id: offerId, professionalId } = offer;
  const input = {
    caseId,
    offerId,
    professionalId,
    userId,
    answer: "accept",
    reason: null,
    traceId: "trc_test",
  } as const;
  await answerOffer(world.ctx, input);
  return { caseId, userId };
}

test("a case from the search to both signatures counts each thing once, however often it is told", async () => {
  const { ctx } = world;
  const { caseId, userId } = await acceptedCase();
  await sendWave(ctx, { caseId, wave: 1 });
  await world.drain();
  const [contract] = await ctx.db.select().from(contracts).where(eq(contracts.caseId, caseId));
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  const signing = { contractId: contract?.id ?? "", consent: true as const, ip: "203.0.113.1", userAgent: "test" };
  const client = { kind: "person", userId: row?.clientId ?? "", role: "client", locale: "pt-BR" } as const;
  await signContract(ctx, client, { ...signing, name: "Ana Lima" });
  expect(counted().get("contracts_signed_total")).toBe(0);
  const lawyer = { ...client, userId, role: "professional" } as const;
  for (let i = 0; i < 2; i++) await signContract(ctx, lawyer, { ...signing, name: "Rui Prado" });
  await world.drain();

  const scrape = counted();
  expect(scrape.get("offers_created_total")).toBe(3);
  expect(scrape.get("matches_found_total")).toBe(3);
  expect(scrape.get("matching_duration_seconds_count")).toBe(2);
  expect(scrape.get('contract_creation_total{method="manual"}')).toBe(1);
  expect(scrape.get("contracts_signed_total")).toBe(1);
  // In the app and by e-mail.
  expect(scrape.get('notifications_sent_total{type="offer_new",status="stored"}')).toBe(6);
  expect([...scrape.keys()].join()).not.toMatch(/cas_|usr_|pro_|ctr_|Ana|@/);
});

const UNDERSTOOD: Understanding = {
  area: "trabalho",
  subarea: null,
  areaCandidates: [],
  urgencyHours: 240,
  complexity: "medium",
  confidence: 0.8,
  deadlines: [],
  dates: [],
  flags: [],
  uf: "SP",
  municipality: null,
  adverseParties: [],
  remoteOk: true,
  languages: ["pt-BR"],
  summary: "Resumo.",
  progress: 1,
  corrected: [],
};

test("a triage is counted by how far it came, once", async () => {
  const { ctx } = world;
  const caseId = await world.addCase({ status: "triage" });
  for (let i = 0; i < 2; i++) await completeTriage(ctx, { caseId, understanding: UNDERSTOOD });
  const lost = await world.addCase({ status: "triage" });
  await completeTriage(ctx, { caseId: lost, understanding: { ...UNDERSTOOD, area: "nenhuma" } });
  const called = await world.addCase({ status: "triage" });
  const call = {
    caseId: called,
    controlledBy: "agent",
    understanding: UNDERSTOOD,
    reason: "asked_for_person",
    seq: 4,
  } as const;
  for (let i = 0; i < 2; i++) await recordConversation(ctx, { ...call, status: "handed_off" });
  for (let i = 0; i < 2; i++) await recordConversation(ctx, { ...call, status: "stopped", seq: 5 });
  const triages = [...counted()].filter(([key]) => key.startsWith("triage_requests_total"));
  expect(Object.fromEntries(triages)).toEqual({
    'triage_requests_total{status="completed"}': 1,
    'triage_requests_total{status="no_legal_problem"}': 1,
    'triage_requests_total{status="handed_off"}': 1,
    'triage_requests_total{status="stopped"}': 1,
  });
});

test("a job counts as succeeded, failed or skipped, and a long one tells how far it is", async () => {
  const progress = vi.fn(async () => undefined);
  const ledger = { begin: vi.fn(async () => true), progress, end: async () => undefined, list: async () => [] };
  await runSchedule(world.ctx, ledger, CRONS.nightly);
  expect(progress).toHaveBeenLastCalledWith("equity", 10, 10);
  ledger.begin.mockResolvedValue(false);
  await runSchedule(world.ctx, ledger, CRONS.nightly);
  ledger.begin.mockResolvedValue(true);
  const log = { ...world.ctx.log, error: () => undefined };
  const broken = { ...world.ctx, log, db: undefined as unknown as typeof world.ctx.db };
  await runSchedule(broken, ledger, CRONS.nightly);
  const scrape = counted();
  for (const outcome of ["succeeded", "failed", "skipped"])
    expect(scrape.get(`job_executions_total{job="equity",outcome="${outcome}"}`), outcome).toBe(1);
});

test("the gauges say what stands, in one round trip", async () => {
  const { ctx } = world;
  await acceptedCase();
  await world.drain();
  await sendWave(ctx, { caseId: await world.addCase(), wave: 1 });
  const [away] = await ctx.db.select({ id: professionals.id }).from(professionals).where(sql`cases_30d = 0`).limit(1);
  const read = async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const gauges = await readGauges(ctx);
    expect(fetched).toHaveBeenCalledTimes(1);
    fetched.mockRestore();
    return parsePrometheus(prometheusText(null, gauges, []));
  };
  const first = await read();
  expect(first.get("active_offers_count")).toBe(3);
  expect(first.get("pending_contracts_count")).toBe(1);
  expect(first.get('queue_size{lane="dead"}')).toBe(0);
  expect(first.get("equity_distribution_gini")).toBeGreaterThan(0);
  expect(first.get("average_lawyer_load_percent")).toBeGreaterThan(0);
  const available = first.get("lawyers_available_count") ?? 0;
  expect(available).toBeGreaterThan(0);

  await ctx.db
    .update(professionals)
    .set({ capacityMonthly: 0 })
    .where(eq(professionals.id, away?.id ?? ""));
  const made = { now: ctx.now(), traceId: "trc_test" };
  const row = outboxRow("person.notify", "k", { userId: "usr_x", kind: "offer_new", params: {} }, made);
  await ctx.db.insert(outbox).values({ ...row, status: "dead" });
  const second = await read();
  expect(second.get("lawyers_available_count")).toBe(available - 1);
  expect(second.get('queue_size{lane="dead"}')).toBe(1);
});

test("an empty house has gauges too", async () => {
  await database.reset();
  const scrape = parsePrometheus(prometheusText(null, await readGauges(world.ctx), []));
  expect(scrape.get("equity_distribution_gini")).toBe(0);
  expect(scrape.get("average_lawyer_load_percent")).toBe(0);
  expect(scrape.get("lawyers_available_count")).toBe(0);
});
