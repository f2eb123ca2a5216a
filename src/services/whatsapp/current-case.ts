// The case that a person on WhatsApp talks about: the one that was begun there, or a new one where that is over.
import { and, eq } from "drizzle-orm";
import { cases, users, whatsappContacts } from "../../db/schema.ts";
import { isOver } from "../../domain/case-state.ts";
import { DEFAULT_ZONE, type Locale } from "../../domain/locale.ts";
import type { ServiceContext } from "../context.ts";
import { openCase } from "../intake/open-case.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import type { Contact } from "./contact-of.ts";

/**
 * `openKey` makes one message open one case, also where it is handled again after a kill. `said`: the language of that message; null: it
 * does not say, and a new case is held in the one that its client spoke before.
 */
export async function currentCase(
  ctx: ServiceContext,
  contact: Contact,
  { openKey, said }: { openKey: string; said: Locale | null },
): Promise<CaseRow> {
  let known = contact.caseId === null ? undefined : await read(ctx, contact.caseId);
  // Told twice, and put together by its person: it goes on in the other.
  if (known?.joinedInto != null) known = await read(ctx, known.joinedInto);
  if (known !== undefined && !isOver(known.status) && known.clientId === contact.userId) return known;
  const locale = said ?? (await spoken(ctx, contact));
  const actor = { kind: "person", userId: contact.userId, role: "client", locale } as const;
  const asked = { vertical: "legal", locale, zone: DEFAULT_ZONE } as const;
  const { caseId } = await openCase(ctx, actor, asked, openKey);
  await ctx.db.batch([
    ctx.db.update(whatsappContacts).set({ caseId }).where(eq(whatsappContacts.id, contact.id)),
    // Its news in the same language; an account has its own, set on the page or by a wish (set-language.ts).
    ctx.db
      .update(users)
      .set({ locale })
      .where(and(eq(users.id, contact.userId), eq(users.isAnonymous, true))),
  ]);
  const opened = await read(ctx, caseId);
  if (opened === undefined) throw new Error("an opened case is gone");
  return opened;
}

async function spoken(ctx: ServiceContext, { userId }: Contact): Promise<Locale> {
  const [user] = await ctx.db.select({ locale: users.locale }).from(users).where(eq(users.id, userId));
  return user?.locale ?? "pt-BR";
}

async function read(ctx: ServiceContext, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  return row;
}
