// The button that listens: tells once who gets the sound, shows what happens, and leaves words in the field to be read.
import { dictation } from "./dictation.ts";
import { part } from "./page-data.ts";
import { recording } from "./recording.ts";
import type { VoiceProblem, VoiceSource, VoiceState, VoiceWorld } from "./voice-source.ts";

const TOLD = "vez:voice-told:";
const BUTTONS = ["voice-start", "voice-stop", "voice-again", "voice-discard"] as const;
const SHOWN: Record<VoiceState, readonly (typeof BUTTONS)[number][]> = {
  idle: ["voice-start"],
  asking: ["voice-discard"],
  listening: ["voice-stop"],
  recording: ["voice-stop", "voice-discard"],
  turning: ["voice-discard"],
  kept: ["voice-again", "voice-discard"],
};
const ASKS_AFTER_MS = 600;
/** How near the end counts as being there, in px. */
const NEAR_PX = 160;
/** Problems of the browser's own recogniser, where a recording may do better. */
const NOT_OURS: ReadonlySet<VoiceProblem> = new Set<VoiceProblem>(["network", "otherLanguage", "failed"]);

/** `root` is hidden where the browser can do neither. */
export function voice(root: HTMLElement): void {
  // Our own server wrote it into this same answer.
  const words = JSON.parse(root.dataset.words ?? "{}") as Record<string, string>;
  const field = part<HTMLTextAreaElement>(root.dataset.field ?? "");
  let state: VoiceState = "idle";
  let ticking: ReturnType<typeof setInterval> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const world: VoiceWorld = { field, language: root.dataset.language ?? "pt-BR", write, show, ended };
  const recorder = recording(world, root.dataset.transcriptUrl);
  let source: VoiceSource | null = dictation(world) ?? recorder;
  if (source === null) return;
  root.hidden = false;

  on("voice-start", () => source !== null && begin(source));
  on("voice-stop", () => source?.stop());
  on("voice-again", () => source?.again?.());
  on("voice-discard", () => source?.cancel());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (state === "listening" || state === "recording") source?.stop();
    // A recording that waits is thrown away by its button alone.
    else if (state === "asking") source?.cancel();
  });
  // Who writes or sends has taken over: what is still heard must not overwrite their words.
  const takeOver = () => state === "listening" && source?.cancel();
  field.addEventListener("input", ({ isTrusted }) => isTrusted && takeOver());
  document.addEventListener("submit", ({ target }) => (isExit(target) ? source?.cancel() : takeOver()), {
    capture: true,
  });
  window.addEventListener("pagehide", () => source?.cancel());

  function begin(chosen: VoiceSource): void {
    const name = TOLD + chosen.told;
    const isTold = sessionStorage.getItem(name) !== null;
    sessionStorage.setItem(name, "yes");
    if (isTold) {
      chosen.start();
    } else {
      part("voice-start-label").textContent = words.begin ?? "";
      stayingAtEnd(() => say(chosen.told));
    }
  }

  function show(next: VoiceState, said: string): void {
    stayingAtEnd(() => change(next, said));
  }

  function change(next: VoiceState, said: string): void {
    state = next;
    const goes = BUTTONS.some((id) => part(id) === document.activeElement && !SHOWN[next].includes(id));
    for (const id of BUTTONS) part(id).hidden = !SHOWN[next].includes(id);
    // A button that goes must not take a keyboard's place with it.
    if (goes) part(SHOWN[next][0] ?? field.id).focus();
    part("voice-start-label").textContent = words.start ?? "";
    showTime(next === "recording");
    clearTimeout(waiting);
    say(next === "asking" ? "" : said);
    // Where the browser has been allowed before, it asks nothing.
    if (next === "asking") waiting = setTimeout(() => say(said), ASKS_AFTER_MS);
  }

  function ended(problem: VoiceProblem | null, heard: boolean): void {
    const other = recorder !== null && source !== recorder && problem !== null && NOT_OURS.has(problem);
    if (other) source = recorder;
    show(problem === "kept" ? "kept" : "idle", other ? "record" : (problem ?? (heard ? "read" : "")));
    // The next thing to do is to read; on a phone the keyboard would cover it.
    if (heard && matchMedia("(pointer: fine)").matches) field.focus();
  }

  function write(text: string): void {
    stayingAtEnd(() => {
      field.value = text.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.scrollTop = field.scrollHeight;
  }

  function showTime(on: boolean): void {
    clearInterval(ticking);
    const clock = part("voice-time");
    clock.hidden = !on;
    clock.textContent = "0:00";
    if (!on) return;
    const startedAt = Date.now();
    ticking = setInterval(() => {
      const seconds = Math.floor((Date.now() - startedAt) / 1000);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 250);
  }

  function say(name: string): void {
    part("voice-state").textContent = words[name] ?? "";
  }
}

/** What grows under a conversation must not cover its last message from who is reading it. */
function stayingAtEnd(change: () => void): void {
  const page = document.scrollingElement ?? document.documentElement;
  const isAtEnd = page.scrollHeight - page.clientHeight - page.scrollTop < NEAR_PX;
  change();
  if (isAtEnd && document.getElementById("composer") !== null) page.scrollTop = page.scrollHeight;
}

/** Who leaves quickly is not heard any longer, whatever the network does. */
function isExit(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.id === "exit";
}

function on(id: string, act: () => unknown): void {
  part(id).addEventListener("click", () => void act());
}
