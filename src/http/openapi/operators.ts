// Routes of the operators' console; for everybody else none of them exists.
import * as z from "zod";
import { CASE_STATUSES } from "../../domain/case-state.ts";
import { CHANGE_KINDS } from "../../domain/course.ts";
import { giveBackInput, sayInput } from "../../services/operations/hold-conversation.ts";
import { input as casesInput } from "../../services/operations/list-cases.ts";
import { input as offersInput } from "../../services/operations/list-offers.ts";
import { EVENT_STREAM, operatorEvent } from "./events.ts";
import { figureOperations } from "./figures.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, locale, moment, pageOf, share } from "./parts.ts";
import {
  area,
  caseStatus,
  complexity,
  contractStatus,
  controlledBy,
  conversationStatus,
  deadline,
  loggedEvent,
  offerStatus,
  understanding,
} from "./shapes.ts";

const caseItem = z
  .object({
    id: id("cas"),
    status: caseStatus,
    controlled_by: controlledBy,
    area: area.nullable(),
    subarea: z.string().nullable(),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    urgency_hours: z.number().nullable(),
    complexity: complexity.nullable(),
    confidence: share.nullable(),
    flags: z.array(z.string()),
    locale,
    wave: count,
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: "CaseItem" });

const usage = z.object({
  provider: z.string(),
  model: z.string(),
  role: z.string(),
  calls: count,
  answered: count,
  input_tokens: count,
  cached_input_tokens: count,
  output_tokens: count,
  ms: count,
});

const change = z
  .object({
    kind: z.enum(CHANGE_KINDS),
    by: z.enum(["client", "professional", "operator", "system"]),
    professional_id: id("pro").nullable(),
    reason: z.string().nullable(),
    words: z.string(),
    at: moment,
  })
  .meta({ id: "CaseChange" });

const operatorCase = caseItem
  .omit({ updated_at: true })
  .extend({
    conversation_id: id("cnv"),
    mode: z.string(),
    close_reason: z.string().nullable(),
    joined_into: z.string().nullable(),
    waits_until: moment.nullable(),
    likenesses: z
      .array(z.object({ case_id: id("cas"), answer: z.enum(["same", "different"]).nullable() }))
      .meta({ description: "Cases of the same client that are like this one, with what the client said to it." }),
    changes: z.array(change).meta({ description: "How the case changed its course, newest first." }),
    deadlines: z.array(deadline),
    languages: z.array(z.string()),
    summary: z.string().nullable(),
    adverse_parties: z.array(z.string()),
    preset: z.string().nullable(),
    client_email: z.string().nullable(),
    contract_id: id("ctr").nullable(),
    contract_status: contractStatus.nullable(),
    triaged_at: moment.nullable(),
    closed_at: moment.nullable(),
    model_usage: z.array(usage),
    history: z.array(z.object({ id: z.string(), by: z.string(), action: z.string(), at: moment })),
  })
  .meta({ id: "OperatorCase" });

const overview = z.object({
  at: moment,
  cases: z.object(Object.fromEntries(CASE_STATUSES.map((status) => [status, count]))),
  conversations: z.object({
    waiting: count,
    taken: count,
    oldest_waiting: moment.nullable(),
    open: count,
    last_24_hours: z.object({
      started: count,
      completed: count,
      handed_off: count,
      forgotten: count,
      median_minutes_to_triage: z.number().nullable(),
    }),
  }),
  offers: z.object({ open: count, ending_within_hour: count }),
  contracts: z.object({ pending: count }),
  conflicts: z.object({ open: count }),
  reports: z.object({ open: count }),
  verifications: z.object({ open: count }),
  outbox: z.object({
    pending: count,
    held_up: count.meta({ description: "Of these, what waits for a vendor that does not answer." }),
    dead: count,
  }),
});

const offerItem = z.object({
  id: id("off"),
  case_id: id("cas"),
  professional_id: id("pro"),
  professional: z.string(),
  area: area.nullable(),
  uf: z.string().nullable(),
  wave: count,
  rank: count,
  status: offerStatus,
  decline_reason: z.string().nullable(),
  created_at: moment,
  seen_at: moment.nullable(),
  answered_at: moment.nullable(),
  expires_at: moment,
});

const operator = { who: ["operator"] } as const;

export const operatorsGroup: OperationGroup = {
  tag: "Operators",
  says: "The console. What an operator reads of a person is written to the audit.",
  operations: [
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/overview",
      id: "readOverview",
      summary: "How many of what stands where",
      answers: { 200: { json: overview } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/stream",
      id: "streamOperators",
      summary: "Live news for the console",
      resumes: true,
      answers: { 200: { raw: { types: [EVENT_STREAM], says: "Server-sent events.", schema: operatorEvent } } },
      errors: ["too_many_streams", "too_many_readers", "conversation_unreachable"],
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/cases",
      id: "listCases",
      summary: "Cases, newest first",
      query: casesInput,
      answers: { 200: { json: pageOf(caseItem) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/cases/{case_id}",
      id: "readCaseAsOperator",
      summary: "A case with all that an operator decides on",
      answers: { 200: { json: operatorCase } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/cases/{case_id}/search-again",
      id: "searchAgain",
      summary: "Search again for a case that nobody took",
      answers: { 200: { json: z.object({ id: id("cas"), status: caseStatus }) } },
      errors: ["not_unmatched"],
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/conversations/{case_id}",
      id: "readConversationAsOperator",
      summary: "What was said",
      query: z.object({ after: z.coerce.number().int().min(0).optional() }),
      answers: {
        200: {
          json: z.object({
            case_id: id("cas"),
            status: conversationStatus,
            controlled_by: controlledBy,
            understanding,
            events: z.array(loggedEvent),
            last_seq: count,
          }),
        },
      },
      errors: ["conversation_forgotten"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/conversations/{case_id}/take-over",
      id: "takeOver",
      summary: "Take the conversation over from the agent",
      answers: {
        200: { json: z.object({ case_id: id("cas"), status: conversationStatus, controlled_by: controlledBy }) },
      },
      errors: ["already_taken", "person_stopped"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/conversations/{case_id}/say",
      id: "sayAsOperator",
      summary: "Write to the client",
      body: sayInput.omit({ caseId: true }),
      bodyExample: { text: "Boa tarde, aqui é a Olga.", client_message_id: "op-1" },
      answers: { 200: { json: z.object({ seq: count }), example: { seq: 12 } } },
      errors: ["not_in_control"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/conversations/{case_id}/give-back",
      id: "giveBack",
      summary: "Give the conversation back to the agent",
      notes: "`note` is for the interview and is not shown to the client.",
      body: giveBackInput.omit({ caseId: true, key: true }),
      bodyOptional: true,
      answers: { 200: { json: z.object({ case_id: id("cas"), status: conversationStatus, message: z.string() }) } },
      errors: ["not_in_control"],
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/offers",
      id: "listAllOffers",
      summary: "Everybody's offers, newest first",
      query: offersInput,
      answers: { 200: { json: pageOf(offerItem) } },
    },
    ...figureOperations,
  ],
};
