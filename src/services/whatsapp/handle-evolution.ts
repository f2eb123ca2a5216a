// What the Evolution API told, by its type: a person's message, what became of ours, whether the phone is connected.
import { outboxRow } from "../../db/outbox.ts";
import { connectionBody, heardBody, receiptBody } from "../../providers/evolution-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { hearOnWhatsApp } from "./hear-on-whatsapp.ts";
import { noteReceipt } from "./note-receipt.ts";

/** As the queue hands it over: see services/inbound/handle-event.ts. */
interface Told {
  type: string;
  externalId: string;
  body: Record<string, unknown>;
  receivedAt: Date;
}

export async function handleEvolution(ctx: ServiceContext, told: Told): Promise<"handled" | "unknown"> {
  const { type, body, externalId, receivedAt } = told;
  if (type === "messages.upsert") await hearOnWhatsApp(ctx, heardBody.parse(body), externalId);
  else if (type === "messages.update") await noteReceipt(ctx, receiptBody.parse(body), receivedAt);
  else if (type === "connection.update") await noteConnection(ctx, connectionBody.parse(body));
  else return "unknown";
  return "handled";
}

/** A phone that went off line and stays so: the operators hear of it once an hour. It comes back by itself, or by a new QR code. */
async function noteConnection(ctx: ServiceContext, { state }: { state: string }): Promise<void> {
  if (state !== "close" && state !== "refused") return;
  const now = ctx.now();
  const hour = now.toISOString().slice(0, 13);
  const news = outboxRow(
    "operators.notify",
    `whatsapp_disconnected:${hour}`,
    { kind: "whatsapp_disconnected", params: {} },
    { now, traceId: ctx.traceId },
  );
  await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox([news]))));
}
