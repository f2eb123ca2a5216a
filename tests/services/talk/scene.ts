// A talk that is open: one accepted offer, a context that records what is published, and the outbox run by hand.
import { and, eq, lte } from "drizzle-orm";
import type { Database } from "../../../src/db/client.ts";
import { cases, offers, outbox, professionals } from "../../../src/db/schema.ts";
import type { NewEvent } from "../../../src/domain/events.ts";
import { consume } from "../../../src/queue.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { batchOf, recordingConversation } from "../../support/world.ts";
import { acceptedOffer, START, sceneOn } from "../contracts/scene.ts";

export interface TalkScene {
  ctx: ServiceContext;
  clock: { now: Date };
  /** What was published, by stream; a key twice is one event, as in the real object. */
  published: Map<string, NewEvent[]>;
  /** Runs what is due in the outbox until nothing is. */
  drain(): Promise<void>;
}

export async function openTalk(db: Database): Promise<TalkScene> {
  const scene = sceneOn(db);
  scene.clock.now = START;
  const published = new Map<string, NewEvent[]>();
  const ctx: ServiceContext = {
    ...scene.ctx,
    conversation: (id) => recordingConversation(id, published),
    later: () => undefined,
  };
  await acceptedOffer(db);
  return { ctx, clock: scene.clock, published, drain: () => drain(ctx) };
}

/** The first professional gives the case back and the second takes it, as a withdrawal and a new wave do. */
export async function changeHands(db: Database): Promise<void> {
  await db.update(offers).set({ status: "withdrawn" }).where(eq(offers.id, "off_1"));
  await db.update(offers).set({ status: "accepted" }).where(eq(offers.id, "off_2"));
}

/** An open offer to the second professional, of a case that is being offered. */
export async function offerIt(db: Database): Promise<void> {
  await db.update(cases).set({ status: "offering" });
  await db.update(offers).set({ status: "seen" });
  await db.update(professionals).set({ licenceStatus: "valid" });
}

async function drain(ctx: ServiceContext): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const due = await ctx.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.status, "pending"), lte(outbox.availableAt, ctx.now())));
    if (due.length === 0) return;
    await consume(ctx, batchOf(due));
  }
  throw new Error("the outbox does not come to rest");
}
