// The talk of client and professional comes alive: words and files go out by themselves, what the other writes and reads is seen at once.
import { element } from "../lib/elements.ts";
import { openEventStream, type StreamEvent } from "../lib/event-stream.ts";
import { LineNote } from "../lib/line-note.ts";
import { localMoments, ownZone, pageLocale } from "../lib/moments.ts";
import { type Outgoing, OutgoingQueue } from "../lib/outgoing.ts";
import { part } from "../lib/page-data.ts";
import { postJson } from "../lib/post-message.ts";
import { keepAtEnd } from "../lib/scroll.ts";
import { sendUntilKept } from "../lib/send-file.ts";
import { keptMessages } from "../lib/tab-store.ts";
import { type TalkMessage, TalkView } from "../lib/talk-view.ts";
import { WriteBox } from "../lib/write-box.ts";

interface TalkData {
  caseId: string;
  side: string;
  stream: { url: string; after: number | null };
  /** False for a page that is only read. */
  live: boolean;
  /** True while words pass. */
  open: boolean;
  /** Id of the newest message that the server has written into the page. */
  last: string | null;
  /** Where the page opens. */
  begins: "end" | "top";
  files: string;
  other: string;
  words: Record<string, string>;
  problems: Record<string, string>;
}

/** One's own words come back by the post's answer: their event is looked after only where that does not come. */
const OWN_MS = 800;
/** Several messages that come together are one reading. */
const READ_MS = 250;
const MOST_NEW = 50;
/** Of the case itself: what they change, the server writes. */
const CHANGES = new Set(["case_talk", "contract_update", "offer_update"]);
/** The replay of a new tab brings many: they are one look. */
const CHANGES_MS = 500;

// Our own server wrote it into this same answer.
const data = JSON.parse(part("page-data").textContent ?? "") as TalkData;
const api = `/api/v2/cases/${data.caseId}/messages`;
const title = document.title;
let last = data.last;
let busy = false;
let again = false;
let reading: ReturnType<typeof setTimeout> | undefined;
let looking: ReturnType<typeof setTimeout> | undefined;

const scroll = keepAtEnd(
  part("talk"),
  part("latest"),
  document.getElementById("jump") ?? element("button"),
  data.begins,
);
const view = new TalkView({
  list: part("talk"),
  side: data.side,
  other: data.other,
  files: data.files,
  locale: pageLocale(),
  zone: ownZone(),
  words: data.words,
  onEdit: (message) => box?.putBack(message.text),
});
const queue = data.open ? openQueue() : null;
const box = data.open ? new WriteBox((text) => send({ id: crypto.randomUUID(), text, at: Date.now() })) : null;
if (data.live) follow();
if (data.open) attachFiles();

function follow(): void {
  const line = new LineNote(data.words);
  const key = `live:${data.stream.url}`;
  const after = data.stream.after ?? (Number(sessionStorage.getItem(key)) || 0);
  const follower = openEventStream({
    url: data.stream.url,
    after,
    onEvent: (event) => {
      if (data.stream.after === null) sessionStorage.setItem(key, String(follower.after));
      take(event);
    },
    onState: (state) => {
      line.set(state === "live");
      if (state === "live") queue?.wake();
    },
  });
  window.addEventListener("online", () => queue?.wake());
  document.addEventListener("visibilitychange", () => readSoon());
  readSoon();
}

function take({ type, data: told }: StreamEvent): void {
  if (type === "gap") location.reload();
  if (told.case_id !== undefined && told.case_id !== data.caseId) return;
  if (type === "case_message") takeMessage(String(told.message_id), told.from === data.side);
  else if (type === "case_read") takeReading(String(told.up_to), String(told.by), String(told.at));
  else if (CHANGES.has(type)) {
    clearTimeout(looking);
    looking = setTimeout(() => void lookAnew(), CHANGES_MS);
  }
}

/** The facts of the case are swapped; where words no longer pass, or do again, the page is another one. */
async function lookAnew(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (answer === null) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || (page.getElementById("write") !== null) !== data.open) return location.reload();
  const [facts, fresh] = [document.getElementById("case-facts"), page.getElementById("case-facts")];
  if (facts === null || fresh === null || facts.contains(document.activeElement)) return;
  facts.replaceChildren(...fresh.childNodes);
  localMoments(facts);
}

function takeMessage(id: string, own: boolean): void {
  if (view.has(id)) return;
  if (own) setTimeout(() => view.has(id) || void fetchNew(), OWN_MS);
  else void fetchNew();
}

