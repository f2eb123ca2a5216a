// Organisations over the API: a coordinator's own people and cases, what one was invited to, and all of them for operators.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { answerInvitation, listMyMemberships } from "../services/organisations/answer-invitation.ts";
import { createOrganisation } from "../services/organisations/create-organisation.ts";
import { leaveOrganisation, removeMember } from "../services/organisations/end-membership.ts";
import { inviteMember } from "../services/organisations/invite-member.ts";
import { listOrganisationCases, readOrganisationCase } from "../services/organisations/list-cases.ts";
import { listPeople } from "../services/organisations/list-people.ts";
import {
  closeOrganisation,
  listOrganisations,
  readAnyOrganisation,
  readOrganisation,
} from "../services/organisations/read-organisation.ts";
import { pageOfWhole } from "../services/whole-list.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson, requireRole } from "./session.ts";

/** Under /api/v2/organisation: of whoever coordinates one; for everyone else it does not exist. */
export const organisationApi = new Hono<AppEnv>();

organisationApi.get("/", async (c) => c.json(await readOrganisation(c.get("services"), requirePerson(c))));
organisationApi.get("/people", async (c) => {
  return c.json(await listPeople(c.get("services"), requirePerson(c), c.req.query()));
});
organisationApi.delete("/people/:id", async (c) => {
  await removeMember(c.get("services"), requirePerson(c), { id: c.req.param("id") });
  return c.body(null, 204);
});

export const invitationBody = z.object({ email: z.unknown(), role: z.unknown() });

organisationApi.post("/invitations", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, invitationBody);
  return c.json(await inviteMember(c.get("services"), person, body), 201);
});
organisationApi.get("/cases", async (c) => {
  return c.json(await listOrganisationCases(c.get("services"), requirePerson(c), c.req.query()));
});
organisationApi.get("/cases/:caseId", async (c) => {
  return c.json(await readOrganisationCase(c.get("services"), requirePerson(c), c.req.param("caseId")));
});

/** Under /api/v2/me/memberships: open invitations to the own address, and where one belongs. */
export const membershipsApi = new Hono<AppEnv>();

membershipsApi.get("/", async (c) => {
  const { items } = await listMyMemberships(c.get("services"), requirePerson(c));
  return c.json(pageOfWhole(items, c.req.query()));
});
membershipsApi.post("/:id/accept", (c) => answer(c, true));
membershipsApi.post("/:id/decline", (c) => answer(c, false));
membershipsApi.delete("/:id", async (c) => {
  await leaveOrganisation(c.get("services"), requirePerson(c), { id: c.req.param("id") });
  return c.body(null, 204);
});

async function answer(c: Context<AppEnv>, accept: boolean): Promise<Response> {
  return c.json(await answerInvitation(c.get("services"), requirePerson(c), { id: c.req.param("id"), accept }));
}

/** Under /api/v2/operator/organisations. */
export const operatorOrganisationsApi = new Hono<AppEnv>();

const operator = (c: Context<AppEnv>) => requireRole(c, "operator");

export const organisationBody = z.object({
  name: z.unknown(),
  kind: z.unknown(),
  uf: z.unknown().optional(),
  municipality: z.unknown().optional(),
  coordinator_email: z.unknown(),
});

operatorOrganisationsApi.get("/", async (c) => {
  return c.json(await listOrganisations(c.get("services"), operator(c), c.req.query()));
});
operatorOrganisationsApi.post("/", async (c) => {
  const person = operator(c);
  const body = await jsonBody(c, organisationBody);
  return c.json(await createOrganisation(c.get("services"), person, body), 201);
});
operatorOrganisationsApi.get("/:id", async (c) => {
  return c.json(await readAnyOrganisation(c.get("services"), operator(c), c.req.param("id")));
});
operatorOrganisationsApi.post("/:id/invitations", async (c) => {
  const person = operator(c);
  const body = await jsonBody(c, invitationBody);
  const invited = await inviteMember(c.get("services"), person, { ...body, organisationId: c.req.param("id") });
  return c.json(invited, 201);
});
operatorOrganisationsApi.post("/:id/close", async (c) => {
  return c.json(await closeOrganisation(c.get("services"), operator(c), c.req.param("id")));
});
