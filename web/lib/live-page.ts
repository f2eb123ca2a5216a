// Keeps a page that the server rendered up to date: when something happens, its live parts are fetched anew and swapped.
// The server's own markup stays the only one; a part that did not change keeps its focus, its place and its open folds.
import { type Follower, openEventStream } from "./event-stream.ts";
import { LineNote } from "./line-note.ts";
import { localMoments } from "./moments.ts";

export interface LivePageOptions {
  /** Address of the stream to follow; null fetches only when asked. */
  stream: string | null;
  /** Number of the last event that the page shows, when the server knows it. */
  after?: number;
  /** Words `offline`, `reconnecting`, `back` in the page's language. */
  words: Record<string, string>;
  /** After each swap; `changed` are the ids of the parts that were swapped. */
  onChange?: (changed: string[]) => void;
  onEvent?: (type: string, data: Record<string, unknown>) => void;
}

/** Events of one change come together: waiting a little makes one request of them. */
const GATHER_MS = 250;
/** Also without any event: a stream can be down for long, and clocks go on. */
const ANYWAY_MS = 60_000;

export class LivePage {
  readonly #options: LivePageOptions;
  readonly #note: LineNote;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fetching = false;
  #again = false;
  #follower: Follower | undefined;

  constructor(options: LivePageOptions) {
    this.#options = options;
    this.#note = new LineNote(options.words);
    if (options.stream !== null) this.#follow(options.stream);
    setInterval(() => document.visibilityState === "visible" && this.refresh(), ANYWAY_MS);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.refresh());
    window.addEventListener("online", () => this.refresh());
  }

  /** Fetches the page's live parts soon; calls in between are one. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(), GATHER_MS);
  }

  /** Takes the live parts of another rendering of this page. */
  take(html: string): void {
    const next = new DOMParser().parseFromString(html, "text/html");
    const changed: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
      const fresh = next.getElementById(part.id);
      if (fresh === null || fresh.dataset.live === part.dataset.live) continue;
      swap(part, fresh);
      changed.push(part.id);
    }
    if (changed.length > 0) this.#options.onChange?.(changed);
  }

  #follow(url: string): void {
    // A tab goes on where it was; a new one hears what there is, and fetches once for all of it.
    const key = `live:${url}`;
    const after = this.#options.after ?? (Number(sessionStorage.getItem(key)) || 0);
    this.#follower = openEventStream({
      url,
      after,
      onEvent: ({ type, data }) => {
        sessionStorage.setItem(key, String(this.#follower?.after ?? after));
        this.#options.onEvent?.(type, data);
        if (type !== "typing") this.refresh();
      },
      onState: (state) => {
        this.#note.set(state === "live");
        if (state === "live") this.refresh();
      },
    });
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#fetching = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      // The session is over: signing in leads back here.
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) location.assign(answer.url);
      else if (answer.ok) this.take(await answer.text());
    } catch (error) {
      // No network: the line's note says so, and the page is fetched when it is back.
      if (!(error instanceof TypeError)) throw error;
    } finally {
      this.#fetching = false;
    }
    if (!this.#again) return;
    this.#again = false;
    this.refresh();
  }
}

/** Focus and open folds inside the part are found again by id or name. */
function swap(part: HTMLElement, fresh: HTMLElement): void {
  const open = [...part.querySelectorAll<HTMLDetailsElement>("details[open][id]")].map(({ id }) => id);
  const focused = document.activeElement;
  const focusPath = focused instanceof HTMLElement && part.contains(focused) ? pathOf(focused) : null;
  part.replaceChildren(...fresh.childNodes);
  part.dataset.live = fresh.dataset.live;
  for (const id of open) part.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  if (focusPath !== null) part.querySelector<HTMLElement>(focusPath)?.focus({ preventScroll: true });
  localMoments(part);
}

function pathOf(element: HTMLElement): string | null {
  if (element.id !== "") return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute("href");
  return href === null ? null : `a[href="${CSS.escape(href)}"]`;
}
