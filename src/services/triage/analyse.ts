// Has models read a story for its labels, as the case's complexity asks: one, the first that answers, or several at once.
import { strategyFor } from "../../domain/triage/strategies/strategy-for.ts";
import type {
  AnalyseInput,
  Analysis,
  Strategy,
  TokenUsage,
  TurnModels,
  Vote,
} from "../../domain/triage/strategies/types.ts";
import type { ModelWeights } from "../../domain/triage/strategies/weights.ts";
import type { ChatModel } from "../../providers/models/chat-model.ts";
import { askLabels, type LabelsAsked } from "./model-call.ts";

export interface Readers {
  /** Whose words the person reads; it alone is asked about a simple case. Null where it is none of the models. */
  interviewer: ChatModel | null;
  /** In the order in which they are asked. */
  analysts: readonly ChatModel[];
}

export interface AnalyseMade {
  ask?: (model: ChatModel, input: AnalyseInput) => Promise<LabelsAsked>;
  /** Milliseconds. */
  clock?: () => number;
}

type Analysed = Awaited<ReturnType<TurnModels["analyse"]>>;

/**
 * The votes of whoever answered within `budgetMs`; `analysis` is null where nobody did, or where nothing was told yet. Each call gets the smaller
 * of its own timeout and the time that is left. Never throws; `usage` has every call, failed ones too.
 */
export async function analyse(
  readers: Readers,
  weights: ModelWeights,
  input: AnalyseInput,
  { ask = askLabels, clock = Date.now }: AnalyseMade = {},
): Promise<Analysed> {
  const strategy = strategyFor(input.scripted.complexity);
  if (input.state.told.length === 0) return { analysis: null, usage: [] };
  const until = clock() + input.budgetMs;
  const answers: Answer[] = [];
  for (const together of rounds(strategy, readers)) {
    const leftMs = until - clock();
    if (leftMs <= 0 || input.signal.aborted) break;
    const asked = { ...input, budgetMs: leftMs };
    answers.push(...(await Promise.all(together.map((model) => inTime(model, asked, ask, clock)))));
    if (answers.some(({ read }) => read.labels !== null)) break;
  }
  return {
    analysis: analysisOf(strategy, answers, weights, input),
    usage: answers.flatMap(({ read }) => read.usage),
  };
}

interface Answer {
  model: ChatModel;
  read: LabelsAsked;
}

/** Who is asked together; the next round only where the one before gave nothing. */
function rounds(strategy: Strategy, { interviewer, analysts }: Readers): (readonly ChatModel[])[] {
  if (strategy === "ensemble") return [analysts];
  if (strategy === "failover") return analysts.map((model) => [model]);
  return interviewer === null ? [] : [[interviewer]];
}

/** A call tells its own end, with what it cost; one that is this late with it is left behind, whatever it is doing. */
const GRACE_MS = 100;

async function inTime(
  model: ChatModel,
  input: AnalyseInput,
  ask: NonNullable<AnalyseMade["ask"]>,
  clock: () => number,
): Promise<Answer> {
  const startedAt = clock();
  const leaving = new AbortController();
  const nothing = (outcome: TokenUsage["outcome"]): LabelsAsked => ({
    labels: null,
    failure: outcome === "timeout" ? "timeout" : "error",
    promptVersion: "",
    usage: [
      {
        ...{ provider: model.provider, model: model.model, role: "analyst", outcome },
        ...{ inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, ms: clock() - startedAt },
      },
    ],
  });
  let leave: () => void = () => undefined;
  const left = new Promise<LabelsAsked>((resolve) => {
    const timer = setTimeout(() => resolve(nothing("timeout")), input.budgetMs + GRACE_MS);
    const stop = () => setTimeout(() => resolve(nothing("stopped")), GRACE_MS);
    input.signal.addEventListener("abort", stop, { once: true });
    leave = () => {
      clearTimeout(timer);
      input.signal.removeEventListener("abort", stop);
      leaving.abort();
    };
  });
  try {
    const signal = AbortSignal.any([input.signal, leaving.signal]);
    // A failure that the call did not turn into an answer costs its own vote alone.
    const read = await Promise.race([ask(model, { ...input, signal }).catch(() => nothing("failed")), left]);
    return { model, read };
  } finally {
    leave();
  }
}

function analysisOf(
  strategy: Strategy,
  answers: readonly Answer[],
  weights: ModelWeights,
  { state }: AnalyseInput,
): Analysis | null {
  const votes: Vote[] = [];
  let promptVersion = "";
  for (const { model, read } of answers) {
    if (read.labels === null) continue;
    votes.push({ voter: model.voter, weight: weights[model.provider], ...read.labels });
    promptVersion = read.promptVersion;
  }
  if (votes.length === 0) return null;
  return { strategy, votes, scriptedWeight: weights.scripted, promptVersion, turns: state.turns };
}
