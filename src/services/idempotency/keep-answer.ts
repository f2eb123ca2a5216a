// The first request is done: its answer is kept for a day, or its key is free again.
import { and, eq } from "drizzle-orm";
import { idempotencyKeys } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { Place } from "./begin-once.ts";

/** `answer` is sealed; null where it was too long to keep. Nothing where another request took the key over meanwhile. */
export async function keepAnswer(
  ctx: ServiceContext,
  place: Place,
  attempt: string,
  kept: { status: number; answer: string | null },
): Promise<void> {
  await ctx.db
    .update(idempotencyKeys)
    .set({ state: "done", status: kept.status, answer: kept.answer })
    .where(held(place, attempt));
}

/** Nothing came of it: the same key may try again at once. */
export async function letGo(ctx: ServiceContext, place: Place, attempt: string): Promise<void> {
  await ctx.db.delete(idempotencyKeys).where(held(place, attempt));
}

function held({ actor, route, keyHash }: Place, attempt: string) {
  return and(
    eq(idempotencyKeys.actor, actor),
    eq(idempotencyKeys.route, route),
    eq(idempotencyKeys.keyHash, keyHash),
    eq(idempotencyKeys.attempt, attempt),
  );
}
