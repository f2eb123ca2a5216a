// Why someone was proposed, in plain words for the client: what speaks for them, and that turns are shared fairly.
import type { Locale, Text } from "../locale.ts";
import { learnedByFeature } from "./learned-by-feature.ts";
import type { FeatureKey, Receipt } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** Features below this do not speak for anyone. */
const TELLING = 0.5;
const MOST_REASONS = 3;
/** At one half somebody has had exactly their share. */
const TURN_DUE = 0.5;

/** One to four short sentences about someone who was chosen; empty for anyone else. */
export function explainToClient(
  receipt: Pick<Receipt, "chosen" | "features" | "contributions" | "learned" | "turn" | "inBand">,
  locale: Locale,
): string[] {
  const { features, contributions } = receipt;
  if (!receipt.chosen || features === null || contributions === null) return [];
  const learned = learnedByFeature(receipt.learned);
  const reasons = FEATURE_KEYS.filter((key) => features[key] >= TELLING)
    .toSorted((a, b) => contributions[b] + learned[b] - contributions[a] - learned[a])
    .slice(0, MOST_REASONS)
    .map((key) => REASONS[key][locale]);
  if (receipt.inBand && (receipt.turn ?? 0) > TURN_DUE) reasons.push(TURN[locale]);
  return reasons.length > 0 ? reasons : [FITS[locale]];
}

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

const TURN: Text = {
  "pt-BR": "Entre perfis parecidos, era a vez desta pessoa.",
  en: "Among similar profiles, it was this professional's turn to be asked.",
};

const FITS: Text = {
  "pt-BR": "Foi quem mais se aproximou do seu caso entre as pessoas livres.",
  en: "Came closest to your case among those who are free.",
};
