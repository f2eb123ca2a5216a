// Shapes that several groups of routes answer with: what was understood, deadlines, a case, an offer, a contract.
import * as z from "zod";
import { CONTRACT_STATUSES, REVIEW_OUTCOMES } from "../../db/tables/contracts.ts";
import { OFFER_STATUSES } from "../../db/tables/offers.ts";
import { CASE_MODES } from "../../domain/case-mode.ts";
import { CASE_STATUSES, CLOSE_REASONS } from "../../domain/case-state.ts";
import { SIGNING_METHODS } from "../../domain/contracts/e-sign.ts";
import { AREAS } from "../../domain/legal/areas.ts";
import { cents, count, day, id, locale, moment, share, text, zone } from "./parts.ts";
import { how } from "./reach.ts";

export const area = z.enum(AREAS).meta({ id: "Area", description: "`nenhuma`: no legal problem." });
export const complexity = z.enum(["low", "medium", "high"]);
export const caseStatus = z.enum(CASE_STATUSES).meta({ id: "CaseStatus" });
export const contractStatus = z.enum(CONTRACT_STATUSES).meta({ id: "ContractStatus" });
export const offerStatus = z.enum(OFFER_STATUSES).meta({ id: "OfferStatus" });
export const conversationStatus = z
  .enum(["interviewing", "completed", "handed_off", "stopped"])
  .meta({ id: "ConversationStatus" });
export const controlledBy = z.enum(["agent", "human"]);
const flag = z.string().meta({ description: "E.g. `violence`, `custody`, `detention`, `deadline_danger`." });

/** As it is stored with the case; the client's own words behind it are his alone. */
export const deadline = z
  .object({
    kind: z.string().meta({ examples: ["labour_two_years"] }),
    date: day,
    label: text,
    source: z.string().meta({ description: "The statute that sets the limit." }),
    quote: z.string().optional().meta({ description: "The words it was read from; for the client alone." }),
    hoursLeft: z.number().optional(),
    passed: z.boolean(),
  })
  .meta({ id: "Deadline" });

export const understanding = z
  .object({
    area: area.nullable(),
    subarea: z.string().nullable(),
    areaCandidates: z.array(z.object({ area, share })),
    urgencyHours: z.number().meta({ description: "Hours within which somebody should act, 2 to 720." }),
    complexity,
    confidence: share,
    deadlines: z.array(deadline),
    dates: z.array(z.object({ date: day, quote: z.string() })),
    flags: z.array(flag),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    adverseParties: z.array(z.string()),
    remoteOk: z.boolean(),
    languages: z.array(z.string()),
    summary: z.string(),
    progress: share,
    corrected: z.array(z.string()),
  })
  .meta({ id: "Understanding", description: "What Vez has understood so far." });

export const safety = z
  .object({ title: z.string(), lines: z.array(z.object({ text: z.string(), phone: z.string().optional() })) })
  .meta({ id: "SafetyBox", description: "What to do now, to be shown before anything else." });

export const question = z.object({
  id: z.string().nullable(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});

export const loggedEvent = z
  .object({ seq: z.int().min(1), at: z.int(), type: z.string(), data: z.record(z.string(), z.unknown()) })
  .meta({
    id: "LoggedEvent",
    description: "An event as the stream sends it: `seq` is its `id`, `type` its `event`; `at` is in milliseconds.",
  });

export const turn = z
  .object({
    turn_id: id("trn"),
    message_id: z.string(),
    message: z.string().meta({ description: "Vez's words; empty while a person of the team holds the conversation." }),
    status: conversationStatus,
    complexity,
    confidence: share,
    seq: count,
  })
  .meta({ id: "Turn" });

export const caseView = z
  .object({
    id: id("cas"),
    vertical: z.string(),
    status: caseStatus,
    locale,
    area: area.nullable(),
    subarea: z.string().nullable(),
    cnj_codes: z.array(z.int()).meta({ description: "Subjects of the CNJ table (TPU)." }),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    urgency_hours: z.number().nullable(),
    complexity: complexity.nullable(),
    confidence: share.nullable(),
    deadlines: z.array(deadline),
    flags: z.array(flag),
    summary: z.string().nullable(),
    wave: count,
    created_at: moment,
    mode: z.enum(CASE_MODES),
    close_reason: z.enum(CLOSE_REASONS).nullable().meta({ description: "Of a closed case." }),
    joined_into: id("cas").nullable().meta({ description: "The case in which it goes on." }),
    offer_id: id("off").nullable().meta({ description: "The acceptance that stands." }),
    contract_id: id("ctr").nullable(),
    contract_status: contractStatus.nullable(),
    professional: z.string().nullable(),
    public_help: z
      .array(z.object({ id: z.string(), name: text, what: text, site: z.url() }))
      .meta({ description: "Where nobody could take the case: who helps for free." }),
    professional_email: z.string().nullable(),
  })
  .meta({ id: "Case" });

export const offer = z
  .object({
    id: id("off"),
    case_id: id("cas"),
    status: offerStatus,
    wave: count,
    expires_at: moment,
    created_at: moment,
    seen_at: moment.nullable(),
    answered_at: moment.nullable(),
    decline_reason: z.string().nullable(),
    area: area.nullable(),
    subarea: z.string().nullable(),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    urgency_hours: z.number().nullable(),
    complexity: complexity.nullable(),
    deadlines: z.array(deadline),
    languages: z.array(z.string()),
    summary: z.string(),
    budget_cents: cents.nullable(),
    fee_cents: cents,
    chosen_by_client: z.boolean(),
    note: z.string().nullable(),
  })
  .meta({ id: "Offer", description: "The case without its client." });

const review = z.object({
  rating: z.int().min(1).max(5),
  outcome: z.enum(REVIEW_OUTCOMES),
  comment: z.string(),
  revision: count,
  created_at: moment,
});

export const contract = z
  .object({
    id: id("ctr"),
    case_id: id("cas"),
    status: contractStatus,
    method: z.enum(SIGNING_METHODS),
    signing: z
      .enum(["here", "moved", "declined", "docusign", "preparing"])
      .nullable()
      .meta({ description: "What whoever wants to sign finds now; null where there is nothing to sign." }),
    template: z.string(),
    locale,
    sha256: z.string(),
    created_at: moment,
    signed_at: moment.nullable(),
    closed_at: moment.nullable(),
    parties: z.object({
      client: z.object({
        name: z.string().nullable(),
        contact: z.string().nullable(),
        how: how.nullable(),
        signed_at: moment.nullable(),
      }),
      professional: z.object({
        name: z.string(),
        oab: z.string(),
        email: z.string().nullable(),
        signed_at: moment.nullable(),
      }),
    }),
    my_party: z.enum(["client", "professional"]).nullable(),
    summary: z.string().nullable(),
    area: area.nullable(),
    subarea: z.string().nullable(),
    fee_cents: cents,
    zone,
    review: review.extend({ updated_at: moment }).nullable(),
    review_editable_until: moment.nullable(),
  })
  .meta({ id: "Contract" });

export const reviewed = review.extend({ id: id("rev"), contract_id: id("ctr"), editable_until: moment });
