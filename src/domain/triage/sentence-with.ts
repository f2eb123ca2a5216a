// The sentence in which somebody said something, for a list of days that "yesterday" alone would not explain.

/** Characters of a sentence that are shown. */
const ROOM = 160;

/** The first sentence of `texts` that holds `quote`, cut between words; the quote itself where none does. */
export function sentenceWith(quote: string, texts: readonly string[]): string {
  const wanted = quote.toLowerCase();
  if (wanted === "") return "";
  for (const text of texts) {
    for (const sentence of text.split(/(?<=[.!?…])\s+|\n+/)) {
      if (sentence.toLowerCase().includes(wanted)) return cut(sentence.trim().replace(/\s+/g, " "), wanted);
    }
  }
  return quote;
}

function cut(sentence: string, wanted: string): string {
  if (sentence.length <= ROOM) return sentence;
  const at = sentence.toLowerCase().indexOf(wanted);
  const from = Math.max(0, Math.min(at - ROOM / 2, sentence.length - ROOM));
  const start = from === 0 ? 0 : sentence.indexOf(" ", from) + 1;
  const room = sentence.slice(start, start + ROOM);
  const end = start + room.length >= sentence.length ? room.length : Math.max(room.lastIndexOf(" "), wanted.length);
  return `${start === 0 ? "" : "… "}${room.slice(0, end)}${start + end >= sentence.length ? "" : " …"}`;
}
