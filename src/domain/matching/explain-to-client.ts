// Why someone was proposed, in plain words for the client: what speaks for them, and that turns are shared fairly.
import type { Locale, Text } from "../locale.ts";
import { kilometres } from "./geography.ts";
import { learnedByFeature } from "./learned-by-feature.ts";
import type { Candidate, CaseFacts, FeatureKey, Receipt } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** Features below this do not speak for anyone. */
const TELLING = 0.5;
const MOST_REASONS = 3;
/** At one half somebody has had exactly their share. */
const TURN_DUE = 0.5;
/** Kilometres that somebody travels for an appointment. */
const CLOSE_KM = 60;
/** Fewer closed cases, and results are luck. */
const FEWEST_CASES = 3;
/** The average of lawyers, towards which the features are drawn. */
const GOOD_RESULTS = 0.6;
/** Of five stars. */
const GOOD_STARS = 4;

/** What the ranking saw of the case and of the professional; null where it was not kept. */
export interface Seen {
  facts: CaseFacts | null;
  candidate: Candidate | null;
}

/**
 * One to five short sentences about someone who was chosen; empty for anyone else. An unknown fact has a neutral value in
 * the ranking, which may be high: what is said of somebody stands on the fact itself, so that no newcomer is called well reviewed.
 */
export function explainToClient(
  receipt: Pick<Receipt, "chosen" | "features" | "contributions" | "learned" | "turn" | "inBand">,
  seen: Seen,
  locale: Locale,
): string[] {
  const { features, contributions } = receipt;
  if (!receipt.chosen || features === null || contributions === null) return [];
  const learned = learnedByFeature(receipt.learned);
  const reasons = FEATURE_KEYS.filter((key) => features[key] >= TELLING)
    .toSorted((a, b) => contributions[b] + learned[b] - contributions[a] - learned[a])
    .map((key) => reasonOf(key, seen))
    .filter((reason) => reason !== null)
    .slice(0, MOST_REASONS)
    .map((reason) => reason[locale]);
  // Whoever sees a place far away wonders how that is to work, whether or not it counted much.
  if (isRemote(seen) && !reasons.includes(REMOTE[locale])) reasons.push(REMOTE[locale]);
  if (receipt.inBand && (receipt.turn ?? 0) > TURN_DUE) reasons.push(TURN[locale]);
  return reasons.length > 0 ? reasons : [FITS[locale]];
}

/** Null where the feature is high and yet nothing is known that would make its sentence true. */
function reasonOf(key: FeatureKey, seen: Seen): Text | null {
  if (key !== "G") return seen.candidate !== null && FACTS[key](seen.candidate) ? REASONS[key] : null;
  if (isClose(seen)) return REASONS.G;
  return isRemote(seen) ? REMOTE : null;
}

function isClose({ facts, candidate }: Seen): boolean {
  const km = facts === null || candidate === null ? null : kilometres(facts, candidate);
  return km !== null && km <= CLOSE_KM;
}

function isRemote(seen: Seen): boolean {
  return !isClose(seen) && seen.facts?.remoteOk === true && seen.candidate?.remote === true;
}

const always = () => true;

const FACTS: Readonly<Record<Exclude<FeatureKey, "G">, (candidate: Candidate) => boolean>> = {
  A: always,
  S: ({ similarity }) => similarity !== null,
  T: ({ casesClosed, casesWon }) => casesClosed >= FEWEST_CASES && casesWon / casesClosed >= GOOD_RESULTS,
  Q: always,
  U: always,
  R: ({ reviewMean, reviewCount }) => reviewCount > 0 && (reviewMean ?? 0) >= GOOD_STARS,
  C: ({ communicationMean, reviewCount }) => reviewCount > 0 && (communicationMean ?? 0) >= GOOD_STARS,
  P: always,
};

const REASONS: Readonly<Record<FeatureKey, Text>> = {
  A: { "pt-BR": "Trabalha na área do seu caso.", en: "Works in the area of your case." },
  S: { "pt-BR": "Cuida de situações parecidas com a sua.", en: "Handles situations like yours." },
  T: { "pt-BR": "Teve bons resultados em casos anteriores.", en: "Has had good results in past cases." },
  G: { "pt-BR": "Atende perto de você.", en: "Works close to you." },
  Q: { "pt-BR": "Tem experiência e formação na área.", en: "Has experience and training in the field." },
  U: { "pt-BR": "Tem espaço na agenda para o seu prazo.", en: "Has room for your deadline." },
  R: { "pt-BR": "Foi bem avaliado por outras pessoas.", en: "Was well reviewed by others." },
  C: {
    "pt-BR": "Explica e responde bem, segundo quem já atendeu.",
    en: "Explains and answers well, say past clients.",
  },
  P: { "pt-BR": "Cobra um valor dentro do comum.", en: "Asks a usual price." },
};

const REMOTE: Text = { "pt-BR": "Atende a distância.", en: "Works at a distance." };

const TURN: Text = {
  "pt-BR": "Entre perfis parecidos, era a vez desta pessoa.",
  en: "Among similar profiles, it was this professional's turn to be asked.",
};

const FITS: Text = {
  "pt-BR": "Está entre as pessoas livres que mais se aproximam do seu caso.",
  en: "Is among those free who come closest to your case.",
};
