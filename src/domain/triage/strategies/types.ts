// What models may add to a turn: votes on labels, and words for the reply that the script decided.
import type { Analysis, InterviewState, Locale, Turn } from "../types.ts";

export type { Analysis, Strategy, Vote } from "../types.ts";

export type ModelProvider = "anthropic" | "openai" | "workers_ai";

/** What one call to a model cost. */
export interface TokenUsage {
  provider: ModelProvider;
  model: string;
  role: "interviewer" | "analyst";
  outcome: "answered" | "invalid" | "failed" | "timeout" | "stopped";
  inputTokens: number;
  /** Part of `inputTokens` that the provider's prompt cache served. */
  cachedInputTokens: number;
  outputTokens: number;
  ms: number;
}

/** One line of the conversation as it was said. */
export interface Line {
  from: "client" | "agent" | "human";
  text: string;
}

export interface AnalyseInput {
  state: InterviewState;
  /** Oldest first. */
  history: readonly Line[];
  /** What the script understood of the same state. */
  scripted: Turn["understanding"];
  /** Milliseconds that are left for all calls together. */
  budgetMs: number;
  signal: AbortSignal;
}

export interface ReplyInput {
  locale: Locale;
  /** What the person wrote last. */
  asked: string;
  /** The reply that the script decided: its question is asked in the model's words, or in these. */
  scripted: Turn["reply"];
  history: readonly Line[];
  budgetMs: number;
  signal: AbortSignal;
}

export interface ReplyStream {
  /** Guarded pieces as they come; throws or ends empty where no model could answer. What it has given is never taken back. */
  pieces: AsyncIterable<string>;
  /** After `pieces` ended, however it ended. */
  cost(): { usage: TokenUsage[]; dropped: string[] };
}

/** The models of one deployment, best first; null in the wiring where none is configured. */
export interface TurnModels {
  /** `analysis` is null where nobody answered in time: the script's own labels stand. Never throws. */
  analyse(input: AnalyseInput): Promise<{ analysis: Analysis | null; usage: TokenUsage[] }>;
  reply(input: ReplyInput): ReplyStream;
}
