// A local stand-in for Neon's HTTP endpoint: POST /sql in front of any engine, on the loopback interface only.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { type Engine, type ErrorFields, PostgresError } from "./engine.ts";
import { parseRequest, renderResults } from "./neon-protocol.ts";

// Neon's own limits: 64 MB a request, 10 MB a response (neon.com/docs/serverless/serverless-driver).
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;
const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
// Beyond it a caller hears 503 at once instead of waiting in a line that only grows.
const MAX_WAITING = 512;

export interface NeonServer {
  /** `http://127.0.0.1:PORT/sql`, the driver's fetchEndpoint. */
  endpoint: string;
  /** Stops listening; the engine stays the caller's to close. */
  close(): Promise<void>;
}

/** Serves `engine` on 127.0.0.1; port 0 takes a free one. */
export async function serveNeon(engine: Engine, port = 0): Promise<NeonServer> {
  let waiting = 0;
  const server = createServer((request, response) => {
    if (waiting >= MAX_WAITING)
      return sendJson(response, 503, JSON.stringify({ message: "too many requests waiting" }));
    waiting++;
    answer(engine, request, response)
      .catch((cause: unknown) => sendError(response, 500, { message: "internal error", detail: String(cause) }))
      .finally(() => waiting--);
  });
  // Workers keep their connections for a while; Node's five seconds would cut one just as it is used again.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the SQL server has no TCP address");
  return {
    endpoint: `http://127.0.0.1:${address.port}/sql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== "/sql" || request.method !== "POST")
    return sendError(response, 404, { message: "only POST /sql is served here" });
  const text = await readBody(request);
  if (text === null) return sendError(response, 413, { message: `request larger than ${MAX_REQUEST_BYTES} bytes` });
  try {
    const parsed = parseRequest(request.headers, JSON.parse(text));
    const results = await engine.run(parsed.statements, parsed.mode);
    const body = renderResults(parsed, results);
    if (Buffer.byteLength(body) > MAX_RESPONSE_BYTES)
      return sendError(response, 400, { message: `response is too large (max is ${MAX_RESPONSE_BYTES} bytes)` });
    sendJson(response, 200, body);
  } catch (cause) {
    if (cause instanceof PostgresError) return sendError(response, 400, cause.fields);
    if (cause instanceof z.ZodError) return sendError(response, 400, { message: z.prettifyError(cause) });
    if (cause instanceof SyntaxError) return sendError(response, 400, { message: "the body is not JSON" });
    throw cause;
  }
}

/** The body as text, or null when it is larger than the limit. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_REQUEST_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function sendError(response: ServerResponse, status: number, fields: ErrorFields): void {
  sendJson(response, status, JSON.stringify(fields));
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}
