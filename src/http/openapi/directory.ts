// Routes of directory mode, where the client chooses from a list in a neutral order; and the houses with their modes.
import * as z from "zod";
import { CASE_MODES } from "../../domain/case-mode.ts";
import { contactInput } from "../../services/directory/contact-professional.ts";
import { listInput } from "../../services/directory/list-professionals.ts";
import { listTenantsInput } from "../../services/tenants/list-tenants.ts";
import { tenantBody } from "../tenant-body.ts";
import type { OperationGroup } from "./operation.ts";
import { cents, count, day, id, locale, moment, pageOf } from "./parts.ts";
import { offerStatus } from "./shapes.ts";

const entry = z
  .object({
    id: id("pro"),
    name: z.string(),
    licence: z.string(),
    uf: z.string(),
    municipality: z.string(),
    remote: z.boolean(),
    areas: z.array(z.string()),
    subareas: z.array(z.string()),
    languages: z.array(z.string()),
    fee_cents: cents,
    profile: z.string(),
    fictitious: z.boolean(),
  })
  .meta({ id: "DirectoryEntry", description: "Facts that each gave himself; no mark, no count, no paid place." });

const contact = z
  .object({
    offer_id: id("off"),
    professional_id: id("pro"),
    name: z.string(),
    licence: z.string(),
    status: offerStatus,
    text: z.string().nullable(),
    contacted_at: moment,
    expires_at: moment,
  })
  .meta({ id: "Contact" });

const tenant = z
  .object({
    id: z.string(),
    name: z.string(),
    hosts: z.array(z.string()),
    mode: z.enum(CASE_MODES),
    locale,
    notes: z.string(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: "Tenant" });
const caseCounts = z.object({ matching: count, directory: count });

export const directoryGroup: OperationGroup = {
  tag: "Directory",
  says: "Where a house is in directory mode: all who pass the gates, in an order drawn anew each day; the client writes to whom he wants.",
  operations: [
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/professionals",
      id: "listChoosable",
      summary: "From whom the client may choose",
      who: ["client"],
      query: listInput,
      answers: {
        200: { json: pageOf(entry).extend({ case_id: id("cas"), day, total: count, contacted: z.array(contact) }) },
      },
      errors: ["not_choosing"],
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/contacts",
      id: "contactProfessional",
      summary: "Write to one of them",
      notes: "The same professional twice is one contact, and its first text stays.",
      who: ["client"],
      body: contactInput,
      bodyExample: { professional_id: "pro_01kd9r7m4v8q2t6w0x3y5z7a9b", text: "Pode me atender nesta semana?" },
      answers: { 201: { json: contact } },
      errors: ["not_choosing", "too_many_open_contacts", "too_many_contacts", "not_choosable"],
    },
    {
      method: "get",
      path: "/api/v2/operator/tenants",
      id: "listTenants",
      summary: "The houses, by id",
      who: ["operator"],
      query: listTenantsInput,
      answers: {
        200: {
          json: pageOf(tenant.extend({ cases: caseCounts })).extend({
            default_mode: z.enum(CASE_MODES),
            default_cases: caseCounts,
          }),
        },
      },
    },
    {
      method: "put",
      path: "/api/v2/operator/tenants/{tenant_id}",
      id: "saveTenant",
      summary: "Make or change a house",
      notes: "A change of mode holds for cases that are opened from then on.",
      who: ["operator"],
      body: tenantBody,
      bodyExample: { name: "Defensoria", mode: "directory", notes: "O convênio pede que a pessoa escolha." },
      answers: { 200: { json: tenant } },
      errors: ["host_taken"],
    },
  ],
};
