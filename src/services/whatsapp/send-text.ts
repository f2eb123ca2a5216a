// Hands one kept text over to WhatsApp: claimed before, settled after, and looked for where nobody knows whether it is there.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { unavailable, type VezError } from "../../base/errors.ts";
import { users, whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { OneText, TextOutcome, WhatsApp } from "../../domain/whatsapp/whatsapp.ts";
import { vendorFailure } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import { whoseText } from "../notify/whose-text.ts";

/** Then it stays `unsure`, and the conversation goes on. */
const MOST_LOOKS = 5;

type Row = typeof whatsappMessages.$inferSelect & { sendTo: string };

/** Throws a retryable VezError where it is not settled yet; the same text twice is one text. */
export async function sendText(ctx: ServiceContext, { messageId }: MessageBody<"whatsapp.send">): Promise<void> {
  const { whatsapp } = ctx;
  if (whatsapp === null) throw unavailable("whatsapp_off", "WhatsApp is not configured.");
  const { row, isMine } = await claim(ctx, messageId);
  if (row === undefined) return;
  if (isMine) return handOver(ctx, whatsapp, row);
  if (row.status !== "sending" && row.status !== "unsure") return;
  const since = row.claimedAt ?? row.createdAt;
  // Whoever claimed it may still be at it.
  const leftMs = whatsapp.settledAfterMs - (ctx.now().getTime() - since.getTime());
  if (leftMs > 0) throw notYet(leftMs);
  const found = await whoseText(ctx, await whatsapp.find({ ...textOf(row), since }));
  if (typeof found === "object") return settle(ctx, row, { outcome: "sent", vendorId: found.vendorId });
  if (found === "away") throw notYet(0);
  if (found === "unknown") return stayUnsure(ctx, row);
  // Surely not there: it is queued again, by one of those who saw it so, and handed over.
  await ctx.db
    .update(whatsappMessages)
    .set({ status: "queued" })
    .where(
      and(
        eq(whatsappMessages.id, row.id),
        eq(whatsappMessages.claimedAt, since),
        inArray(whatsappMessages.status, OPEN),
      ),
    );
  const again = await claim(ctx, messageId);
  if (again.row !== undefined && again.isMine) await handOver(ctx, whatsapp, again.row);
}

const OPEN = ["sending", "unsure"] as const;

/** What is left of the person's "stop" is withheld; else it is this caller's alone. */
async function claim(ctx: ServiceContext, id: string): Promise<{ row: Row | undefined; isMine: boolean }> {
  const stopped = sql`EXISTS (SELECT 1 FROM whatsapp_contacts c JOIN users u ON u.id = c.user_id
    WHERE c.id = ${whatsappMessages.contactId} AND u.opted_out_at IS NOT NULL)`;
  const waits = and(eq(whatsappMessages.id, id), eq(whatsappMessages.status, "queued"));
  const [, mine, [found]] = await ctx.db.batch([
    ctx.db
      .update(whatsappMessages)
      .set({ status: "withheld", text: null })
      .where(and(waits, eq(whatsappMessages.isFarewell, false), stopped)),
    ctx.db
      .update(whatsappMessages)
      .set({ status: "sending", claimedAt: ctx.now() })
      .where(and(waits, isNotNull(whatsappMessages.text)))
      .returning({ id: whatsappMessages.id }),
    ctx.db
      .select({ message: whatsappMessages, sendTo: whatsappContacts.sendTo })
      .from(whatsappMessages)
      .innerJoin(whatsappContacts, eq(whatsappContacts.id, whatsappMessages.contactId))
      .innerJoin(users, eq(users.id, whatsappContacts.userId))
      .where(eq(whatsappMessages.id, id)),
  ]);
  return {
    row: found === undefined ? undefined : { ...found.message, sendTo: found.sendTo },
    isMine: mine.length > 0,
  };
}

async function handOver(ctx: ServiceContext, whatsapp: WhatsApp, row: Row): Promise<void> {
  const sent = await whatsapp.send(textOf(row));
  await settle(ctx, row, sent);
  if (sent.outcome === "failed") {
    throw vendorFailure("error", `evolution: ${sent.reason}`, sent.retryAfterMs ?? undefined);
  }
  if (sent.outcome === "unsure") throw notYet(whatsapp.settledAfterMs);
}

async function settle(
  ctx: ServiceContext,
  row: Row,
  sent: TextOutcome | { outcome: "sent"; vendorId: string },
): Promise<void> {
  const after =
    sent.outcome === "sent"
      ? ({ status: "sent", vendorId: sent.vendorId, sentAt: ctx.now(), text: null, reason: null } as const)
      : sent.outcome === "refused"
        ? ({ status: "refused", reason: sent.reason, text: null } as const)
        : ({ status: sent.outcome === "failed" ? "queued" : "unsure", reason: sent.reason } as const);
  await ctx.db
    .update(whatsappMessages)
    .set(after)
    .where(and(eq(whatsappMessages.id, row.id), inArray(whatsappMessages.status, OPEN)));
  if (sent.outcome === "refused") ctx.log.warn("whatsapp_refused", { message_id: row.id, reason: sent.reason });
}

/** Nobody can say whether it is there: never sent again, and looked for so often. */
async function stayUnsure(ctx: ServiceContext, row: Row): Promise<void> {
  const [left] = await ctx.db
    .update(whatsappMessages)
    .set({ status: "unsure", looks: sql`${whatsappMessages.looks} + 1` })
    .where(and(eq(whatsappMessages.id, row.id), inArray(whatsappMessages.status, OPEN)))
    .returning({ looks: whatsappMessages.looks });
  if (left !== undefined && left.looks < MOST_LOOKS) throw notYet(0);
  ctx.log.warn("whatsapp_unsure", { message_id: row.id });
}

function textOf({ sendTo, text }: Row): OneText {
  return { to: sendTo, text: text ?? "" };
}

/** Nobody's failed try: it waits for the vendor. */
function notYet(waitMs: number): VezError {
  return vendorFailure("error", "evolution: not settled", waitMs);
}
