// The client's conversation comes alive: the stream's events, one's own words on their way, the panels beside them.
import type { Understanding } from "../../src/domain/triage/types.ts";
import { type CaseNews, isOverStand, newsAfter, standOf } from "../../src/domain/words/case-news.ts";
import { deltaOf } from "../../src/domain/words/reply-delta.ts";
import { boxOf, entryOf } from "../../src/domain/words/transcript.ts";
import { refreshAsks } from "../lib/asks.ts";
import { Composer } from "../lib/composer.ts";
import { CorrectForm } from "../lib/correct-form.ts";
import { forgetDraft } from "../lib/draft.ts";
import { element } from "../lib/elements.ts";
import { openEventStream, type StreamEvent } from "../lib/event-stream.ts";
import { LineNote } from "../lib/line-note.ts";
import { ownZone, pageLocale } from "../lib/moments.ts";
import { type Outgoing, OutgoingQueue } from "../lib/outgoing.ts";
import { conversationData, part } from "../lib/page-data.ts";
import { type PanelOptions, showNow, showReach, showStrip, showUnderstanding } from "../lib/panel-view.ts";
import { postMessage, stopReply } from "../lib/post-message.ts";
import { quickExit } from "../lib/quick-exit.ts";
import { loadReach } from "../lib/reach.ts";
import { keepAtEnd } from "../lib/scroll.ts";
import { keptMessages } from "../lib/tab-store.ts";
import { TranscriptView } from "../lib/transcript-view.ts";

/** Somebody who was writing and then is silent has stopped. */
const TYPING_MS = 25_000;
const ANNOUNCED = 5;

const data = conversationData();
const view: PanelOptions = { locale: pageLocale(), zone: ownZone(), words: data.words };

forgetDraft("begin");
quickExit(part<HTMLFormElement>("exit"));
openPanelWhereThereIsRoom();
// A closed conversation is only read.
if (!isOverStand(standOf(data.news))) comeAlive();

function comeAlive(): void {
  let news: CaseNews = data.news;
  let known: Understanding = data.understanding;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const scroll = keepAtEnd(part("talk"), part("latest"), part("jump"));
  const composer = new Composer({ onSay: say });
  const transcript = new TranscriptView({
    list: part("talk"),
    ...view,
    onEdit: (message) => composer.putBack(message.text),
    onStop: () => void stopReply(data.caseId),
  });
  const queue = new OutgoingQueue({
    ...keptMessages(data.caseId),
    post: (message) => postMessage(data.caseId, message),
    online: () => navigator.onLine,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onState: (message, state, status) => {
      transcript.showState(message, state, status);
      if (state === "refused") showTyping(false);
    },
  });
  const line = new LineNote(data.words);

  const form = new CorrectForm({ caseId: data.caseId, words: data.words, onSaved: () => scroll.toEnd() }, known);
  for (const message of queue.waiting) {
    if (transcript.has(message.id)) queue.arrived(message.id);
    else transcript.addPending(message);
  }
  queue.wake();
  window.addEventListener("online", () => queue.wake());
  openEventStream({
    url: `/api/v2/triage/stream/${data.caseId}`,
    after: data.lastSeq,
    onEvent: take,
    onState: (state) => {
      line.set(state === "live");
      if (state === "live") queue.wake();
    },
  });

  function say(text: string): void {
    const message: Outgoing = { id: crypto.randomUUID(), text, at: Date.now() };
    composer.offer([]);
    transcript.addPending(message);
    queue.add(message);
    scroll.toEnd();
  }

  function take(event: StreamEvent): void {
    if (event.type === "typing") showTyping(true, event.data.slow === true);
    // Part of the log is gone: the server's page shows what there is.
    else if (event.type === "gap") location.reload();
    else if (event.type !== "problem") takeLogged(event);
  }

  function takeLogged(event: StreamEvent): void {
    const atEnd = scroll.isAtEnd();
    const delta = event.type === "triage_update" ? deltaOf(event.data) : null;
    if (delta !== null) {
      transcript.addPiece(delta);
      if (atEnd) scroll.toEnd();
      return;
    }
    if (event.type === "client_asked") void refreshAsks(data.caseId).then(() => atEnd && scroll.toEnd());
    if (event.type === "offer_question") {
      void refreshAsks(data.caseId, "questions").then(() => atEnd && scroll.toEnd());
    }
    showUnread(event);
    const entry = entryOf(news, event, view);
    news = newsAfter(news, event);
    if (event.type === "triage_update") takeUnderstanding(event.data);
    if (entry !== null) {
      if (entry.kind === "said" && entry.from !== "client") showTyping(false);
      transcript.add(entry, Number(event.data.at ?? Date.now()));
      if (entry.kind === "said" && entry.clientMessageId !== null) queue.arrived(entry.clientMessageId);
      if (entry.kind === "said" && entry.from !== "client") composer.offer(entry.options);
      announce(entry.kind === "said" ? (entry.from === "client" ? "" : entry.text) : spoken(entry));
    }
    showNow(news, view);
    const stand = standOf(news);
    composer.allowPerson(stand !== "called" && stand !== "with_person");
    if (stand === "with_person") composer.offer([]);
    if (stand === "stopped") composer.offer([{ label: data.words.goOn ?? "", says: data.words.goOnWords }]);
    // The closing of a case changes the page's whole foot: the server writes it.
    if (isOverStand(stand)) location.reload();
    else if (atEnd) scroll.toEnd();
  }

  function takeUnderstanding(update: Record<string, unknown>): void {
    // Written by our own object in this version or an older one; the fields that are read are in all of them.
    const next = update.understanding as Understanding;
    if (next.area !== known.area || next.uf !== known.uf) {
      void loadReach(data.caseId).then((available) => showReach(available, view));
    }
    known = next;
    showUnderstanding(known, view);
    form.follow(known);
    showStrip(boxOf(update.safety), known, view);
  }

  function showTyping(on: boolean, slow = false): void {
    clearTimeout(typing);
    transcript.showTyping(on, slow);
    if (!on) return;
    typing = setTimeout(() => showTyping(false), TYPING_MS);
    if (scroll.isAtEnd()) scroll.toEnd();
  }
}

/** What the talk with the professional holds, beside the way to it. */
function showUnread({ type, data: told }: StreamEvent): void {
  const reads = type === "case_read" && told.by === "client";
  if (!reads && (type !== "case_message" || told.from === "client")) return;
  const count = reads ? 0 : Number(part("unread-count").textContent) + 1;
  part("unread-count").textContent = String(count);
  part("unread").hidden = count === 0;
}

function spoken(entry: Extract<ReturnType<typeof entryOf>, { kind: "safety" | "news" }>): string {
  if (entry.kind === "news") return entry.text;
  const sentences = [entry.box.title, ...entry.box.lines.map(({ text }) => text)];
  return sentences.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
}

/** For screen readers: what others said, once, without moving the focus. */
function announce(text: string): void {
  if (text === "") return;
  const said = part("said");
  said.append(element("p", {}, text));
  // Long read out already: what stays would only be found again by browsing.
  while (said.childElementCount > ANNOUNCED) said.firstElementChild?.remove();
}

function openPanelWhereThereIsRoom(): void {
  const wide = matchMedia("(min-width: 60rem)");
  const panel = part<HTMLDetailsElement>("panel");
  panel.open = wide.matches;
  wide.addEventListener("change", () => {
    panel.open = wide.matches;
  });
}
