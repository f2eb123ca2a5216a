// A notification on WhatsApp to a client without an account: its address opens, in whatever browser, as that client.
import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { notifications, users, whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import type { Outgoing, Sender } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import { linkIn } from "./link.ts";

/** The same sender; whoever has an account, or never wrote on WhatsApp, gets the plain address and signs in as ever. */
export function linkedSender(
  ctx: Pick<ServiceContext, "db" | "now" | "log" | "sealer" | "publicOrigin">,
  sender: Sender,
): Sender {
  const { find } = sender;
  return {
    ...sender,
    // As it was written: with its link.
    ...(find && { find: async (item, since) => find((await withLinks(ctx, [item]))[0] ?? item, since) }),
    async send(items) {
      return sender.send(await withLinks(ctx, items));
    },
  };
}

async function withLinks(
  ctx: Parameters<typeof linkedSender>[0],
  items: readonly Outgoing[],
): Promise<readonly Outgoing[]> {
  try {
    const ids = await linkIds(ctx, items);
    return await Promise.all(
      items.map(async (item) => {
        const id = ids.get(item.id);
        if (id === undefined || item.link === null) return item;
        const link = await linkIn(ctx, id, pathOf(item.link));
        return { ...item, link, text: item.text.replaceAll(item.link, link) };
      }),
    );
  } catch (error) {
    // The message matters more than how easily it opens.
    ctx.log.warn("whatsapp_links_failed", { error });
    return items;
  }
}

/** A row for each link, the same in every try, by the notification's id. */
async function linkIds(
  ctx: Parameters<typeof linkedSender>[0],
  items: readonly Outgoing[],
): Promise<Map<string, string>> {
  const phones = [...new Set(items.map(({ to }) => to))];
  const { id, userId, phone, caseId } = whatsappContacts;
  const contacts = await ctx.db
    .select({ id, userId, phone, caseId })
    .from(whatsappContacts)
    .innerJoin(users, and(eq(users.id, whatsappContacts.userId), eq(users.isAnonymous, true), eq(users.role, "client")))
    .where(inArray(whatsappContacts.phone, phones));
  // One phone may be somebody's who works here, or of an account, and have written as nobody: what is for the one opens not as the other.
  const readers = await ctx.db
    .select({ id: notifications.id, userId: notifications.userId })
    .from(notifications)
    .where(
      inArray(
        notifications.id,
        items.map((item) => item.id),
      ),
    );
  const now = ctx.now();
  const rows = items.flatMap((item) => {
    const contact = contacts.find((one) => one.phone === item.to);
    const reader = readers.find((one) => one.id === item.id);
    if (reader !== undefined && reader.userId !== contact?.userId) return [];
    if (contact === undefined || contact.caseId === null || item.link === null) return [];
    const own = { contactId: contact.id, caseId: contact.caseId };
    return [{ id: newId("wam", now.getTime()), ...own, key: keyOf(item), status: "sent" as const, createdAt: now }];
  });
  if (rows.length === 0) return new Map();
  const kept = await ctx.db
    .insert(whatsappMessages)
    .values(rows)
    .onConflictDoUpdate({ target: whatsappMessages.key, set: { key: sql`excluded.key` } })
    .returning({ id: whatsappMessages.id, key: whatsappMessages.key });
  const byKey = new Map(kept.map(({ id, key }) => [key, id]));
  return new Map(
    items.flatMap((item) => {
      const id = byKey.get(keyOf(item));
      return id === undefined ? [] : [[item.id, id] as const];
    }),
  );
}

function keyOf({ id }: Outgoing): string {
  return `notification:${id}`;
}

function pathOf(link: string): string {
  const { pathname, search, hash } = new URL(link);
  return pathname + search + hash;
}
