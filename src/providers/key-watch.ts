// What the vendors said of our keys since somebody last asked: whether each takes its key or refuses it; one isolate's memory.
import { keyedVendor } from "../domain/vendors/keys.ts";

export interface KeyNews {
  /** As in the metrics' label `service`; one of KEYED_VENDORS. */
  vendor: string;
  isRefused: boolean;
  /** The HTTP status of a refusal; null where the vendor said it in words. */
  status: number | null;
}

/** The same is not told again sooner: every call says it, and each telling is written to the database. */
const AGAIN_MS = 5 * 60_000;

export class KeyWatch {
  readonly #now: () => number;
  readonly #news = new Map<string, KeyNews>();
  readonly #told = new Map<string, { isRefused: boolean; atMs: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Of a vendor that knows no key of ours nothing is kept. */
  heard(vendor: string, isRefused: boolean, status: number | null = null): void {
    if (keyedVendor(vendor) === null) return;
    const told = this.#told.get(vendor);
    if (told?.isRefused === isRefused && this.#now() - told.atMs < AGAIN_MS) this.#news.delete(vendor);
    else this.#news.set(vendor, { vendor, isRefused, status });
  }

  /** What is new, once: the last word of each vendor. */
  take(): KeyNews[] {
    const news = [...this.#news.values()];
    this.#news.clear();
    for (const { vendor, isRefused } of news) this.#told.set(vendor, { isRefused, atMs: this.#now() });
    return news;
  }

  /** What was taken could not be written down: it is new again when it is said again. */
  forget(news: readonly KeyNews[]): void {
    for (const { vendor } of news) this.#told.delete(vendor);
  }
}
