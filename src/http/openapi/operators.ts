// Routes of the operators' console; for everybody else none of them exists.
import * as z from "zod";
import { NOTIFICATION_STATUSES, OUTBOX_STATUSES } from "../../db/tables/outbox.ts";
import { CASE_STATUSES } from "../../domain/case-state.ts";
import { CHANGE_KINDS } from "../../domain/course.ts";
import { input as sentInput } from "../../services/notify/list-sent.ts";
import { giveBackInput, sayInput } from "../../services/operations/hold-conversation.ts";
import { input as casesInput } from "../../services/operations/list-cases.ts";
import { input as equityInput } from "../../services/operations/list-equity.ts";
import { input as offersInput } from "../../services/operations/list-offers.ts";
import { input as outboxInput } from "../../services/operations/list-outbox.ts";
import { input as reportInput } from "../../services/operations/read-report.ts";
import { replayInput } from "../../services/operations/replay-dead.ts";
import { retryInput } from "../../services/operations/settle-dead-message.ts";
import { EVENT_STREAM, operatorEvent } from "./events.ts";
import type { Operation, OperationGroup } from "./operation.ts";
import { count, day, id, locale, moment, pageOf, share } from "./parts.ts";
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
  outbox: z.object({ pending: count, dead: count }),
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

const outboxItem = z.object({
  id: z.string(),
  lane: z.string(),
  name: z.string(),
  status: z.enum(OUTBOX_STATUSES),
  attempts: count,
  last_error: z.string().nullable(),
  body: z.record(z.string(), z.unknown()).meta({ description: "Without what people wrote." }),
  available_at: moment,
  done_at: moment.nullable(),
  created_at: moment,
});

const queues = z.object({
  lanes: z.array(
    z.object({
      lane: z.enum(["high", "low"]),
      depth: count,
      scheduled: count,
      failing: count,
      oldest_seconds: z.number().nullable().meta({ description: "Since it was due." }),
      done_per_minute: z.number().meta({ description: "Of the last five minutes." }),
    }),
  ),
  groups: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["pending", "dead"]),
      error: z.string().nullable(),
      count,
      since: moment,
    }),
  ),
});

const messageState = z.object({
  id: z.string(),
  lane: z.enum(["high", "low"]),
  name: z.string(),
  version: count,
  status: z.enum(OUTBOX_STATUSES),
  attempts: count,
  last_error: z.string().nullable(),
  body: z.record(z.string(), z.unknown()).meta({ description: "Without what people wrote." }),
  editable: z.array(z.string()),
  trace_id: z.string(),
  created_at: moment,
  available_at: moment,
  acts: z.array(z.object({ action: z.string(), at: moment, error: z.string() })),
});

const replayed = z.object({
  found: count,
  replayed: count,
  until: moment.meta({ description: "Name it in the call that sends: nothing is sent that was not counted." }),
  dry_run: z.boolean(),
});

const sent = z.object({
  id: z.string(),
  to: z.string(),
  channel: z.string(),
  kind: z.string(),
  subject: z.string(),
  text: z.string().meta({ description: "Bullets in place of a sign-in code." }),
  status: z.enum(NOTIFICATION_STATUSES),
  vendor: z.string().nullable().meta({ description: "Who carries it, or was asked to." }),
  reason: z.string().nullable().meta({ description: "A code for why it failed, or why nobody knows." }),
  tries: count,
  sent_at: moment.nullable(),
  delivered_at: moment.nullable(),
  opened_at: moment.nullable(),
  failed_at: moment.nullable(),
  available_at: moment.nullable().meta({ description: "Not sent before; null: at once." }),
  created_at: moment,
});

const equity = pageOf(
  z.object({
    id: id("pro"),
    name: z.string(),
    uf: z.string(),
    municipality: z.string(),
    areas: z.array(z.string()),
    capacity_monthly: count,
    cases_30d: count,
    pending_offers: count,
    load: z.number().nullable(),
    last_offered_at: moment.nullable(),
    on_leave: z.boolean(),
    directory_30d: z.object({ first: count, contacted: count }),
  }),
).extend({
  directory_30d: z.object({ looks: count, first: count, contacts: count, contacted: count }),
  gini: share,
  professionals: count,
  at_capacity: count,
  load_total: z.number(),
  capacity_total: z.number(),
  offers_30d: count,
  offered_to_30d: count,
  refreshed_at: moment.nullable(),
  bars: z.array(z.object({ up_to: share, count })),
});

const minutes = z.number().nullable();
const report = z.object({
  from: day,
  to: day,
  cases: z.object({
    opened: count,
    triaged: count,
    not_legal: count,
    called_person: count,
    accepted: count,
    signed: count,
    done: count,
    cancelled: count,
    silent: count,
    unmatched: count,
    minutes_to_triage: minutes,
    minutes_to_acceptance: minutes,
    minutes_to_signature: minutes,
  }),
  offers: z.object({ sent: count, accepted: count, declined: count, expired: count, withdrawn: count }),
  professionals: z.object({ joined: count, active: count }),
  reviews: z.object({ count, mean_rating: z.number().nullable() }),
  areas: z.array(
    z.object({
      area: z.string(),
      opened: count,
      accepted: count,
      unmatched: count,
      minutes_to_acceptance: minutes,
    }),
  ),
});

const jobs = pageOf(
  z.object({
    job: z.string(),
    outcome: z.string(),
    started_at: moment,
    finished_at: moment.nullable(),
    detail: z.string().nullable(),
  }),
);

const operator = { who: ["operator"] } as const;

const settle = (verb: "retry" | "discard", summary: string): Operation => ({
  ...operator,
  method: "post",
  path: `/api/v2/operator/outbox/{message_id}/${verb}`,
  id: `${verb}Message`,
  summary,
  answers: { 200: { json: z.object({ id: z.string(), status: z.string() }) } },
  errors: ["not_dead"],
});

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
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/outbox",
      id: "listOutbox",
      summary: "What is still to be done, done, or dead",
      query: outboxInput,
      answers: { 200: { json: pageOf(outboxItem) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/queues",
      id: "readQueues",
      summary: "How much waits in each lane, for how long, how fast it goes, and what is dead for which reason",
      answers: { 200: { json: queues } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/outbox/{message_id}",
      id: "readOutboxMessage",
      summary: "One message: what it is about, what went wrong, what may be changed in it",
      answers: { 200: { json: messageState } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/outbox/replay",
      id: "replayDeadMessages",
      summary: "Count dead messages by name and reason, or send them again, at most 500 a call",
      body: replayInput,
      bodyExample: { name: "contract.open", dry_run: true },
      answers: { 200: { json: replayed } },
    },
    {
      ...settle("retry", "Send a dead message again, changed where its fields are shown"),
      body: retryInput,
      bodyOptional: true,
      bodyExample: { changes: { offerId: "off_01k9zq0000e5h3s1v7b2c4d6f8" } },
      errors: ["not_dead", "message_unreadable"],
    },
    settle("discard", "Let a dead message go"),
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/mail",
      id: "listMail",
      summary: "What went out, or would have gone out",
      query: sentInput,
      answers: { 200: { json: pageOf(sent) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/equity",
      id: "readEquity",
      summary: "Who carries how much, and how evenly",
      query: equityInput,
      answers: { 200: { json: equity } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/report",
      id: "readReport",
      summary: "What became of the cases of a span of days",
      query: reportInput,
      answers: { 200: { json: report } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/jobs",
      id: "listJobs",
      summary: "The last runs of each job",
      answers: { 200: { json: jobs } },
    },
  ],
};
