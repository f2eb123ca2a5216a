// The question whether it is safe to write to this number later, and what counts as its answer.
import type { Locale, Text } from "../locale.ts";

export function safetyAsked(locale: Locale): string {
  return ASKED[locale];
}

export function safetyHeard(isSafe: boolean, locale: Locale): string {
  return (isSafe ? SAFE : UNSAFE)[locale];
}

/** Null for whatever says more than yes or no: it may be a story. */
export function yesOrNo(text: string): boolean | null {
  const said = text
    .trim()
    .replace(/[\s.,!…]+/g, " ")
    .trim();
  if (YES.test(said)) return true;
  return NO.test(said) ? false : null;
}

const YES =
  /^(?:sim|s|sim pode|pode|pode sim|pode escrever|é seguro|e seguro|sim é seguro|sim e seguro|yes|y|yes it is|it is safe|it's safe)$/iu;
const NO =
  /^(?:não|nao|n|não pode|nao pode|não não pode|não é seguro|nao e seguro|não não é seguro|melhor não|melhor nao|no|nope|no it is not|no it isn't|it is not safe|it's not safe|not safe)$/iu;

const ASKED: Text = {
  "pt-BR":
    "Para a sua segurança: posso escrever para este número mais tarde, com notícias do seu caso? Responda sim ou não. Até você dizer, só respondo quando você escreve.",
  en: "For your safety: may I write to this number later, with news of your case? Answer yes or no. Until you say so, I only answer when you write.",
};

const SAFE: Text = {
  "pt-BR":
    "Certo. Escrevo para este número quando houver notícias; o aviso não diz do que se trata. Para mudar isso ou escolher horários, escreva “link”.",
  en: "All right. I write to this number when there is news; the notice does not say what it is about. To change that or to choose hours, write “link”.",
};

const UNSAFE: Text = {
  "pt-BR":
    "Certo. Não escrevo para este número por conta própria. Quando for seguro e você quiser saber do seu caso, escreva aqui, e eu respondo.",
  en: "All right. I do not write to this number by myself. When it is safe and you want to know about your case, write here, and I answer.",
};
