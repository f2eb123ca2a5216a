// The client leaves, changes or takes back the phone or e-mail by which the professional reaches them.
import { and, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, forbidden } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, contracts } from "../../db/schema.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { seenSql } from "../talk/client-seen.ts";
import { contactInput } from "./contact-input.ts";
import { contractRecord, requireParty } from "./contract-record.ts";

const input = z.object({ contractId: z.string().min(1), contact: contactInput });

/**
 * Empty takes it back (`contact` null). The audit keeps that it changed, never the value.
 * Throws `invalid_input`, `not_found` for anyone but the parties, `forbidden` for the professional, and
 * `contract_not_open` (409) for a voided contract.
 */
export async function setContact(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ contract_id: string; contact: string | null }> {
  const { contractId, contact } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { party } = requireParty(record, actor);
  if (party !== "client") throw forbidden("Only the client can change this contact.");
  const now = ctx.now();
  const entry = auditRow(actorName(actor), "contract.contact_set", contractId, now, { given: contact !== null });
  const isAlive = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId} and ${contracts.status} <> 'voided')`;
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(contracts)
      .set({ clientContact: contact, updatedAt: now })
      .where(and(eq(contracts.id, contractId), ne(contracts.status, "voided")))
      .returning({ id: contracts.id }),
    insertIf(ctx.db, audit, entry, isAlive),
    ctx.db.execute(seenSql(record.case.id, now, isAlive)),
  ]);
  if (changed.length === 0) throw conflict("contract_not_open", "This contract was cancelled.");
  return { contract_id: contractId, contact };
}
