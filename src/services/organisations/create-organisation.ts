// An operator enters a firm, a hospital or a legal-aid office; its first coordinator is invited in the same step.
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, organisations } from "../../db/schema.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import { ORGANISATION_KINDS } from "../../domain/organisation.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import { emailField, invitationRows } from "./invitation-rows.ts";

export const input = z.object({
  name: plainText({ error: "Give its name." })
    .trim()
    .min(2, { error: "Give its name." })
    .max(120, { error: "A name has at most 120 characters." }),
  kind: z.enum(ORGANISATION_KINDS, { error: `The kind is one of ${ORGANISATION_KINDS.join(", ")}.` }),
  uf: z.enum(UFS, { error: "The state is two letters, e.g. SP." }).nullish(),
  municipality: plainText().trim().max(120).nullish(),
  coordinator_email: emailField,
});

/** The organisation and its first invitation. Throws `invalid_input`, `not_found` for anyone but an operator. */
export async function createOrganisation(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ id: string; name: string; kind: string; invitation_id: string }> {
  const operator = asOperator(actor);
  const { name, kind, uf, municipality, coordinator_email: email } = parseInput(input, raw);
  const now = ctx.now();
  const id = newId("org", now.getTime());
  const invited = invitationRows(ctx, {
    organisationId: id,
    organisation: name,
    email,
    role: "coordinator",
    by: operator,
  });
  const answers = await ctx.db.batch([
    ctx.db
      .insert(organisations)
      .values({ id, name, kind, uf: uf ?? null, municipality: municipality || null, createdAt: now }),
    ctx.db.insert(audit).values(auditRow(operator.userId, "organisation.created", id, now, { kind })),
    ...invited.statements,
  ]);
  await invited.enqueue(answers.at(-1));
  return { id, name, kind, invitation_id: invited.id };
}
