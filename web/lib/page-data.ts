// What the server left in the page for its module.
import type { Understanding } from "../../src/domain/triage/types.ts";
import type { CaseNews } from "../../src/domain/words/case-news.ts";

export interface ConversationData {
  caseId: string;
  /** Number of the last event that the server has written into the page. */
  lastSeq: number;
  news: CaseNews;
  understanding: Understanding;
  /** Words in the page's language by name. */
  words: Record<string, string>;
}

/** Our own server wrote it into this same answer, so its shape is known. */
export function conversationData(): ConversationData {
  const json = document.getElementById("page-data")?.textContent ?? "";
  return JSON.parse(json) as ConversationData;
}

/** The element that the page's markup promises; a missing one is a defect. */
export function part<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as E;
}
