// What was said in a conversation goes to the person's phone: as texts that are kept first, and handed over one after another.
import { desc, eq, sql } from "drizzle-orm";
import { cases, whatsappContacts } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ConversationStatus } from "../../domain/ports.ts";
import type { Said } from "../../domain/whatsapp/said.ts";
import { firstNotice, linkLine, safetyWords, withOptions } from "../../domain/whatsapp/words.ts";
import type { ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { askSafety } from "./ask-safety.ts";
import type { Contact } from "./contact-of.ts";
import { putTexts } from "./put-texts.ts";

export interface TellOnWhatsApp {
  caseId: string;
  status: ConversationStatus;
  locale: Locale;
  lines: readonly Said[];
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
  await oweMirror(ctx, caseId, `told:${last?.key}`);
  // No question of the interview waits any more that a yes could answer.
  if (status === "completed") await askSafety(ctx, { contact, caseId, locale });
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
