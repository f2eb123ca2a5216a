// How the three vendors' chat APIs write requests, answers and event streams, as documented.
import * as z from "zod";
import type { ModelProvider } from "../../src/domain/triage/strategies/types.ts";

/** A request, whoever's it was. */
export interface Asked {
  model: string;
  /** The fixed part. */
  instructions: string;
  /** The part that changes. */
  input: string;
  stream: boolean;
  wantsJson: boolean;
  /** False where the vendor was not told, or does not know how, to keep the beginning. */
  cacheable: boolean;
}

/** Tokens; `fresh` and `cached` together are what was sent. */
export interface Counted {
  fresh: number;
  cached: number;
  output: number;
}

interface Frames {
  before: string[];
  /** One for each piece of the answer. */
  pieces: string[];
  after: string[];
}

export interface Protocol {
  isPath(path: string, account: string): boolean;
  keyHeader: string;
  keyValue(key: string): string;
  /** Throws a ZodError where the vendor would answer 400. */
  read(body: unknown, path: string): Asked;
  whole(model: string, words: string, counted: Counted, ended: "stop" | "length"): object;
  frames(model: string, pieces: string[], counted: Counted, ended: "stop" | "length"): Frames;
  errorFrame(message: string): string;
}

/** A strict schema closes every object and requires every property. */
const strictSchema = z.looseObject({
  type: z.literal("object"),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
});
const closed = strictSchema.refine(({ properties, required }) => required.length === Object.keys(properties).length);

const toAnthropic = z.strictObject({
  model: z.string(),
  max_tokens: z.int().positive(),
  system: z.tuple([
    z.strictObject({
      type: z.literal("text"),
      text: z.string(),
      cache_control: z.strictObject({ type: z.literal("ephemeral") }).optional(),
    }),
  ]),
  messages: z.tuple([
    z.strictObject({
      role: z.literal("user"),
      content: z.tuple([z.strictObject({ type: z.literal("text"), text: z.string() })]),
    }),
  ]),
  stream: z.boolean().optional(),
  output_config: z
    .strictObject({ format: z.strictObject({ type: z.literal("json_schema"), schema: closed }) })
    .optional(),
});

const anthropic: Protocol = {
  isPath: (path) => path === "/v1/messages",
  keyHeader: "x-api-key",
  keyValue: (key) => key,
  read(body) {
    const { model, system, messages, stream, output_config } = toAnthropic.parse(body);
    return {
      model,
      instructions: system[0].text,
      input: messages[0].content[0].text,
      stream: stream ?? false,
      wantsJson: output_config !== undefined,
      cacheable: system[0].cache_control !== undefined,
    };
  },
  whole: (model, words, counted, ended) => ({
    ...message(model),
    content: [{ type: "text", text: words }],
    stop_reason: STOPS[ended],
    usage: { ...sent(counted), output_tokens: counted.output },
  }),
  frames: (model, pieces, counted, ended) => ({
    before: [
      event("message_start", { message: { ...message(model), usage: { ...sent(counted), output_tokens: 1 } } }),
      event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
      event("ping", {}),
    ],
    pieces: pieces.map((text) => event("content_block_delta", { index: 0, delta: { type: "text_delta", text } })),
    after: [
      event("content_block_stop", { index: 0 }),
      event("message_delta", {
        delta: { stop_reason: STOPS[ended], stop_sequence: null },
        usage: { output_tokens: counted.output },
      }),
      event("message_stop", {}),
    ],
  }),
  errorFrame: (text) => event("error", { error: { type: "overloaded_error", message: text } }),
};

const STOPS = { stop: "end_turn", length: "max_tokens" };

function message(model: string) {
  return {
    id: "msg_01",
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
  };
}

/** The first call writes the cache, later ones read it. */
function sent({ fresh, cached }: Counted) {
  return { input_tokens: fresh, cache_creation_input_tokens: 0, cache_read_input_tokens: cached };
}

function event(type: string, rest: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
}

