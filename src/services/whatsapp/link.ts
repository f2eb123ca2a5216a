// A link in a WhatsApp message: opens the case in a browser as the same person, once, within seven days.
import { and, eq, isNull, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases, users, whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

const LIFE_MS = 7 * 86_400_000;
const PREFIX = "wam_";
/** 132 bits of an HMAC-SHA-256 in base64url. */
const SIGNATURE_CHARACTERS = 22;

type World = Pick<ServiceContext, "sealer" | "publicOrigin">;

/**
 * The address for the text with this id; nothing is kept but the text's own row, so that only a used link is written down. `to`: the
 * path that it leads to, else the conversation.
 */
export async function linkIn(ctx: World, messageId: string, to: string | null = null): Promise<string> {
  const token = messageId.slice(PREFIX.length) + (await signature(ctx, messageId));
  return `${ctx.publicOrigin}/w?k=${token}${to === null ? "" : `&to=${encodeURIComponent(to)}`}`;
}

export interface OpenLink {
  messageId: string;
  caseId: string;
  /** Whose case it is now. */
  userId: string;
  /** False where the case belongs to an account: a link on a phone does not open that. */
  isAnonymous: boolean;
  /** True where it was used already, or is too old: it opens nothing any more, but still leads its own person there. */
  isOver: boolean;
}

/** What a link leads to; throws `link_unknown` (422) for one that is nobody's. Looking uses nothing up. */
export async function readLink(ctx: ServiceContext, token: string): Promise<OpenLink> {
  const messageId = PREFIX + token.slice(0, -SIGNATURE_CHARACTERS);
  if (!sameText(token.slice(-SIGNATURE_CHARACTERS), await signature(ctx, messageId))) throw unknown();
  const [found] = await ctx.db
    .select({
      ...{ caseId: cases.id, userId: cases.clientId, isAnonymous: users.isAnonymous },
      ...{ usedAt: whatsappMessages.linkUsedAt, createdAt: whatsappMessages.createdAt },
    })
    .from(whatsappMessages)
    .innerJoin(whatsappContacts, eq(whatsappContacts.id, whatsappMessages.contactId))
    .innerJoin(cases, and(eq(cases.id, whatsappMessages.caseId), eq(cases.clientId, whatsappContacts.userId)))
    .innerJoin(users, and(eq(users.id, cases.clientId), eq(users.role, "client")))
    .where(eq(whatsappMessages.id, messageId));
  if (found === undefined) throw unknown();
  const { usedAt, createdAt, ...link } = found;
  return { messageId, ...link, isOver: usedAt !== null || createdAt.getTime() <= ctx.now().getTime() - LIFE_MS };
}

/** Uses a link up: of two at once one opens it. Throws `link_unknown`, also for one that is over. */
export async function useLink(ctx: ServiceContext, token: string): Promise<OpenLink> {
  const open = await readLink(ctx, token);
  if (open.isOver) throw unknown();
  const now = ctx.now();
  const at = now.toISOString();
  const [used] = await ctx.db.batch([
    ctx.db
      .update(whatsappMessages)
      .set({ linkUsedAt: now })
      .where(and(eq(whatsappMessages.id, open.messageId), isNull(whatsappMessages.linkUsedAt)))
      .returning({ id: whatsappMessages.id }),
    insertIf(
      ctx.db,
      audit,
      auditRow(open.userId, "whatsapp.link_used", open.caseId, now),
      sql`EXISTS (SELECT 1 FROM whatsapp_messages WHERE id = ${open.messageId} AND link_used_at = ${at}::timestamptz)`,
    ),
  ]);
  if (used.length === 0) throw unknown();
  return open;
}

async function signature(ctx: World, messageId: string): Promise<string> {
  const digest = await ctx.sealer.digest("whatsapp-link", messageId);
  return digest.replaceAll("+", "-").replaceAll("/", "_").slice(0, SIGNATURE_CHARACTERS);
}

function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i);
  return difference === 0;
}

function unknown(): VezError {
  return new VezError("link_unknown", {
    status: 422,
    detail: "This link was used already, or is older than seven days. Write “link” on WhatsApp for a new one.",
  });
}
