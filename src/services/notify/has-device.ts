// Whether a browser is woken for this person.
import { and, eq } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

/** False for another person's, even in the same browser. */
export async function hasDevice(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  device: string,
): Promise<boolean> {
  const mine = and(eq(pushDevices.id, device), eq(pushDevices.userId, actor.userId));
  return (await ctx.db.$count(pushDevices, mine)) > 0;
}
