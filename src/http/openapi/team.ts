// Routes of the team that runs the service: who belongs to it, invites, second factors.
import * as z from "zod";
import { input as inviteInput } from "../../services/identity/create-invite.ts";
import { input as enrolInput } from "../../services/identity/enrol-second-factor.ts";
import { input as invitesInput } from "../../services/identity/list-invites.ts";
import { input as operatorsInput } from "../../services/identity/list-operators.ts";
import { input as removeInput } from "../../services/identity/remove-operator.ts";
import { codeInput, resetInput } from "../../services/identity/second-factor.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";

const operator = { who: ["operator"] } as const;

const invite = z
  .object({
    id: id("inv"),
    email: z.email(),
    role: z.literal("operator"),
    status: z.enum(["open", "accepted", "revoked", "expired"]),
    invited_by: z.string().nullable(),
    created_at: moment,
    expires_at: moment,
  })
  .meta({ id: "Invite" });

const member = z
  .object({
    id: id("usr"),
    name: z.string(),
    email: z.email(),
    you: z.boolean(),
    second_factor_since: moment.nullable(),
    last_seen_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: "OperatorItem" });

const recoveryCodes = z.object({ recovery_codes: z.array(z.string()) });
const CODES = ["invalid_code", "too_many_guesses"] as const;

export const teamGroup: OperationGroup = {
  tag: "Team",
  says: "The operators themselves. API keys are never taken here.",
  operations: [
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/people",
      id: "listOperators",
      summary: "Who operates this Vez",
      query: operatorsInput,
      answers: { 200: { json: pageOf(member) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/people/invites",
      id: "listInvites",
      summary: "Invites, newest first",
      query: invitesInput,
      answers: { 200: { json: pageOf(invite) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/people/invites",
      id: "createInvite",
      summary: "Invite an operator by e-mail",
      notes: "The link works once, for 72 hours; a newer invite to the same address takes the older one back.",
      body: z.object({ email: inviteInput.shape.email }),
      bodyExample: { email: "ines@exemplo.com" },
      answers: { 201: { json: invite } },
      errors: ["already_operator", "address_in_use", "too_many_invites", "changed_meanwhile"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/people/invites/{id}/revoke",
      id: "revokeInvite",
      summary: "Take an invite back",
      answers: { 200: { json: z.object({ id: id("inv"), status: z.literal("revoked") }) } },
      errors: ["invite_accepted"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/people/{id}/remove",
      id: "removeOperator",
      summary: "Remove somebody from the team",
      body: removeInput.omit({ id: true }),
      bodyExample: { reason: "left_team" },
      answers: { 200: { json: z.object({ id: id("usr"), role: z.literal("client") }) } },
      errors: ["last_operator"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/people/{id}/reset-second-factor",
      id: "resetSecondFactor",
      summary: "Disconnect a colleague's app",
      notes: "Ends their sessions, and they are told.",
      body: resetInput.omit({ id: true }),
      bodyExample: { reason: "lost_device" },
      answers: { 200: { json: z.object({ id: id("usr"), second_factor_since: z.null() }) } },
      errors: ["own_second_factor", "no_second_factor"],
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/second-factor",
      id: "readSecondFactor",
      summary: "One's own second factor",
      answers: {
        200: {
          json: z.object({
            since: moment.nullable(),
            recovery_codes_left: count,
            owes: z.enum(["pass", "enrol"]).nullable(),
          }),
        },
      },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/second-factor",
      id: "passSecondFactor",
      summary: "Prove this session by a code",
      notes: "The six digits of the app, or a recovery code; each counts once.",
      body: codeInput,
      bodyExample: { code: "492039" },
      answers: {
        200: {
          json: z.object({
            passed: z.literal(true),
            by: z.enum(["app", "recovery"]),
            recovery_codes_left: count,
          }),
        },
      },
      errors: CODES,
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/second-factor/begin",
      id: "beginSecondFactor",
      summary: "A secret for an authenticator app",
      notes: "Nothing is kept before its first code comes back with the `ticket`.",
      answers: { 200: { json: z.object({ secret: z.string(), address: z.string(), ticket: z.string() }) } },
      errors: ["second_factor_needed"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/second-factor/confirm",
      id: "confirmSecondFactor",
      summary: "Connect the app by its first code",
      notes: "Ten recovery codes, told this once.",
      body: enrolInput.omit({ sessionId: true }),
      answers: { 201: { json: recoveryCodes } },
      errors: ["invalid_code", "second_factor_set", "second_factor_needed"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/second-factor/recovery-codes",
      id: "renewRecoveryCodes",
      summary: "Replace the recovery codes",
      body: codeInput,
      answers: { 201: { json: recoveryCodes } },
      errors: CODES,
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/second-factor/remove",
      id: "removeSecondFactor",
      summary: "Disconnect one's own app",
      body: codeInput,
      answers: { 200: { json: z.object({ removed: z.literal(true) }) } },
      errors: CODES,
    },
  ],
};
