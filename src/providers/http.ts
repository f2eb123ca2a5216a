// A vendor over HTTP: one allowed origin, JSON (or a form) in and JSON out, bounded in time and size, none of its words in our errors.
import { type CallLimits, type CallOutConfig, makeCallOut } from "./call-out.ts";
import { vendorFailure } from "./vendor-failure.ts";

export interface HttpVendorConfig extends CallOutConfig {
  /** The only origin that is ever called; https, or http on this machine. */
  baseUrl: string;
  /** Sent with every call: the key. */
  headers: Record<string, string>;
  /** Most bytes of an answer that are read; 16 MB unless told. */
  mostBytes?: number;
  /** Where longer answers are to be expected, and are no failure of the vendor: they count as refused, with this status. */
  tooLongStatus?: number;
}

export interface HttpCall extends CallLimits {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base, e.g. "v1/embeddings". */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent instead, where the vendor takes files, or a form's fields. */
  form?: FormData | URLSearchParams;
  headers?: Record<string, string>;
}

export interface HttpVendor {
  /** What `read` makes of a 2xx's JSON; what it throws is an invalid answer, not a guess. Throws VezError `vendor_*`. */
  send<T>(call: HttpCall, read: (body: unknown) => T): Promise<T>;
  /** The bytes of a 2xx that carries a file. Throws VezError `vendor_*`. */
  file(call: HttpCall, type: string): Promise<Uint8Array<ArrayBuffer>>;
}

const MOST_BYTES = 16_000_000;

/** Throws an Error, at the start, for an address that is neither https nor on this machine. */
export function openHttpVendor(config: HttpVendorConfig): HttpVendor {
  const base = allowedBase(config.baseUrl);
  const callOut = makeCallOut(config);

  /** `take` reads a 2xx, under the same deadline. */
  function ask<T>(call: HttpCall, accept: string, take: (response: Response) => Promise<T>): Promise<T> {
    const address = addressOf(base, call.path);
    return callOut(call, async (signal) => {
      const response = await fetch(address, {
        method: call.method,
        headers: {
          accept,
          ...(call.body === undefined ? {} : { "content-type": "application/json" }),
          ...config.headers,
          ...call.headers,
        },
        ...(call.body === undefined ? { body: call.form ?? null } : { body: JSON.stringify(call.body) }),
        // Somewhere else is not the vendor that was allowed.
        redirect: "manual",
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw refusal(config.service, response);
      }
      return take(response);
    });
  }

  return {
    send: async (call, read) =>
      ask(call, "application/json", async (response) => checked(config.service, await jsonOf(config, response), read)),
    file: async (call, type) => ask(call, type, (response) => boundedBytes(config, response)),
  };
}

/** What `read` makes of an answer; a schema's complaint may quote the vendor, so only that there was one is told. */
export function checked<T>(service: string, body: unknown, read: (body: unknown) => T): T {
  try {
    return read(body);
  } catch {
    throw vendorFailure("invalid_answer", `${service}: the answer has another shape`);
  }
}

/** The address with a slash at its end; throws an Error for one that is neither https nor on this machine. */
export function allowedBase(text: string): URL {
  const base = new URL(text.endsWith("/") ? text : `${text}/`);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(base.hostname);
  if (base.protocol !== "https:" && !(base.protocol === "http:" && isHere)) {
    throw new Error("A vendor's address must begin with https://");
  }
  return base;
}

/** A path that leads out of the base ("//elsewhere", "../..") is a defect of the caller. */
function addressOf(base: URL, path: string): URL {
  const address = new URL(path, base);
  if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) {
    throw new RangeError("the path leads away from the vendor");
  }
  return address;
}

/** What a status other than 2xx means. */
export function refusal(service: string, response: Response): Error {
  const { status } = response;
  const why = `${service}: status ${status}`;
  if (status === 429) return vendorFailure("rate_limited", why, retryAfterMs(response.headers), status);
  if (status >= 500 || status === 408) return vendorFailure("error", why, retryAfterMs(response.headers), status);
  return vendorFailure("refused", why, undefined, status);
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get("retry-after");
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

async function jsonOf(config: HttpVendorConfig, response: Response): Promise<unknown> {
  const text = await boundedText(config, response);
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse quotes what it could not read: its words are the vendor's.
    throw vendorFailure("invalid_answer", `${config.service}: the answer is not JSON`);
  }
}

async function boundedText(config: HttpVendorConfig, response: Response): Promise<string> {
  return new TextDecoder().decode(await boundedBytes(config, response));
}

/** No more than `mostBytes` are ever held; throws VezError `vendor_invalid_answer` for more, `vendor_refused` where a status is named. */
export async function boundedBytes(
  { service, mostBytes = MOST_BYTES, tooLongStatus }: Pick<HttpVendorConfig, "service" | "mostBytes" | "tooLongStatus">,
  response: Response,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLong(service, tooLongStatus);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function tooLong(service: string, status: number | undefined): Error {
  const why = `${service}: the answer is too long`;
  return status === undefined ? vendorFailure("invalid_answer", why) : vendorFailure("refused", why, undefined, status);
}
