// The cases that a professional has taken, with their client and contract, newest first.
import { and, desc, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import {
  blockedPairs,
  cases,
  clientReach,
  contracts,
  offers,
  professionals,
  signatures,
  users,
} from "../../db/schema.ts";
import { seesContact } from "../../domain/talk/sides.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { howView, reachOf } from "../reach/reach-view.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
  /** That one alone. */
  case_id: z.string().max(100).optional(),
});

/** The summary, not the transcript: that stays between the client and Vez. A client without an account has no name yet. */
export async function listMyCases(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input> = {},
) {
  const { limit, cursor, case_id: caseId } = parseInput(input, raw);
  const rows = await ctx.db
    .select({
      offer: offers,
      case: cases,
      client: users,
      contractId: contracts.id,
      contractStatus: contracts.status,
      contact: contracts.clientContact,
      reach: clientReach,
      signedName: signatures.name,
      blocked: sql<boolean>`${blockedPairs.side} IS NOT NULL`,
    })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(users, eq(users.id, cases.clientId))
    .leftJoin(clientReach, eq(clientReach.userId, users.id))
    .leftJoin(
      blockedPairs,
      and(eq(blockedPairs.clientId, cases.clientId), eq(blockedPairs.professionalId, professionals.id)),
    )
    .leftJoin(contracts, and(eq(contracts.offerId, offers.id), ne(contracts.status, "voided")))
    .leftJoin(signatures, and(eq(signatures.contractId, contracts.id), eq(signatures.party, "client")))
    .where(
      and(
        eq(professionals.userId, actor.userId),
        eq(offers.status, "accepted"),
        caseId === undefined ? undefined : eq(offers.caseId, caseId),
        afterCursor(offers.createdAt, offers.id, cursor),
      ),
    )
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ offer }) => ({ at: offer.createdAt, id: offer.id }));
  return { items: page.items.map((row) => viewOf(row, ctx.now())), next: page.next };
}

export type MyCase = Awaited<ReturnType<typeof listMyCases>>["items"][number];

interface Row {
  offer: typeof offers.$inferSelect;
  case: typeof cases.$inferSelect;
  client: typeof users.$inferSelect;
  contractId: string | null;
  contractStatus: string | null;
  contact: string | null;
  reach: typeof clientReach.$inferSelect | null;
  signedName: string | null;
  blocked: boolean;
}

function viewOf(
  { offer, case: row, client, contractId, contractStatus, contact, reach, signedName, blocked }: Row,
  now: Date,
) {
  const mayReach = seesContact({ ...row, held: true, blocked }, now);
  // An account's address is shown only where the client has not said another way, or none.
  const email = !mayReach || client.isAnonymous || reach !== null ? null : client.email;
  return {
    case_id: row.id,
    offer_id: offer.id,
    status: row.status,
    accepted_at: offer.answeredAt?.toISOString() ?? null,
    area: row.area,
    subarea: row.subarea,
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    deadlines: row.deadlines.map(({ kind, date, label, source, passed }) => ({ kind, date, label, source, passed })),
    languages: row.languages,
    summary: row.summary ?? "",
    /** `contact`: the phone or e-mail that the client left, or null; `how`: by what and when. All null where nothing was said and once they have no more to do with each other. */
    client: {
      name: client.name || signedName,
      email,
      contact: !mayReach ? null : contractId === null ? (reach?.address ?? null) : contact,
      how: !mayReach || reach === null ? null : howView(reachOf(reach)),
    },
    contract_id: contractId,
    contract_status: contractStatus,
  };
}
