// Where a client's case stands, folded from the events of its conversation, the same on the server and in the browser.
import type { CaseMode } from "../case-mode.ts";
import type { CaseStatus, CloseReason } from "../case-state.ts";
import type { ConversationStatus } from "../ports.ts";

export type Stand =
  | "telling"
  | "called"
  | "with_person"
  | "stopped"
  | "not_legal"
  | "searching"
  | "choosing"
  | "asked"
  | "nobody"
  | "accepted"
  | "to_sign"
  | "signed"
  | "closed"
  | "called_off"
  | "asleep";

export interface CaseNews {
  /** Who finds the professional: Vez, or the client himself. Not in the events: known when the page is made. */
  mode: CaseMode;
  /** The interview or the search, apart from who holds the talk. */
  conversation: ConversationStatus;
  controlledBy: "agent" | "human";
  operatorName: string | null;
  progress: Progress;
  /** Professionals asked in the latest wave, and until when they can answer (ISO 8601). */
  asked: number | null;
  wave: number | null;
  answerBy: string | null;
  /** In directory mode: to whom the client wrote last. */
  chosen: string | null;
  professional: string | null;
  /** Not in the events: known from the case when the page is made. */
  professionalEmail: string | null;
  contractId: string | null;
  /** Parties that have signed: `client`, `professional`. */
  signed: string[];
  /** Until when the search waits for the client to say how to be reached (ISO 8601). */
  waitsUntil: string | null;
  /** Acceptances and contracts that count no more: late news of them change nothing. */
  undone: readonly string[];
}

/** How far the case itself is. */
export type Progress =
  | "telling"
  | "not_legal"
  | "searching"
  | "choosing"
  | "asked"
  | "nobody"
  | "accepted"
  | "to_sign"
  | "signed"
  | "closed"
  | "called_off"
  | "asleep";

export const NO_NEWS: CaseNews = {
  mode: "matching",
  conversation: "interviewing",
  controlledBy: "agent",
  operatorName: null,
  progress: "telling",
  asked: null,
  wave: null,
  answerBy: null,
  chosen: null,
  professional: null,
  professionalEmail: null,
  contractId: null,
  signed: [],
  waitsUntil: null,
  undone: [],
};

/** The news after one event; `data` comes from the log and is read with care, since it outlives versions. */
export function newsAfter(news: CaseNews, event: { type: string; data: Record<string, unknown> }): CaseNews {
  const { type, data } = event;
  if (type === "triage_update") {
    const conversation = conversationOf(data.status) ?? news.conversation;
    const goesOn = news.progress === "not_legal" && conversation === "interviewing";
    return { ...news, conversation, progress: goesOn ? "telling" : news.progress };
  }
  if (type === "triage_completed") {
    const search = news.mode === "directory" ? "choosing" : "searching";
    return { ...news, conversation: "completed", progress: data.area === "nenhuma" ? "not_legal" : search };
  }
  if (type === "handoff") return afterHandoff(news, data);
  if (type === "client_asked" && data.about === "reach") return { ...news, waitsUntil: textOf(data.until) };
  if (type === "match_ready") {
    return {
      ...news,
      waitsUntil: null,
      progress: "asked",
      asked: numberOf(data.asked),
      wave: numberOf(data.wave),
      answerBy: textOf(data.answer_by),
      chosen: textOf(data.name),
    };
  }
  if (type === "offer_update" && data.status === "choosing") return { ...news, progress: "choosing" };
  // It goes on in another case, whose page the reader is led to.
  if (type === "offer_update" && data.status === "joined") return { ...news, progress: "closed" };
  if (type === "offer_update" && data.status === "unmatched") return { ...news, progress: "nobody" };
  if (type === "offer_update" && isCourse(data.status)) return afterCourse(news, data.status, data);
  if (type === "offer_update" && data.status === "accepted") {
    if (isUndone(news, data.offer_id)) return news;
    return { ...news, progress: "accepted", professional: textOf(data.professional) ?? news.professional };
  }
  if (type === "contract_update") return afterContract(news, data);
  return news;
}

/** What the client is to see first: a person who writes comes before the state of the search. */
export function standOf(news: CaseNews): Stand {
  if (isOverProgress(news.progress)) return news.progress;
  if (news.controlledBy === "human") return "with_person";
  if (news.conversation === "handed_off") return "called";
  if (news.conversation === "stopped" && ENDS_AT_STOP.has(news.progress)) return "stopped";
  return news.progress;
}

/** True of a case that is only read: done, called off or fallen asleep. */
export function isOverStand(stand: Stand): boolean {
  return OVER.has(stand);
}

/** True of a case that its client can take up again. */
export function mayReopen(news: CaseNews): boolean {
  return (news.progress === "called_off" || news.progress === "asleep") && news.contractId === null;
}

function isOverProgress(progress: Progress): progress is "closed" | "called_off" | "asleep" {
  return OVER.has(progress);
}

const OVER: ReadonlySet<Stand> = new Set<Stand>(["closed", "called_off", "asleep"]);

/** True once Vez asked somebody: from then on there is a "why these". Whom the client chose needs no reasons. */
export function hasAsked(news: CaseNews): boolean {
  if (news.mode === "directory") return false;
  return news.wave !== null || HAS_ASKED.has(news.progress);
}

