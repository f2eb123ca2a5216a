// Texts for one person's phone: kept first, then handed over one after another.
import { newOrderedId } from "../../base/ids.ts";
import { outboxRow } from "../../db/outbox.ts";
import { whatsappMessages } from "../../db/schema.ts";
import { splitForPhone } from "../../domain/whatsapp/split.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import type { Contact } from "./contact-of.ts";
import { linkIn } from "./link.ts";

/** A text for one person, before it is cut; `withLink` gets the address of a link of its own. */
export interface NewText {
  key: string;
  words: (link: () => Promise<string>) => Promise<string>;
  isFarewell?: boolean;
}

/** Keeps texts for one person and hands them to the queue, in this order after all that waits already. */
export async function putTexts(
  ctx: ServiceContext,
  { contact, caseId }: { contact: Pick<Contact, "id">; caseId: string },
  texts: readonly NewText[],
): Promise<void> {
  const now = ctx.now();
  const rows: (typeof whatsappMessages.$inferInsert)[] = [];
  for (const { key, words, isFarewell = false } of texts) {
    // A link is named by the text that it stands in: the last piece of it.
    const lastId = newOrderedId("wam", now.getTime());
    const parts = splitForPhone(await words(() => linkIn(ctx, lastId)));
    for (const [index, text] of parts.entries()) {
      const id = index === parts.length - 1 ? lastId : newOrderedId("wam", now.getTime());
      rows.push({ id, contactId: contact.id, caseId, key: `${key}:${index}`, text, isFarewell, createdAt: now });
    }
  }
  if (rows.length === 0) return;
  const made = { now, traceId: ctx.traceId, line: `whatsapp:${contact.id}` };
  const sends = rows.map(({ id, key }) => outboxRow("whatsapp.send", `whatsapp.send:${key}`, { messageId: id }, made));
  const [, queued] = await ctx.db.batch([
    ctx.db.insert(whatsappMessages).values(rows).onConflictDoNothing(),
    ctx.db.execute(insertOutbox(sends)),
  ]);
  await ctx.enqueue(insertedRows(queued));
}
