// What a live stream sends: the event of each name, and what its `data` holds.
import * as z from "zod";
import { SENDERS, SIDES } from "../../domain/talk/sides.ts";
import { id, locale, moment, share } from "./parts.ts";
import { area, complexity, contractStatus, conversationStatus, offerStatus, safety, understanding } from "./shapes.ts";

/** What is stored has a number and a moment; `data` of several forms is given as their list. */
const named = (event: string, data: z.ZodObject | [z.ZodObject, z.ZodObject], numbered = true) => {
  const told = (form: z.ZodObject) => (numbered && !("at" in form.shape) ? form.extend({ at }) : form);
  return z.object({
    event: z.literal(event),
    ...(numbered ? { id: z.int().min(1).meta({ description: "Without a hole within one stream." }) } : {}),
    data: Array.isArray(data) ? z.union([told(data[0]), told(data[1])]) : told(data),
  });
};

const at = z.int().meta({ description: "Milliseconds since 1970." });

const message = z.object({
  message_id: z.string(),
  turn_id: z.string(),
  from: z.enum(["client", "agent", "human", "system"]),
  text: z.string(),
  client_message_id: z.string().optional(),
  question: z.string().nullable().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  operator_name: z.string().optional(),
});

const delta = z.object({
  turn_id: z.string(),
  delta: z.object({
    message_id: z.string(),
    from: z.int().min(0).meta({ description: "UTF-16 units of the message's text before this piece." }),
    text: z.string(),
  }),
});

const reading = z.object({
  turn_id: z.string(),
  status: conversationStatus,
  understanding,
  safety: safety.nullable(),
});

const gap = z.object({
  event: z.literal("gap"),
  id: z.int(),
  data: z.object({ from: z.int(), to: z.int() }),
});
const problem = named("problem", z.object({ code: z.string(), detail: z.string() }), false);
const contractUpdate = named(
  "contract_update",
  z.object({ contract_id: id("ctr"), status: contractStatus, signed: z.array(z.string()) }),
);

const caseId = id("cas");
const talkEvents = [
  named("case_message", z.object({ case_id: caseId, message_id: z.string(), from: z.enum(SENDERS), at: moment })),
  named("case_read", z.object({ case_id: caseId, up_to: z.string(), by: z.enum(SIDES), at: moment })),
  named("case_talk", z.object({ case_id: caseId, at: moment })),
  named(
    "offer_question",
    z.object({
      case_id: caseId,
      offer_id: id("off"),
      question_id: z.string(),
      status: z.enum(["asked", "answered"]),
    }),
  ),
] as const;

/** Of one conversation, to its client and to operators. */
export const conversationEvent = z
  .union([
    named("triage_started", z.object({ case_id: id("cas"), conversation_id: id("cnv"), locale })),
    named("message", message),
    named("triage_update", [reading, delta]),
    named("complexity_update", z.object({ turn_id: z.string(), from: complexity, to: complexity })),
    named(
      "triage_completed",
      z.object({
        turn_id: z.string(),
        area: area.nullable(),
        subarea: z.string().nullable(),
        urgency_hours: z.number(),
        complexity,
        confidence: share,
        summary: z.string(),
      }),
    ),
    named(
      "handoff",
      z.object({
        state: z.enum(["called", "taken", "given_back"]),
        reason: z.string().nullable(),
        operator_name: z.string().nullable(),
      }),
    ),
    named("match_ready", z.object({ case_id: id("cas"), wave: z.int(), asked: z.int(), answer_by: moment })),
    named(
      "offer_update",
      z.looseObject({
        case_id: id("cas"),
        status: z.string().meta({ description: "Where the case stands, as in `CaseStatus`, or what was done." }),
        offer_id: id("off").optional(),
        professional: z.string().optional(),
      }),
    ),
    contractUpdate,
    ...talkEvents,
    named(
      "client_asked",
      z.object({
        about: z.enum(["reach", "same"]),
        until: z.string().nullable().optional().meta({ description: "Until when the search waits." }),
        case_id: caseId.optional().meta({ description: "The earlier case that this one is like." }),
      }),
    ),
    named("typing", z.object({ who: z.string(), slow: z.boolean().optional() }), false),
    gap,
    problem,
  ])
  .meta({ id: "ConversationEvent" });

/** Of a professional's own stream. */
export const professionalEvent = z
  .union([
    named("offer_update", z.object({ offer_id: id("off"), status: offerStatus })),
    contractUpdate,
    ...talkEvents,
    gap,
    problem,
  ])
  .meta({ id: "ProfessionalEvent" });

/** Of the operators' stream: that something of a case changed; read it again. */
export const operatorEvent = z
  .object({ event: z.string(), id: z.int().min(1).optional(), data: z.record(z.string(), z.unknown()) })
  .meta({ id: "OperatorEvent" });

export const EVENT_STREAM = "text/event-stream";
