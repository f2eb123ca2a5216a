// A language model as the triage uses it: asked for labels, or for words that come in pieces; every failure is the house's own error.
import type * as z from "zod";
import type { ModelProvider } from "../../domain/triage/strategies/types.ts";

export interface ChatModel {
  provider: ModelProvider;
  /** The vendor's name for it. */
  model: string;
  /** `provider:model`, as votes and costs name it. */
  voter: string;
  /** Milliseconds until the first piece of a streamed answer, before the next model is asked. */
  firstTokenMs: number;
  /**
   * The whole answer as text that should be JSON of the schema: the caller checks it. Throws VezError `vendor_*` alone, never later
   * than the budget, and nothing of the question or of the vendor's words is in it.
   */
  ask(call: ModelCall, schema: z.ZodType): Promise<ModelAnswer>;
  /** Pieces as they come; throws as `ask` does, also in the middle. `usage` is known when the pieces have ended well. */
  stream(call: ModelCall): ModelStream;
}

export interface ModelCall {
  /** The part that never changes with the person: providers keep it in their prompt caches. */
  instructions: string;
  /** Names the instructions; calls that share them share a cache. */
  promptVersion: string;
  /** The part that does. */
  input: string;
  maxOutputTokens: number;
  /** Milliseconds that are left for this call. */
  budgetMs: number;
  signal: AbortSignal;
}

export interface Tokens {
  inputTokens: number;
  /** Part of `inputTokens` that the provider's prompt cache served. */
  cachedInputTokens: number;
  outputTokens: number;
}

export interface ModelAnswer {
  text: string;
  tokens: Tokens;
}

export interface ModelStream {
  pieces: AsyncIterable<string>;
  /** What the vendor counted; null while, and where, it did not say. */
  tokens(): Tokens | null;
}
