// Writes to every operator, each in their own language.
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { notificationRows } from "./notification-rows.ts";
import { readOperators } from "./recipients.ts";
import { storeNotifications } from "./store-notifications.ts";

/** Once for a `key`, operator and channel; returns how many rows this call wrote. No operator at all is logged. */
export async function notifyOperators(
  ctx: ServiceContext,
  input: MessageBody<"operators.notify">,
  key: string,
): Promise<{ stored: number }> {
  const operators = await readOperators(ctx);
  if (operators.length === 0) {
    ctx.log.warn("no_operator_to_notify", { kind: input.kind });
    return { stored: 0 };
  }
  const message = { kind: input.kind, params: input.params, audience: "operators" as const };
  const rows = operators.flatMap((operator) => notificationRows(ctx, operator, message, `${key}:${operator.id}`));
  return { stored: await storeNotifications(ctx, rows) };
}
