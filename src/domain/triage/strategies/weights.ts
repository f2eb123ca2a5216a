// How much each voter counts, read from the configuration.
import type { ModelProvider } from "./types.ts";

export type ModelWeights = Record<ModelProvider | "scripted", number>;

export const PROVIDERS = ["anthropic", "openai", "workers_ai"] as const satisfies readonly ModelProvider[];

/** Where nothing is configured: large models count alike, the small open one half, the rules between them. */
export const DEFAULT_WEIGHTS = "anthropic=1,openai=1,workers_ai=0.5,scripted=0.75";

/**
 * Reads "anthropic=1,openai=1,workers_ai=0.5,scripted=0.75": every voter once, each weight above 0 and at most 100.
 * Only their proportions matter. Throws a RangeError that says what is wrong.
 */
export function parseWeights(text: string): ModelWeights {
  const weights = new Map<string, number>();
  for (const part of text.split(",")) {
    const [, name, digits] = /^\s*([a-z_]+)\s*=\s*(\d{1,3}(?:\.\d{1,4})?)\s*$/.exec(part) ?? [];
    if (name === undefined || digits === undefined) throw new RangeError(`"${part.trim()}" is not like openai=1`);
    if (!VOTERS.some((voter) => voter === name)) throw new RangeError(`nobody is called "${name}"`);
    if (weights.has(name)) throw new RangeError(`${name} is there twice`);
    const weight = Number(digits);
    if (weight <= 0 || weight > 100) throw new RangeError(`the weight of ${name} is not above 0 and at most 100`);
    weights.set(name, weight);
  }
  const of = (voter: keyof ModelWeights): number => {
    const weight = weights.get(voter);
    if (weight === undefined) throw new RangeError(`${voter} is missing`);
    return weight;
  };
  return {
    anthropic: of("anthropic"),
    openai: of("openai"),
    workers_ai: of("workers_ai"),
    scripted: of("scripted"),
  };
}

/** Reads "anthropic,openai": providers in the order in which they are asked, each once. Throws a RangeError that says what is wrong. */
export function parseProviders(text: string): ModelProvider[] {
  const found: ModelProvider[] = [];
  for (const part of text.split(",").map((name) => name.trim())) {
    const provider = PROVIDERS.find((known) => known === part);
    if (provider === undefined) throw new RangeError(`"${part}" is none of ${PROVIDERS.join(", ")}`);
    if (found.includes(provider)) throw new RangeError(`${provider} is there twice`);
    found.push(provider);
  }
  return found;
}

const VOTERS = [...PROVIDERS, "scripted"] as const;
