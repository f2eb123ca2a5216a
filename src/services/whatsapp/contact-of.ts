// The person behind a WhatsApp address: known again by number or by WhatsApp's own id, made as an anonymous client where nobody is.
import { eq, or, type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, clientReach, users, whatsappContacts, whatsappMessages } from "../../db/schema.ts";
import { DEFAULT_ZONE, type Locale } from "../../domain/locale.ts";
import { isMobile } from "../../domain/reach/phone.ts";
import type { WhatsAppAddress } from "../../domain/whatsapp/address.ts";
import { STRETCH_MS } from "../../domain/whatsapp/pace.ts";
import type { ServiceContext } from "../context.ts";
import { joinAnonymous } from "../identity/join-anonymous.ts";
import { hasToldOfViolence } from "../reach/forget-assumed.ts";

export type Contact = typeof whatsappContacts.$inferSelect;

/** One who writes now; `wroteAt`: when he did before, or now for the first time. */
export type Writer = Contact & { wroteAt: Date };

/**
 * One row a person, however the address is spelled this time; it is written to where it wrote from last. `messages`: how many this one
 * counts for; `locale`: of who is new.
 */
export async function contactOf(
  ctx: ServiceContext,
  address: WhatsAppAddress,
  { messages, locale }: { messages: number; locale: Locale } = { messages: 1, locale: "pt-BR" },
): Promise<Writer> {
  const [first, second] = await find(ctx, address);
  if (first === undefined) {
    const made = await make(ctx, address, { messages, locale });
    return { ...made, wroteAt: made.lastInAt };
  }
  // Known by the number, and before that by the id alone: one person after all.
  const known = second === undefined ? first : await merge(ctx, first, second);
  const [seen] = await ctx.db
    .update(whatsappContacts)
    .set({
      sendTo: address.to,
      lastInAt: ctx.now(),
      ...counted(ctx.now(), messages),
      ...(address.phone === null ? {} : { phone: address.phone }),
      ...(address.lid === null ? {} : { lid: address.lid }),
    })
    .where(eq(whatsappContacts.id, known.id))
    .returning();
  const contact = seen ?? known;
  // Only now there is a number to write to.
  if (known.phone === null) await ctx.db.execute(reachThere(address, contact.userId, ctx.now(), sql`true`));
  return { ...contact, wroteAt: known.lastInAt };
}

/** In the row's own update, so that nobody's message is forgotten; what is tried again is counted again. */
function counted(now: Date, messages: number) {
  const over = sql`coalesce(${whatsappContacts.heardSince} <= ${new Date(now.getTime() - STRETCH_MS).toISOString()}::timestamptz, true)`;
  return {
    heardSince: sql`CASE WHEN ${over} THEN ${now.toISOString()}::timestamptz ELSE ${whatsappContacts.heardSince} END`,
    heardCount: sql`CASE WHEN ${over} THEN 0 ELSE ${whatsappContacts.heardCount} END + ${messages}::int`,
  };
}

/** Of two the one with the number first. */
function find(ctx: ServiceContext, { phone, lid }: WhatsAppAddress): Promise<Contact[]> {
  return ctx.db
    .select()
    .from(whatsappContacts)
    .where(or(eq(whatsappContacts.phone, phone ?? ""), eq(whatsappContacts.lid, lid ?? "")))
    .orderBy(sql`${whatsappContacts.phone} IS NOT DISTINCT FROM ${phone}::text DESC`, whatsappContacts.id);
}

/** A client without an account, who may be written to where he writes from; two first messages at once make one. */
async function make(
  ctx: ServiceContext,
  address: WhatsAppAddress,
  { messages, locale }: { messages: number; locale: Locale },
): Promise<Contact> {
  const now = ctx.now();
  const userId = newId("usr", now.getTime());
  const id = newId("wac", now.getTime());
  const isNew = sql`EXISTS (SELECT 1 FROM whatsapp_contacts WHERE id = ${id})`;
  const user = { id: userId, name: "", email: `${userId}@anonymous.invalid`, isAnonymous: true, createdAt: now };
  await ctx.db.batch([
    ctx.db.insert(users).values({ ...user, role: "client", locale, updatedAt: now }),
    ctx.db
      .insert(whatsappContacts)
      .values({
        ...{ id, userId, phone: address.phone, lid: address.lid, sendTo: address.to },
        ...{ lastInAt: now, heardSince: now, heardCount: messages, createdAt: now },
      })
      .onConflictDoNothing(),
    ctx.db.execute(reachThere(address, userId, now, isNew)),
    insertIf(ctx.db, audit, auditRow(userId, "whatsapp.begun", userId, now), isNew),
    ctx.db.delete(users).where(sql`${users.id} = ${userId} AND NOT ${isNew}`),
  ]);
  const [made] = await find(ctx, address);
  if (made === undefined) throw new Error("a contact was neither inserted nor known");
  return made;
}

/** Whoever writes from a phone is told there how the case goes on, until he says otherwise or tells of violence; a hidden number only gets answers. */
function reachThere({ phone }: WhatsAppAddress, userId: string, now: Date, condition: SQL): SQL {
  const at = now.toISOString();
  const canBeTold = phone !== null && isMobile(phone);
  return sql`
    INSERT INTO ${clientReach} (user_id, channel, address, leave_message, assumed, zone, created_at, updated_at)
    SELECT ${userId}, 'whatsapp', ${phone}::text, true, true, ${DEFAULT_ZONE}, ${at}::timestamptz, ${at}::timestamptz
    WHERE ${canBeTold}::boolean AND ${condition} AND NOT ${hasToldOfViolence(sql`${userId}`)}
    ON CONFLICT (user_id) DO NOTHING`;
}

/** The cases of both become one person's; an account, where one of them has one, is the one that stays. */
async function merge(ctx: ServiceContext, kept: Contact, other: Contact): Promise<Contact> {
  const [lead, led] = kept.lastInAt >= other.lastInAt ? [kept, other] : [other, kept];
  if (kept.userId !== other.userId) {
    const accounts = await ctx.db
      .select({ id: users.id, isAnonymous: users.isAnonymous })
      .from(users)
      .where(or(eq(users.id, kept.userId), eq(users.id, other.userId)));
    const anonymous =
      accounts.find(({ id, isAnonymous }) => isAnonymous && id === other.userId) ?? accounts.find((a) => a.isAnonymous);
    if (anonymous !== undefined) {
      const userId = anonymous.id === kept.userId ? other.userId : kept.userId;
      await joinAnonymous(ctx, { anonymousId: anonymous.id, userId });
    }
  }
  await ctx.db.batch([
    ctx.db.update(whatsappMessages).set({ contactId: kept.id }).where(eq(whatsappMessages.contactId, other.id)),
    ctx.db.delete(whatsappContacts).where(eq(whatsappContacts.id, other.id)),
    ctx.db
      .update(whatsappContacts)
      .set({ caseId: lead.caseId ?? led.caseId })
      .where(eq(whatsappContacts.id, kept.id)),
  ]);
  const [now] = await ctx.db.select().from(whatsappContacts).where(eq(whatsappContacts.id, kept.id));
  if (now === undefined) throw new Error("a contact is gone");
  return now;
}
