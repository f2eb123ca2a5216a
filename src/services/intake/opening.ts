// How the conversation of a case is opened.
import type { OpenConversation } from "../../domain/ports.ts";
import type { CaseRow } from "./visible-case.ts";

export function openingOf(row: CaseRow): OpenConversation {
  return {
    caseId: row.id,
    conversationId: row.conversationId,
    vertical: "legal",
    locale: row.locale,
    zone: row.zone,
  };
}
