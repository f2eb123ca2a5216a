// Firms, hospitals and legal-aid offices, and who belongs to them: a coordinator sees the own house's people and cases only.
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  MEMBER_ROLES,
  MEMBER_STATES,
  type MemberRole,
  type MemberState,
  ORGANISATION_KINDS,
  type OrganisationKind,
} from "../../domain/organisation.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} IN (${values.map((value) => `'${value}'`).join(", ")})`);

export const organisations = pgTable(
  "organisations",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind").$type<OrganisationKind>().notNull(),
    uf: text("uf"),
    municipality: text("municipality"),
    createdAt: moment("created_at").notNull(),
    /** Nobody coordinates it any more; its members stay professionals. */
    closedAt: moment("closed_at"),
  },
  (t) => [
    index("organisations_created_idx").on(t.createdAt),
    check("organisations_kind_check", oneOf("kind", ORGANISATION_KINDS)),
  ],
);

export const organisationMembers = pgTable(
  "organisation_members",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Whom the invitation went to, in small letters; who proves this address may accept it. */
    email: text("email").notNull(),
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<MemberRole>().notNull(),
    state: text("state").$type<MemberState>().notNull().default("invited"),
    invitedBy: text("invited_by").notNull(),
    invitedAt: moment("invited_at").notNull(),
    joinedAt: moment("joined_at"),
    leftAt: moment("left_at"),
  },
  (t) => [
    uniqueIndex("organisation_members_invited_key")
      .on(t.organisationId, t.email, t.role)
      .where(sql`state IN ('invited', 'member')`),
    // A professional works for one house at a time, and one person coordinates one.
    uniqueIndex("organisation_members_one_key").on(t.userId, t.role).where(sql`state = 'member'`),
    index("organisation_members_email_idx").on(t.email).where(sql`state = 'invited'`),
    index("organisation_members_list_idx").on(t.organisationId, t.invitedAt),
    check("organisation_members_role_check", oneOf("role", MEMBER_ROLES)),
    check("organisation_members_state_check", oneOf("state", MEMBER_STATES)),
    check(
      "organisation_members_joined_check",
      sql`${t.state} <> 'member' OR (${t.userId} IS NOT NULL AND ${t.joinedAt} IS NOT NULL)`,
    ),
  ],
);
