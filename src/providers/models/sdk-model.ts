// A model of the AI SDK as a ChatModel: one try, in time, behind the vendor's circuit, with the house's errors and nobody's words in them.

import {
  APICallError,
  EmptyResponseBodyError,
  generateText,
  InvalidResponseDataError,
  JSONParseError,
  type LanguageModel,
  type LanguageModelUsage,
  NoContentGeneratedError,
  NoObjectGeneratedError,
  Output,
  TypeValidationError,
} from "ai";
import { startDeadline } from "../../base/deadline.ts";
import type { ModelProvider } from "../../domain/triage/strategies/types.ts";
import { type CallOutConfig, makeCallOut, type Service } from "../call-out.ts";
import { vendorFailure } from "../vendor-failure.ts";
import type { ChatModel, ModelCall, Tokens } from "./chat-model.ts";
import { vezErrorIn } from "./vendor-fetch.ts";

type SdkModel = Extract<LanguageModel, { specificationVersion: "v4" }>;
type StreamPart = Awaited<ReturnType<SdkModel["doStream"]>>["stream"] extends ReadableStream<infer Part> ? Part : never;
type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]["providerOptions"]>;

export interface SdkModelConfig extends Pick<CallOutConfig, "circuits" | "metrics" | "timeoutMs"> {
  provider: ModelProvider & Service;
  model: SdkModel;
  firstTokenMs: number;
  /** What this vendor takes beside the words. */
  options?: (call: ModelCall) => ProviderOptions;
}

// Its warnings go to the console, which is the log here; a setting that a model does not know is no event.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** A failed call is not tried again: the next model is nearer than the second try. */
export function sdkModel(config: SdkModelConfig): ChatModel {
  const { provider, model, timeoutMs, firstTokenMs } = config;
  const callOut = makeCallOut({ ...config, service: provider });
  const limits = (call: ModelCall) => ({
    maxOutputTokens: call.maxOutputTokens,
    ...(config.options === undefined ? {} : { providerOptions: config.options(call) }),
  });

  async function* pieces(call: ModelCall, counted: (tokens: Tokens) => void): AsyncGenerator<string> {
    const leaving = new AbortController();
    const { signal: deadline, clear } = startDeadline(Math.max(1, Math.min(timeoutMs, call.budgetMs)));
    const signal = AbortSignal.any([leaving.signal, deadline, call.signal]);
    // An abort reaches the reader as an error of its own, before or after the signal is heard.
    const failed = (error: unknown): never => {
      throw signal.aborted ? stopped(provider, deadline) : failureOf(provider, error);
    };
    const first = { idempotent: false, lane: "chat", signal: call.signal } as const;
    try {
      const [beginning, next] = await callOut(
        { ...first, budgetMs: Math.min(firstTokenMs, call.budgetMs) },
        async () => {
          const user = { role: "user" as const, content: [{ type: "text" as const, text: call.input }] };
          const asked = { ...limits(call), prompt: [cached(call.instructions), user], abortSignal: signal };
          // The model itself: `streamText` would add a loop for tools, which nobody here has, and 22 kB.
          const { stream } = await Promise.resolve(model.doStream(asked)).catch(failed);
          const parts = stream.getReader();
          const read = () =>
            untilAborted(nextPiece(provider, parts, counted, failed), signal, () => stopped(provider, deadline));
          return [await read(), read];
        },
      );
      for (let piece = beginning; piece !== null; piece = await next()) yield piece;
    } finally {
      clear();
      leaving.abort();
    }
  }

  return {
    provider,
    model: model.modelId,
    voter: `${provider}:${model.modelId}`,
    firstTokenMs,
    ask: (call, schema) =>
      callOut(
        { idempotent: false, lane: "chat", budgetMs: call.budgetMs, signal: call.signal },
        async (abortSignal) => {
          try {
            const output = Output.object({ schema, name: "labels" });
            const asked = { instructions: cached(call.instructions), prompt: call.input, maxRetries: 0 };
            const answer = await generateText({ model, ...asked, ...limits(call), abortSignal, output });
            return { text: answer.text, tokens: tokensOf(answer.usage) };
          } catch (error) {
            // What it said is looked at by whoever asked: an answer of the wrong shape was paid for, too.
            if (NoObjectGeneratedError.isInstance(error))
              return { text: error.text ?? "", tokens: tokensOf(error.usage) };
            throw failureOf(provider, error);
          }
        },
      ),
    stream(call) {
      let tokens: Tokens | null = null;
      return {
        pieces: pieces(call, (seen) => {
          tokens = seen;
        }),
        tokens: () => tokens,
      };
    },
  };
}

/** Anthropic caches what it is told to; the others keep long beginnings by themselves, and ignore the mark. */
function cached(content: string) {
  const providerOptions = { anthropic: { cacheControl: { type: "ephemeral" } } };
  return { role: "system" as const, content, providerOptions };
}

/** The next words; null when the model has said that it is done. A stream that merely ends was cut. */
async function nextPiece(
  provider: Service,
  parts: ReadableStreamDefaultReader<StreamPart>,
  counted: (tokens: Tokens) => void,
  failed: (error: unknown) => never,
): Promise<string | null> {
  for (;;) {
    const { done, value: part } = await parts.read().catch(failed);
    if (done) throw vendorFailure("error", `${provider}: the stream was cut`);
    if (part.type === "text-delta" && part.delta !== "") return part.delta;
    if (part.type === "error") throw failureOf(provider, part.error);
    if (part.type !== "finish") continue;
    const { inputTokens, outputTokens } = part.usage;
    counted({
      inputTokens: inputTokens.total ?? 0,
      cachedInputTokens: inputTokens.cacheRead ?? 0,
      outputTokens: outputTokens.total ?? 0,
    });
    const { unified } = part.finishReason;
    if (unified === "stop") return null;
    const isCut = unified !== "length" && unified !== "content-filter";
    throw vendorFailure(isCut ? "error" : "invalid_answer", `${provider}: the answer is not whole`);
  }
}

function stopped(provider: Service, deadline: AbortSignal): Error {
  return vendorFailure("timeout", deadline.aborted ? `${provider}: no answer in time` : `${provider}: left alone`);
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal, reason: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(reason());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** The SDK's errors hold the question and the answer: only what kind they are of is told. */
function failureOf(provider: Service, error: unknown): Error {
  const ours = vezErrorIn(error);
  if (ours !== null) return ours;
  const kind = isUnreadable(error) ? "invalid_answer" : "error";
  return vendorFailure(kind, `${provider}: ${error instanceof Error ? error.name : "unknown"}`);
}

/** An answer came and was not what it should be; the SDK puts an APICallError around it, as around a connection that failed. */
function isUnreadable(error: unknown): boolean {
  if (APICallError.isInstance(error)) return isUnreadable(error.cause);
  return UNREADABLE.some((kind) => kind.isInstance(error));
}

const UNREADABLE = [
  JSONParseError,
  TypeValidationError,
  InvalidResponseDataError,
  EmptyResponseBodyError,
  NoContentGeneratedError,
];

function tokensOf(usage: LanguageModelUsage | undefined): Tokens {
  return {
    inputTokens: usage?.inputTokens ?? 0,
    cachedInputTokens: usage?.inputTokenDetails.cacheReadTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
  };
}
