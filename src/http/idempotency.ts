// `Idempotency-Key` on what creates: the same request again gets the first one's answer, another one under its key is refused.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { conflict, VezError } from "../base/errors.ts";
import { beginOnce, type Place } from "../services/idempotency/begin-once.ts";
import { keepAnswer, letGo } from "../services/idempotency/keep-answer.ts";
import type { AppEnv } from "./app-env.ts";
import { readBounded } from "./json-body.ts";
import { postKind } from "./post-kinds.ts";
import { routePattern } from "./route-pattern.ts";

const keyHeader = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, "An Idempotency-Key is 1 to 200 visible characters; a UUID does well.");
/** Who begins without a session is known by the key alone: one that could be guessed would hand a session to somebody else. */
const UNGUESSABLE = 32;
const BEGIN = "/api/v2/triage";
/** No answer of ours to a POST is longer; one that is would not be given again. */
const MOST_ANSWER_CHARS = 256 * 1024;
const MOST_JSON_BYTES = 64 * 1024;
/** What the second reader needs of the first answer; everything else is made anew. */
const KEPT_HEADERS = new Set(["content-type", "location", "cache-control", "set-cookie"]);

/** Throws `idempotency_key_reused` and `idempotency_in_progress` (409), `idempotency_answer_gone` (409), `invalid_input`. */
export const idempotency = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header("idempotency-key");
  const pattern = c.req.method === "POST" && given !== undefined ? routePattern(c) : null;
  if (given === undefined || pattern === null || postKind(pattern) !== "kept") return next();
  const key = keyHeader.parse(given);
  const actor = c.get("person")?.userId ?? (pattern === BEGIN && key.length >= UNGUESSABLE ? "anonymous" : null);
  if (actor === null) return next();
  const bodyHash = await takeBody(c);
  if (bodyHash === null) return next();

  const services = c.get("services");
  const route = `POST ${c.req.path}`;
  const place: Place = { actor, route, keyHash: await services.sealer.digest("idempotency-key", key) };
  const begun = await beginOnce(services, place, bodyHash);
  if (begun.kind === "answered") return replay(c, place, key, begun);
  if (begun.kind !== "first") throw begun.kind === "running" ? inProgress(begun.retryAfterSeconds) : reused();
  const work = next().then(() => remember(c, place, begun.attempt, key));
  // A sender whose line broke asks again: what he began is finished and kept although nobody waits for it.
  services.later(work.catch(() => undefined));
  await work;
});

/** What the answer is sealed for: without the sender's own key nobody opens it. */
const purposeOf = (place: Place, key: string) => `idempotency:${place.actor}:${place.route}:${key}`;

/** A defect, a bound or a body that was refused did nothing: their key stays free, and a mended request may use it. */
function didNothing(status: number): boolean {
  return status >= 500 || [400, 401, 408, 413, 415, 422, 425, 429].includes(status);
}

async function remember(c: Context<AppEnv>, place: Place, attempt: string, key: string): Promise<void> {
  const services = c.get("services");
  try {
    if (didNothing(c.res.status)) return await letGo(services, place, attempt);
    const body = await c.res.clone().text();
    const headers = [...c.res.headers].filter(([name]) => KEPT_HEADERS.has(name));
    const answer =
      body.length > MOST_ANSWER_CHARS
        ? null
        : await services.sealer.seal(purposeOf(place, key), JSON.stringify({ headers, body }));
    await keepAnswer(services, place, attempt, { status: c.res.status, answer });
  } catch (error) {
    // The work is done and its answer goes out; only a repetition within this minute is told to wait.
    services.log.error("idempotency_not_kept", { error });
  }
}

const keptAnswer = z.object({ headers: z.array(z.tuple([z.string(), z.string()])), body: z.string() });

async function replay(
  c: Context<AppEnv>,
  place: Place,
  key: string,
  kept: { status: number; answer: string | null },
): Promise<Response> {
  if (kept.answer === null) {
    throw conflict(
      "idempotency_answer_gone",
      "This was done already; its answer was too long to keep. Read it by GET.",
    );
  }
  const opened = await c.get("services").sealer.open(purposeOf(place, key), kept.answer);
  const { headers, body } = keptAnswer.parse(JSON.parse(opened));
  const answer = new Response(body === "" ? null : body, { status: kept.status, headers });
  answer.headers.set("idempotency-replayed", "true");
  return answer;
}

/** The body's digest; the request keeps it for the route. Null where it is longer than any route takes: the route says so. */
async function takeBody(c: Context<AppEnv>): Promise<string | null> {
  const { sealer, settings } = c.get("services");
  const type = c.req.header("content-type") ?? "";
  const isForm = type.startsWith("multipart/form-data");
  const most = isForm ? settings.fileMaxBytes + MOST_JSON_BYTES : MOST_JSON_BYTES;
  if (Number(c.req.header("content-length") ?? 0) > most) return null;
  const bytes = await readBounded(c.req.raw.body, most);
  c.req.raw = new Request(c.req.raw, { body: bytes });
  const said = isForm ? await formDigests(bytes, type, sealer) : bytes;
  return sealer.digest(`idempotency-body:${new URL(c.req.url).search}`, said);
}

/** A form's bytes change with every sending (the boundary is random); its fields do not. */
async function formDigests(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  sealer: { digest(purpose: string, data: Uint8Array<ArrayBuffer>): Promise<string> },
): Promise<string | Uint8Array<ArrayBuffer>> {
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) return bytes;
  const fields: string[][] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") fields.push([name, value]);
    else fields.push([name, value.name, await sealer.digest("file", new Uint8Array(await value.arrayBuffer()))]);
  }
  return JSON.stringify(fields);
}

function reused(): VezError {
  return conflict(
    "idempotency_key_reused",
    "This Idempotency-Key was used for another request. Choose a new one for a new request.",
  );
}

function inProgress(seconds: number): VezError {
  return new VezError("idempotency_in_progress", {
    status: 409,
    retryable: true,
    detail: "The first request with this Idempotency-Key is still running. Ask again in a moment.",
    extra: { retry_after_seconds: seconds },
  });
}
