// What was said in a conversation goes to the person's phone: as texts that are kept first, and handed over one after another.
import { desc, eq, sql } from "drizzle-orm";
import { newOrderedId } from "../../base/ids.ts";
import { outboxRow } from "../../db/outbox.ts";
import { cases, whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ConversationStatus } from "../../domain/ports.ts";
import type { Said } from "../../domain/whatsapp/said.ts";
import { splitForPhone } from "../../domain/whatsapp/split.ts";
import { firstNotice, linkLine, safetyWords, withOptions } from "../../domain/whatsapp/words.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import type { Contact } from "./contact-of.ts";
import { linkIn } from "./link.ts";

export interface TellOnWhatsApp {
  caseId: string;
  status: ConversationStatus;
  locale: Locale;
  lines: readonly Said[];
}

/** A text for one person, before it is cut; `withLink` gets the address of a link of its own. */
export interface NewText {
  key: string;
  words: (link: () => Promise<string>) => Promise<string>;
  isFarewell?: boolean;
}

/** Idempotent by each line's key. Nobody to tell (he has deleted everything) is no failure. */
export async function tellOnWhatsApp(ctx: ServiceContext, input: TellOnWhatsApp): Promise<void> {
  const { caseId, status, locale, lines } = input;
  if (lines.length === 0) return;
  const contact = await contactOfCase(ctx, caseId);
  if (contact === undefined) return;
  const last = lines.at(-1);
  await putTexts(
    ctx,
    { contact, caseId },
    lines.map((line) => ({
      key: line.key,
      words: (link) => wordsOf(line, { locale, showsLink: line === last && status === "completed" }, link),
      // The answer to "stop" itself leaves; what waited before it does not.
      isFarewell: status === "stopped" && line === last,
    })),
  );
}

/** Where the case is talked about, else where its client wrote from last. */
async function contactOfCase(ctx: ServiceContext, caseId: string): Promise<Contact | undefined> {
  const [row] = await ctx.db
    .select({ contact: whatsappContacts })
    .from(cases)
    .innerJoin(whatsappContacts, eq(whatsappContacts.userId, cases.clientId))
    .where(eq(cases.id, caseId))
    .orderBy(desc(sql`${whatsappContacts.caseId} IS NOT DISTINCT FROM ${caseId}`), desc(whatsappContacts.lastInAt))
    .limit(1);
  return row?.contact;
}

async function wordsOf(
  line: Said,
  { locale, showsLink }: { locale: Locale; showsLink: boolean },
  link: () => Promise<string>,
): Promise<string> {
  if (line.kind === "safety") return safetyWords(line.box);
  const words = withOptions(line.text, line.options, locale);
  if (line.isFirst) return `${words}\n\n${firstNotice(locale, await link())}`;
  return showsLink ? `${words}\n\n${linkLine(locale, await link())}` : words;
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
