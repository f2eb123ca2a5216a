// Conflict of interest by name: would this professional be against someone they represent? In doubt, yes.

/**
 * A name in the form in which names are compared: no accents, case, punctuation, company suffixes or particles, words in
 * order of the alphabet: "Silva & Cia. Ltda." and "CIA SILVA" are one. Empty when nothing in it identifies anyone
 * ("minha empresa", "o banco").
 */
export function partyKey(name: string): string {
  return partyTokens(name).join(" ");
}

/**
 * True when any adverse party may be a represented one: same key, or all words of one name within the other's
 * ("Maria Silva", "Maria Aparecida da Silva"), a single letter's typing error allowed in words of five letters up.
 * Cautious: a false alarm costs one candidate, a miss costs the client. Names that identify nobody never match.
 */
export function mayConflict(adverse: readonly string[], represented: readonly string[]): boolean {
  const own = represented.map(partyTokens).filter((tokens) => tokens.length > 0);
  return adverse
    .map(partyTokens)
    .filter((tokens) => tokens.length > 0)
    .some((other) => own.some((mine) => same(other, mine) || within(other, mine) || within(mine, other)));
}

const LONGEST_NAME = 200;

function partyTokens(name: string): string[] {
  const folded = name
    .slice(0, LONGEST_NAME)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\bs\s*[./]?\s*a\b\.?/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const tokens = folded.split(" ").filter((token) => token !== "" && !NOT_NAMES.has(token));
  if (tokens.every((token) => GENERIC.has(token))) return [];
  return [...new Set(tokens)].sort();
}

/** Legal forms and particles, in Portuguese and English. */
const NOT_NAMES = new Set(
  "ltda limitada me epp eireli mei ss sa cia companhia inc llc ltd corp co de da do das dos e o a os as the of and em no na".split(
    " ",
  ),
);

/** Words that name a role, not someone; a name made of them alone identifies nobody. */
const GENERIC = new Set(
  (
    "empresa firma loja banco patrao patroa chefe marido esposa mulher esposo ex namorado namorada companheiro companheira " +
    "pai mae filho filha irmao irma vizinho vizinha sindico condominio escola hospital clinica plano saude governo estado " +
    "prefeitura policia inss meu minha meus minhas ele ela eles dono dona proprietario inquilino locador seguradora " +
    "company boss employer husband wife landlord bank shop store neighbour neighbor school my his her their owner tenant insurer state government police"
  ).split(" "),
);

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join(" ") === b.join(" ");
}

function within(small: readonly string[], large: readonly string[]): boolean {
  const telling = small.some((token) => !GENERIC.has(token) && token.length >= 2);
  return telling && small.every((token) => large.some((other) => alike(token, other)));
}

/** Equal, or one edit apart (insertion, deletion, substitution, neighbours swapped) in words of five letters up. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