function takeReading(upTo: string, by: string, at: string): void {
  if (by === data.side) view.forgetUnread(upTo);
  else view.markRead(upTo, at);
  mark();
}

/** Everything after the newest known message; a long absence is the server's to write. */
async function fetchNew(): Promise<void> {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const query = new URLSearchParams({ limit: String(MOST_NEW), ...(last === null ? {} : { after: last }) });
    const answer = await fetch(`${api}?${query}`);
    if (!answer.ok) return;
    // Our own API; the fields that are read are in every version of it.
    const { items, next } = (await answer.json()) as { items: TalkMessage[]; next: string | null };
    if (next !== null) return location.reload();
    const atEnd = scroll.isAtEnd();
    for (const message of items.toReversed()) show(message);
    last = items[0]?.id ?? last;
    if (atEnd) scroll.toEnd();
    readSoon();
  } catch (error) {
    // No network: the stream says when it is back, and the next event fetches all.
    if (!(error instanceof TypeError)) throw error;
  } finally {
    busy = false;
  }
  if (!again) return;
  again = false;
  await fetchNew();
}

function show(message: TalkMessage): void {
  document.getElementById("talk-empty")?.remove();
  if (!view.add(message)) return;
  if (message.from === data.side) queue?.arrived(message.client_message_id);
  else announce(message.text === "" ? (message.file?.name ?? "") : message.text);
}

function send(message: Outgoing): void {
  document.getElementById("talk-empty")?.remove();
  view.addPending(message);
  queue?.add(message);
  scroll.toEnd();
}

function openQueue(): OutgoingQueue {
  const made = new OutgoingQueue({
    ...keptMessages(`talk:${data.caseId}`),
    post: ({ id, text, file }) =>
      postJson(api, { text, client_message_id: id, file_id: file?.id ?? null }, (answer) => {
        // Our own API's message; shown at once, whatever its event says later.
        view.add(answer as TalkMessage);
      }),
    online: () => navigator.onLine,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onState: (message, state, status) => view.showState(message, state, status),
  });
  for (const message of made.waiting) {
    if (view.hasOwn(message.id)) made.arrived(message.id);
    else view.addPending(message);
  }
  made.wake();
  return made;
}

/** Read is what stands on a page that somebody looks at. */
function readSoon(): void {
  mark();
  if (document.visibilityState !== "visible" || view.unread() === null) return;
  clearTimeout(reading);
  reading = setTimeout(() => void read(), READ_MS);
}

async function read(): Promise<void> {
  const upTo = view.unread();
  if (upTo === null || document.visibilityState !== "visible") return;
  const { ok } = await postJson(`${api}/read`, { up_to: upTo });
  if (ok) view.forgetUnread(upTo);
  mark();
}

/** Unread messages stand in the tab's title, for someone who works elsewhere meanwhile. */
function mark(): void {
  const count = view.countUnread();
  document.title = count === 0 ? title : `(${count}) ${title}`;
}

/** For screen readers: what the other wrote, once, without moving the focus. */
function announce(text: string): void {
  const said = part("said");
  said.append(element("p", {}, `${data.other}: ${text}`));
  while (said.childElementCount > 5) said.firstElementChild?.remove();
}

function attachFiles(): void {
  const form = part<HTMLFormElement>("attach");
  const line = part("attach-state");
  const field = part<HTMLInputElement>("attach-file");
  const tell = (text: string, failed = false) => {
    line.hidden = text === "";
    line.textContent = text;
    line.classList.toggle("error", failed);
  };
  form.addEventListener("submit", (event) => {
    const [file] = field.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    form.reset();
    void sendOne(file, tell).then((problem) => tell(problem ?? "", problem !== null));
  });
}

/** Null when it is on its way as a message, else what to tell. */
async function sendOne(file: File, tell: (text: string) => void): Promise<string | null> {
  const { words, problems } = data;
  const answer = await sendUntilKept(`/api/v2/cases/${data.caseId}/files`, file, {
    share: (share) =>
      tell((words.uploading ?? "").replace("{name}", file.name).replace("{n}", String(Math.round(100 * share)))),
    wait: (code) => tell(problems[code] ?? words.uploadWaits ?? ""),
  });
  if (!answer.ok) return problems[answer.code] ?? problems.files_away ?? "";
  send({ id: `file-${answer.id}`, text: "", at: Date.now(), file: { id: answer.id, name: file.name } });
  return null;
}
