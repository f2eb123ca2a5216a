// A vendor's HTTP server that answers as documented, and fails in every way on demand.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/** What is wrong with every answer, whatever the vendor. */
export const FAULTS = [
  "refused_connection",
  "hangs",
  "drips",
  "status_500",
  "status_504",
  "status_401",
  "rate_limited",
  "redirects",
  "not_json",
  "truncated",
  "wrong_shape",
  "wrong_dimensions",
  "too_few",
  "not_finite",
  "zeros",
] as const;
export type Fault = (typeof FAULTS)[number];

/** What vendors say with 429: nobody asks them before. The bench has them say less: a recovery is measured from their return. */
export const pace = { retryAfterSeconds: 30 };

/** What comes with these was not taken; with the others it was, and only the answer is no good. */
const REFUSING: ReadonlySet<Fault | null> = new Set([
  "refused_connection",
  "status_500",
  "status_401",
  "rate_limited",
  "redirects",
]);

export interface StandIn {
  url: string;
  /** Null answers well; otherwise every answer has this fault until another is set. */
  fail(fault: Fault | null): void;
  /** What was asked since the last look, oldest first. */
  takeRequests(): Seen[];
  close(): Promise<void>;
}

export interface Seen {
  path: string;
  authorization: string | undefined;
  /** JSON, or the fields of a form: a file is its name, its type and its bytes. */
  body: unknown;
}

/** What a vendor answers; a body that is undefined is none at all. */
export interface VendorAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const NOT_TAKEN: VendorAnswer = { status: 503, body: null };

/** `answer` gives the documented answer to a request, the faults that concern the vectors included. */
export async function serveVendor(
  answer: (request: Seen, fault: Fault | null, method: string, headers: IncomingHttpHeaders) => VendorAnswer,
): Promise<StandIn> {
  let fault: Fault | null = null;
  let seen: Seen[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request);
    const text = bytes.toString();
    const body = await bodyOf(bytes, request.headers["content-type"] ?? "");
    const asked = { path: request.url ?? "", authorization: request.headers.authorization, body };
    seen.push(asked);
    const {
      status,
      body: answered,
      headers = {},
    } = REFUSING.has(fault) ? NOT_TAKEN : answer(asked, fault, request.method ?? "", request.headers);
    const isText = headers["content-type"] === "text/plain" && typeof answered === "string";
    const json = isText ? answered : (JSON.stringify(answered) ?? "");
    // What a vendor says of a failure repeats what it was sent: none of it may come back to us.
    const complaint = JSON.stringify({ error: { message: `bad: ${text} ${request.headers.authorization}` } });
    switch (fault) {
      case "refused_connection":
        return void request.socket.destroy();
      case "hangs":
        return;
      case "drips":
        return drip(response, json);
      case "status_500":
        return send(response, 500, complaint);
      case "status_504":
        return send(response, 504, complaint);
      case "status_401":
        return send(response, 401, complaint);
      case "rate_limited":
        return send(response, 429, complaint, { "retry-after": String(pace.retryAfterSeconds) });
      case "redirects":
        return send(response, 307, "", { location: `${url}/elsewhere` });
      case "not_json":
        return send(response, 200, `<html>${text}</html>`);
      case "truncated":
        return send(response, 200, json.slice(0, json.length / 2));
      case "wrong_shape":
        return send(response, 200, JSON.stringify({ embeddings: [text] }));
      default:
        return send(response, status, json.replaceAll('"not finite"', "1e999"), headers);
    }
  }

  return {
    url,
    fail: (next) => {
      fault = next;
    },
    takeRequests: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The vectors as `fault` would have them. */
export function spoilt(vectors: number[][], fault: Fault | null): unknown[] {
  if (fault === "wrong_dimensions") return vectors.map((vector) => vector.slice(1));
  if (fault === "too_few") return vectors.slice(1);
  if (fault === "zeros") return vectors.map((vector) => vector.map(() => 0));
  if (fault === "not_finite") return vectors.map((vector) => ["not finite", ...vector.slice(1)]);
  return vectors;
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}

/** A few bytes at a time: every read succeeds, and the answer never comes. */
async function drip(response: ServerResponse, text: string): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  for (let i = 0; i < text.length && !response.destroyed; i += 4) {
    response.write(text.slice(i, i + 4));
    await sleep(20);
  }
}

async function bodyOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<unknown> {
  if (bytes.length === 0) return null;
  if (!type.startsWith("multipart/form-data")) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const fields = [...form].map(async ([name, value]) => {
    if (typeof value === "string") return [name, value] as const;
    return [name, { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }] as const;
  });
  return Object.fromEntries(await Promise.all(fields));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
