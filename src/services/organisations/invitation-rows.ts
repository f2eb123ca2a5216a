// An invitation to an organisation as statements of one batch: the membership to be, the message to the address, the audit.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, notifications, organisationMembers } from "../../db/schema.ts";
import { render } from "../../domain/notifications/templates.ts";
import type { MemberRole } from "../../domain/organisation.ts";
import type { ServiceContext } from "../context.ts";
import { letterStatus, sendings } from "../notify/outside-row.ts";
import type { Operator } from "../operations/as-operator.ts";

/** In small letters, as the sign-in keeps it. */
export const emailField = z
  .string({ error: "Give an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, { error: "An e-mail address has at most 254 characters.", abort: true })
  .pipe(z.email({ error: "It should look like name@example.com." }));

interface Invitation {
  organisationId: string;
  /** Its name, for the message. */
  organisation: string;
  email: string;
  role: MemberRole;
  by: Operator;
}

/** Who is invited or belongs already gets no second invitation and no second message. */
export function invitationRows(ctx: ServiceContext, invitation: Invitation) {
  const { organisationId, organisation, email, role, by } = invitation;
  const now = ctx.now();
  const id = newId("mem", now.getTime());
  const isNew = sql`EXISTS (SELECT 1 FROM organisation_members WHERE id = ${id})`;
  const { subject, text, path } = render("organisation_invited", { organisation, role }, by.locale);
  const link = new URL(path ?? "/", ctx.publicOrigin).href;
  const letterId = newId("ntf", now.getTime());
  const sending = sendings(ctx, [{ id: letterId, kind: "organisation_invited" }]);
  const statements = [
    ctx.db
      .insert(organisationMembers)
      .values({ id, organisationId, email, role, state: "invited", invitedBy: by.userId, invitedAt: now })
      .onConflictDoNothing(),
    insertIf(
      ctx.db,
      notifications,
      {
        id: letterId,
        key: `organisation_invited:${id}`,
        userId: sql`(SELECT id FROM users WHERE email = ${email})` as unknown as string,
        recipient: email,
        channel: "email",
        kind: "organisation_invited",
        subject,
        text: `${text}\n\n${link}`,
        link,
        locale: by.locale,
        status: letterStatus(ctx),
        createdAt: now,
      },
      isNew,
    ),
    insertIf(ctx.db, audit, auditRow(by.userId, "organisation.invited", organisationId, now, { role }), isNew),
    // Last: whoever makes the batch hands its answer to `enqueue`.
    ctx.db.execute(sending.statement),
  ] as const;
  return { id, statements, enqueue: sending.enqueue };
}
