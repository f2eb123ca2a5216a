// The case that a person on WhatsApp talks about: the one that was begun there, or a new one where that is over.
import { eq } from "drizzle-orm";
import { cases, whatsappContacts } from "../../db/schema.ts";
import { isOver } from "../../domain/case-state.ts";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import type { ServiceContext } from "../context.ts";
import { openCase } from "../intake/open-case.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import type { Contact } from "./contact-of.ts";

/** `openKey` makes one message open one case, also where it is handled again after a kill. */
export async function currentCase(ctx: ServiceContext, contact: Contact, openKey: string): Promise<CaseRow> {
  let known = contact.caseId === null ? undefined : await read(ctx, contact.caseId);
  // Told twice, and put together by its person: it goes on in the other.
  if (known?.joinedInto != null) known = await read(ctx, known.joinedInto);
  if (known !== undefined && !isOver(known.status) && known.clientId === contact.userId) return known;
  const actor = { kind: "person", userId: contact.userId, role: "client", locale: "pt-BR" } as const;
  const asked = { vertical: "legal", locale: "pt-BR", zone: DEFAULT_ZONE } as const;
  const { caseId } = await openCase(ctx, actor, asked, openKey);
  await ctx.db.update(whatsappContacts).set({ caseId }).where(eq(whatsappContacts.id, contact.id));
  const opened = await read(ctx, caseId);
  if (opened === undefined) throw new Error("an opened case is gone");
  return opened;
}

async function read(ctx: ServiceContext, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  return row;
}
