// An invite as operators see it: never with its token.
import type { invites } from "../../db/schema.ts";

/** A long weekend. */
export const INVITE_HOURS = 72;

export interface InviteItem {
  id: string;
  email: string;
  role: "operator";
  status: "open" | "accepted" | "revoked" | "expired";
  /** Null where the name is not known. */
  invited_by: string | null;
  created_at: string;
  expires_at: string;
}

type Row = Pick<
  typeof invites.$inferSelect,
  "id" | "email" | "role" | "createdAt" | "expiresAt" | "acceptedAt" | "revokedAt"
> & { invitedByName: string | null };

export function inviteItem(row: Row, now: Date): InviteItem {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    status: statusOf(row, now),
    invited_by: row.invitedByName,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
  };
}

function statusOf(row: Row, now: Date): InviteItem["status"] {
  if (row.acceptedAt !== null) return "accepted";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt <= now ? "expired" : "open";
}
