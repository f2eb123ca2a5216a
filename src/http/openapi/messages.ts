// Routes of what waits to be done or sent, and of what went wrong with it.
import * as z from "zod";
import { NOTIFICATION_STATUSES, OUTBOX_STATUSES } from "../../db/tables/outbox.ts";
import { input as sentInput } from "../../services/notify/list-sent.ts";
import { input as outboxInput } from "../../services/operations/list-outbox.ts";
import { replayInput } from "../../services/operations/replay-dead.ts";
import { retryInput } from "../../services/operations/settle-dead-message.ts";
import type { Operation, OperationGroup } from "./operation.ts";
import { count, moment, pageOf } from "./parts.ts";

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

export const messagesGroup: OperationGroup = {
  tag: "Messages",
  says: "What waits to be done, what is dead and why, and what was sent to people.",
  operations: [
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
  ],
};
