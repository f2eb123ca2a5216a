// What the platform gave up on: parked if it used up its own tries, otherwise let go, since the relay sends it again.
import type { ServiceContext } from "../context.ts";
import type { Delivery } from "./delivery.ts";
import { postpone, unlessAway } from "./do-messages.ts";
import { markDead } from "./message-state.ts";
import { isSpent } from "./settle-failure.ts";
import { loadTasks } from "./tasks.ts";

/** Every message is acknowledged, or given back while the database is away. */
export async function buryMessages(ctx: ServiceContext, deliveries: readonly Delivery[]): Promise<void> {
  const tasks = await unlessAway(ctx, () => loadTasks(ctx, deliveries));
  if (tasks === null) return postpone(deliveries);
  for (const { row, deliveries: own } of tasks) {
    const parked = isSpent(ctx, row) ? () => markDead(ctx, row, "queue_gave_up") : async () => undefined;
    if ((await unlessAway(ctx, async () => parked().then(() => true))) === null) postpone(own);
    else for (const delivery of own) delivery.ack();
  }
}
