// What travels through the outbox and the queues: one name, one version, one checked body each.
import * as z from "zod";
import { EVENT_TYPES } from "./events.ts";
import { NOTIFICATION_KINDS } from "./notifications/kinds.ts";
import { urgencyOf } from "./notifications/occasions.ts";
import { teamAlert } from "./team/team-alert.ts";

const event = z.object({
  type: z.enum(EVENT_TYPES),
  data: z.record(z.string(), z.unknown()),
  key: z.string().min(1).max(200),
});

const alert = z.object({ kind: z.enum(NOTIFICATION_KINDS), params: z.record(z.string(), z.string()) });

/** Bodies by message name. A changed body gets a new version, and the old one is read until none is left. */
export const MESSAGES = {
  /** Rank professionals for a case and send the first wave. */
  "case.match": z.object({ caseId: z.string() }),
  /** Tell a client who chooses that the list is open, or that nobody is in it. */
  "directory.open": z.object({ caseId: z.string() }),
  /** Tell a professional that a client chose him and the client that he was asked; start the case's clock. */
  "contact.announce": z.object({ offerId: z.string() }),
  /** Send the wave after `afterWave`, unless another has gone out since. */
  "case.next_wave": z.object({ caseId: z.string(), afterWave: z.int() }),
  /** Tell professionals of the wave's offers and the client that they were asked; start the case's clock. */
  "wave.announce": z.object({ caseId: z.string(), wave: z.int() }),
  /** Remind a professional of an offer that he has not answered. */
  "offer.remind": z.object({ offerId: z.string() }),
  /** Tell the client who took the case, and the others kindly that it is taken. */
  "acceptance.announce": z.object({ offerId: z.string() }),
  /** Make the contract of an accepted offer. */
  "contract.open": z.object({ offerId: z.string() }),
  /** Make the executed PDF of a contract that both parties have signed. */
  "contract.execute": z.object({ contractId: z.string() }),
  /** Have DocuSign make the envelope of a contract; where it cannot, the contract is signed here. */
  "contract.envelope": z.object({ contractId: z.string() }),
  /** Void an envelope that no longer counts. */
  "envelope.void": z.object({ contractId: z.string() }),
  /** Tell everyone who listens to a conversation or to a person's own stream. */
  "conversation.publish": z.object({ conversationId: z.string(), events: z.array(event).min(1).max(20) }),
  /** Write to one person, in his language, on his channel. */
  "person.notify": z.object({
    userId: z.string(),
    kind: z.enum(NOTIFICATION_KINDS),
    params: z.record(z.string(), z.string()),
  }),
  /** Have a vendor carry a message that is queued. */
  "notification.send": z.object({ notificationId: z.string() }),
  /** Tell the push vendor whose a browser is now, or that it is nobody's. */
  "device.sync": z.object({ deviceId: z.string() }),
  /** Train a ranker on the cases of the last so many days; asked for by `by`, or by the house itself. */
  "model.train": z.object({ windowDays: z.int().min(1).max(1095), by: z.string() }),
  /** Embed what profiles say now in every configured space. */
  "profiles.embed": z.object({ professionalIds: z.array(z.string()).min(1).max(100) }),
  /** Embed the page of profiles after `position` in the back-fill's space. */
  "embedding.backfill": z.object({ backfillId: z.string(), position: z.string() }),
  /** Remove the bytes and then the row of a file that nobody sees any more. */
  "file.remove": z.object({ fileId: z.string() }),
  /** See whether a case is an earlier one of its client told again. */
  "case.compare": z.object({ caseId: z.string() }),
  /** Tell the reader of a message in a talk that it waits, unless he has read it. */
  "talk.notice": z.object({ messageId: z.string() }),
  /** Ask the register for what a professional says now; evidence for the operator. */
  "registry.look": z.object({ professionalId: z.string() }),
  /** Make one try to tell a receiver of webhooks. */
  "webhook.deliver": z.object({ deliveryId: z.string(), endpointId: z.string(), round: z.int().min(1) }),
  /** Act on what a vendor told by webhook. */
  "vendor.event": z.object({ eventId: z.string() }),
  /** Hand one text over to WhatsApp. */
  "whatsapp.send": z.object({ messageId: z.string() }),
  /** Write to every operator. */
  "operators.notify": alert,
  /** Show in the help desk what was said in a case's conversation since the last time. */
  "desk.mirror": z.object({ caseId: z.string() }),
  /** Delete in the help desk what it was shown of a case that is forgotten; with `deleted`: see that it is gone. */
  "desk.forget": z.object({
    caseId: z.string(),
    deleted: z.object({ thread: z.string().nullable() }).optional(),
  }),
  /** Post an alert to the team's channel. */
  "team.post": alert,
  /** Open or resolve an incident where somebody is on call. */
  "team.page": z.discriminatedUnion("action", [
    z.object({ action: z.literal("trigger"), ...alert.shape }),
    z.object({ action: z.literal("resolve"), subject: z.string().min(1).max(255) }),
  ]),
} as const;

export type MessageName = keyof typeof MESSAGES;
export type MessageBody<N extends MessageName> = z.infer<(typeof MESSAGES)[N]>;

export type Lane = "high" | "low";

/** `high` is what a person waits for, and whatever wakes or hurries somebody, from its first hop on. */
export function laneOf<N extends MessageName>(name: N, body: MessageBody<N>): Lane {
  return isUrgent({ name, body } as Named) ? "high" : LANES[name];
}

type Named = { [N in MessageName]: { name: N; body: MessageBody<N> } }[MessageName];

function isUrgent({ name, body }: Named): boolean {
  if (name === "operators.notify") return (teamAlert(body.kind, body.params)?.wakes ?? null) !== null;
  return name === "person.notify" && urgencyOf(body.kind) !== "usual";
}

const LANES: Record<MessageName, Lane> = {
  "case.match": "high",
  "directory.open": "high",
  "contact.announce": "high",
  "case.next_wave": "high",
  "wave.announce": "high",
  "offer.remind": "low",
  "acceptance.announce": "high",
  "contract.open": "high",
  "contract.execute": "low",
  "contract.envelope": "high",
  "envelope.void": "low",
  "conversation.publish": "high",
  "person.notify": "low",
  "operators.notify": "low",
  "talk.notice": "low",
  "notification.send": "low",
  "device.sync": "high",
  "model.train": "low",
  "profiles.embed": "low",
  "embedding.backfill": "low",
  "file.remove": "low",
  "case.compare": "low",
  "webhook.deliver": "low",
  "registry.look": "low",
  "desk.mirror": "low",
  "desk.forget": "low",
  // Somebody may be in danger.
  "team.post": "high",
  "team.page": "high",
  // Where a person has written it and waits, its row says `high`.
  "vendor.event": "low",
  "whatsapp.send": "high",
};

export const INBOX_PREFIX = "inbox_";

/** Name of a person's own live stream (offers to a professional, news to an operator): an object of the conversations' class. */
export function inboxOf(userId: string): string {
  return INBOX_PREFIX + userId;
}

/** The live stream that every operator's console reads. */
export const OPERATORS_INBOX = "inbox_operators";
