// The client's case page: files go up one after another, with progress, and wait where there is no network.

import { part } from "../lib/page-data.ts";
import { quickExit } from "../lib/quick-exit.ts";
import { sendUntilKept } from "../lib/send-file.ts";

interface CaseData {
  caseId: string;
  words: { sending: string; waiting: string; left: string };
  /** What to tell, by a refusal's code. */
  problems: Record<string, string>;
}

// Our own server wrote it into this same answer.
const data = JSON.parse(document.getElementById("page-data")?.textContent ?? "{}") as CaseData;
const form = part<HTMLFormElement>("add-files");
const line = part("sending");
let busy = false;

const exit = document.getElementById("exit");
if (exit instanceof HTMLFormElement) quickExit(exit);

const summary = document.getElementById("summary-text");
if (summary instanceof HTMLTextAreaElement) countCharacters(summary, part("summary-left"));

form.addEventListener("submit", (event) => {
  const files = [...(part<HTMLInputElement>("file").files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  if (!busy) void sendAll(files);
});

async function sendAll(files: readonly File[]): Promise<void> {
  busy = true;
  window.addEventListener("beforeunload", warn);
  try {
    for (const file of files) {
      const problem = await sendOne(file);
      if (problem !== null) return tell(`${file.name}: ${problem}`, true);
    }
    window.removeEventListener("beforeunload", warn);
    location.assign(`/conversations/${data.caseId}/case?done=added#files`);
  } finally {
    busy = false;
    window.removeEventListener("beforeunload", warn);
  }
}

/** Null when it is kept, else what to tell. */
async function sendOne(file: File): Promise<string | null> {
  const answer = await sendUntilKept(`/api/v2/cases/${data.caseId}/files`, file, {
    share: (share) =>
      tell(data.words.sending.replace("{name}", file.name).replace("{n}", String(Math.round(100 * share)))),
    wait: (code) => tell(data.problems[code] ?? data.words.waiting),
  });
  return answer.ok ? null : (data.problems[answer.code] ?? data.problems.files_away ?? "");
}

function tell(text: string, failed = false): void {
  line.hidden = false;
  line.textContent = text;
  line.classList.toggle("error", failed);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Not announced at each letter: a hint beside the box, which stops at its own limit. */
function countCharacters(box: HTMLTextAreaElement, beside: HTMLElement): void {
  const show = () => {
    const words = data.words.left.replace("{n}", String(box.value.length));
    beside.textContent = words.replace("{most}", String(box.maxLength));
    beside.hidden = false;
  };
  box.addEventListener("input", show);
  show();
}
