// Writes to every operator, each in their own language.
import { eq } from "drizzle-orm";
import { users } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { notificationRows } from "./notification-rows.ts";
import { storeNotifications } from "./store-notifications.ts";

/** Once for a `key`, operator and channel; returns how many rows this call wrote. No operator at all is logged. */
export async function notifyOperators(
  ctx: ServiceContext,
  input: MessageBody<"operators.notify">,
  key: string,
): Promise<{ stored: number }> {
  const operators = await ctx.db
    .select({ id: users.id, email: users.email, isAnonymous: users.isAnonymous, locale: users.locale })
    .from(users)
    .where(eq(users.role, "operator"));
  if (operators.length === 0) {
    ctx.log.warn("no_operator_to_notify", { kind: input.kind });
    return { stored: 0 };
  }
  const message = { kind: input.kind, params: input.params, audience: "operators" as const };
  const rows = operators.flatMap((operator) => notificationRows(ctx, operator, message, `${key}:${operator.id}`));
  return { stored: await storeNotifications(ctx, rows) };
}
