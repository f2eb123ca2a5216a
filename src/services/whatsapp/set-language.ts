// The language that somebody asked for on WhatsApp is kept for his case and for what he is written later.
import { and, eq } from "drizzle-orm";
import { cases, users } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import type { ServiceContext } from "../context.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import type { Contact } from "./contact-of.ts";

/** Who works here has a language of his own, on the page. */
export async function setLanguage(
  ctx: ServiceContext,
  { contact, row }: { contact: Pick<Contact, "userId">; row: Pick<CaseRow, "id"> },
  locale: Locale,
): Promise<void> {
  await ctx.db.batch([
    ctx.db.update(cases).set({ locale }).where(eq(cases.id, row.id)),
    ctx.db
      .update(users)
      .set({ locale })
      .where(and(eq(users.id, contact.userId), eq(users.role, "client"))),
  ]);
}
