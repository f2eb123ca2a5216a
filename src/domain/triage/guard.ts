// Wraps every reply that a model words: what an honest assistant must not say is left out, sentence by sentence.
import type { Locale } from "../locale.ts";
import { type CutSentence, SentenceCutter, withoutMarks } from "./cut-sentences.ts";
import { type ForbiddenKind, forbiddenIn } from "./guard-rules.ts";
import { intentsOf } from "./intents.ts";
import { PHRASES } from "./phrases.ts";
import { saysAutomated } from "./says-automated.ts";

/** Words of a whole reply beside the honest phrase; the longest scripted one has under 70. */
export const MAX_REPLY_WORDS = 120;
export const MAX_REPLY_CHARACTERS = 1200;
/** Words of a sentence that asks. */
export const MAX_QUESTION_WORDS = 40;

export type DropKind = ForbiddenKind | "second_question" | "long_question" | "too_long" | "repeated" | "nothing_said";

export interface Dropped {
  kind: DropKind;
  /** Beginning of what was left out, for counting and review; it may hold personal data and never goes to a log. */
  quote: string;
}

export interface GuardContext {
  locale: Locale;
  /** What the person wrote last: whether it asks who answers decides what the reply has to begin with. */
  asked: string;
  /** All that the reply may take names from: the person's story and the scripted reply. */
  known?: string;
  /** Where it is given, a statement may hold words of courts, remedies, terms and sums only as far as they are in it. */
  told?: string;
  /** The fixed part of the prompt; a sentence that repeats eight of its words in a row is left out. */
  instructions?: string;
}

export interface Guarded {
  /** What may be shown; "" when nothing usable is left, and the scripted words are to be said. */
  text: string;
  dropped: Dropped[];
  /** True when `text` asks something. */
  asks: boolean;
}

/** The reply without what must not be said. Idempotent, never throws, at most MAX_REPLY_CHARACTERS beside the honest phrase. */
export function guardReply(text: string, context: GuardContext): Guarded {
  const stream = guardStream(context);
  stream.push(text);
  stream.end();
  return stream.result();
}

export interface GuardStream {
  /** Takes a piece as it comes; returns what may be shown now: whole sentences that were looked at, or "". */
  push(piece: string): string;
  /** No more pieces: returns the last of what may be shown. */
  end(): string;
  /** All that was shown, and what was left out. */
  result(): Guarded;
}

/** The same for words that arrive in pieces: what has been shown is never taken back, however the pieces fall. */
export function guardStream(context: GuardContext): GuardStream {
  const dropped: Dropped[] = [];
  const said = new Set<string>();
  const owesHonesty = intentsOf(context.asked).has("robot");
  let shown = "";
  let fresh = "";
  let wordsLeft = MAX_REPLY_WORDS;
  let charactersLeft = MAX_REPLY_CHARACTERS;
  let asks = false;
  /** Words of the question that was shown last, for the short one that may belong to it. */
  let justAsked: number | null = null;
  let newLine = false;

  const keep = (sentence: string) => {
    const before = shown + fresh === "" ? "" : newLine ? "\n" : " ";
    fresh += before + sentence;
    newLine = false;
    said.add(sameness(sentence));
  };

  const cutter = new SentenceCutter((cut: CutSentence) => {
    const sentence = tidy(cut.text);
    newLine ||= cut.newLine;
    const kind = cut.tooLong ? "too_long" : whyNot(sentence);
    if (kind !== null) {
      if (sentence !== "") dropped.push({ kind, quote: sentence.slice(0, 80) });
      return;
    }
    const honest = PHRASES.honest[context.locale];
    if (owesHonesty && shown + fresh === "" && !saysAutomated(sentence)) for (const part of halves(honest)) keep(part);
    if (said.has(sameness(sentence))) return;
    if (!honest.includes(sentence)) {
      wordsLeft -= wordCount(sentence);
      charactersLeft -= sentence.length + 1;
    }
    justAsked = sentence.includes("?") && !asks ? wordCount(sentence) : null;
    if (sentence.includes("?")) asks = true;
    keep(sentence);
  });

  const whyNot = (sentence: string): DropKind | null => {
    if (!/[\p{L}\d]/u.test(sentence)) return "nothing_said";
    const forbidden = forbiddenIn(sentence, context);
    if (forbidden !== null) return forbidden;
    if (said.has(sameness(sentence))) return "repeated";
    const questions = sentence.match(/\?/g)?.length ?? 0;
    const before = justAsked !== null && FOLLOWS.test(sentence) ? justAsked : 0;
    if (questions > 1 || (questions === 1 && asks && before === 0)) return "second_question";
    if (questions === 1 && before + wordCount(sentence) > MAX_QUESTION_WORDS) return "long_question";
    const exempt = PHRASES.honest[context.locale].includes(sentence);
    return !exempt && (wordCount(sentence) > wordsLeft || sentence.length + 1 > charactersLeft) ? "too_long" : null;
  };

  const release = () => {
    const out = fresh;
    shown += out;
    fresh = "";
    return out;
  };

  return {
    push(piece) {
      cutter.push(piece);
      return release();
    },
    end() {
      cutter.end();
      return release();
    },
    result: () => ({ text: shown, dropped: [...dropped], asks }),
  };
}

// "Did you get a notice? When?" asks one thing.
const FOLLOWS =
  /^(?:(?:e )?(?:desde )?quando\b|qual\?|se \p{L}+, (?:desde )?quando\b|(?:and )?(?:since )?when\b|which(?: one)?\?|if you \p{L}+, (?:since )?when\b)[^?]{0,50}\??$/iu;

// One mark at the end, and blanks as they are read.
function tidy(sentence: string): string {
  return withoutMarks(sentence.normalize("NFC"))
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:[-–•>|]+ )+/, "")
    .replace(/[.?…]{2,}(?=["'”’)\]»]{0,3}$)/, (run) =>
      run.includes("?") ? "?" : /^\.+$/.test(run) && run.length === 3 ? run : run.includes("…") ? "…" : ".",
    );
}

function halves(phrase: string): string[] {
  return phrase.split(/(?<=\.) /);
}

function sameness(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

function wordCount(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
