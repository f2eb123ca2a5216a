// Routes of verifying, and of an operator's record of a professional.
import * as z from "zod";
import { LICENCE_STATUSES, PROFESSIONAL_STATUSES } from "../../db/tables/professionals.ts";
import { REVIEW_KINDS, REVIEW_STATUSES } from "../../db/tables/verification.ts";
import { REFUSAL_REASONS, REGISTRY_FINDINGS, SUSPENSION_REASONS } from "../../domain/registration/registry.ts";
import { approveInput, askInput, refuseInput } from "../../services/verification/decide-review.ts";
import { input as listInput, searchInput } from "../../services/verification/list-professionals.ts";
import { input as queueInput } from "../../services/verification/list-reviews.ts";
import { priorityInput } from "../../services/verification/set-priority.ts";
import { suspendInput } from "../../services/verification/suspend.ts";
import { PAPER, paper, words } from "./join.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";

const said = z.object({
  name: z.string(),
  licence: z.string(),
  other_licences: z.array(z.string()),
  qualifications: z.array(z.string()),
});

const reviewItem = z
  .object({
    id: id("vrf"),
    kind: z.enum(REVIEW_KINDS),
    status: z.enum(REVIEW_STATUSES),
    vertical: z.string(),
    professional_id: id("pro"),
    name: z.string(),
    licence: z.string(),
    registry: z.enum(REGISTRY_FINDINGS).nullable(),
    duplicates: count,
    created_at: moment,
    updated_at: moment,
    decided_at: moment.nullable(),
  })
  .meta({ id: "VerificationItem" });

const review = reviewItem
  .omit({ professional_id: true, name: true, licence: true, duplicates: true })
  .extend({
    refusal_reasons: z.array(z.enum(REFUSAL_REASONS)),
    refusal_words: z.string().nullable(),
    claims: said,
    before: said.nullable(),
    words: z.array(words),
    registry: z.object({ finding: z.enum(REGISTRY_FINDINGS), name: z.string().nullable(), at: moment }).nullable(),
    checks: z.array(z.string()),
    register_url: z.url(),
    looks_up: z.boolean(),
    professional: z.object({
      id: id("pro"),
      email: z.email(),
      uf: z.string(),
      municipality: z.string(),
      areas: z.array(z.string()),
      subareas: z.array(z.string()),
      profile: z.string(),
      years_of_practice: count,
      languages: z.array(z.string()),
      fee_cents: count,
      practice: z.string(),
      capacity_monthly: count,
      status: z.enum(PROFESSIONAL_STATUSES),
      licence_status: z.enum(LICENCE_STATUSES),
    }),
    papers: z.array(paper),
    duplicates: z
      .array(
        z.object({
          id: id("pro"),
          name: z.string(),
          status: z.enum(PROFESSIONAL_STATUSES),
          licence_status: z.enum(LICENCE_STATUSES),
        }),
      )
      .meta({ description: "Others with the same number." }),
    earlier: z
      .array(
        z.object({
          id: id("vrf"),
          professional_id: id("pro"),
          name: z.string(),
          reasons: z.array(z.enum(REFUSAL_REASONS)),
          words: z.string().nullable(),
          decided_at: moment.nullable(),
        }),
      )
      .meta({ description: "What was refused before, of this person or this number." }),
  })
  .meta({ id: "Verification" });

const decided = z.object({
  id: id("vrf"),
  professional_id: id("pro"),
  status: z.enum(REVIEW_STATUSES),
  updated_at: moment,
});

const professionalItem = z
  .object({
    id: id("pro"),
    name: z.string(),
    vertical: z.string(),
    licence: z.string(),
    status: z.enum(PROFESSIONAL_STATUSES),
    licence_status: z.enum(LICENCE_STATUSES),
    uf: z.string(),
    municipality: z.string(),
    areas: z.array(z.string()),
    fictitious: z.boolean(),
    created_at: moment,
  })
  .meta({ id: "ProfessionalItem" });

const record = professionalItem
  .extend({
    email: z.email(),
    other_licences: z.array(z.string()),
    qualifications: z.array(z.string()),
    opted_out: z.boolean(),
    on_leave: z.boolean(),
    leave_from: moment.nullable(),
    leave_until: moment.nullable(),
    years_of_practice: count,
    capacity_monthly: count,
    cases_30d: count,
    priority: z.int(),
    joined_at: moment,
    reviews: z.array(
      z.object({
        id: id("vrf"),
        kind: z.enum(REVIEW_KINDS),
        status: z.enum(REVIEW_STATUSES),
        created_at: moment,
        decided_at: moment.nullable(),
      }),
    ),
    suspensions: z.array(
      z.object({
        id: id("sus"),
        reason: z.enum(SUSPENSION_REASONS),
        words: z.string().nullable(),
        since: moment,
        until: moment.nullable(),
        lifted_at: moment.nullable(),
      }),
    ),
    story: z.array(z.object({ action: z.string(), at: moment, detail: z.record(z.string(), z.unknown()) })),
  })
  .meta({ id: "ProfessionalRecord" });

