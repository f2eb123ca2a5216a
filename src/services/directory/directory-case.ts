// A case from whose list its client may choose, with whom he wrote to already; reads only.
import { and, desc, eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { cases, contacts, offers, professionals } from "../../db/schema.ts";
import { DEFAULT_TENANT } from "../../domain/directory/tenant.ts";
import type { CaseFacts } from "../../domain/matching/types.ts";
import type { Actor, ServiceContext } from "../context.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import { factsOf } from "../matching/case-facts.ts";

export interface Contacted {
  offerId: string;
  professionalId: string;
  name: string;
  licence: string;
  status: (typeof offers.$inferSelect)["status"];
  expiresAt: Date;
  at: Date;
  /** What the client wrote, in his own words. */
  text: string | null;
}

export interface DirectoryCase {
  row: CaseRow;
  tenantId: string;
  facts: CaseFacts;
  /** Newest first. */
  contacted: Contacted[];
}

/** One round trip. Throws `not_found` for someone else's case and for one in which Vez proposes: there is no list then. */
export async function directoryCase(
  ctx: ServiceContext,
  client: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<DirectoryCase> {
  const found = await readDirectoryCase(ctx, caseId);
  if (found === null || found.row.clientId !== client.userId) throw notFound("case");
  return found;
}

/** The same for the house itself; null where the case is not there or not in directory mode. */
export async function readDirectoryCase(ctx: ServiceContext, caseId: string): Promise<DirectoryCase | null> {
  const [[row], asked] = await ctx.db.batch([
    ctx.db
      .select()
      .from(cases)
      .where(and(eq(cases.id, caseId), eq(cases.mode, "directory"))),
    ctx.db
      .select({
        offerId: offers.id,
        professionalId: offers.professionalId,
        name: professionals.name,
        number: professionals.licenceNumber,
        uf: professionals.licenceUf,
        status: offers.status,
        expiresAt: offers.expiresAt,
        at: offers.createdAt,
        text: contacts.ownText,
      })
      .from(offers)
      .innerJoin(professionals, eq(professionals.id, offers.professionalId))
      .leftJoin(contacts, eq(contacts.offerId, offers.id))
      .where(eq(offers.caseId, caseId))
      .orderBy(desc(offers.createdAt), desc(offers.id)),
  ]);
  if (row === undefined) return null;
  const contacted = asked.map(({ number, uf, ...one }) => ({ ...one, licence: `OAB/${uf} ${number}` }));
  return {
    row,
    tenantId: row.tenantId ?? DEFAULT_TENANT,
    facts: factsOf(
      row,
      contacted.map(({ professionalId }) => professionalId),
    ),
    contacted,
  };
}
