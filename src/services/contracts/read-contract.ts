// One contract as its parties and operators may see it; for everyone else it does not exist.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, clientReach, contractEnvelopes, reviews, signatures } from "../../db/schema.ts";
import type { EnvelopeStanding, SigningMethod } from "../../domain/contracts/e-sign.ts";
import { reviewEditableUntil } from "../../domain/reviews/review-window.ts";
import { seesContact } from "../../domain/talk/sides.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { howView, reachOf } from "../reach/reach-view.ts";
import { type ContractRecord, contractRecord, type Party, partyOf } from "./contract-record.ts";

const input = z.object({ contractId: z.string().min(1) });

/**
 * Times are ISO 8601, money is in cents of a real. `my_party` is null for an operator, whose reading is audited.
 * A name is null until its party has signed. How to reach each other is for the two parties alone, while they have to do with
 * each other; whoever gave the case back does not read how its story went on. Throws `not_found`.
 */
export async function readContract(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input>) {
  const { contractId } = parseInput(input, raw);
  const { record, party } = await visibleContract(ctx, actor, contractId, "contract.read");
  const [signed, [review], [reach], [envelope]] = await ctx.db.batch([
    ctx.db.select().from(signatures).where(eq(signatures.contractId, contractId)),
    ctx.db.select().from(reviews).where(eq(reviews.contractId, contractId)),
    ctx.db.select().from(clientReach).where(eq(clientReach.userId, record.contract.clientId)),
    ctx.db
      .select({ standing: contractEnvelopes.standing })
      .from(contractEnvelopes)
      .where(eq(contractEnvelopes.contractId, contractId)),
  ]);
  const signatureOf = (who: Party) => signed.find((signature) => signature.party === who);
  const { contract, professional, blocked } = record;
  const isVoided = contract.status === "voided";
  const facts = { ...record.case, held: !isVoided, blocked };
  const mayReach = !isVoided && (party === "client" || (party === "professional" && seesContact(facts, ctx.now())));
  return {
    id: contract.id,
    case_id: contract.caseId,
    status: contract.status,
    /** Where it is signed: here, or at DocuSign. */
    method: contract.method,
    /** What whoever wants to sign finds now; null where there is nothing to sign. */
    signing: contract.status === "sent" ? signingOf(contract.method, envelope?.standing) : null,
    template: contract.template,
    locale: contract.locale,
    sha256: contract.sha256,
    created_at: contract.createdAt.toISOString(),
    signed_at: iso(contract.signedAt),
    closed_at: iso(contract.closedAt),
    parties: {
      client: {
        name: signatureOf("client")?.name ?? null,
        /** Phone or e-mail that the client left, or null. */
        contact: mayReach ? contract.clientContact : null,
        /** By what and when it is safe; null where the client has not said, and for operators. */
        how: mayReach && reach !== undefined ? howView(reachOf(reach)) : null,
        signed_at: iso(signatureOf("client")?.signedAt),
      },
      professional: {
        name: professional.name,
        oab: `OAB/${professional.licenceUf} ${professional.licenceNumber}`,
        email: mayReach && !blocked ? professional.email : null,
        signed_at: iso(signatureOf("professional")?.signedAt),
      },
    },
    my_party: party,
    summary: isVoided && party === "professional" ? null : record.case.summary,
    area: record.case.area,
    subarea: record.case.subarea,
    fee_cents: contract.feeCents,
    zone: record.case.zone,
    review:
      review === undefined
        ? null
        : {
            rating: review.rating,
            outcome: review.outcome,
            comment: review.comment,
            revision: review.revision,
            created_at: review.createdAt.toISOString(),
            updated_at: review.updatedAt.toISOString(),
          },
    /** Null until there is a review. */
    review_editable_until: review === undefined ? null : reviewEditableUntil(review.createdAt).toISOString(),
  };
}

/** `moved`, `declined`: it is signed here now, since DocuSign failed or a party said no there. */
function signingOf(
  method: SigningMethod,
  standing: EnvelopeStanding | undefined,
): "here" | "moved" | "declined" | "docusign" | "preparing" {
  if (method === "docusign") return standing === "sent" ? "docusign" : "preparing";
  if (standing === undefined) return "here";
  return standing === "declined" ? "declined" : "moved";
}

export type ContractView = Awaited<ReturnType<typeof readContract>>;

/**
 * The record for a party (`party`) or an operator (`party` null), whose `action` is written to the audit before anything
 * is shown. Throws `not_found`.
 */
export async function visibleContract(
  ctx: ServiceContext,
  actor: Actor,
  contractId: string,
  action: string,
): Promise<{ record: ContractRecord; party: Party | null }> {
  const record = await contractRecord(ctx.db, contractId);
  const party = partyOf(record, actor);
  if (party !== null) return { record, party };
  if (actor.kind !== "person" || actor.role !== "operator") throw notFound("contract");
  await ctx.db.insert(audit).values(auditRow(actorName(actor), action, contractId, ctx.now()));
  return { record, party };
}

function iso(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
