// One analyst's labels for a story: asked, checked, asked once more where they do not fit, and every call counted.
import type { VezError } from "../../base/errors.ts";
import { type Labels, labelsSchema, readLabels } from "../../domain/prompts/labels.ts";
import { analystInput, LEGAL_ANALYST } from "../../domain/prompts/legal-analyst.ts";
import { redact } from "../../domain/triage/redact.ts";
import type { AnalyseInput, Line, TokenUsage } from "../../domain/triage/strategies/types.ts";
import type { ChatModel, ModelAnswer } from "../../providers/models/chat-model.ts";
import { type FailureReason, reasonOf } from "../../providers/vendor-failure.ts";

export interface LabelsAsked {
  /** Null where the model gave none that can be used: `failure` says why. */
  labels: Labels | null;
  failure: FailureReason | "given_up" | null;
  promptVersion: string;
  /** One entry a call, oldest first. */
  usage: TokenUsage[];
}

export interface CallMade {
  /** A fresh mark for every call: 32 hex digits. */
  nonce?: () => string;
  /** Milliseconds. */
  clock?: () => number;
}

/** Seven labels need some 80 tokens; what a model thinks beside them is counted in. */
const MOST_TOKENS = 1000;
/** Characters of a conversation that are read: its beginning and its latest lines. */
const MOST_READ = 16_000;

/** What one model says of the story; never throws, and never takes longer than `budgetMs`. */
export async function askLabels(model: ChatModel, input: AnalyseInput, made: CallMade = {}): Promise<LabelsAsked> {
  const { nonce = freshNonce, clock = Date.now } = made;
  const { locale } = input.state;
  const { version, instructions } = LEGAL_ANALYST[locale];
  const until = clock() + input.budgetMs;
  const usage: TokenUsage[] = [];
  const lines = storyOf(input);
  let again: string | null = null;
  // Asked once, and once more where the answer does not fit.
  for (let tries = 0; tries < 2; tries++) {
    const startedAt = clock();
    const told = { provider: model.provider, model: model.model, role: "analyst" as const };
    let answer: ModelAnswer;
    try {
      answer = await model.ask(
        {
          instructions,
          promptVersion: version,
          input: analystInput(locale, lines, nonce(), again),
          maxOutputTokens: MOST_TOKENS,
          budgetMs: until - startedAt,
          signal: input.signal,
        },
        labelsSchema,
      );
    } catch (error) {
      const failure = failureOf(error);
      usage.push({ ...told, ...NOTHING, outcome: OUTCOMES[failure], ms: clock() - startedAt });
      return { labels: null, failure, promptVersion: version, usage };
    }
    const read = readLabels(answer.text);
    const isGood = "labels" in read;
    usage.push({ ...told, ...answer.tokens, outcome: isGood ? "answered" : "invalid", ms: clock() - startedAt });
    if (isGood) return { labels: read.labels, failure: null, promptVersion: version, usage };
    again = read.reason;
  }
  return { labels: null, failure: "invalid_answer", promptVersion: version, usage };
}

/** 32 hex digits that nobody can guess. */
export function freshNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

const NOTHING = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

const OUTCOMES: Record<NonNullable<LabelsAsked["failure"]>, TokenUsage["outcome"]> = {
  timeout: "timeout",
  error: "failed",
  rate_limited: "failed",
  open_circuit: "failed",
  overloaded: "failed",
  invalid_answer: "invalid",
  refused: "failed",
  given_up: "stopped",
};

/** Why a call to a model failed; a caller who left is no failure of the vendor's. */
export function failureOf(error: unknown): NonNullable<LabelsAsked["failure"]> {
  return isGivenUp(error) ? "given_up" : reasonOf(error);
}

/** How such a failure is counted. */
export function outcomeOf(error: unknown): TokenUsage["outcome"] {
  return OUTCOMES[failureOf(error)];
}

function isGivenUp(error: unknown): error is VezError {
  return error instanceof Error && "code" in error && error.code === "vendor_given_up";
}

/** The conversation without documents, phones, addresses and the names that were given; what a vendor need not know stays here. */
function storyOf({ state, history }: AnalyseInput): Line[] {
  const spoken = history.length > 0 ? history : state.told.map((text) => ({ from: "client" as const, text }));
  const lines = spoken.map(({ from, text }) => ({ from, text: redact(text, state.ownNames) }));
  const kept: Line[] = [];
  let left = MOST_READ;
  for (const line of lines.toReversed()) {
    left -= line.text.length;
    if (left < 0 && kept.length > 0) break;
    kept.unshift(line);
  }
  const first = lines.find(({ from }) => from === "client");
  return first === undefined || kept.includes(first) ? kept : [first, ...kept];
}
