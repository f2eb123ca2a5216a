// Live events as an async iterator that comes back by itself, with everything that it missed.
import { problemFrom, VezProblem } from "./problem.ts";

export interface LiveEvent {
  /** Its number; null for what is not stored (`typing`, `gap`, `problem`). */
  id: number | null;
  event: string;
  data: unknown;
}

export interface StreamOptions {
  /** Events strictly after this number; 0 is all that is kept. */
  after?: number;
  /** Ends the reading. */
  signal?: AbortSignal;
  /** Tries in a row without one byte, before it gives up. */
  tries?: number;
}

/** What the server says in `retry:` counts; this until then (ms). */
const RETRY_MS = 2_000;
const MOST_WAIT_MS = 30_000;

/**
 * Ends when `signal` does, or with a `problem` event (the conversation is gone). Throws VezProblem for a refusal that waiting
 * does not mend, and the last failure after `tries` (8) in a row.
 */
export async function* readEvents(
  open: (lastId: number, signal: AbortSignal | undefined) => Promise<Response>,
  { after = 0, signal, tries = 8 }: StreamOptions = {},
): AsyncGenerator<LiveEvent> {
  let last = after;
  let failed = 0;
  let retryMs = RETRY_MS;
  for (;;) {
    if (isOver(signal)) return;
    let failure: unknown = null;
    try {
      const response = await open(last, signal);
      if (!response.ok || response.body === null) throw await problemFrom(response);
      for await (const frame of framesOf(response.body)) {
        failed = 0;
        if (frame.retryMs !== null) retryMs = frame.retryMs;
        if (frame.event === null) continue;
        if (frame.event.id !== null) last = frame.event.id;
        yield frame.event;
        if (frame.event.event === "problem") return;
      }
    } catch (error) {
      if (isOver(signal)) return;
      if (error instanceof VezProblem && error.retryAfterSeconds === null) throw error;
      failure = error;
    }
    failed++;
    if (failed >= tries) throw failure ?? new Error("the stream ends as soon as it begins");
    const asked = failure instanceof VezProblem ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
    await pause(Math.max(asked, Math.min(MOST_WAIT_MS, retryMs * 2 ** (failed - 1))), signal);
  }
}

function isOver(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

interface Frame {
  event: LiveEvent | null;
  retryMs: number | null;
}

async function* framesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  // A reader, since not every browser iterates over streams.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        yield frameOf(rest.slice(0, end));
        rest = rest.slice(end + 2);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function frameOf(text: string): Frame {
  const fields = new Map<string, string>();
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}\n${value}`);
  }
  const data = fields.get("data");
  const id = fields.get("id");
  return {
    event:
      data === undefined
        ? null
        : { id: id === undefined ? null : Number(id), event: fields.get("event") ?? "message", data: JSON.parse(data) },
    retryMs: fields.has("retry") ? Number(fields.get("retry")) : null,
  };
}

/** Ends early with the signal. */
export function pause(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    signal?.addEventListener("abort", done, { once: true });
  });
}
