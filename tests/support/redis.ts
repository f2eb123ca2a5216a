// A real redis-server behind Upstash's REST protocol, as @upstash/redis speaks it.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { findOnPath } from "../../local/test-tools.ts";
import { freePort } from "./product.ts";
import { connectResp, RedisError, type Reply, type RespClient } from "./resp.ts";

const command = z.array(z.union([z.string(), z.number()]).transform(String)).min(1);
const pipeline = z.array(command).min(1);

export interface RedisBridge {
  /** For UPSTASH_REDIS_REST_URL. */
  url: string;
  /** For UPSTASH_REDIS_REST_TOKEN; any other is refused. */
  token: string;
  stop(): Promise<void>;
}

/** Throws when there is no redis-server on the PATH. */
export async function startRedis(): Promise<RedisBridge> {
  const program = findOnPath("redis-server");
  if (!program) throw new Error("there is no redis-server on the PATH");
  const folder = await mkdtemp(join(tmpdir(), "vez-redis-"));
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const server = spawn(program, options, { stdio: "ignore" });
  const client = await connectWhenReady(server, port);
  const token = "token-of-the-test-redis";
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const base64 = request.headers["upstash-encoding"] === "base64";
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { error: "Unauthorized" });
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (request.url === "/pipeline") {
      const replies = await Promise.all(pipeline.parse(body).map((one) => client.send(one)));
      return answer(
        200,
        replies.map((reply) => render(reply, base64)),
      );
    }
    if (request.url === "/multi-exec") {
      const replies = await transaction(client, pipeline.parse(body));
      return answer(
        200,
        replies.map((reply) => render(reply, base64)),
      );
    }
    const reply = await client.send(command.parse(body));
    return answer(reply instanceof RedisError ? 400 : 200, render(reply, base64));
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    stop: async () => {
      http.close();
      http.closeAllConnections();
      client.close();
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function transaction(client: RespClient, commands: readonly string[][]): Promise<Reply[]> {
  // Written in one go, so that nothing comes between on this connection.
  const sent = [["MULTI"], ...commands, ["EXEC"]].map((one) => client.send(one));
  const last = (await Promise.all(sent)).at(-1);
  return Array.isArray(last) ? last : commands.map(() => last ?? null);
}

function render(reply: Reply, base64: boolean): { result: unknown } | { error: string } {
  if (reply instanceof RedisError) return { error: reply.message };
  return { result: base64 ? encode(reply) : reply };
}

function encode(reply: Reply): unknown {
  if (typeof reply === "string") return reply === "OK" ? reply : Buffer.from(reply, "utf8").toString("base64");
  if (Array.isArray(reply)) return reply.map(encode);
  return reply instanceof RedisError ? reply.message : reply;
}

async function connectWhenReady(server: ChildProcess, port: number): Promise<RespClient> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    try {
      return await connectResp(port);
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("redis-server did not listen within five seconds");
}
