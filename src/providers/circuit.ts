// A vendor's circuit: opens after failures in a row, lets one call try again after a while, or when the vendor said; one isolate's memory.
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { Bulkhead } from "./bulkhead.ts";
import { KeyWatch } from "./key-watch.ts";

/** In a row: a single slow answer opens nothing. */
const MOST_FAILURES = 5;
/** A vendor that is back is found within this and one call: well under the 30 s in which recovery must be noticed. */
const OPEN_MS = 10_000;
/**
 * A probe whose request was cancelled never settles, and one that hangs was sent before the vendor was back: after this another one is
 * let through. So a vendor that is back is used again within 20 s of calls, whatever it did to the probes before.
 */
const PROBE_LOST_MS = 10_000;

/** A vendor that asks for more is asked again all the same: what it says of one call may not be meant for all. */
const LONGEST_ASKED_MS = 5 * 60_000;

/** How a vendor's failures are read. */
export interface FailureReader {
  /** Tells a vendor that is down from a call that was wrong; only the former counts. */
  isOutage: (error: unknown) => boolean;
  /** What the vendor asked to wait (its Retry-After); null where it said nothing. */
  askedToWaitMs: (error: unknown) => number | null;
}

export class Circuit {
  readonly #reader: FailureReader;
  readonly #now: () => number;
  #policy: CircuitBreakerPolicy;
  #probedAt = 0;
  /** The latest moment that the vendor named since it last answered. */
  #askedUntil = 0;

  constructor(reader: FailureReader, now: () => number = Date.now) {
    this.#reader = reader;
    this.#now = now;
    this.#policy = this.#make();
  }

  /** What `call` gives; throws BrokenCircuitError, without a call, while the circuit is open or being tried by another. */
  run<T>(call: () => Promise<T>): Promise<T> {
    // One call's Retry-After alone opens nothing; an open circuit sends no probe before it is over.
    if (this.#policy.state === CircuitState.Open && this.#now() < this.#askedUntil)
      return Promise.reject(new BrokenCircuitError());
    if (this.#policy.state === CircuitState.HalfOpen) {
      // The library would let this call wait for the probe, which may belong to a request that is long gone.
      if (this.#now() - this.#probedAt < PROBE_LOST_MS) return Promise.reject(new BrokenCircuitError());
      // Open since long ago: the next call is its probe, and what becomes of the former is nobody's affair any more.
      this.#policy = this.#make(this.#policy.toJSON());
    }
    return this.#policy.execute(() => this.#heard(call));
  }

  async #heard<T>(call: () => Promise<T>): Promise<T> {
    try {
      const answer = await call();
      this.#askedUntil = 0;
      return answer;
    } catch (error) {
      const askedMs = Math.min(this.#reader.askedToWaitMs(error) ?? 0, LONGEST_ASKED_MS);
      if (askedMs > 0) this.#askedUntil = Math.max(this.#askedUntil, this.#now() + askedMs);
      throw error;
    }
  }

  #make(initialState?: unknown): CircuitBreakerPolicy {
    const policy = circuitBreaker(handleWhen(this.#reader.isOutage), {
      halfOpenAfter: OPEN_MS,
      breaker: new ConsecutiveBreaker(MOST_FAILURES),
      ...(initialState === undefined ? {} : { initialState }),
    });
    policy.onHalfOpen(() => {
      this.#probedAt = this.#now();
    });
    return policy;
  }
}

export function isOpenCircuit(error: unknown): boolean {
  return error instanceof BrokenCircuitError;
}

/** Runs `work` inside of a named span of the platform's trace. */
export type EnterSpan = <T>(name: string, work: (span: VendorSpan) => Promise<T>) => Promise<T>;
export interface VendorSpan {
  setAttribute(key: string, value: string | number | boolean): unknown;
}

const untraced: EnterSpan = (_name, work) => work({ setAttribute: () => undefined });

/** What one isolate knows of its vendors, by name: circuits, places, and how their calls are traced; made once, where everything is wired. */
export class Circuits {
  readonly #circuits = new Map<string, Circuit>();
  readonly #bulkheads = new Map<string, Bulkhead>();
  readonly enterSpan: EnterSpan;
  /** What they said of our keys. */
  readonly keys = new KeyWatch();

  constructor(options: { enterSpan?: EnterSpan } = {}) {
    this.enterSpan = options.enterSpan ?? untraced;
  }

  of(name: string, reader: FailureReader): Circuit {
    const known = this.#circuits.get(name);
    if (known !== undefined) return known;
    const made = new Circuit(reader);
    this.#circuits.set(name, made);
    return made;
  }

  /** The places of a vendor; `most` counts when they are first asked for. */
  bulkheadOf(name: string, most: number): Bulkhead {
    const known = this.#bulkheads.get(name);
    if (known !== undefined) return known;
    const made = new Bulkhead(most);
    this.#bulkheads.set(name, made);
    return made;
  }
}