/** True while the client may look at the list and write to somebody. */
export function mayChoose(news: CaseNews): boolean {
  const stand = standOf(news);
  return (
    news.mode === "directory" && stand !== "stopped" && (news.progress === "choosing" || news.progress === "asked")
  );
}

/** True once the questions are over and the case is one: it has a page of its own from then on. */
export function isTriaged(news: CaseNews): boolean {
  return news.progress !== "telling" && news.progress !== "not_legal";
}

/** True from an acceptance on: somebody works with what is there. */
export function isTaken(news: CaseNews): boolean {
  return TAKEN.has(news.progress);
}

const TAKEN: ReadonlySet<Progress> = new Set<Progress>(["accepted", "to_sign", "signed", "closed"]);

const HAS_ASKED: ReadonlySet<Progress> = new Set<Progress>(["asked", "accepted", "to_sign", "signed"]);

/** What a client's "stop" ends; from an acceptance on the agreement is what counts. */
const ENDS_AT_STOP: ReadonlySet<Progress> = new Set<Progress>([
  "telling",
  "not_legal",
  "searching",
  "choosing",
  "asked",
  "nobody",
]);

/** How far the case is by its row, for a log whose early events are gone. */
export function progressOf(
  status: CaseStatus,
  contractId: string | null,
  closeReason: CloseReason | null = null,
): Progress {
  if (status === "closed" && closeReason === "cancelled") return "called_off";
  if (status === "closed" && closeReason === "silent") return "asleep";
  if (status === "triage" || status === "handed_off" || status === "stopped") return "telling";
  if (status === "matching") return "searching";
  if (status === "offering") return "asked";
  if (status === "unmatched") return "nobody";
  if (status === "forgotten") return "closed";
  if (status === "accepted") return contractId === null ? "accepted" : "to_sign";
  return status;
}

/** True where the case has moved further than the events tell, because their news is still on its way. */
export function isBehind(news: CaseNews, status: CaseStatus): boolean {
  const isOver = status === "closed" || status === "forgotten";
  if (isOver !== OVER.has(news.progress)) return true;
  return TAKEN.has(news.progress) && !isOver && status !== "accepted" && status !== "signed";
}

/** True while the panel may still be corrected: nobody has been asked yet. */
export function isCorrectable(news: CaseNews): boolean {
  return news.progress === "telling" || news.progress === "not_legal";
}

type Course = "searching_again" | "cancelled" | "silent" | "reopened";

function isCourse(status: unknown): status is Course {
  return status === "searching_again" || status === "cancelled" || status === "silent" || status === "reopened";
}

/** A change of course undoes what was agreed, but for a contract that both had signed and that ended with it. */
function afterCourse(news: CaseNews, status: Course, data: Record<string, unknown>): CaseNews {
  if (status === "cancelled") return { ...news, progress: "called_off" };
  if (status === "silent") return { ...news, progress: "asleep" };
  const offerId = textOf(data.offer_id);
  const search = news.mode === "directory" ? "choosing" : "searching";
  const conversation = data.to === "triage" ? "interviewing" : "completed";
  return {
    ...news,
    ...NOBODY,
    conversation: status === "reopened" && news.conversation === "stopped" ? conversation : news.conversation,
    progress: data.to === "triage" ? "telling" : search,
    undone: offerId === null ? news.undone : [...news.undone, offerId],
  };
}

const NOBODY = {
  asked: null,
  answerBy: null,
  chosen: null,
  professional: null,
  professionalEmail: null,
  contractId: null,
  signed: [],
} satisfies Partial<CaseNews>;

function isUndone(news: CaseNews, id: unknown): boolean {
  return typeof id === "string" && news.undone.includes(id);
}

function afterHandoff(news: CaseNews, data: Record<string, unknown>): CaseNews {
  if (data.state === "taken") {
    return {
      ...news,
      conversation: "handed_off",
      controlledBy: "human",
      operatorName: textOf(data.operator_name),
    };
  }
  if (data.state === "called") return { ...news, conversation: "handed_off" };
  const conversation = news.progress === "telling" ? "interviewing" : "completed";
  return { ...news, conversation, controlledBy: "agent", operatorName: null };
}

function afterContract(news: CaseNews, data: Record<string, unknown>): CaseNews {
  const { status } = data;
  if (isUndone(news, data.contract_id)) return news;
  const contractId = textOf(data.contract_id) ?? news.contractId;
  // What comes of it is said by the change of course beside it.
  if (status === "voided") {
    return {
      ...news,
      contractId: null,
      signed: [],
      undone: contractId === null ? news.undone : [...news.undone, contractId],
    };
  }
  const signed = Array.isArray(data.signed) ? data.signed.filter((party) => typeof party === "string") : news.signed;
  if (status === "signed" || status === "closed") return { ...news, contractId, signed, progress: status };
  return { ...news, contractId, signed, progress: "to_sign" };
}

function conversationOf(value: unknown): ConversationStatus | null {
  return STATUSES.find((status) => status === value) ?? null;
}

const STATUSES: readonly ConversationStatus[] = ["interviewing", "completed", "handed_off", "stopped"];

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
