// How much work and care the case will take, read live from what is known so far.
import { words } from "./text.ts";
import type { AreaShare, Complexity, Deadline, Flag } from "./types.ts";

export interface ComplexityInput {
  text: string;
  shares: readonly AreaShare[];
  flags: readonly Flag[];
  deadlines: readonly Deadline[];
  adverseParties: readonly string[];
  answers: Readonly<Record<string, string>>;
}

/**
 * Points, each written down so that it can be argued about: a second area in play 2, a running procedure 2, minors 1,
 * violence, detention or treatment refused 2, several other sides 1, an amount over 50,000 reais 1 (500,000: 2), a limit
 * in danger 1, a long story 1 (over 180 words; 2 over 450), heirs or partners who disagree 1, a company or the State on the other side 1.
 * 0-2 low, 3-5 medium, 6 and more high.
 */
export function complexityOf(input: ComplexityInput): Complexity {
  const points = complexityPoints(input);
  return points >= 6 ? "high" : points >= 3 ? "medium" : "low";
}

export function complexityPoints(input: ComplexityInput): number {
  const tokens = words(input.text);
  const line = ` ${tokens.join(" ")} `;
  let points = 0;
  if ((input.shares[1]?.share ?? 0) > 0.25) points += 2;
  if (RUNNING.test(line) || PROCESS_ANSWERS.some((id) => input.answers[id] === "yes")) points += 2;
  if (MINORS.test(line) || input.answers.familia_children === "yes") points += 1;
  if (input.flags.some((flag) => flag === "violence" || flag === "detention" || flag === "health_injunction"))
    points += 2;
  if (input.adverseParties.length > 1) points += 1;
  const reais = largestAmount(input.text);
  points += reais >= 500_000 ? 2 : reais >= 50_000 ? 1 : 0;
  if (input.flags.includes("deadline_danger")) points += 1;
  points += tokens.length > 450 ? 2 : tokens.length > 180 ? 1 : 0;
  if (input.answers.sucessoes_agree === "no" || DISAGREE.test(line)) points += 1;
  if (INSTITUTION.test(line)) points += 1;
  return points;
}

/** The largest amount of money named, in reais; other currencies count as if they were reais. */
export function largestAmount(text: string): number {
  let largest = 0;
  for (const match of text.slice(0, 12_000).matchAll(AMOUNT)) {
    const digits = (match[1] ?? "").replace(/[.,](?=\d{3}(\D|$))/g, "").replace(",", ".");
    const unit = (match[2] ?? "").toLowerCase();
    const factor =
      /^mil/.test(unit) && !/^milh/.test(unit)
        ? 1_000
        : /^(milh|million)/.test(unit)
          ? 1_000_000
          : /^(k|thousand)/.test(unit)
            ? 1_000
            : 1;
    const money = match[0].includes("$") || factor > 1 || match[3] !== undefined;
    if (money) largest = Math.max(largest, Number.parseFloat(digits) * factor);
  }
  return Number.isFinite(largest) ? largest : 0;
}

const AMOUNT =
  /(?:(?:R|US)?\$ ?)?(\d{1,12}(?:[.,]\d{1,3}){0,4}) ?(milhões|milhoes|milhão|milhao|million|mil|thousand|k)?\b ?(?:de )?(reais|real|dólares|dolares|dollars|euros)?/gi;

const PROCESS_ANSWERS = ["familia_process", "crianca_process", "custody_order", "administrativo_appeal"];
const RUNNING =
  / (processo|audiencia|liminar|sentenca|recurso|juiz|juiza|citad[oa]|citacao|intimad[oa]|inquerito|penhora|leilao|execucao|lawsuit|hearing|judge|court|appeal|injunction|sued|summons) /;
const MINORS = / (filh[oa]s?|crianca?s?|menor|bebe|net[oa]s?|kids?|child|children|son|daughter|baby|minor) /;
const DISAGREE =
  / (nao concord\w+|briga\w*|litigio|nao quer (assinar|dividir|vender)|disagree\w*|refuses? estou (sign|sell|share)) /;
const INSTITUTION =
  / (prefeitura|estado|uniao|inss|receita|banco|construtora|seguradora|hospital|plano de saude|ibama|policia federal|city hall|government|bank|insurer|insurance) /;
