// The chat APIs of Anthropic, OpenAI and Workers AI over real HTTP: answers as documented, streams too, and every fault on demand.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { ModelProvider } from "../../src/domain/triage/strategies/types.ts";
import { type Asked, type Counted, PROTOCOLS, type Protocol } from "./model-protocols.ts";
import { pace } from "./vendor-stand-in.ts";

export const MODEL_FAULTS = [
  "refused_connection",
  "hangs",
  "drips",
  "status_500",
  "status_401",
  "rate_limited",
  "redirects",
  "not_json",
  "wrong_shape",
  "cut_in_the_middle",
  "error_in_the_middle",
  "hangs_in_the_middle",
  "duplicate_chunk",
  "runs_out_of_tokens",
] as const;
export type ModelFault = (typeof MODEL_FAULTS)[number];

export interface ModelStandIn {
  provider: ModelProvider;
  url: string;
  /** Null answers well; otherwise every answer has this fault until another is set. */
  fail(fault: ModelFault | null): void;
  /** What the model says from now on; without one it labels every story `trabalho` and repeats the script. */
  say(answer: ((asked: Asked) => string) | null): void;
  /** What was asked since the last look, oldest first. */
  takeRequests(): SeenCall[];
  /** How many requests came to another path than the documented one, since the start. */
  strays(): number;
  close(): Promise<void>;
}

export interface SeenCall extends Asked {
  headers: IncomingMessage["headers"];
  path: string;
  /** The body as it came. */
  raw: unknown;
}

/** What the settings need to reach all three, for tests that start the product. */
export const MODEL_KEYS = {
  anthropic: "sk-ant-stand-in-0123456789",
  openai: "sk-openai-stand-in-0123456789",
  workers_ai: "cf-stand-in-0123456789",
} as const;
export const MODEL_ACCOUNT = "0123456789abcdef";

export async function serveModel(provider: ModelProvider): Promise<ModelStandIn> {
  const protocol = PROTOCOLS[provider];
  let fault: ModelFault | null = null;
  let said: ((asked: Asked) => string) | null = null;
  let seen: SeenCall[] = [];
  let strays = 0;
  const cached = new Set<string>();
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const path = request.url ?? "";
    // What a vendor says of a failure repeats what it was sent: none of it may come back to us.
    const complaint = JSON.stringify({ error: { message: `bad: ${text}`, type: "x" }, headers: request.headers });
    if (!protocol.isPath(path, MODEL_ACCOUNT)) {
      strays++;
      return send(response, 404, complaint);
    }
    if (request.headers[protocol.keyHeader] !== protocol.keyValue(MODEL_KEYS[provider]))
      return send(response, 401, complaint);
    const asked = readBy(protocol, text, path);
    if (asked === null) return send(response, 400, complaint);
    seen.push({ ...asked, headers: request.headers, path, raw: JSON.parse(text) });
    const words = (said ?? defaultAnswer)(asked);
    const counted = countFor(asked, words);
    switch (fault) {
      case "refused_connection":
        return void request.socket.destroy();
      case "hangs":
        return;
      case "status_500":
        return send(response, 500, complaint);
      case "status_401":
        return send(response, 401, complaint);
      case "rate_limited":
        return send(response, 429, complaint, { "retry-after": String(pace.retryAfterSeconds) });
      case "redirects":
        return send(response, 307, "", { location: `${url}/elsewhere` });
      case "not_json":
        return send(response, 200, `<html>${text}</html>`);
      case "wrong_shape":
        return send(response, 200, complaint);
      default:
        return asked.stream ? stream(response, asked, words, counted) : whole(response, asked, words, counted);
    }
  }

  async function whole(response: ServerResponse, asked: Asked, words: string, counted: Counted): Promise<void> {
    const ended = fault === "runs_out_of_tokens" ? "length" : "stop";
    const body = JSON.stringify(protocol.whole(asked.model, words, counted, ended));
    const half = body.slice(0, body.length / 2);
    if (fault === "drips") return drip(response, body);
    if (fault === "cut_in_the_middle") return begin(response, half, () => response.destroy());
    if (fault === "hangs_in_the_middle") return begin(response, half, () => undefined);
    if (fault === "error_in_the_middle") return send(response, 200, half);
    return send(response, 200, body);
  }

  async function stream(response: ServerResponse, asked: Asked, words: string, counted: Counted): Promise<void> {
    const pieces = words.match(/[\s\S]{1,12}/g) ?? [];
    const ended = fault === "runs_out_of_tokens" ? "length" : "stop";
    const frames = protocol.frames(asked.model, pieces, counted, ended);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const middle = frames.before.length + Math.ceil((frames.pieces.length * 2) / 3);
    const all = [...frames.before, ...frames.pieces, ...frames.after];
    for (const [at, frame] of all.entries()) {
      if (response.destroyed) return;
      if (fault === "drips" && at >= frames.before.length) await sleep(150);
      if (at === middle) {
        if (fault === "cut_in_the_middle") return void response.destroy();
        if (fault === "hangs_in_the_middle") return;
        if (fault === "error_in_the_middle") return void response.end(protocol.errorFrame(JSON.stringify(asked)));
      }
      response.write(frame);
      if (fault === "duplicate_chunk" && at === middle - 1) response.write(frame);
      if (at % 4 === 0) await sleep(1);
    }
    response.end();
  }

  /** Four characters a token; a beginning that was seen before comes from the cache. */
  function countFor(asked: Asked, words: string): Counted {
    const key = `${asked.model}\n${asked.instructions}`;
    const prefix = Math.ceil(asked.instructions.length / 4);
    const counted = {
      fresh: Math.ceil(asked.input.length / 4) + (cached.has(key) ? 0 : prefix),
      cached: cached.has(key) ? prefix : 0,
      output: Math.ceil(words.length / 4),
    };
    if (asked.cacheable) cached.add(key);
    return counted;
  }

  return {
    provider,
    url,
    fail: (next) => {
      fault = next;
    },
    say: (next) => {
      said = next;
    },
    takeRequests: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    strays: () => strays,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Labels that fit where labels are asked for; else what the script decided. */
export function defaultAnswer(asked: Asked): string {
  return asked.wantsJson ? labels({}) : scriptIn(asked.input);
}

/** Null for a request that the vendor would not take. */
function readBy(protocol: Protocol, text: string, path: string): Asked | null {
  try {
    return protocol.read(JSON.parse(text), path);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

/** A complete set of labels, in which `changes` are made. */
export function labels(changes: Record<string, unknown>): string {
  return JSON.stringify({
    area: "trabalho",
    subarea: "verbas_rescisorias",
    urgencyHours: 336,
    complexity: "medium",
    flags: [],
    needsPerson: false,
    confidence: 0.8,
    ...changes,
  });
}

/** What stands within the last fence named script. */
export function scriptIn(input: string): string {
  const fenced = /<script ([0-9a-f]+)>\n([\s\S]*?)\n<\/script \1>/.exec(input)?.[2] ?? "";
  return fenced.replaceAll(/^\| /gm, "");
}

function send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}

function begin(response: ServerResponse, text: string, then: () => void): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": String(text.length * 3) });
  response.write(text, then);
}

/** A few bytes at a time: every read succeeds, and the answer does not come in time. */
async function drip(response: ServerResponse, text: string): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  for (let i = 0; i < text.length && !response.destroyed; i += 4) {
    response.write(text.slice(i, i + 4));
    await sleep(50);
  }
  response.end();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