const operator = { who: ["operator"] } as const;
const SEEN = { seen: "2026-11-20T17:05:09.000Z" };
const DECIDED = ["decided_already", "review_changed"] as const;

export const verificationGroup: OperationGroup = {
  tag: "Verification",
  says: "Who waits to be verified, and what an operator may set of a professional. Each reading is audited.",
  operations: [
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/verifications",
      id: "listVerifications",
      summary: "Registrations to check, who waits longest first",
      query: queueInput,
      answers: { 200: { json: pageOf(reviewItem) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/verifications/{id}",
      id: "readVerification",
      summary: "One with all its evidence",
      answers: { 200: { json: review } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/verifications/papers/{paper_id}/content",
      id: "openApplicantPaper",
      summary: "The bytes of an applicant's document",
      answers: { 200: { raw: PAPER } },
      errors: ["files_away"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/verifications/{id}/approve",
      id: "approveVerification",
      summary: "Confirm a registration after comparing it with the register",
      body: approveInput.omit({ id: true }),
      bodyExample: { ...SEEN, checks: ["name", "number", "situation"] },
      answers: { 200: { json: decided } },
      errors: [...DECIDED, "number_taken"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/verifications/{id}/ask",
      id: "askApplicant",
      summary: "Ask the applicant; the review waits for the answer",
      body: askInput.omit({ id: true }),
      bodyExample: { ...SEEN, question: "Could you send the back of the card?" },
      answers: { 200: { json: decided } },
      errors: DECIDED,
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/verifications/{id}/refuse",
      id: "refuseVerification",
      summary: "Refuse with reasons; the applicant may try again",
      body: z.object(refuseInput.shape).omit({ id: true }),
      bodyExample: { ...SEEN, reasons: ["name_differs"] },
      answers: { 200: { json: decided } },
      errors: DECIDED,
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/verifications/{id}/look",
      id: "lookUpRegistration",
      summary: "Ask the register again; evidence, no decision",
      answers: { 200: { json: z.object({ finding: z.enum(REGISTRY_FINDINGS) }) } },
      errors: ["no_registry", "decided_already"],
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/professionals",
      id: "listProfessionals",
      summary: "Professionals, newest first",
      query: listInput,
      answers: { 200: { json: pageOf(professionalItem) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/professionals/search",
      id: "searchProfessionals",
      summary: "By part of a name, e-mail or number; posted, since it is personal",
      body: searchInput,
      bodyExample: { q: "999.123" },
      answers: { 200: { json: pageOf(professionalItem) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/professionals/{id}",
      id: "readProfessionalRecord",
      summary: "One professional's record",
      answers: { 200: { json: record } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/professionals/{id}/suspend",
      id: "suspendProfessional",
      summary: "Out of the next match and of acceptance, until a day or until it is lifted",
      body: suspendInput.omit({ id: true }),
      bodyExample: { reason: "complaint", until: "2026-12-20" },
      answers: { 200: { json: z.object({ professional_id: id("pro"), until: moment.nullable() }) } },
      errors: ["suspended_already", "day_over"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/professionals/{id}/lift",
      id: "liftSuspension",
      summary: "End the suspension",
      answers: { 200: { json: z.object({ professional_id: id("pro") }) } },
      errors: ["not_suspended"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/professionals/{id}/leave",
      id: "setLeave",
      summary: "Set or end a leave for somebody who called",
      body: z.object({ leave_from: z.iso.date().nullable(), leave_until: z.iso.date().nullish() }),
      bodyExample: { leave_from: "2026-12-20", leave_until: "2027-01-06" },
      answers: { 200: { json: record } },
      errors: ["changed_meanwhile"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/professionals/{id}/priority",
      id: "setPriority",
      summary: "Who goes first where two are equally due; never bought",
      body: priorityInput.omit({ id: true }),
      bodyExample: { priority: 1, reason: "missed_turn" },
      answers: { 200: { json: z.object({ professional_id: id("pro"), priority: z.int() }) } },
    },
  ],
};
