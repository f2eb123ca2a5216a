// A world for verbs: a real database, a clock that tests set, and the objects' ports recorded instead of run.

import { and, eq, lte } from "drizzle-orm";
import { loadDemo } from "../../local/demo/load.ts";
import type { DemoProfessional } from "../../local/demo/professionals.ts";
import { makeLog } from "../../src/base/log.ts";
import { cases, outbox, users } from "../../src/db/schema.ts";
import type { NewEvent } from "../../src/domain/events.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import type { CaseClockPort, ConversationPort } from "../../src/domain/ports.ts";
import type { QueueMessage } from "../../src/env.ts";
import { MemoryStore, openCache } from "../../src/providers/cache.ts";
import { consume } from "../../src/queue.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { answerOffer } from "../../src/services/offers/answer-offer.ts";
import { wrap } from "../../src/services/rpc.ts";
import { bareContext } from "./bare-context.ts";
import type { TestDatabase } from "./database.ts";

export interface World {
  ctx: ServiceContext;
  people: DemoProfessional[];
  /** What was counted since it was last taken. */
  metrics: MetricsBuffer;
  /** What was published, by conversation; a key twice is one event, as in the real object. */
  published: Map<string, NewEvent[]>;
  /** The earliest look that was asked for, by case (ms). */
  wakes: Map<string, number>;
  setNow(now: Date): void;
  advance(ms: number): void;
  /** Runs the real consumer over what is due until nothing is; returns the number of messages. */
  drain(): Promise<number>;
  /** Inserts a triaged case with its client. */
  addCase(values?: Partial<typeof cases.$inferInsert>): Promise<string>;
}

let serial = 0;

export async function makeWorld(database: TestDatabase, options: { professionals?: number } = {}): Promise<World> {
  let now = new Date("2026-11-20T12:00:00Z");
  const { db } = database;
  const log = makeLog("ERROR", console.log);
  const metrics = new MetricsBuffer();
  const published = new Map<string, NewEvent[]>();
  const wakes = new Map<string, number>();
  const ctx: ServiceContext = bareContext(db, {
    now: () => new Date(now),
    log,
    metrics,
    cache: openCache({ url: null, token: null, timeoutMs: 300 }, new MemoryStore(), () => now.getTime(), log),
    conversation: (id) => recordingConversation(id, published),
    caseClock: () => recordingClock(wakes, () => ctx),
    enqueue: async () => undefined,
    later: () => undefined,
  });
  const people = await loadDemo(db, { count: options.professionals ?? 60, now });
  return {
    ctx,
    people,
    metrics,
    published,
    wakes,
    setNow: (moment) => {
      now = moment;
    },
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    drain: () => drain(ctx),
    addCase: async (values = {}) => {
      const id = `cas_test${++serial}`;
      const clientId = `usr_client${serial}`;
      await db
        .insert(users)
        .values({ id: clientId, name: "", email: `${clientId}@anonymous.invalid`, isAnonymous: true });
      await db.insert(cases).values({
        id,
        clientId,
        conversationId: `cnv_test${serial}`,
        status: "matching",
        locale: "pt-BR",
        zone: "America/Sao_Paulo",
        area: "trabalho",
        uf: "SP",
        urgencyHours: 240,
        complexity: "medium",
        confidence: 0.8,
        summary: "Foi demitida sem receber as verbas rescisórias.",
        languages: ["pt-BR"],
        triagedAt: now,
        ...values,
      });
      return id;
    },
  };
}

async function drain(ctx: ServiceContext): Promise<number> {
  let count = 0;
  for (let round = 0; round < 20; round++) {
    const due = await ctx.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.status, "pending"), lte(outbox.availableAt, ctx.now())));
    if (due.length === 0) return count;
    count += due.length;
    await consume(ctx, batchOf(due));
  }
  throw new Error("the outbox does not come to rest");
}

/** A batch as the platform hands it over; `retry` and `ack` are recorded by the outbox row itself. */
export function batchOf(rows: { id: string; name: string; traceId: string }[]): MessageBatch<QueueMessage> {
  const messages = rows.map((row, index) => ({
    id: String(index),
    timestamp: new Date(0),
    attempts: 1,
    body: { outboxId: row.id, name: row.name, traceId: row.traceId },
    ack: () => undefined,
    retry: () => undefined,
  }));
  return {
    queue: "vez-high",
    messages,
    ackAll: () => undefined,
    retryAll: () => undefined,
  } as unknown as MessageBatch<QueueMessage>;
}

/** What is published is kept by stream; a key twice is one event, as in the real object. */
export function recordingConversation(id: string, published: Map<string, NewEvent[]>): ConversationPort {
  const refuse = () => Promise.reject(new Error("this world has no interview"));
  return {
    open: refuse,
    say: refuse,
    hear: refuse,
    stopReply: refuse,
    correct: refuse,
    snapshot: refuse,
    takeOver: refuse,
    sayAsHuman: refuse,
    giveBack: refuse,
    publish: async (events) => {
      const log = published.get(id) ?? [];
      for (const event of events) if (!log.some((known) => known.key === event.key)) log.push(event);
      published.set(id, log);
      return { ok: true, value: { lastSeq: log.length } };
    },
  };
}

function recordingClock(wakes: Map<string, number>, ctx: () => ServiceContext): CaseClockPort {
  return {
    wakeAt: async ({ caseId, atMs }) => {
      wakes.set(caseId, Math.min(atMs, wakes.get(caseId) ?? Number.POSITIVE_INFINITY));
    },
    answer: (input) => wrap(() => answerOffer(ctx(), input)),
  };
}
