// Everything that the client's conversation page shows, read once for the request.
import type { Context } from "hono";
import type { CaseMode } from "../../domain/case-mode.ts";
import type { LoggedEvent } from "../../domain/events.ts";
import { isArea } from "../../domain/legal/areas.ts";
import type { ConversationSnapshot } from "../../domain/ports.ts";
import { type CaseNews, isBehind, NO_NEWS, newsAfter, progressOf } from "../../domain/words/case-news.ts";
import { openReply } from "../../domain/words/reply-delta.ts";
import { type Entry, entryOf } from "../../domain/words/transcript.ts";
import { readCase } from "../../services/cases/read-case.ts";
import { readContract } from "../../services/contracts/read-contract.ts";
import { readAccount } from "../../services/identity/read-account.ts";
import { readConversation } from "../../services/intake/read-conversation.ts";
import { countAvailable } from "../../services/matching/count-available.ts";
import { type Asks, readAsks } from "../../services/reach/read-asks.ts";
import { countUnread } from "../../services/talk/count-unread.ts";
import { type ClientQuestion, listQuestions } from "../../services/talk/list-questions.ts";
import type { AppEnv, Person } from "../app-env.ts";

/** A long talk shows its latest part; the whole stays in the log. */
const SHOWN_EVENTS = 400;

export interface ClientView {
  caseId: string;
  zone: string;
  snapshot: ConversationSnapshot;
  /** `open`: still being said. */
  entries: { event: LoggedEvent; entry: Entry; open?: boolean }[];
  /** True where earlier messages exist and are not shown. */
  cut: boolean;
  news: CaseNews;
  /** The address that the conversations are kept under, or null. */
  email: string | null;
  /** Professionals in reach for the area, or null while there is none. */
  available: number | null;
  /** Of a closed case. */
  contract: Awaited<ReturnType<typeof readContract>> | null;
  /** What the client is asked beside the interview. */
  asks: Asks;
  questions: ClientQuestion[];
  /** Words in the talk that wait to be read. */
  unread: number;
}

/** Only the client's own: for everyone else, operators included, throws `not_found`. */
export async function readClientView(c: Context<AppEnv>, person: Person, caseId: string): Promise<ClientView> {
  const services = c.get("services");
  const client: Person = { ...person, role: "client" };
  const [{ row, snapshot: first }, seen, account, asks, { items: questions }, waiting] = await Promise.all([
    readConversation(services, client, caseId),
    readCase(services, client, caseId),
    readAccount(services, person),
    readAsks(services, client, caseId),
    listQuestions(services, client, caseId),
    countUnread(services, "client", [caseId]),
  ]);
  const snapshot = await latestPart(c, client, caseId, first);
  const cut = (snapshot.events[0]?.seq ?? 1) > 1;
  const { entries, news: folded } = foldEvents(snapshot.events, row.mode, { locale: c.get("locale"), zone: row.zone });
  const behind = isBehind(folded, row.status);
  const news: CaseNews = {
    ...folded,
    conversation: snapshot.status,
    controlledBy: snapshot.controlledBy,
    contractId: (behind ? null : folded.contractId) ?? seen.contract_id,
    professional: (behind ? null : folded.professional) ?? seen.professional,
    professionalEmail: seen.professional_email,
    waitsUntil: asks.waitsUntil,
    ...(cut || behind ? { progress: progressOf(row.status, seen.contract_id, row.closeReason) } : {}),
  };
  const { area, uf } = snapshot.understanding;
  const closed = news.progress === "closed" && news.contractId !== null;
  const [available, contract] = await Promise.all([
    area === null || !isArea(area) || area === "nenhuma" ? null : countAvailable(services, { area, uf }),
    closed && news.contractId !== null ? readContract(services, client, { contractId: news.contractId }) : null,
  ]);
  const unread = waiting.get(caseId) ?? 0;
  const rest = { available, contract, asks, questions, unread };
  return { caseId, zone: row.zone, snapshot, entries, cut, news, email: account.email, ...rest };
}

async function latestPart(
  c: Context<AppEnv>,
  client: Person,
  caseId: string,
  first: ConversationSnapshot,
): Promise<ConversationSnapshot> {
  if ((first.events.at(-1)?.seq ?? 0) >= first.lastSeq) return first;
  const after = Math.max(0, first.lastSeq - SHOWN_EVENTS);
  const { snapshot } = await readConversation(c.get("services"), client, caseId, { after, limit: SHOWN_EVENTS });
  return snapshot;
}

function foldEvents(events: readonly LoggedEvent[], mode: CaseMode, reader: Parameters<typeof entryOf>[2]) {
  const entries: ClientView["entries"] = [];
  let news: CaseNews = { ...NO_NEWS, mode };
  for (const event of events) {
    const entry = entryOf(news, event, reader);
    news = newsAfter(news, event);
    if (entry !== null) entries.push({ event, entry });
  }
  const open = openReply(events);
  const last = events.at(-1);
  if (open !== null && last !== undefined) {
    const own = { clientMessageId: null, operatorName: null, options: [] };
    entries.push({ event: last, entry: { kind: "said", from: "agent", ...open, ...own }, open: true });
  }
  return { entries, news };
}
