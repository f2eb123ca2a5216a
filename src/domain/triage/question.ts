// What a question of the interview is, and how one is written down.
import type { Text } from "../locale.ts";

export interface Question {
  id: string;
  text: Text;
  options?: readonly { value: string; label: Text }[];
}

/** A question in both languages; under 28 words each. */
export function ask(id: string, pt: string, en: string, options?: Question["options"]): Question {
  const text = { "pt-BR": pt, en };
  return options === undefined ? { id, text } : { id, text, options };
}

/** The answers that buttons offer where yes or no is enough. */
export function yesNo(): NonNullable<Question["options"]> {
  return [
    { value: "yes", label: { "pt-BR": "Sim", en: "Yes" } },
    { value: "no", label: { "pt-BR": "Não", en: "No" } },
    { value: "unknown", label: { "pt-BR": "Não sei", en: "I don't know" } },
  ];
}
