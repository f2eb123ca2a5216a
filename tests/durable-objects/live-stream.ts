// A reader of a conversation's event stream, as a browser is one, for tests.
import { env } from "cloudflare:workers";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { NewEvent } from "../../src/domain/events.ts";
import type { ConversationPort } from "../../src/domain/ports.ts";
import { type StreamInput, streamConversation } from "../../src/http/stream/bridge.ts";

export interface Frame {
  id: number | null;
  event: string;
  data: Record<string, unknown>;
}

export interface LiveStream {
  /** Waits for `count` further frames. */
  take(count: number): Promise<Frame[]>;
  /** Waits for frames until one fits, and returns all of them. */
  until(fits: (frame: Frame) => boolean): Promise<Frame[]>;
  /** Everything received so far, comments included. */
  text(): string;
  /** The reader leaves. */
  leave(): Promise<void>;
  /** Resolves when the stream has ended, with how. */
  ended(): Promise<"closed" | "failed">;
}

let serial = 0;

/** A conversation of its own for each test: storage is isolated by file only. */
export function freshConversation() {
  const id = `cnv_test${++serial}_${crypto.randomUUID()}`;
  return { id, stub: env.CONVERSATION.getByName(id) as unknown as Stub };
}

/** The platform's stub types take `Record<string, unknown>` for something that cannot cross; the port says what does. */
export type Stub = ConversationPort & DurableObjectStub<Conversation>;

export function opening(id: string) {
  return {
    caseId: `cas_of_${id}`,
    conversationId: id,
    vertical: "legal",
    locale: "en",
    zone: "America/Sao_Paulo",
  } as const;
}

export function numbered(from: number, to: number): NewEvent[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    type: "offer_update",
    data: { n: from + i },
    key: `n${from + i}`,
  }));
}

export function openStream(
  stub: StreamInput["stub"],
  options: Partial<Omit<StreamInput, "stub">> = {},
): Promise<Response> {
  return streamConversation({
    stub,
    after: 0,
    signal: new AbortController().signal,
    reader: { personId: "usr_reader", operator: false },
    maxReaders: 1_000,
    maxPerPerson: 1_000,
    ...options,
  });
}

export async function listen(stub: Stub, options: Partial<Omit<StreamInput, "stub">> = {}): Promise<LiveStream> {
  const response = await openStream(stub, options);
  if (response.status !== 200 || response.body === null) throw new Error(`no stream: ${response.status}`);
  return liveStream(response.body);
}

export function liveStream(body: ReadableStream<Uint8Array>): LiveStream {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const frames: Frame[] = [];
  let all = "";
  let rest = "";
  let ending: "closed" | "failed" | null = null;
  const pull = async (): Promise<void> => {
    const { done, value } = await reader.read().catch(() => {
      ending = "failed";
      return { done: true as const, value: undefined };
    });
    if (done) ending ??= "closed";
    const text = decoder.decode(value, { stream: true });
    all += text;
    rest += text;
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    frames.push(...blocks.flatMap(frameOf));
  };
  return {
    async take(count) {
      while (frames.length < count && ending === null) await pull();
      return frames.splice(0, count);
    },
    async until(fits) {
      while (!frames.some(fits) && ending === null) await pull();
      return frames.splice(0, frames.findIndex(fits) + 1);
    },
    text: () => all,
    leave: () => reader.cancel(),
    async ended() {
      while (ending === null) await pull();
      return ending;
    },
  };
}

function frameOf(block: string): Frame[] {
  const fields = new Map(
    block
      .split("\n")
      .filter((line) => line.includes(": ") && !line.startsWith(":"))
      .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)] as const),
  );
  const event = fields.get("event");
  if (event === undefined) return [];
  const id = fields.get("id");
  return [{ id: id === undefined ? null : Number(id), event, data: JSON.parse(fields.get("data") ?? "null") }];
}
