// Cuts words that arrive in pieces into whole sentences, the same ones however the pieces fall.

/** Characters of one sentence; what runs on longer is handed over cut and marked. */
export const LONGEST_SENTENCE = 600;

export interface CutSentence {
  text: string;
  /** True when a line ended after the sentence before it. */
  newLine: boolean;
  tooLong: boolean;
}

/** Takes pieces and hands each sentence to `take` when its end has been seen; `end` hands over the rest. */
export class SentenceCutter {
  readonly #take: (sentence: CutSentence) => void;
  #rest = "";
  #newLine = false;
  /** The first half of a character whose second half comes with the next piece. */
  #half = "";
  /** The beginning of a sentence that is longer than any may be. */
  #overlong: string | null = null;

  constructor(take: (sentence: CutSentence) => void) {
    this.#take = take;
  }

  push(piece: string): void {
    const whole = this.#half + piece;
    this.#half = /[\uD800-\uDBFF]$/.exec(whole)?.[0] ?? "";
    const text = whole.slice(0, whole.length - this.#half.length).toWellFormed();
    this.#rest += withoutMarks(text);
    for (let end = this.#nextEnd(); end !== -1; end = this.#nextEnd()) {
      this.#hand(this.#rest.slice(0, end));
      this.#rest = this.#rest.slice(end);
    }
    if (this.#rest.length > LONGEST_SENTENCE + MARKS) {
      this.#overlong ??= this.#rest.slice(0, LONGEST_SENTENCE);
      this.#rest = this.#rest.slice(-MARKS);
    }
  }

  end(): void {
    this.#skipBlanks();
    if (this.#rest !== "" || this.#overlong !== null) this.#hand(this.#rest);
    this.#rest = "";
  }

  #hand(sentence: string): void {
    const tooLong = this.#overlong !== null || sentence.length > LONGEST_SENTENCE;
    const text = (this.#overlong ?? sentence).slice(0, LONGEST_SENTENCE);
    this.#take({ text, newLine: this.#newLine, tooLong });
    this.#overlong = null;
    this.#newLine = false;
  }

  /** Where the sentence at the beginning ends, or -1 when that is not known yet. */
  #nextEnd(): number {
    if (this.#overlong === null) this.#skipBlanks();
    for (const match of this.#rest.matchAll(ENDS)) {
      if (/^[\n\r]/.test(match[0])) return match.index;
      if (match[0] === "." && SHORTENED.test(this.#rest.slice(Math.max(0, match.index - 12), match.index))) continue;
      return match.index + match[0].length;
    }
    return -1;
  }

  #skipBlanks(): void {
    const blanks = /^\s*/.exec(this.#rest)?.[0] ?? "";
    if (/[\n\r]/.test(blanks)) this.#newLine = true;
    this.#rest = this.#rest.slice(blanks.length);
  }
}

/** Without what is not shown, and calm: composing characters (NFC) may bring such marks back, so it is asked again there. */
export function withoutMarks(text: string): string {
  return text.replace(NOT_SHOWN, "").replace(/[!¡]/g, (mark) => (mark === "!" ? "." : ""));
}

// A run of end marks with its closing quotes is only known to be whole when a blank follows.
const ENDS = /[.?…]+["'”’)\]»]{0,3}(?=\s)|[\n\r]/g;

const SHORTENED =
  /(?:^|[^\p{L}\d])(?:dra?|sra?|art|arts|inc|n|nº|tel|av|prof|profa|mrs?|ms|st|vs|approx|aprox|p\.ex|e\.g|i\.e|\p{Lu})$/iu;

/** Room for a run of end marks and quotes at the end of what is held back. */
const MARKS = 100;

// Markdown is shown as plain characters, and control characters and direction overrides not at all.
const NOT_SHOWN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[*_`#\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
