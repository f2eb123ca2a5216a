// Makes the contract of an accepted offer: the text, its exact bytes, their hash, and the news to both parties.
import { and, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import {
  audit,
  cases,
  contractDocuments,
  contractEnvelopes,
  contracts,
  offers,
  professionals,
} from "../../db/schema.ts";
import { agreementPdf } from "../../domain/contracts/agreement-pdf.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";
import { LEGAL_TEMPLATE, legalAgreement } from "../../domain/contracts/template-legal.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { agreementFacts } from "./agreement-facts.ts";
import { contractUpdates } from "./contract-events.ts";

const input = z.object({ offerId: z.string().min(1) });

/**
 * Returns the contract's id and whether this call made it; asked twice, or twice at once, there is one contract.
 * Throws `not_found`, and `offer_not_accepted` (409) for an offer that nobody accepted.
 */
export async function openContract(
  ctx: ServiceContext,
  raw: Unchecked<typeof input>,
): Promise<{ contractId: string; created: boolean }> {
  const { offerId } = parseInput(input, raw);
  const accepted = await acceptedOffer(ctx, offerId);
  if (accepted.contractId !== null) return { contractId: accepted.contractId, created: false };

  const now = ctx.now();
  const contractId = newId("ctr", now.getTime());
  const { feeCents } = accepted.professional;
  const known = agreementFacts(accepted.case, accepted.professional, accepted.case.locale);
  const facts = { ...known, contractId, createdAt: now, feeCents };
  const pdf = await agreementPdf(legalAgreement(facts), facts);
  const sha256 = await sha256Hex(pdf);
  const made = { now, traceId: ctx.traceId };
  const parties = { conversationId: accepted.case.conversationId, professionalUserId: accepted.professional.userId };
  const rows = [
    ...contractUpdates(parties, { contractId, status: "sent", step: "opened", signed: [] }, made),
    ...[accepted.case.clientId, accepted.professional.userId].map((userId) =>
      outboxRow(
        "person.notify",
        `contract:${contractId}:ready:${userId}`,
        { userId, kind: "contract_ready", params: { contract_id: contractId } },
        made,
      ),
    ),
  ];

  const method = ctx.eSign === null ? "manual" : "docusign";
  if (method === "docusign")
    rows.push(outboxRow("contract.envelope", `contract.envelope:${contractId}`, { contractId }, made));

  // Its id is fresh: the row is there exactly when this call's insert won.
  const mine = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId})`;
  const stillAccepted = sql`exists (select 1 from ${offers} where ${offers.id} = ${offerId} and ${offers.status} = 'accepted')`;
  const [, , , , , queued] = await ctx.db.batch([
    // Whoever withdraws at this moment is waited for: an acceptance that was undone gets no contract.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${accepted.case.id} FOR UPDATE`),
    insertIf(
      ctx.db,
      contracts,
      {
        id: contractId,
        caseId: accepted.case.id,
        offerId,
        professionalId: accepted.professional.id,
        clientId: accepted.case.clientId,
        status: "sent",
        method,
        template: LEGAL_TEMPLATE,
        locale: accepted.case.locale,
        feeCents,
        sha256,
        createdAt: now,
        updatedAt: now,
      },
      stillAccepted,
    ).onConflictDoNothing(),
    insertIf(ctx.db, contractDocuments, { contractId, kind: "agreement", sha256, pdf, createdAt: now }, mine),
    insertIf(
      ctx.db,
      contractEnvelopes,
      { contractId, createdAt: now, updatedAt: now },
      method === "docusign" ? mine : sql`false`,
    ),
    insertIf(
      ctx.db,
      audit,
      auditRow(actorName(SYSTEM), "contract.opened", contractId, now, {
        case_id: accepted.case.id,
        offer_id: offerId,
        template: LEGAL_TEMPLATE,
        sha256,
      }),
      mine,
    ),
    ctx.db.execute(insertOutbox(rows, mine)),
    // What the client said of how to be reached holds for this agreement too, until he says otherwise.
    ctx.db
      .update(contracts)
      .set({ clientContact: sql`(SELECT address FROM client_reach WHERE user_id = ${contracts.clientId})` })
      .where(eq(contracts.id, contractId)),
  ]);

  const kept = await acceptedOffer(ctx, offerId);
  // Another offer's contract is alive for this case: two acceptances, which the offers' own index forbids.
  if (kept.contractId === null) throw conflict("case_has_contract", "This case already has a contract.");
  if (kept.contractId !== contractId) return { contractId: kept.contractId, created: false };
  // With DocuSign it is counted when it is known how it is signed.
  if (method === "manual") ctx.metrics.count("contract_creation_total", { method });
  await ctx.enqueue(insertedRows(queued));
  return { contractId, created: true };
}

async function acceptedOffer(ctx: ServiceContext, offerId: string) {
  const [found] = await ctx.db
    .select({ status: offers.status, contractId: contracts.id, case: cases, professional: professionals })
    .from(offers)
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .leftJoin(contracts, and(eq(contracts.offerId, offers.id), ne(contracts.status, "voided")))
    .where(eq(offers.id, offerId));
  if (found === undefined) throw notFound("offer");
  if (found.status !== "accepted") throw conflict("offer_not_accepted", "Only an accepted offer becomes a contract.");
  return found;
}
