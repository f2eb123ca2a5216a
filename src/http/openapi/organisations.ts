// Routes of organisations: a coordinator's own people and cases, invitations, and all of them for operators.
import * as z from "zod";
import { MEMBER_ROLES, MEMBER_STATES, ORGANISATION_KINDS } from "../../domain/organisation.ts";
import { input as createInput } from "../../services/organisations/create-organisation.ts";
import { input as inviteInput } from "../../services/organisations/invite-member.ts";
import { input as casesInput } from "../../services/organisations/list-cases.ts";
import { input as peopleInput } from "../../services/organisations/list-people.ts";
import { input as listInput } from "../../services/organisations/read-organisation.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";
import { area, caseStatus, complexity, contractStatus, deadline } from "./shapes.ts";

const organisation = z
  .object({
    id: id("org"),
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    coordinators: count,
    professionals: count,
    open_cases: count,
    created_at: moment,
    closed_at: moment.nullable(),
  })
  .meta({ id: "Organisation" });

const member = z
  .object({
    id: id("mem"),
    role: z.enum(MEMBER_ROLES),
    state: z.enum(MEMBER_STATES),
    email: z.string(),
    name: z.string().nullable(),
    professional_id: id("pro").nullable(),
    licence: z.string().nullable(),
    status: z.string().nullable(),
    on_leave: z.boolean().nullable(),
    cases_30d: z.number().nullable(),
    open_offers: z.number().nullable(),
    capacity_monthly: z.number().nullable(),
    invited_at: moment,
    joined_at: moment.nullable(),
  })
  .meta({ id: "Member" });

const houseCase = z
  .object({
    case_id: id("cas"),
    status: caseStatus,
    professional_id: id("pro"),
    professional: z.string(),
    area: area.nullable(),
    subarea: z.string().nullable(),
    uf: z.string().nullable(),
    municipality: z.string().nullable(),
    urgency_hours: z.number().nullable(),
    complexity: complexity.nullable(),
    accepted_at: moment.nullable(),
    contract_status: contractStatus.nullable(),
  })
  .meta({ id: "OrganisationCase" });

const membership = z.object({
  id: id("mem"),
  organisation: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  role: z.enum(MEMBER_ROLES),
  state: z.enum(MEMBER_STATES),
  invited_at: moment,
});

const invited = z.object({ id: id("mem"), email: z.string(), role: z.string(), state: z.string() });
const answered = z.object({ id: id("mem"), state: z.string() });
const INVITATION = ["invitation_over", "belongs_elsewhere", "not_a_professional"];
const INVITE = { email: "ana@example.com", role: "professional" };

export const organisationsGroup: OperationGroup = {
  tag: "Organisations",
  says: "A firm, a hospital, a legal-aid office: its coordinators see their own people and cases only.",
  operations: [
    {
      method: "get",
      path: "/api/v2/organisation",
      id: "readOrganisation",
      summary: "The organisation that one coordinates",
      who: ["coordinator"],
      answers: { 200: { json: organisation } },
      errors: ["not_found"],
    },
    {
      method: "get",
      path: "/api/v2/organisation/people",
      id: "listOrganisationPeople",
      summary: "Its people, newest first",
      who: ["coordinator"],
      query: peopleInput,
      answers: { 200: { json: pageOf(member) } },
      errors: ["not_found"],
    },
    {
      method: "delete",
      path: "/api/v2/organisation/people/{member_id}",
      id: "removeMember",
      summary: "Take somebody off, or an invitation back",
      who: ["coordinator"],
      answers: { 204: {} },
    },
    {
      method: "post",
      path: "/api/v2/organisation/invitations",
      id: "inviteMember",
      summary: "Invite somebody by address",
      who: ["coordinator"],
      body: inviteInput,
      bodyExample: INVITE,
      answers: { 201: { json: invited } },
      errors: ["not_found", "too_many_invites"],
    },
    {
      method: "get",
      path: "/api/v2/organisation/cases",
      id: "listOrganisationCases",
      summary: "The cases that its people took, newest first",
      who: ["coordinator"],
      query: casesInput,
      answers: { 200: { json: pageOf(houseCase) } },
      errors: ["not_found"],
    },
    {
      method: "get",
      path: "/api/v2/organisation/cases/{case_id}",
      id: "readOrganisationCase",
      summary: "One of them",
      who: ["coordinator"],
      answers: { 200: { json: houseCase.extend({ summary: z.string(), deadlines: z.array(deadline) }) } },
    },
    {
      method: "get",
      path: "/api/v2/me/memberships",
      id: "listMemberships",
      summary: "Open invitations to the own address, and where one belongs",
      notes: "All of them at once: there are few.",
      who: ["signed_in"],
      answers: { 200: { json: z.object({ items: z.array(membership), next: z.null() }) } },
    },
    {
      method: "post",
      path: "/api/v2/me/memberships/{member_id}/accept",
      id: "acceptInvitation",
      summary: "Accept an invitation",
      who: ["signed_in"],
      answers: { 200: { json: answered } },
      errors: INVITATION,
    },
    {
      method: "post",
      path: "/api/v2/me/memberships/{member_id}/decline",
      id: "declineInvitation",
      summary: "Decline an invitation",
      who: ["signed_in"],
      answers: { 200: { json: answered } },
      errors: INVITATION,
    },
    {
      method: "delete",
      path: "/api/v2/me/memberships/{member_id}",
      id: "leaveOrganisation",
      summary: "Leave an organisation",
      who: ["signed_in"],
      answers: { 204: {} },
    },
    {
      method: "get",
      path: "/api/v2/operator/organisations",
      id: "listOrganisations",
      summary: "All organisations, newest first",
      who: ["operator"],
      query: listInput,
      answers: { 200: { json: pageOf(organisation) } },
    },
    {
      method: "post",
      path: "/api/v2/operator/organisations",
      id: "createOrganisation",
      summary: "Enter an organisation, and invite its first coordinator",
      who: ["operator"],
      body: createInput,
      bodyExample: { name: "Escritório Modelo", kind: "firm", coordinator_email: "ana@example.com" },
      answers: {
        201: {
          json: z.object({
            id: id("org"),
            name: z.string(),
            kind: z.enum(ORGANISATION_KINDS),
            invitation_id: id("mem"),
          }),
        },
      },
    },
    {
      method: "get",
      path: "/api/v2/operator/organisations/{organisation_id}",
      id: "readAnyOrganisation",
      summary: "One with its people",
      who: ["operator"],
      answers: { 200: { json: organisation.extend({ people: z.array(member) }) } },
    },
    {
      method: "post",
      path: "/api/v2/operator/organisations/{organisation_id}/invitations",
      id: "inviteMemberAsOperator",
      summary: "Invite somebody to it",
      who: ["operator"],
      body: inviteInput,
      bodyExample: INVITE,
      answers: { 201: { json: invited } },
      errors: ["too_many_invites"],
    },
    {
      method: "post",
      path: "/api/v2/operator/organisations/{organisation_id}/close",
      id: "closeOrganisation",
      summary: "Nobody coordinates it from now on",
      who: ["operator"],
      answers: { 200: { json: organisation.extend({ people: z.array(member) }) } },
    },
  ],
};
