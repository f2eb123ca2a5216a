// Redis's own protocol (RESP2) over one TCP connection: commands as strings, replies as plain values.

import { connect, type Socket } from "node:net";

export class RedisError extends Error {}
export type Reply = string | number | null | RedisError | Reply[];

export interface RespClient {
  /** Replies come in the order of the commands; a refused one resolves to a RedisError, so that a pipeline goes on. */
  send(command: readonly string[]): Promise<Reply>;
  close(): void;
}

export async function connectResp(port: number): Promise<RespClient> {
  const socket: Socket = connect(port, "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  const waiting: ((reply: Reply) => void)[] = [];
  let rest: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let found = parse(rest, 0); found; found = parse(rest, 0)) {
      rest = rest.subarray(found.end);
      waiting.shift()?.(found.reply);
    }
  });
  socket.on("close", () => {
    for (const resolve of waiting.splice(0)) resolve(new RedisError("connection closed"));
  });
  return {
    send: (command) => {
      const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
      socket.write(`*${command.length}\r\n${parts.join("")}`);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => socket.destroy(),
  };
}

/** The reply that starts at `start`, or null while it has not arrived whole. */
function parse(bytes: Buffer, start: number): { reply: Reply; end: number } | null {
  const lineEnd = bytes.indexOf("\r\n", start);
  if (lineEnd < 0) return null;
  const kind = String.fromCharCode(bytes[start] ?? 0);
  const text = bytes.toString("utf8", start + 1, lineEnd);
  const end = lineEnd + 2;
  if (kind === "+") return { reply: text, end };
  if (kind === "-") return { reply: new RedisError(text), end };
  if (kind === ":") return { reply: Number(text), end };
  const length = Number(text);
  if (length < 0) return { reply: null, end };
  if (kind === "$") {
    if (bytes.length < end + length + 2) return null;
    return { reply: bytes.toString("utf8", end, end + length), end: end + length + 2 };
  }
  const items: Reply[] = [];
  let at = end;
  for (let i = 0; i < length; i++) {
    const item = parse(bytes, at);
    if (!item) return null;
    items.push(item.reply);
    at = item.end;
  }
  return { reply: items, end: at };
}
