// Whether it is safe to write to a number later: asked once of who has told of violence, and heard where it is answered.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { cases, users, whatsappMessages } from "../../db/schema.ts";
import { DEFAULT_ZONE, type Locale } from "../../domain/locale.ts";
import { isMobile } from "../../domain/reach/phone.ts";
import type { Reach } from "../../domain/reach/reach.ts";
import { messageIdOf } from "../../domain/whatsapp/message-id.ts";
import { safetyAsked, safetyHeard, yesOrNo } from "../../domain/whatsapp/safety-words.ts";
import type { ServiceContext } from "../context.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import { hasToldOfViolence } from "../reach/forget-assumed.ts";
import { storeReach } from "../reach/set-reach.ts";
import type { Contact, Writer } from "./contact-of.ts";
import { putTexts } from "./put-texts.ts";

/** Only where nothing was said of it: on the page, or here. Until it is answered only his own words are answered there. */
export async function askSafety(
  ctx: ServiceContext,
  { contact, caseId, locale }: { contact: Contact; caseId: string; locale: Locale },
): Promise<void> {
  if (contact.phone === null || !isMobile(contact.phone)) return;
  const [open] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(users, and(eq(users.id, cases.clientId), eq(users.role, "client"), isNull(users.optedOutAt)))
    .where(
      sql`${cases.id} = ${caseId} AND ${hasToldOfViolence(sql`${users.id}`)}
        AND NOT EXISTS (SELECT 1 FROM client_reach r WHERE r.user_id = ${users.id})
        AND NOT EXISTS (SELECT 1 FROM whatsapp_messages m WHERE m.key = ${`${asked(contact)}:0`})`,
    );
  if (open === undefined) return;
  await putTexts(ctx, { contact, caseId }, [{ key: asked(contact), words: async () => safetyAsked(locale) }]);
}

/**
 * True where `text` was the answer: it is no part of the story then. Only a yes or no right after the question counts: with
 * anything said in between, by whomever, it answers something else.
 */
export async function hearSafety(
  ctx: ServiceContext,
  contact: Writer,
  row: CaseRow,
  { text, vendorId }: { text: string; vendorId: string },
): Promise<boolean> {
  const isSafe = yesOrNo(text);
  if (isSafe === null || contact.phone === null) return false;
  const [last] = await ctx.db
    .select({ key: whatsappMessages.key, at: whatsappMessages.createdAt, role: users.role })
    .from(whatsappMessages)
    .innerJoin(users, eq(users.id, contact.userId))
    .where(eq(whatsappMessages.contactId, contact.id))
    .orderBy(desc(whatsappMessages.createdAt), desc(whatsappMessages.id))
    .limit(1);
  if (last?.role !== "client") return false;
  const key = `${messageIdOf(vendorId)}:safety`;
  const isNext = last.key === `${asked(contact)}:0` && contact.wroteAt <= last.at;
  // The second: killed between the two steps below.
  if (!isNext && last.key !== `${key}:0`) return false;
  const { locale, zone } = row;
  await putTexts(ctx, { contact, caseId: row.id }, [{ key, words: async () => safetyHeard(isSafe, locale) }]);
  const actor = { kind: "person", userId: contact.userId, role: "client", locale } as const;
  await storeReach(ctx, actor, reachSaid(isSafe ? contact.phone : null, zone));
  return true;
}

function reachSaid(phone: string | null, zone: string): Reach {
  const hours = { safeFrom: null, safeUntil: null, zone: zone || DEFAULT_ZONE, note: null };
  return phone === null
    ? { channel: "page", address: null, leaveMessage: false, ...hours }
    : { channel: "whatsapp", address: phone, leaveMessage: true, ...hours };
}

function asked({ id }: Pick<Contact, "id">): string {
  return `safety:${id}`;
}
