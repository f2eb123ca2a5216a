// The strategies with real models, as far as their keys are in the environment: each model reads each narrative once.
import type { Analysis, TokenUsage } from "../src/domain/triage/strategies/types.ts";
import type { ChatModel } from "../src/providers/models/chat-model.ts";
import { analyse } from "../src/services/triage/analyse.ts";
import type { LabelsAsked } from "../src/services/triage/model-call.ts";
import { askLive, asTold, liveModels, modelConfig } from "./live-analysts.ts";
import { type Comparison, compareToBest, STRATEGIES, type StrategyRow, strategyRow } from "./strategy-rows.ts";
import type { Narrative } from "./triage-data.ts";

export interface Live {
  models: string[];
  rows: StrategyRow[];
  comparison: Comparison;
  usage: { voter: string; calls: number; answered: number; inputTokens: number; outputTokens: number }[];
}

/** Null where no key is there: nothing is measured. Narratives go one after another, models at once. */
export async function runLive(narratives: readonly Narrative[]): Promise<Live | null> {
  const models = liveModels(process.env);
  if (models.length === 0) return null;
  const { MODEL_WEIGHTS: weights } = modelConfig(process.env);
  const heard: Map<ChatModel, LabelsAsked>[] = [];
  for (const narrative of narratives) {
    const answers = await Promise.all(models.map(async (model) => [model, await askLive(model, narrative)] as const));
    heard.push(new Map(answers));
  }
  // What each said once is what each strategy is given.
  const readers = { interviewer: models[0] ?? null, analysts: models };
  const analysesBy = (complexity: (typeof STRATEGIES)[number]["complexity"]) =>
    Promise.all(
      narratives.map(async (narrative, index): Promise<Analysis | null> => {
        const told = asTold(narrative);
        const ask = async (model: ChatModel) => {
          const said = heard[index]?.get(model);
          if (said === undefined) throw new Error(`${model.voter} was not asked.`);
          return said;
        };
        const input = { ...told, scripted: { ...told.scripted, complexity } };
        return (await analyse(readers, weights, input, { ask })).analysis;
      }),
    );
  const rows: StrategyRow[] = [];
  for (const { strategy, complexity } of STRATEGIES) {
    rows.push(strategyRow(strategy, null, narratives, await analysesBy(complexity)));
  }
  return {
    models: models.map(({ voter }) => voter),
    rows,
    comparison: compareToBest(narratives, await analysesBy("high")),
    usage: models.map((model) =>
      spent(
        model,
        heard.flatMap((said) => said.get(model)?.usage ?? []),
      ),
    ),
  };
}

function spent({ voter }: ChatModel, usage: readonly TokenUsage[]): Live["usage"][number] {
  const sum = (of: (one: TokenUsage) => number) => usage.reduce((total, one) => total + of(one), 0);
  return {
    ...{ voter, calls: usage.length, answered: usage.filter(({ outcome }) => outcome === "answered").length },
    ...{ inputTokens: sum(({ inputTokens }) => inputTokens), outputTokens: sum(({ outputTokens }) => outputTokens) },
  };
}
