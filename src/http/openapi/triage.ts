// Routes of the client's conversation: begin, say, speak, read, correct, listen.
import * as z from "zod";
import { correctionInput } from "../../services/intake/correct-triage.ts";
import { openCaseInput } from "../../services/intake/open-case.ts";
import { sayInput } from "../../services/intake/say.ts";
import { conversationPage } from "../conversation-page.ts";
import { conversationEvent, EVENT_STREAM } from "./events.ts";
import type { OperationGroup, RawContent } from "./operation.ts";
import { count, id, locale } from "./parts.ts";
import {
  caseStatus,
  controlledBy,
  conversationStatus,
  loggedEvent,
  question,
  safety,
  turn,
  understanding,
} from "./shapes.ts";

const conversation = z.object({
  conversation_id: id("cnv"),
  locale,
  status: conversationStatus,
  controlled_by: controlledBy,
  understanding,
  safety: safety.nullable(),
  question,
  events: z.array(loggedEvent),
  first_seq: count,
  last_seq: count,
});

const sound: RawContent = {
  types: ["audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg", "audio/wav"],
  says: "The recording itself, up to `SPEECH_MAX_MB`. The bytes decide what it is, not their name. It is neither stored nor logged.",
};
const SPEECH = [
  "case_closed",
  "sound_unknown",
  "sound_too_large",
  "sound_empty",
  "heard_nothing",
  "speech_too_long",
  "speech_not_configured",
  "speech_unavailable",
];

export const triageGroup: OperationGroup = {
  tag: "Conversation",
  says: "A client tells what happened; Vez asks what is missing, and begins the search when it knows enough.",
  operations: [
    {
      method: "post",
      path: "/api/v2/triage",
      id: "openCase",
      summary: "Open a case",
      notes:
        "Without credentials it makes a new anonymous client and answers `session_token`: keep it and send it along from then on. With a session, the same `Idempotency-Key` opens one case however often it is sent.",
      who: ["anyone"],
      body: openCaseInput,
      bodyExample: {
        vertical: "legal",
        locale: "pt-BR",
        text: "Fui demitida ontem e o patrão não pagou nada.",
      },
      answers: {
        201: {
          json: z.object({
            case_id: id("cas"),
            conversation_id: id("cnv"),
            message: z.string(),
            status: conversationStatus,
            session_token: z.string().optional().meta({ description: "Only where the call came without a session." }),
          }),
          example: {
            case_id: "cas_01kd9r7m4v8q2t6w0x3y5z7a9b",
            conversation_id: "cnv_01kd9r7m4v8q2t6w0x3y5z7a9c",
            message: "Sinto muito que isso tenha acontecido. Em que cidade você trabalhava?",
            status: "interviewing",
            session_token: "q3v9…",
          },
        },
      },
    },
    {
      method: "post",
      path: "/api/v2/triage/{case_id}/messages",
      id: "sayMessage",
      summary: "Say something",
      notes:
        "The same `client_message_id` is one message with one answer. It may take `TURN_BUDGET_MS`. Messages within `DEBOUNCE_MS` of each other are one turn, and each of them gets the same answer.",
      who: ["client"],
      body: sayInput,
      bodyExample: { text: "São Paulo, SP", client_message_id: "m-2" },
      answers: { 200: { json: turn } },
      errors: ["case_closed", "conversation_forgotten", "conversation_unreachable"],
    },
    {
      method: "post",
      path: "/api/v2/triage/{case_id}/stop-reply",
      id: "stopReply",
      summary: "Stop the reply that is on its way",
      who: ["client"],
      answers: {
        200: {
          json: z.object({ stopped: z.boolean().meta({ description: "False where no reply was on its way." }) }),
          example: { stopped: true },
        },
      },
      errors: ["conversation_forgotten"],
    },
    {
      method: "post",
      path: "/api/v2/triage/{case_id}/audio",
      id: "sayAudio",
      summary: "Say something as a recording",
      notes: "The header `Idempotency-Key` is the message's `client_message_id`.",
      who: ["client"],
      needsKey: true,
      body: sound,
      answers: { 200: { json: turn.extend({ transcript: z.string() }) } },
      errors: SPEECH,
    },
    {
      method: "post",
      path: "/api/v2/triage/{case_id}/transcript",
      id: "transcribe",
      summary: "The words of a recording, to be read before they are sent",
      notes: "Nothing is said.",
      who: ["client"],
      body: sound,
      answers: { 200: { json: z.object({ transcript: z.string() }), example: { transcript: "fui demitida ontem" } } },
      errors: SPEECH,
    },
    {
      method: "get",
      path: "/api/v2/triage/{case_id}",
      id: "readConversation",
      summary: "The conversation: state and transcript",
      who: ["client", "operator"],
      query: conversationPage,
      answers: {
        200: {
          json: conversation.extend({
            case_id: id("cas"),
            case_status: caseStatus,
            available: count
              .nullable()
              .meta({ description: "Professionals in reach for the area; null while there is none." }),
          }),
        },
      },
      errors: ["conversation_forgotten"],
    },
    {
      method: "patch",
      path: "/api/v2/triage/{case_id}",
      id: "correctUnderstanding",
      summary: "Correct what was understood",
      notes: "Until the search begins. A correction wins over every later inference.",
      who: ["client"],
      body: correctionInput,
      bodyExample: { area: "trabalho", uf: "SP", municipality: "Campinas" },
      answers: { 200: { json: conversation } },
      errors: ["case_closed", "already_matched", "invalid_correction", "conversation_forgotten"],
    },
    {
      method: "get",
      path: "/api/v2/triage/stream/{case_id}",
      id: "streamConversation",
      summary: "Live events of one conversation",
      who: ["client", "operator"],
      resumes: true,
      answers: { 200: { raw: { types: [EVENT_STREAM], says: "Server-sent events.", schema: conversationEvent } } },
      errors: ["too_many_streams", "too_many_readers", "conversation_unreachable"],
    },
  ],
};
