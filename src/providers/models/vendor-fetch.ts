// The one way in which the AI SDK reaches a vendor: its own origin alone, bounded in size, and none of its words in an error.
import { VezError } from "../../base/errors.ts";
import type { Service } from "../call-out.ts";
import { allowedBase, refusal } from "../http.ts";
import { vendorFailure } from "../vendor-failure.ts";

/** Some 250,000 tokens: no answer of ours is a hundredth of it. */
const MOST_BYTES = 1_000_000;

/**
 * A `fetch` for the SDK. Throws VezError `vendor_*` where nothing or a status other than 2xx comes back (its body is never read), and
 * RangeError for another address than below `baseUrl`; what the caller aborted ends as an abort.
 */
export function vendorFetch(service: Service, baseUrl: string): typeof fetch {
  const base = allowedBase(baseUrl);
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
      throw new RangeError("the path leads away from the vendor");
    }
    // Somewhere else is not the vendor that was allowed.
    const response = await fetch(address, { ...init, redirect: "manual" }).catch((error: unknown) => {
      if (init?.signal?.aborted) throw error;
      throw vendorFailure("error", `${service}: ${error instanceof Error ? error.name : "unknown"}`);
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(service, response);
    }
    return new Response(response.body?.pipeThrough(bounded(service)) ?? null, response);
  };
}

function bounded(service: Service): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) throw vendorFailure("invalid_answer", `${service}: the answer is too long`);
      controller.enqueue(chunk);
    },
  });
}

/** The house's error within whatever the SDK wrapped around it, or null. */
export function vezErrorIn(error: unknown): VezError | null {
  for (let at: unknown = error, deep = 0; deep < 5; deep++) {
    if (at instanceof VezError) return at;
    if (!(at instanceof Error)) return null;
    at = at.cause;
  }
  return null;
}
