// Routes of a person's own matters: who he is, his messages, and a professional's profile, turn and cases.
import * as z from "zod";
import { ROLES } from "../../db/tables/identity.ts";
import { LICENCE_STATUSES, PRACTICES, PROFESSIONAL_STATUSES } from "../../db/tables/professionals.ts";
import { NOTICE_GROUPS } from "../../domain/notifications/occasions.ts";
import { CHOSEN_CHANNELS } from "../../domain/notifications/preferences.ts";
import { input as inboxInput } from "../../services/notify/list-inbox.ts";
import { noticesInput } from "../../services/notify/notices-view.ts";
import { input as myCasesInput } from "../../services/professionals/list-my-cases.ts";
import { profilePatch } from "../../services/professionals/profile-patch.ts";
import { input as turnInput } from "../../services/professionals/read-turn.ts";
import type { OperationGroup } from "./operation.ts";
import { cents, count, id, locale, moment, pageOf, zone } from "./parts.ts";
import { how } from "./reach.ts";
import { area, caseStatus, complexity, contractStatus, deadline } from "./shapes.ts";

const message = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  read_at: moment.nullable(),
  created_at: moment,
});

const notices = z
  .object({
    groups: z.array(z.enum(NOTICE_GROUPS)).meta({ description: "What this person is told about." }),
    ways: z.array(z.enum(CHOSEN_CHANNELS)).meta({ description: "By what this person can be told now." }),
    by_reach: z.boolean().meta({ description: "A client's own word of how to be reached, and its hours, come first." }),
    off: z.array(z.string()).meta({ description: "What is not wanted, `group.channel`.", examples: [["talk.push"]] }),
    first: z.enum(CHOSEN_CHANNELS).nullable().meta({ description: "Asked first; null: as the urgency has it." }),
    phone: z.string().nullable().meta({ description: "Mobile in E.164, for WhatsApp to somebody who works here." }),
    quiet_from: z.string().nullable().meta({ description: "`22:00` in `zone`; null: no quiet hours." }),
    quiet_until: z.string().nullable(),
    zone,
    urgent_anytime: z.boolean().meta({ description: "What is urgent comes in quiet hours too." }),
  })
  .meta({ id: "Notices" });

export const meGroup: OperationGroup = {
  tag: "Me",
  says: "Who the session belongs to, and what Vez wrote to that person.",
  operations: [
    {
      method: "get",
      path: "/api/v2/me",
      id: "readMe",
      summary: "Who I am here",
      who: ["signed_in"],
      answers: {
        200: {
          json: z.object({ id: id("usr"), role: z.enum(ROLES), locale }),
          example: { id: "usr_01kd9r7m4v8q2t6w0x3y5z7a9b", role: "client", locale: "pt-BR" },
        },
      },
    },
    {
      method: "get",
      path: "/api/v2/me/notices",
      id: "readNotices",
      summary: "How I am told outside the app",
      notes: "In the app everything is told always.",
      who: ["signed_in"],
      answers: { 200: { json: notices } },
    },
    {
      method: "put",
      path: "/api/v2/me/notices",
      id: "storeNotices",
      summary: "Say how I am told outside the app, the whole of it at once",
      who: ["signed_in"],
      body: noticesInput,
      bodyExample: { off: ["other.push"], first: "email", quiet_from: "22:00", quiet_until: "07:00" },
      answers: { 200: { json: notices } },
    },
    {
      method: "get",
      path: "/api/v2/me/messages",
      id: "listMessages",
      summary: "Own messages, newest first",
      who: ["signed_in"],
      query: inboxInput,
      answers: { 200: { json: pageOf(message).extend({ unread: count }) } },
    },
    {
      method: "post",
      path: "/api/v2/me/messages/{message_id}/read",
      id: "readMessage",
      summary: "Mark a message as read",
      who: ["signed_in"],
      answers: { 200: { json: z.object({ id: z.string(), read_at: moment }) } },
    },
  ],
};

