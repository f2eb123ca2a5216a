// Says when the line to the server is down, and that it is back; a short break is not worth a word.
import { part } from "./page-data.ts";

/** A reconnect within this time is noticed by nobody. */
const PATIENCE_MS = 3_000;
const BACK_MS = 3_000;

export class LineNote {
  readonly #words: Record<string, string>;
  readonly #note = part("line-state");
  #live = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Record<string, string>) {
    this.#words = words;
    window.addEventListener("offline", () => this.#say(this.#words.offline));
    window.addEventListener("online", () => this.#note.hidden || this.#say(this.#words.reconnecting));
    if (!navigator.onLine) this.#say(this.#words.offline);
  }

  /** The stream's own word. */
  set(live: boolean): void {
    if (live === this.#live && !(live && !this.#note.hidden)) return;
    this.#live = live;
    clearTimeout(this.#timer);
    if (live) this.#back();
    else this.#wait();
  }

  #wait(): void {
    this.#timer = setTimeout(
      () => this.#say(navigator.onLine ? this.#words.reconnecting : this.#words.offline),
      navigator.onLine ? PATIENCE_MS : 0,
    );
  }

  #back(): void {
    if (this.#note.hidden) return;
    this.#say(this.#words.back);
    this.#timer = setTimeout(() => {
      this.#note.hidden = true;
    }, BACK_MS);
  }

  #say(words: string | undefined): void {
    clearTimeout(this.#timer);
    this.#note.textContent = words ?? "";
    this.#note.hidden = false;
  }
}
