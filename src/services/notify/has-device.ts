// Whether a browser is woken for this person.
import { and, eq } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** False for another person's, even in the same browser. */
export async function hasDevice(
  ctx: ServiceContext,
  { userId, device }: { userId: string; device: string },
): Promise<boolean> {
  return (await ctx.db.$count(pushDevices, and(eq(pushDevices.id, device), eq(pushDevices.userId, userId)))) > 0;
}
