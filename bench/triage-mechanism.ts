// The strategies over HTTP with simulated analysts, all of them and each taken away in turn: how votes are counted, not how good models are.
import { MetricsBuffer } from "../src/domain/metrics/buffer.ts";
import type { Analysis, ModelProvider } from "../src/domain/triage/strategies/types.ts";
import { PROVIDERS } from "../src/domain/triage/strategies/weights.ts";
import { Circuits } from "../src/providers/circuit.ts";
import { openTurnModels } from "../src/services/triage/turn-models.ts";
import { labels, MODEL_ACCOUNT, MODEL_KEYS, type ModelStandIn, serveModel } from "../tests/support/model-stand-ins.ts";
import { asTold, modelConfig } from "./live-analysts.ts";
import { SIMULATED, simulatedLabels } from "./simulated-analysts.ts";
import { type Comparison, compareToBest, STRATEGIES, type StrategyRow, strategyRow } from "./strategy-rows.ts";
import type { Narrative } from "./triage-data.ts";

export interface Mechanism {
  rows: StrategyRow[];
  comparison: Comparison;
}

/** Every call goes through the real providers, prompts and checks to servers on this machine. */
export async function runMechanism(narratives: readonly Narrative[]): Promise<Mechanism> {
  const servers = await Promise.all(PROVIDERS.map(serveModel));
  try {
    const rows: StrategyRow[] = [];
    let all: (Analysis | null)[] = [];
    for (const without of [null, ...PROVIDERS]) {
      for (const server of servers) server.fail(server.provider === without ? "status_500" : null);
      for (const { strategy, complexity } of STRATEGIES) {
        const analyses = await analysesOf(narratives, servers, complexity);
        rows.push(strategyRow(strategy, without, narratives, analyses));
        if (strategy === "ensemble" && without === null) all = analyses;
      }
    }
    return { rows, comparison: compareToBest(narratives, all) };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** "anthropic 0.15, ...": what the simulation was told. */
export function simulatedWords(): string {
  return PROVIDERS.map((provider) => `${provider} ${SIMULATED[provider].wrong}`).join(", ");
}

async function analysesOf(
  narratives: readonly Narrative[],
  servers: readonly ModelStandIn[],
  complexity: (typeof STRATEGIES)[number]["complexity"],
): Promise<(Analysis | null)[]> {
  // Fresh circuits: a provider that was away in the row before is back.
  const models = openTurnModels(configFor(servers), undefined, {
    circuits: new Circuits(),
    metrics: new MetricsBuffer(),
  });
  if (models === null) throw new Error("The stand-ins are not configured.");
  const found: (Analysis | null)[] = [];
  for (const narrative of narratives) {
    for (const server of servers) {
      server.say(() =>
        labels({ ...NEUTRAL, ...simulatedLabels(narrative, server.provider, SIMULATED[server.provider]) }),
      );
    }
    const told = asTold(narrative);
    const { analysis } = await models.analyse({ ...told, scripted: { ...told.scripted, complexity } });
    found.push(analysis);
  }
  return found;
}

const NEUTRAL = { subarea: null, urgencyHours: null, complexity: null };

function configFor(servers: readonly ModelStandIn[]) {
  const url = (provider: ModelProvider) => servers.find((server) => server.provider === provider)?.url;
  return modelConfig({
    ...{ ANTHROPIC_API_KEY: MODEL_KEYS.anthropic, ANTHROPIC_BASE_URL: url("anthropic") },
    ...{ OPENAI_API_KEY: MODEL_KEYS.openai, OPENAI_BASE_URL: url("openai") },
    ...{ CLOUDFLARE_API_TOKEN: MODEL_KEYS.workers_ai, CLOUDFLARE_ACCOUNT_ID: MODEL_ACCOUNT },
    CLOUDFLARE_API_URL: url("workers_ai"),
  });
}
