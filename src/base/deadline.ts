// A deadline that can be taken back: a timer that goes on running keeps a Durable Object awake, and awake is billed.

export interface Deadline {
  /** Aborts with a `TimeoutError` when the time is over. */
  signal: AbortSignal;
  /** Call it when the work is done, however it ended. */
  clear(): void;
}

export function startDeadline(ms: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException("The time is over.", "TimeoutError")), ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
