// A message of a talk as its readers see it.
import type { caseFiles, caseMessages } from "../../db/schema.ts";
import type { Sender } from "../../domain/talk/sides.ts";

export interface MessageView {
  id: string;
  from: Sender;
  text: string;
  /** Its sender's own id, so that a page recognises what it wrote. */
  client_message_id: string;
  /** `name` null: the file was taken back. */
  file: { id: string; name: string | null; type: string | null; bytes: number | null } | null;
  /** ISO 8601 */
  at: string;
  read_at: string | null;
}

interface MessageRow {
  message: typeof caseMessages.$inferSelect;
  file: typeof caseFiles.$inferSelect | null;
}

export function messageView({ message, file }: MessageRow): MessageView {
  const { name = null, type = null, bytes = null } = file?.deletedAt === null ? file : {};
  return {
    id: message.id,
    from: message.sender,
    text: message.text,
    client_message_id: message.clientMessageId,
    file: message.fileId === null ? null : { id: message.fileId, name, type, bytes },
    at: message.createdAt.toISOString(),
    read_at: message.readAt?.toISOString() ?? null,
  };
}
