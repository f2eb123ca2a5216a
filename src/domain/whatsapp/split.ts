// A long reply as messages that are read on a phone: cut between paragraphs, then sentences, then words.

/** About a screen and a half of a small phone; what is longer is folded away behind "read more". */
export const LONGEST_MESSAGE = 1200;

/** Nothing is lost but the spaces at the cuts; a word that is longer than `most` is cut within. */
export function splitForPhone(text: string, most: number = LONGEST_MESSAGE): string[] {
  let rest = text.trim();
  const parts: string[] = [];
  while (rest.length > most) {
    const at = cutOf(rest, most);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

/** The last good place within `most` characters that leaves no tiny piece behind. */
function cutOf(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  const least = Math.floor(most / 3);
  for (const [mark, kept] of [
    ["\n\n", 0],
    ["\n", 0],
    [". ", 1],
    ["? ", 1],
    [" ", 0],
  ] as const) {
    const at = head.lastIndexOf(mark);
    if (at >= least) return at + kept;
  }
  // Never between the halves of one character.
  const unit = text.charCodeAt(most - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? most - 1 : most;
}
