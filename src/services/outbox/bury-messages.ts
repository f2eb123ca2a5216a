// What the platform gave up on: parked if it used up its own tries, otherwise let go, since the relay sends it again.
import type { ServiceContext } from "../context.ts";
import type { Delivery } from "./delivery.ts";
import { postpone, unlessAway } from "./do-messages.ts";
import { markDead } from "./message-state.ts";
import { isSpent } from "./settle-failure.ts";
import { claimTasks, dropClaims } from "./tasks.ts";

/** Every message is acknowledged, or given back while the database is away. */
export async function buryMessages(ctx: ServiceContext, deliveries: readonly Delivery[]): Promise<void> {
  const tasks = await unlessAway(ctx, () => claimTasks(ctx, deliveries));
  if (tasks === null) return postpone(deliveries);
  // Somebody is at it after all, or its moment has not come.
  for (const { deliveries: own } of tasks.others) for (const delivery of own) delivery.ack();
  for (const task of tasks.mine) {
    const { row, deliveries: own } = task;
    const parked = isSpent(ctx, row) ? () => markDead(ctx, row, "queue_gave_up") : () => dropClaims(ctx, [task]);
    if ((await unlessAway(ctx, async () => parked().then(() => true))) === null) postpone(own);
    else for (const delivery of own) delivery.ack();
  }
}
