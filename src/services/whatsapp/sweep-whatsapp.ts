// Nightly: texts that are long past go, and the number of whoever has no case any more.
import { and, inArray, lt, sql } from "drizzle-orm";
import { whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** A conversation owes a text for minutes, a link in one is good for a week: nothing asks for a key so old. */
const TEXTS_KEPT_DAYS = 60;
/** What may never have arrived holds a person's words. */
const WORDS_KEPT_DAYS = 30;
/** Whoever wrote and let no case become of it. */
const NUMBERS_KEPT_DAYS = 180;

export async function sweepWhatsApp(ctx: ServiceContext): Promise<{ texts: number; emptied: number; numbers: number }> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000);
  const [texts, emptied, numbers] = await ctx.db.batch([
    ctx.db
      .delete(whatsappMessages)
      .where(lt(whatsappMessages.createdAt, before(TEXTS_KEPT_DAYS)))
      .returning({ id: whatsappMessages.id }),
    ctx.db
      .update(whatsappMessages)
      .set({ text: null })
      .where(
        and(
          lt(whatsappMessages.createdAt, before(WORDS_KEPT_DAYS)),
          inArray(whatsappMessages.status, ["unsure", "refused", "withheld"]),
          sql`${whatsappMessages.text} IS NOT NULL`,
        ),
      )
      .returning({ id: whatsappMessages.id }),
    ctx.db
      .delete(whatsappContacts)
      .where(
        and(
          lt(whatsappContacts.lastInAt, before(NUMBERS_KEPT_DAYS)),
          sql`NOT EXISTS (SELECT 1 FROM cases c WHERE c.client_id = ${whatsappContacts.userId} AND c.status <> 'forgotten')`,
        ),
      )
      .returning({ id: whatsappContacts.id }),
  ]);
  return { texts: texts.length, emptied: emptied.length, numbers: numbers.length };
}