const professional = z
  .object({
    id: id("pro"),
    status: z.enum(PROFESSIONAL_STATUSES),
    name: z.string(),
    vertical: z.string(),
    licence: z.string().meta({ examples: ["OAB/SP 123.456"] }),
    licence_uf: z.string(),
    other_licences: z.array(z.string()),
    uf: z.string(),
    municipality: z.string(),
    areas: z.array(z.string()),
    subareas: z.array(z.string()),
    profile: z.string(),
    years_of_practice: z.number(),
    qualifications: z.array(z.unknown()),
    fee_cents: cents,
    languages: z.array(z.string()),
    remote: z.boolean(),
    capacity_monthly: z.int(),
    capacity: z.object({ declared: z.int().nullable(), by_table: z.int(), least: z.int(), most: z.int() }),
    practice: z.enum(PRACTICES),
    opted_out: z.boolean(),
    licence_status: z.enum(LICENCE_STATUSES),
    joined_at: moment,
    cases_closed: count,
    review_mean: z.number().nullable(),
    review_count: count,
    leave_from: moment.nullable(),
    leave_until: moment.nullable(),
    on_leave: z.boolean(),
    represents: z.array(z.string()),
    fictitious: z.boolean(),
    updated_at: moment,
  })
  .meta({ id: "Professional" });

const areaShare = z.object({
  area: z.string(),
  accepted: z.number(),
  credit: z.number(),
  open_offers: z.number(),
  fair_share: z.number(),
  missing: z.number(),
  area_cases: z.number(),
  area_people: z.number(),
});

const myReceipt = z.object({
  area: z.string().nullable(),
  uf: z.string().nullable(),
  ranked_at: moment,
  chosen: z.boolean(),
  rank: z.int().nullable(),
  rank_before_equity: z.int().nullable(),
  fair_share: z.number().nullable(),
  had: z.number().nullable(),
  considered: count,
  why: z.array(z.string()),
});

const myCase = z.object({
  case_id: id("cas"),
  offer_id: id("off"),
  status: caseStatus,
  accepted_at: moment.nullable(),
  area: area.nullable(),
  subarea: z.string().nullable(),
  uf: z.string().nullable(),
  municipality: z.string().nullable(),
  urgency_hours: z.number().nullable(),
  complexity: complexity.nullable(),
  deadlines: z.array(deadline),
  languages: z.array(z.string()),
  summary: z.string(),
  client: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    contact: z.string().nullable(),
    how: how.nullable(),
  }),
  contract_id: id("ctr").nullable(),
  contract_status: contractStatus.nullable(),
});

export const professionalsGroup: OperationGroup = {
  tag: "Professionals",
  says: "A professional's own profile, place in the turn, and cases.",
  operations: [
    {
      method: "get",
      path: "/api/v2/professionals/me",
      id: "readProfile",
      summary: "Own profile",
      who: ["professional"],
      answers: { 200: { json: professional } },
    },
    {
      method: "patch",
      path: "/api/v2/professionals/me",
      id: "updateProfile",
      summary: "Change the profile, the capacity, or be away",
      who: ["professional"],
      body: profilePatch,
      bodyExample: { capacity_monthly: 9, leave_from: "2026-12-20", leave_until: "2027-01-06" },
      answers: { 200: { json: professional } },
    },
    {
      method: "get",
      path: "/api/v2/professionals/me/turn",
      id: "readTurn",
      summary: "Own place in the turn, and why one was chosen or not",
      who: ["professional"],
      query: turnInput,
      answers: {
        200: {
          json: z.object({
            capacity_monthly: z.int(),
            cases_30d: count,
            pending_offers: count,
            last_offered_at: moment.nullable(),
            last_30_days: z.object({
              offered: count,
              accepted: count,
              declined: count,
              expired: count,
              gave_back: count,
            }),
            directory_30d: z.object({ first: count, contacted: count }).nullable(),
            shares: z.array(areaShare),
            receipts: z.array(myReceipt),
            next: z.string().nullable(),
          }),
        },
      },
    },
    {
      method: "get",
      path: "/api/v2/professionals/me/cases",
      id: "listMyCases",
      summary: "The cases one has taken, newest first",
      who: ["professional"],
      query: myCasesInput,
      answers: { 200: { json: pageOf(myCase) } },
    },
  ],
};
