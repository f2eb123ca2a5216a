// A receipt in plain words, for the professional whom it is about: why, or why not; nothing about anyone else.
import { HALF_CASE } from "../equity/turn.ts";
import type { Locale, Text } from "../locale.ts";
import { learnedByFeature } from "./learned-by-feature.ts";
import { FEATURE_NAMES, GATE_TEXTS, HELD_BACK, HELPED, NOT_RANKED, TURN_TEXTS } from "./receipt-texts.ts";
import type { FeatureKey, Receipt } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** Two to seven short sentences: the gate, or the outcome, the fit, what spoke for and against it, the turn, and what the turn moved. */
export function explain(receipt: Receipt, locale: Locale): string[] {
  if (receipt.gate) return [GATE_TEXTS[receipt.gate][locale]];
  const { features, contributions, score, turn, rank } = receipt;
  if (!features || !contributions || score === null || turn === null || rank === null) return [NOT_RANKED[locale]];

  const lines = [outcome(receipt, rank, locale), scored(score, locale)];
  const learned = learnedByFeature(receipt.learned);
  const worth = (key: FeatureKey) => contributions[key] + learned[key];
  // weight * (1 - feature); a feature of zero hides its weight, and is the worst there can be.
  const lost = (key: FeatureKey) =>
    (features[key] > 0 ? contributions[key] * (1 / features[key] - 1) : 1) - learned[key];
  const strongest = FEATURE_KEYS.toSorted((a, b) => worth(b) - worth(a)).slice(0, 3);
  lines.push(`${HELPED[locale]} ${list(strongest, locale)}.`);
  const weakest = FEATURE_KEYS.filter((key) => !strongest.includes(key) && (features[key] < 0.5 || learned[key] < 0))
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, 2);
  if (weakest.length > 0) lines.push(`${HELD_BACK[locale]} ${list(weakest, locale)}.`);
  const share = shareText(receipt, locale);
  if (share !== null) lines.push(share);
  lines.push(turnText(receipt, turn, locale));
  const moved = movedText(receipt, rank, locale);
  if (moved !== null) lines.push(moved);
  return lines;
}

function outcome(receipt: Receipt, rank: number, locale: Locale): string {
  if (locale === "en") {
    return receipt.chosen
      ? `This case was meant for you: you are number ${rank} in its order.`
      : `You could take this case, but it went to others first: you are number ${rank} in its order.`;
  }
  return receipt.chosen
    ? `Este caso foi indicado a você: ${rank}º lugar na ordem.`
    : `Você poderia atender este caso, mas outras pessoas vieram antes: ${rank}º lugar na ordem.`;
}

function scored(score: number, locale: Locale): string {
  const points = Math.round(score * 100);
  return locale === "en"
    ? `Your profile fits the case with ${points} of 100 points.`
    : `Seu perfil combina com o caso em ${points} de 100 pontos.`;
}

/** In cases: below it a share reads as zero. */
const TOO_SMALL_TO_SAY = 0.05;
const FEW_CASES = {
  "pt-BR": "Nesta área quase não houve casos em 30 dias: a parte justa de cada pessoa ainda é perto de zero.",
  en: "There have been hardly any cases in this area in 30 days: everyone's fair share is still close to zero.",
} satisfies Text;

/** Null for a receipt of a release that did not keep the share. */
function shareText({ target, shortfall }: Receipt, locale: Locale): string | null {
  if (target === null || shortfall === null) return null;
  if (target < TOO_SMALL_TO_SAY) return FEW_CASES[locale];
  const had = number(target - shortfall, locale);
  const fair = number(target, locale);
  return locale === "en"
    ? `In this area you have had ${had} of a fair share of ${fair} cases in 30 days; open offers and absences count in part.`
    : `Nesta área você teve ${had} de uma parte justa de ${fair} casos em 30 dias; propostas abertas e ausências contam em parte.`;
}

function turnText({ inBand, shortfall }: Receipt, turn: number, locale: Locale): string {
  if (!inBand) return TURN_TEXTS.beyond[locale];
  if (turn > 0.5) return TURN_TEXTS.due[locale];
  // With so much missing the turn would be due: it was held back after many offers.
  if (shortfall !== null && shortfall > HALF_CASE) return TURN_TEXTS.rests[locale];
  return (shortfall !== null && shortfall >= -HALF_CASE ? TURN_TEXTS.even : TURN_TEXTS.ahead)[locale];
}

/** Null where the turn left the place as it was. */
function movedText({ rankBeforeEquity: before }: Receipt, rank: number, locale: Locale): string | null {
  if (before === null || before === rank) return null;
  if (locale === "en") return `By fit alone you would be number ${before}; turns made it ${rank}.`;
  return `Só pelo perfil seria o ${before}º lugar; com a vez, ficou o ${rank}º.`;
}

/** One digit after the comma, none where it would be a zero. */
function number(value: number, locale: Locale): string {
  const text = (Math.round(value * 10) / 10 + 0).toFixed(1).replace(/\.0$/, "");
  return locale === "en" ? text : text.replace(".", ",");
}

function list(keys: readonly FeatureKey[], locale: Locale): string {
  const names = keys.map((key) => FEATURE_NAMES[key][locale]);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} ${locale === "en" ? "and" : "e"} ${last}`;
}
