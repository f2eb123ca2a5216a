// Routes of how a client is reached, and how he comes back without an account.
import * as z from "zod";
import { REACH_CHANNELS } from "../../domain/reach/reach.ts";
import { reachInput } from "../../services/reach/reach-view.ts";
import { recoverInput, recoveryInput } from "../recovery-bodies.ts";
import type { OperationGroup } from "./operation.ts";
import { moment, zone } from "./parts.ts";

export const reach = z
  .object({
    channel: z.enum(REACH_CHANNELS),
    address: z.string().nullable().meta({ description: "E-mail, or phone in E.164; null for `page`." }),
    leave_message: z.boolean(),
    safe_from: z.string().nullable().meta({ description: "`08:30` in `zone`; null: at any hour." }),
    safe_until: z.string().nullable(),
    zone,
    note: z.string().nullable(),
  })
  .meta({ id: "Reach" });
/** For the professional, who is told the address apart. */
export const how = reach.omit({ address: true }).meta({ id: "HowToReach", description: "By what, and when." });
const kept = z.object({ reach: reach.nullable() });
const made = z.object({ made_at: moment.nullable() });

export const reachGroup: OperationGroup = {
  tag: "Reach",
  says: "How a client may be reached safely, and the words and link that bring somebody back who has no account.",
  operations: [
    {
      method: "get",
      path: "/api/v2/me/reach",
      id: "readReach",
      summary: "How I am reached; null where nothing was said",
      who: ["signed_in"],
      answers: { 200: { json: kept } },
    },
    {
      method: "put",
      path: "/api/v2/me/reach",
      id: "storeReach",
      summary: "Say how I am reached",
      who: ["signed_in"],
      body: reachInput,
      bodyExample: { channel: "email", address: "maria@example.com", leave_message: true },
      answers: { 200: { json: kept } },
    },
    {
      method: "delete",
      path: "/api/v2/me/reach",
      id: "deleteReach",
      summary: "Take it back",
      who: ["signed_in"],
      answers: { 200: { json: kept, example: { reach: null } } },
    },
    {
      method: "get",
      path: "/api/v2/me/recovery",
      id: "readRecovery",
      summary: "Whether there are words and a link to come back with",
      who: ["signed_in"],
      answers: { 200: { json: made } },
    },
    {
      method: "post",
      path: "/api/v2/me/recovery",
      id: "makeRecovery",
      summary: "New words and a new link; the old ones open nothing any more",
      notes: "They are told this once.",
      who: ["signed_in"],
      body: recoveryInput,
      bodyOptional: true,
      answers: { 201: { json: z.object({ words: z.array(z.string()), link: z.string() }) } },
      errors: ["words_away"],
    },
    {
      method: "delete",
      path: "/api/v2/me/recovery",
      id: "deleteRecovery",
      summary: "Take words and link back",
      who: ["signed_in"],
      answers: { 200: { json: made, example: { made_at: null } } },
    },
    {
      method: "post",
      path: "/api/v2/recover",
      id: "recover",
      summary: "Come back with the words or the link",
      who: ["anyone"],
      body: recoverInput,
      bodyExample: { typed: "amora violino cedo papel rio nuvem" },
      answers: { 201: { json: z.object({ session_token: z.string() }) } },
      errors: ["recovery_unknown"],
    },
  ],
};
