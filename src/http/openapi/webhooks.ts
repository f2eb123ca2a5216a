// What Vez sends to programs that asked to be told: one call an event, with ids to read more by and nothing about a person.
import * as z from "zod";
import { TEST_TYPE, WEBHOOK_TYPES } from "../../domain/webhooks/event-types.ts";
import type { WebhookEvent } from "./operation.ts";
import { id, moment } from "./parts.ts";
import { caseStatus, contractStatus, offerStatus } from "./shapes.ts";

const typesOf = (subject: string) => z.enum(WEBHOOK_TYPES.filter((type) => type.startsWith(`${subject}.`)));

const at = "2026-11-20T17:05:09.000Z";
const caseId = "cas_01kd9r7m4v8q2t6w0x3y5z7a9b";

export const WEBHOOKS: readonly WebhookEvent[] = [
  {
    name: "case",
    summary: "A case was opened, or moved",
    body: z.object({
      type: typesOf("case"),
      timestamp: moment,
      data: z.object({ case_id: id("cas"), status: caseStatus, previous_status: caseStatus.nullable() }),
    }),
    example: {
      type: "case.accepted",
      timestamp: at,
      data: { case_id: caseId, status: "accepted", previous_status: "offering" },
    },
  },
  {
    name: "offer",
    summary: "An offer was sent, or moved",
    body: z.object({
      type: typesOf("offer"),
      timestamp: moment,
      data: z.object({
        case_id: id("cas"),
        offer_id: id("off"),
        status: offerStatus,
        previous_status: offerStatus.nullable(),
      }),
    }),
  },
  {
    name: "contract",
    summary: "A contract was made, or moved",
    body: z.object({
      type: typesOf("contract"),
      timestamp: moment,
      data: z.object({
        case_id: id("cas"),
        contract_id: id("ctr"),
        status: contractStatus,
        previous_status: contractStatus.nullable(),
      }),
    }),
  },
  {
    name: "test",
    summary: "The test that an owner sends himself",
    body: z.object({
      type: z.literal(TEST_TYPE),
      timestamp: moment,
      data: z.object({ webhook_id: id("whk") }),
    }),
  },
];
