// Routes of what client and professional say to each other, and of the one question before.
import * as z from "zod";
import { REPORT_REASONS, REPORT_STATUSES } from "../../domain/talk/report-reasons.ts";
import { SENDERS, SIDES } from "../../domain/talk/sides.ts";
import { answerInput } from "../../services/talk/answer-question.ts";
import { questionInput } from "../../services/talk/ask-question.ts";
import { decideReportInput } from "../../services/talk/decide-report.ts";
import { listMessagesInput } from "../../services/talk/list-messages.ts";
import { listReportsInput } from "../../services/talk/list-reports.ts";
import { muteInput } from "../../services/talk/mute-talk.ts";
import { sittingInput, talkReasonInput } from "../../services/talk/read-as-operator.ts";
import { readInput } from "../../services/talk/read-up-to.ts";
import { reportInput } from "../../services/talk/report-other.ts";
import { sendMessageInput } from "../../services/talk/send-message.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";
import { caseStatus } from "./shapes.ts";

const message = z
  .object({
    id: z.string(),
    from: z.enum(SENDERS),
    text: z.string(),
    client_message_id: z.string(),
    file: z
      .object({
        id: id("fil"),
        name: z.string().nullable().meta({ description: "Null: it was taken back." }),
        type: z.string().nullable(),
        bytes: count.nullable(),
      })
      .nullable(),
    at: moment,
    read_at: moment.nullable(),
  })
  .meta({ id: "TalkMessage" });

const question = z
  .object({
    id: z.string(),
    offer_id: id("off"),
    text: z.string(),
    answer: z.string().nullable(),
    asked_at: moment,
    answered_at: moment.nullable(),
  })
  .meta({ id: "OfferQuestion", description: "Kept without names, numbers and addresses." });

const talk = z
  .object({
    case_id: id("cas"),
    until: moment.meta({ description: "Until then it can be read again without another reason." }),
    talks: z.array(
      z.object({
        offer_id: id("off"),
        professional: z.string(),
        items: z.array(message),
        next: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "OperatorTalk" });

const report = z.object({
  id: z.string(),
  case_id: id("cas"),
  case_status: caseStatus,
  by: z.enum(SIDES),
  professional: z.object({ id: id("pro"), name: z.string() }),
  reason: z.enum(REPORT_REASONS),
  words: z.string(),
  status: z.enum(REPORT_STATUSES),
  decided_at: moment.nullable(),
  created_at: moment,
});

const CLOSED = ["talk_not_open", "talk_closed"];

export const talkGroup: OperationGroup = {
  tag: "Talk",
  says: "After an acceptance client and professional write to each other; before it a professional may ask one question.",
  operations: [
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/messages",
      id: "listTalk",
      summary: "What was written, newest first",
      who: ["party"],
      query: listMessagesInput,
      answers: { 200: { json: pageOf(message).extend({ state: z.enum(["none", "open", "read_only", "blocked"]) }) } },
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/messages",
      id: "sendTalk",
      summary: "Write to the other side",
      notes: "The same `client_message_id` is one message.",
      who: ["party"],
      body: sendMessageInput,
      bodyExample: { text: "Posso na terça às 10h.", client_message_id: "t-1" },
      answers: { 201: { json: message } },
      errors: CLOSED,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/messages/read",
      id: "readTalk",
      summary: "Mark as read, up to a message",
      who: ["party"],
      body: readInput,
      answers: { 200: { json: z.object({ up_to: z.string(), read: count }) } },
      errors: CLOSED,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/mute",
      id: "muteTalk",
      summary: "No notices of this talk",
      who: ["party"],
      body: muteInput,
      bodyExample: { hours: 8 },
      answers: {
        200: { json: z.object({ muted_until: z.string().meta({ description: "`always`, or a moment." }) }) },
      },
      errors: CLOSED,
    },
    {
      method: "delete",
      path: "/api/v2/cases/{case_id}/mute",
      id: "unmuteTalk",
      summary: "Notices again",
      who: ["party"],
      answers: { 200: { json: z.object({ muted_until: z.null() }), example: { muted_until: null } } },
      errors: CLOSED,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/report",
      id: "reportOther",
      summary: "Tell the team about the other side",
      notes: "The other side hears nothing of it. `offer_id` names a former acceptance, once the two have parted.",
      who: ["party"],
      body: reportInput,
      bodyExample: { reason: "rude" },
      answers: { 201: { json: z.object({ id: z.string(), status: z.literal("open"), created_at: moment }) } },
      errors: CLOSED,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/block",
      id: "blockOther",
      summary: "No more of the other side",
      notes: "The talk closes, and the two are not brought together again.",
      who: ["party"],
      answers: { 200: { json: z.object({ blocked_by: z.enum(SIDES) }) } },
      errors: CLOSED,
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/questions",
      id: "listQuestions",
      summary: "What professionals who were asked want to know",
      notes: "All of them at once: there are few.",
      who: ["client"],
      answers: {
        200: {
          json: z.object({
            items: z.array(question.omit({ offer_id: true }).extend({ answer_by: moment.nullable() })),
            next: z.null(),
          }),
        },
      },
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/questions/{question_id}/answer",
      id: "answerQuestion",
      summary: "Answer a question",
      who: ["client"],
      body: answerInput,
      bodyExample: { text: "Três anos, com carteira assinada." },
      answers: { 200: { json: z.object({ id: z.string(), answer: z.string(), answered_at: moment }) } },
      errors: ["question_answered", "question_closed"],
    },
    {
      method: "get",
      path: "/api/v2/offers/{offer_id}/question",
      id: "readQuestion",
      summary: "The own question on an offer, or null",
      who: ["asked_professional"],
      answers: { 200: { json: question.nullable() } },
    },
    {
      method: "post",
      path: "/api/v2/offers/{offer_id}/question",
      id: "askQuestion",
      summary: "Ask the client one thing before deciding",
      notes: "Anonymous on both sides; the clock of the offer goes on.",
      who: ["asked_professional"],
      body: questionInput,
      bodyExample: { text: "Havia carteira assinada desde o primeiro dia?" },
      answers: { 201: { json: question } },
      errors: ["question_asked", "offer_closed", "client_stopped", "too_many_questions"],
    },
    {
      method: "get",
      path: "/api/v2/operator/reports",
      id: "listReports",
      summary: "What one side told about the other, newest first",
      who: ["operator"],
      query: listReportsInput,
      answers: { 200: { json: pageOf(report) } },
    },
    {
      method: "post",
      path: "/api/v2/operator/reports/{report_id}/decide",
      id: "decideReport",
      summary: "Dismiss, warn, or look after the case oneself",
      who: ["operator"],
      body: decideReportInput,
      bodyExample: { decision: "warn" },
      answers: { 200: { json: z.object({ id: z.string(), case_id: id("cas"), status: z.enum(REPORT_STATUSES) }) } },
      errors: ["decided_already"],
    },
    {
      method: "post",
      path: "/api/v2/operator/cases/{case_id}/talk",
      id: "readTalkAsOperator",
      summary: "Read a talk, and say why",
      notes: "The reason is written to the audit.",
      who: ["operator"],
      body: talkReasonInput,
      bodyExample: { reason: "O cliente se queixou do tom das mensagens." },
      answers: { 200: { json: talk } },
    },
    {
      method: "get",
      path: "/api/v2/operator/cases/{case_id}/talk",
      id: "readTalkAgain",
      summary: "The same within its sitting",
      who: ["operator"],
      query: sittingInput,
      answers: { 200: { json: talk } },
    },
  ],
};
