// A client writes to a professional of the list: an offer that he himself makes, with everything checked again under lock.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, type VezError } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, contacts } from "../../db/schema.ts";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import { MOST_CONTACT_CHARACTERS, MOST_CONTACTS, MOST_OPEN_CONTACTS } from "../../domain/directory/contact-limits.ts";
import { drawDay } from "../../domain/directory/neutral-order.ts";
import { namesIn, redact } from "../../domain/triage/redact.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { offerTimes } from "../offers/offer-times.ts";
import { stillOpen } from "../offers/still-open.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { plainText } from "../plain-text.ts";
import { findChoosable } from "./choosable.ts";
import { type DirectoryCase, directoryCase } from "./directory-case.ts";
import { type ContactView, contactView } from "./entry.ts";
import { keepDoubts } from "./keep-doubts.ts";
import { CHOOSING, notChoosing } from "./list-professionals.ts";

export const contactInput = z.object({
  professional_id: z.string().regex(/^pro_[0-9a-zA-Z_]{1,60}$/, "professional_id is the id of an entry of the list."),
  text: plainText()
    .trim()
    .max(MOST_CONTACT_CHARACTERS, `Write at most ${MOST_CONTACT_CHARACTERS} characters.`)
    .transform((text) => text || null)
    .nullish(),
});

/**
 * The contact as it stands; the same professional twice is one contact, and its first text stays. Throws `not_found` for a case that
 * is not the client's or in which Vez proposes; `not_choosing`, `too_many_open_contacts`, `too_many_contacts`, `not_choosable` (409).
 */
export async function contactProfessional(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof contactInput>,
): Promise<ContactView> {
  const of = await directoryCase(ctx, actor, caseId);
  const known = contactOf(of, input.professional_id);
  if (known !== null) return known;
  const against = refusal(of) ?? (await closedGate(ctx, of, input.professional_id));
  if (against !== null) throw against;
  await storeContact(ctx, actor.userId, of, input);
  const after = await directoryCase(ctx, actor, caseId);
  const made = contactOf(after, input.professional_id);
  if (made === null) throw refusal(after) ?? notChoosable();
  return made;
}

function contactOf({ contacted }: DirectoryCase, professionalId: string): ContactView | null {
  const one = contacted.find((contact) => contact.professionalId === professionalId);
  return one === undefined ? null : contactView(one);
}

/** What speaks against any contact now; null when nothing does. */
function refusal({ row, contacted }: DirectoryCase): VezError | null {
  if (!CHOOSING.some((status) => status === row.status)) return notChoosing();
  if (contacted.length >= MOST_CONTACTS) {
    return conflict(
      "too_many_contacts",
      `You wrote to ${MOST_CONTACTS} professionals for this case. A person on the team helps you on: write in the conversation.`,
    );
  }
  if (contacted.filter(({ status }) => status === "pending" || status === "seen").length >= MOST_OPEN_CONTACTS) {
    return conflict(
      "too_many_open_contacts",
      `${MOST_OPEN_CONTACTS} professionals can still answer you. Wait for one of them, then write to the next.`,
    );
  }
  return null;
}

function notChoosable(): VezError {
  return conflict(
    "not_choosable",
    "This professional cannot take the case at the moment. Choose another one from the list.",
  );
}

/** The same gates as on the list, asked of this one alone. */
async function closedGate(ctx: ServiceContext, of: DirectoryCase, only: string): Promise<VezError | null> {
  const draw = { day: drawDay(ctx.now()), tenantId: of.tenantId };
  const page = await findChoosable(ctx, { facts: of.facts, filters: {}, draw, limit: 1, after: null, only });
  await keepDoubts(ctx, of.row.id, page.doubts);
  return page.items.length === 1 ? null : notChoosable();
}

async function storeContact(
  ctx: ServiceContext,
  userId: string,
  { row, contacted }: DirectoryCase,
  { professional_id: professionalId, text = null }: z.infer<typeof contactInput>,
): Promise<void> {
  const now = ctx.now();
  const offerId = newId("off", now.getTime());
  const made = sql`EXISTS (SELECT 1 FROM offers WHERE id = ${offerId})`;
  const redacted = text === null ? null : redact(text, [...namesIn(text), ...row.adverseParties]);
  const announce = outboxRow("contact.announce", `contact:${offerId}`, { offerId }, { now, traceId: ctx.traceId });
  const [, , , , , queued] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${row.id} FOR UPDATE`),
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${professionalId} FOR UPDATE`),
    ctx.db.execute(insertContact(ctx, { caseId: row.id, area: row.area ?? "nenhuma", offerId, professionalId, row })),
    insertIf(ctx.db, contacts, { offerId, text: redacted, ownText: text }, made),
    insertIf(ctx.db, audit, auditRow(userId, "case.contact", row.id, now, { professional_id: professionalId }), made),
    ctx.db.execute(insertOutbox([announce], made)),
  ]);
  const rows = insertedRows(queued);
  ctx.metrics.count("offers_created_total", {}, rows.length);
  ctx.log.info("contact", { case_id: row.id, made: rows.length, before: contacted.length });
  await ctx.enqueue(rows);
}

interface NewContact {
  caseId: string;
  area: string;
  offerId: string;
  professionalId: string;
  row: DirectoryCase["row"];
}

/** Offer, ledger, turn and case change together, or nothing does: limits and gates are asked once more with both rows locked. */
function insertContact(ctx: ServiceContext, { caseId, area, offerId, professionalId, row }: NewContact): SQL {
  const at = ctx.now().toISOString();
  const { remindAt, expiresAt } = offerTimes(ctx, row.urgencyHours);
  return sql`
    WITH made AS (
      INSERT INTO offers (id, case_id, professional_id, wave, rank, status, remind_at, expires_at, created_at)
      SELECT ${offerId}, ${caseId}, p.id, k.asked + 1, 1, 'pending', ${remindAt.toISOString()}::timestamptz,
        ${expiresAt.toISOString()}::timestamptz, ${at}::timestamptz
      FROM professionals p, (
        SELECT count(*)::int AS asked, count(*) FILTER (WHERE status IN ('pending', 'seen'))::int AS open
        FROM offers WHERE case_id = ${caseId}) k
      WHERE p.id = ${professionalId} AND k.asked < ${MOST_CONTACTS} AND k.open < ${MOST_OPEN_CONTACTS}
        AND ${stillOpen(ctx, caseId)}
        AND EXISTS (SELECT 1 FROM cases WHERE cases.id = ${caseId} AND cases.mode = 'directory' AND ${isBefore("contact_made")})
      ON CONFLICT (case_id, professional_id) DO NOTHING
      RETURNING id, professional_id
    ), booked AS (
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(id, 5), professional_id, ${caseId}, id, ${area}, 'offered', ${at}::timestamptz FROM made
    ), turned AS (
      UPDATE professionals SET last_offered_at = greatest(last_offered_at, ${at}::timestamptz)
      FROM made WHERE professionals.id = made.professional_id
    )
    UPDATE cases SET status = ${stateAfterSql("contact_made")}, updated_at = ${at}::timestamptz
    WHERE cases.id = ${caseId} AND EXISTS (SELECT 1 FROM made)`;
}
