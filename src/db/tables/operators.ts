// How people who run the service come and prove themselves: set-up codes, invites, second factors.
import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

/** Codes that make the first operator, each good for once; the codes themselves are nowhere. */
export const setupCodes = pgTable("setup_codes", {
  /** SHA-256 of the code, in hex. */
  codeHash: text("code_hash").primaryKey(),
  createdAt: moment("created_at").notNull(),
  usedAt: moment("used_at"),
});

/** What an invite makes of somebody; who coordinates is invited by the organisation (organisations.ts). */
type InvitedRole = "operator";

export const invites = pgTable(
  "invites",
  {
    id: text("id").primaryKey(),
    /** In lower case; the person behind it may not be known yet. */
    email: text("email").notNull(),
    role: text("role").$type<InvitedRole>().notNull(),
    /** Null: operators belong to none. */
    organisationId: text("organisation_id"),
    /** SHA-256 of the link's token, in hex. */
    tokenHash: text("token_hash").notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    acceptedBy: text("accepted_by"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    uniqueIndex("invites_token_key").on(t.tokenHash),
    // An address has one open invite for one thing; a newer one takes the older one back.
    uniqueIndex("invites_open_key")
      .on(t.email, t.role, sql`coalesce(${t.organisationId}, '')`)
      .where(sql`accepted_at IS NULL AND revoked_at IS NULL`),
    index("invites_created_idx").on(t.createdAt, t.id),
  ],
);

/** An operator's authenticator app. A row is there from the first code that proved it. */
export const secondFactors = pgTable("second_factors", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** The shared secret, sealed (AES-GCM) for this user alone. */
  sealedSecret: text("sealed_secret").notNull(),
  /** The newest 30-second step of which a code was taken: none of it or before it counts again. */
  lastStep: bigint("last_step", { mode: "number" }).notNull(),
  createdAt: moment("created_at").notNull(),
});

/** What lets an operator in who lost the app: ten codes, each good for once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    /** SHA-256 of the user's id and the code, in hex. */
    codeHash: text("code_hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    usedAt: moment("used_at"),
  },
  (t) => [index("recovery_codes_user_idx").on(t.userId)],
);