const chat = {
  model: z.string(),
  messages: z.tuple([
    z.strictObject({ role: z.literal("system"), content: z.string() }),
    z.strictObject({ role: z.literal("user"), content: z.string() }),
  ]),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.literal(true) }).optional(),
  response_format: z
    .strictObject({
      type: z.literal("json_schema"),
      json_schema: z.strictObject({ name: z.string().max(64), strict: z.literal(true), schema: closed }),
    })
    .optional(),
};
const toOpenAi = z.strictObject({
  ...chat,
  max_completion_tokens: z.int().positive(),
  reasoning_effort: z.enum(["none", "minimal", "low"]).optional(),
  prompt_cache_key: z.string().max(64),
  store: z.literal(false),
});

const openai: Protocol = {
  isPath: (path) => path === "/v1/chat/completions",
  keyHeader: "authorization",
  keyValue: (key) => `Bearer ${key}`,
  read(body) {
    const { model, messages, stream, response_format } = toOpenAi.parse(body);
    return {
      model,
      instructions: messages[0].content,
      input: messages[1].content,
      stream: stream ?? false,
      wantsJson: response_format !== undefined,
      cacheable: true,
    };
  },
  whole: (model, content, counted, finish_reason) => ({
    ...{ id: "c1", object: "chat.completion", created: 1, model, usage: usageOf(counted) },
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason }],
  }),
  frames: (model, pieces, counted, ended) => ({
    before: [chunk(model, [delta({ role: "assistant", content: "" })])],
    pieces: pieces.map((content) => chunk(model, [delta({ content })])),
    after: [chunk(model, [delta({}, ended)]), chunk(model, [], { usage: usageOf(counted) }), "data: [DONE]\n\n"],
  }),
  errorFrame: (text) => `data: ${JSON.stringify({ error: { message: text, type: "server_error", code: null } })}\n\n`,
};

function usageOf({ fresh, cached, output }: Counted) {
  return {
    prompt_tokens: fresh + cached,
    completion_tokens: output,
    total_tokens: fresh + cached + output,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

function chunk(model: string, choices: object[], rest: object = {}): string {
  return `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model, choices, ...rest })}\n\n`;
}

function delta(content: object, finish_reason: string | null = null): object {
  return { index: 0, delta: content, finish_reason };
}

const toWorkersAi = z.strictObject({
  messages: chat.messages,
  max_tokens: z.int().positive(),
  stream: z.boolean().optional(),
  response_format: z.strictObject({ type: z.literal("json_schema"), json_schema: closed }).optional(),
});

/** The way of most models; the JSON that was asked for comes as an object. */
const workersAi: Protocol = {
  isPath: (path, account) => path.startsWith(`/client/v4/accounts/${account}/ai/run/@cf/`),
  keyHeader: "authorization",
  keyValue: (key) => `Bearer ${key}`,
  read(body, path) {
    const { messages, stream, response_format } = toWorkersAi.parse(body);
    return {
      model: path.slice(path.indexOf("@cf/")),
      instructions: messages[0].content,
      input: messages[1].content,
      stream: stream ?? false,
      wantsJson: response_format !== undefined,
      cacheable: false,
    };
  },
  whole: (_model, words, counted) => ({
    result: { response: objectIn(words), usage: workersAiUsage(counted) },
    ...{ success: true, errors: [], messages: [] },
  }),
  frames: (_model, pieces, counted, ended) => ({
    before: [],
    pieces: pieces.map((response) => native({ response, p: "abc" })),
    after: [
      native({ response: "", usage: workersAiUsage(counted), ...(ended === "length" ? { finish_reason: ended } : {}) }),
      "data: [DONE]\n\n",
    ],
  }),
  errorFrame: (text) => native({ errors: [{ code: 3040, message: text }] }),
};

function native(payload: object): string {
  return `data: ${JSON.stringify(payload)}\n\n`;
}

function workersAiUsage({ fresh, cached, output }: Counted) {
  return { prompt_tokens: fresh + cached, completion_tokens: output, total_tokens: fresh + cached + output };
}

function objectIn(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch (error) {
    if (error instanceof SyntaxError) return words;
    throw error;
  }
}

export const PROTOCOLS: Record<ModelProvider, Protocol> = { anthropic, openai, workers_ai: workersAi };
