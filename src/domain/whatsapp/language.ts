// In which language somebody writes, and whether he asks for the other one.
import type { Locale } from "../locale.ts";
import { plainLine } from "../triage/plain-line.ts";

/** Null where a few words do not say it: a name, a number, "ok", another language. A wish for a language is one. */
export function languageOf(text: string): Locale | null {
  const wish = languageAsked(text);
  if (wish !== null) return wish;
  const tokens = plainLine(text.slice(0, MOST_CHARACTERS)).trim().split(" ");
  const english = tokens.filter((token) => ENGLISH.has(token)).length;
  const portuguese = tokens.filter((token) => PORTUGUESE.has(token)).length;
  // Two, so that neither "ok, thanks" in a Portuguese story nor a name decides it; a greeting is enough by itself.
  if (portuguese === 0 && ENGLISH_GREETING.test(tokens.join(" "))) return "en";
  if (english >= 2 && english > 2 * portuguese) return "en";
  return portuguese > english ? "pt-BR" : null;
}

/** "English", "in English please", "português": the wish alone, and no story that names a language. */
export function languageAsked(text: string): Locale | null {
  const line = plainLine(text);
  if (ASKS_ENGLISH.test(line)) return "en";
  return ASKS_PORTUGUESE.test(line) ? "pt-BR" : null;
}

/** A story says it in its first lines. */
const MOST_CHARACTERS = 1000;

const SPEAKING =
  "(?:(?:do|can|could) (?:you|we|i) (?:speak|talk|write|understand) (?:in )?|(?:i |i only )?(?:speak |want |prefer )|in |em |(?:voces? )?(?:fala|falam|falar) (?:em )?|(?:pode|podemos) (?:ser|falar|escrever) em |quero (?:falar |escrever )?(?:em )?|prefiro (?:em )?)?";
const BEFORE = "(?:hi |hello |oi |ola |please |por favor )?";
const AFTER = "(?: please| por favor)?";
const ASKS_ENGLISH = new RegExp(
  `^ ${BEFORE}(?:${SPEAKING}(?:english|ingles)|(?:sorry )?i (?:dont|do not|cant|cannot) (?:speak|understand|read) (?:any )?portuguese)${AFTER} $`,
);
const ASKS_PORTUGUESE = new RegExp(
  `^ ${BEFORE}(?:${SPEAKING}(?:portugues|portuguese)|(?:eu )?nao (?:falo|entendo|sei|leio) (?:em )?ingles)${AFTER} $`,
);

const ENGLISH_GREETING = /^(?:hello|hi|good (?:morning|afternoon|evening)|help|help me)(?: there| please)?$/;

// Frequent words of each that the other, folded and without accents, does not have: "do", "a", "me", "to" and "as" are both.
const ENGLISH = new Set(
  (
    "the and is are was were been i im ive you your my he she his her they their we our it this that these those there of in on at from with " +
    "by not dont didnt doesnt cant wont have has had did does will would can could should what when where who how why because but if " +
    "hi hello please thanks thank help need want get got work working worked job boss fired lawyer landlord rent money paid pay police " +
    "husband wife son daughter mother father after before without about an been being last week month year years days"
  ).split(" "),
);
const PORTUGUESE = new Set(
  (
    "o os um uma de da dos das em na nos nas ao eu ele ela eles voce voces vc meu minha meus minhas seu sua que nao sim com sem por para pra pro " +
    "mas ou se ja mais muito foi fui era sou estou esta tenho tem tinha quero queria preciso posso porque quando onde como quem qual isso " +
    "este essa esse esta aqui oi ola bom boa dia tarde noite ajuda obrigado obrigada trabalho emprego patrao chefe demitida demitido " +
    "advogado advogada aluguel dinheiro policia marido esposa filho filha mae pai depois antes anos mes meses dias"
  ).split(" "),
);
