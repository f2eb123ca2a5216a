// A vendor's circuit: opens after failures in a row, lets one call try again after a while; one isolate's memory.
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { Bulkhead } from "./bulkhead.ts";

/** In a row: a single slow answer opens nothing. */
const MOST_FAILURES = 5;
/** A vendor that is back is found within this and one call: well under the 30 s in which recovery must be noticed. */
const OPEN_MS = 10_000;
/**
 * A probe whose request was cancelled never settles, and one that hangs was sent before the vendor was back: after this another one is
 * let through. So a vendor that is back is used again within 20 s of calls, whatever it did to the probes before.
 */
const PROBE_LOST_MS = 10_000;

export class Circuit {
  readonly #isOutage: (error: unknown) => boolean;
  readonly #now: () => number;
  #policy: CircuitBreakerPolicy;
  #probedAt = 0;

  /** `isOutage` tells a vendor that is down from a call that was wrong; only the former counts. */
  constructor(isOutage: (error: unknown) => boolean, now: () => number = Date.now) {
    this.#isOutage = isOutage;
    this.#now = now;
    this.#policy = this.#make();
  }

  /** What `call` gives; throws BrokenCircuitError, without a call, while the circuit is open or being tried by another. */
  run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#policy.state === CircuitState.HalfOpen) {
      // The library would let this call wait for the probe, which may belong to a request that is long gone.
      if (this.#now() - this.#probedAt < PROBE_LOST_MS) return Promise.reject(new BrokenCircuitError());
      // Open since long ago: the next call is its probe, and what becomes of the former is nobody's affair any more.
      this.#policy = this.#make(this.#policy.toJSON());
    }
    return this.#policy.execute(call);
  }

  #make(initialState?: unknown): CircuitBreakerPolicy {
    const policy = circuitBreaker(handleWhen(this.#isOutage), {
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

  constructor(options: { enterSpan?: EnterSpan } = {}) {
    this.enterSpan = options.enterSpan ?? untraced;
  }

  of(name: string, isOutage: (error: unknown) => boolean): Circuit {
    const known = this.#circuits.get(name);
    if (known !== undefined) return known;
    const made = new Circuit(isOutage);
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
