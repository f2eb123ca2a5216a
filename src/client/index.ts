// A typed client of Vez's API: nothing but fetch, and types made of the API's own document.
import { type LiveEvent, pause, readEvents, type StreamOptions } from "./event-stream.ts";
import { problemFrom, VezProblem } from "./problem.ts";
import type { Paths, Schemas } from "./schema.d.ts";

export type { Paths, Schemas };
export { type LiveEvent, type StreamOptions, VezProblem };

type Method = "get" | "post" | "put" | "patch" | "delete";
/** Paths that have the method. */
export type PathsWith<M extends Method> = { [P in keyof Paths]: M extends keyof Paths[P] ? P : never }[keyof Paths];
type Operation<P extends keyof Paths, M extends Method> = M extends keyof Paths[P] ? Paths[P][M] : never;
type AnswerOf<O> = O extends { answer: infer A } ? A : never;
type Streams = {
  [P in PathsWith<"get">]: AnswerOf<Operation<P, "get">> extends AsyncIterable<unknown> ? P : never;
}[PathsWith<"get">];
type EventOf<P extends Streams> = AnswerOf<Operation<P, "get">> extends AsyncIterable<infer E> ? E : never;
type Lists = {
  [P in PathsWith<"get">]: AnswerOf<Operation<P, "get">> extends { items: unknown[]; next: string | null } ? P : never;
}[PathsWith<"get">];
type ItemOf<P extends Lists> = AnswerOf<Operation<P, "get">> extends { items: (infer I)[] } ? I : never;

/** What a call needs beside its path. */
type Input<O> = Omit<O, "answer"> & CallOptions;
/** May be left out where nothing in it is required. */
type Rest<O> = object extends Omit<O, "answer"> ? [input?: Input<O>] : [input: Input<O>];

export interface CallOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Of a POST; a fresh one unless told. The same key is one act, however often it is sent. */
  idempotencyKey?: string;
}

export interface VezOptions {
  /** E.g. `https://vez.example`. */
  origin: string;
  /** An API key or a session token; may be set later, e.g. from the first answer. */
  token?: string;
  fetch?: typeof fetch;
  /** How often a call that failed on its way, or was told to wait (429, 503), is sent again. */
  retries?: number;
}

interface AnyInput extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  raw?: BodyInit;
}

export class Vez {
  token: string | null;
  readonly #origin: string;
  readonly #fetch: typeof fetch;
  readonly #retries: number;

  constructor({ origin, token, fetch: own, retries = 2 }: VezOptions) {
    this.#origin = origin.replace(/\/$/, "");
    this.token = token ?? null;
    this.#fetch = own ?? ((input, init) => fetch(input, init));
    this.#retries = retries;
  }

  /** The answer's body. Throws VezProblem for a refusal, and what fetch throws when nobody answers. */
  get<P extends PathsWith<"get">>(path: P, ...[input]: Rest<Operation<P, "get">>) {
    return this.#call<Operation<P, "get">>("GET", path, input);
  }

  post<P extends PathsWith<"post">>(path: P, ...[input]: Rest<Operation<P, "post">>) {
    return this.#call<Operation<P, "post">>("POST", path, input);
  }

  put<P extends PathsWith<"put">>(path: P, ...[input]: Rest<Operation<P, "put">>) {
    return this.#call<Operation<P, "put">>("PUT", path, input);
  }

  patch<P extends PathsWith<"patch">>(path: P, ...[input]: Rest<Operation<P, "patch">>) {
    return this.#call<Operation<P, "patch">>("PATCH", path, input);
  }

  delete<P extends PathsWith<"delete">>(path: P, ...[input]: Rest<Operation<P, "delete">>) {
    return this.#call<Operation<P, "delete">>("DELETE", path, input);
  }

  /** Everything in a list, page after page. */
  async *each<P extends Lists>(path: P, ...[input]: Rest<Operation<P, "get">>): AsyncGenerator<ItemOf<P>> {
    const asked: AnyInput = { ...(input as AnyInput | undefined) };
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query: Record<string, unknown> = { ...asked.query, ...(cursor === undefined ? {} : { cursor }) };
      const page = (await this.#call("GET", path, { ...asked, query })) as { items: ItemOf<P>[]; next: string | null };
      yield* page.items;
      cursor = page.next;
    }
  }

  /** Live events; comes back by itself after a break and goes on after the last one that it had. */
  stream<P extends Streams>(
    path: P,
    ...[input]: Rest<Operation<P, "get">> extends [input?: unknown]
      ? [input?: Partial<Input<Operation<P, "get">>> & StreamOptions]
      : [input: Input<Operation<P, "get">> & StreamOptions]
  ): AsyncGenerator<EventOf<P>> {
    const { after, signal, tries, ...asked } = (input ?? {}) as AnyInput & StreamOptions;
    const open = (lastId: number, left: AbortSignal | undefined) =>
      this.#fetch(this.#address(path, asked), {
        headers: this.#headers({ ...asked.headers, accept: "text/event-stream", "last-event-id": String(lastId) }),
        ...(left === undefined ? {} : { signal: left }),
      });
    return readEvents(open, { after, signal, tries }) as AsyncGenerator<EventOf<P>>;
  }

  async #call<O>(method: string, path: string, input: unknown): Promise<AnswerOf<O>> {
    const asked = (input ?? {}) as AnyInput;
    const { body, raw, signal, headers, idempotencyKey } = asked;
    const sent = this.#headers({
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      // Made once: every try of this call is the same act.
      ...(method === "POST" ? { "idempotency-key": idempotencyKey ?? crypto.randomUUID() } : {}),
      ...headers,
    });
    const init = { method, headers: sent, body: raw ?? (body === undefined ? null : JSON.stringify(body)) };
    for (let tried = 0; ; tried++) {
      const last = tried >= this.#retries;
      try {
        const response = await this.#fetch(this.#address(path, asked), {
          ...init,
          ...(signal === undefined ? {} : { signal }),
        });
        if (response.ok) return (await contentOf(response)) as AnswerOf<O>;
        const problem = await problemFrom(response);
        if (last || problem.retryAfterSeconds === null) throw problem;
        await pause(problem.retryAfterSeconds * 1000, signal);
      } catch (error) {
        if (last || signal?.aborted === true || error instanceof VezProblem) throw error;
        await pause(500 * 2 ** tried, signal);
      }
    }
  }

  #address(path: string, { path: named = {}, query = {} }: AnyInput): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ""));
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return `${this.#origin}${filled}${search === "" ? "" : `?${search}`}`;
  }

  #headers(more: Record<string, string>): Record<string, string> {
    return { ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }), ...more };
  }
}

/** JSON as it is, nothing as null, everything else as bytes. */
async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  return response.headers.get("content-type")?.includes("json") ? response.json() : response.blob();
}
