// Analysts that know the answer and are wrong as often as they are told to be: they prove how votes are counted, not how good any model is.

import { type Chance, chanceOf } from "../src/domain/learning/random.ts";
import { AREAS, type Area } from "../src/domain/legal/areas.ts";
import { classify } from "../src/domain/triage/classify.ts";
import type { ModelProvider } from "../src/domain/triage/strategies/types.ts";
import type { Narrative } from "./triage-data.ts";

export interface Simulated {
  /** How often it names a wrong area, 0..1. */
  wrong: number;
}

/** Chosen, not measured: two good readers and a weaker one. */
export const SIMULATED: Record<ModelProvider, Simulated> = {
  anthropic: { wrong: 0.15 },
  openai: { wrong: 0.18 },
  workers_ai: { wrong: 0.3 },
};

export interface SimulatedLabels {
  area: Area;
  /** As models are: nearly as sure when they are wrong. */
  confidence: number;
}

/**
 * The same labels for the same story, reader and seed. What is hard for one is hard for all: errors share a part of their cause (a Gaussian
 * copula with correlation 0.5), and two thirds of those who are wrong take the area that the rules find likeliest among the wrong ones.
 */
export function simulatedLabels(
  narrative: Pick<Narrative, "id" | "area" | "text">,
  reader: string,
  { wrong }: Simulated,
  seed = 1,
): SimulatedLabels {
  const story = chanceOf(hash(`${seed} ${narrative.id}`));
  const own = chanceOf(hash(`${seed} ${narrative.id} ${reader}`));
  const hardness = Math.SQRT1_2 * normal(story) + Math.SQRT1_2 * normal(own);
  const isWrong = hardness < quantile(wrong);
  const mistake = own() < 2 / 3 ? confusedWith(narrative) : otherArea(narrative.area, own);
  const confidence = Math.min(0.99, (isWrong ? 0.7 : 0.78) + 0.22 * own());
  return { area: isWrong ? mistake : narrative.area, confidence: Math.round(100 * confidence) / 100 };
}

function confusedWith({ area, text }: Pick<Narrative, "area" | "text">): Area {
  return classify(text).shares.find((share) => share.area !== area)?.area ?? "nenhuma";
}

function otherArea(area: Area, chance: Chance): Area {
  const others = AREAS.filter((other) => other !== area);
  return others[Math.floor(chance() * others.length)] ?? "nenhuma";
}

/** Box and Muller, 1958. */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Of the standard normal distribution, by bisection over the integral of its density (Simpson's rule). */
function quantile(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function below(z: number): number {
  const steps = 200;
  const width = (z + 8) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = -8 + i * width;
    sum += (i === 0 || i === steps ? 1 : i % 2 === 0 ? 2 : 4) * Math.exp((-x * x) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
