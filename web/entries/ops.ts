// The console comes alive: it keeps itself up to date, is driven by keys, and sends replies without leaving the page.

import { copyButtons } from "../lib/copy-button.ts";
import { LivePage } from "../lib/live-page.ts";
import { part } from "../lib/page-data.ts";
import { replyForm } from "../lib/reply-form.ts";
import { shortcutKeys } from "../lib/shortcut-keys.ts";

const UNDER_WAY_MS = 3_000;

interface OpsData {
  stream: string;
  after: number | null;
  words: Record<string, string>;
  keys: Record<string, string>;
}

/** Our own server wrote it into this same answer, so its shape is known. */
const data = JSON.parse(part("page-data").textContent ?? "") as OpsData;
const title = document.title;
let needs = needsNow();

const page = new LivePage({
  stream: data.stream,
  after: data.after ?? undefined,
  words: data.words,
  onChange: (changed) => {
    if (changed.includes("talk")) scrollToEnd();
    const now = needsNow();
    if (now > needs) part("said").textContent = data.words.news ?? "";
    needs = now;
    document.title = now > 0 ? `(${now}) ${title}` : title;
  },
  onEvent: (type, event) => {
    if (type === "message" && event.from === "client") part("said").textContent = data.words.message ?? "";
  },
});
document.title = needs > 0 ? `(${needs}) ${title}` : title;
shortcutKeys(data.keys);
copyButtons();
replyForm({ words: data.words, onSent: (html) => page.take(html) });
scrollToEnd();
// A training or a back-fill tells the page nothing when it moves on: the page looks while one is under way.
setInterval(() => {
  if (document.visibilityState === "visible" && document.querySelector("[data-under-way]") !== null) page.refresh();
}, UNDER_WAY_MS);
// On a narrow screen the sections are one row that goes beyond the edge.
document.querySelector(".bar nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

function needsNow(): number {
  return Number(document.querySelector<HTMLElement>("[data-needs]")?.dataset.needs ?? 0);
}

/** The newest words are the ones to answer. */
function scrollToEnd(): void {
  const talk = document.getElementById("talk");
  if (talk !== null) talk.scrollTop = talk.scrollHeight;
}
