// Whether two writings of a name are of one person: accents, case and small words aside.

const SMALL_WORDS = new Set(["de", "da", "do", "das", "dos", "e", "di", "del", "la"]);

/**
 * True when both have the same first name and each further word of the shorter is in the longer ("Ana Souza" is
 * "Ana Maria de Souza"), an initial standing for its word; a first name alone is nobody in particular.
 */
export function isSameName(a: string, b: string): boolean {
  const [short, long] = [words(a), words(b)].toSorted((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length < 2 || short[0] !== long[0]) return false;
  const left = long.slice(1);
  return short.slice(1).every((word) => {
    const at = left.findIndex((other) => other === word || isInitial(word, other) || isInitial(other, word));
    if (at < 0) return false;
    left.splice(0, at + 1);
    return true;
  });
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}

function words(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word));
}
