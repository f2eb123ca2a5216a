// A file as its readers see it.
import type { caseFiles } from "../../db/schema.ts";
import type { Side } from "../../domain/talk/sides.ts";

export interface FileView {
  id: string;
  name: string;
  /** Media type. */
  type: string;
  bytes: number;
  /** Who added it. */
  by: Side;
  /** ISO 8601 */
  created_at: string;
}

export function fileView(row: typeof caseFiles.$inferSelect): FileView {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    by: row.offerId === null ? "client" : "professional",
    created_at: row.createdAt.toISOString(),
  };
}
