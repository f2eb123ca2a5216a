// Finds the lexicon's cues in words: exact, by prefix, without a plural s, and with one letter wrong.
import type { Cue } from "./lexicon/cue.ts";
import { words } from "./text.ts";

export interface CueHit {
  cue: Cue;
  /** Times found; at least 1. */
  count: number;
  /** Of which so many are denied ("it is not about child support"). */
  denied: number;
}

export type CueMatcher = (tokens: readonly string[]) => CueHit[];

/** A matcher over `lexicon`; building it costs a few ms, a match is linear in the words. */
export function cueMatcher(lexicon: readonly Cue[]): CueMatcher {
  const exact = new Map<string, Compiled[]>();
  const prefixes = new Map<string, Compiled[]>();
  const vocabulary = new Set<string>();
  for (const cue of lexicon) {
    const compiled = compile(cue);
    const first = compiled.parts[0];
    if (first === undefined) continue;
    if (first.prefix) put(prefixes, first.text.slice(0, 3), compiled);
    else put(exact, first.text, compiled);
    for (const part of compiled.parts) if (!part.prefix) vocabulary.add(part.text);
  }
  const spelling = misspellings(vocabulary);

  return (tokens) => {
    const corrected = tokens.map((token) => correctSpelling(token, vocabulary, prefixes, spelling));
    const hits = new Map<Cue, CueHit>();
    for (let at = 0; at < corrected.length; at++) {
      for (const candidate of starting(corrected[at] ?? "", exact, prefixes)) {
        if (!matchesFrom(candidate.parts, corrected, at)) continue;
        const hit = hits.get(candidate.cue) ?? { cue: candidate.cue, count: 0, denied: 0 };
        hit.count++;
        if (isDenied(corrected, at)) hit.denied++;
        hits.set(candidate.cue, hit);
      }
    }
    return [...hits.values()];
  };
}

interface Part {
  text: string;
  prefix: boolean;
  /** Words that may lie between this part and the one before. */
  gap: number;
}

interface Compiled {
  cue: Cue;
  parts: Part[];
}

const GAP = 4;

function compile(cue: Cue): Compiled {
  const parts: Part[] = [];
  let gap = 0;
  for (const raw of cue.pattern) {
    if (raw === "_") {
      gap += GAP;
      continue;
    }
    const prefix = raw.endsWith("*");
    for (const [index, text] of words(raw.replace("*", "")).entries()) {
      parts.push({ text, prefix: false, gap: index === 0 ? gap : 0 });
    }
    const last = parts.at(-1);
    if (last !== undefined && prefix) last.prefix = true;
    gap = 0;
  }
  return { cue, parts };
}

function put(map: Map<string, Compiled[]>, key: string, value: Compiled): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function* starting(
  token: string,
  exact: Map<string, Compiled[]>,
  prefixes: Map<string, Compiled[]>,
): Generator<Compiled> {
  yield* exact.get(token) ?? [];
  const single = singular(token);
  if (single !== token) yield* exact.get(single) ?? [];
  for (const candidate of prefixes.get(token.slice(0, 3)) ?? []) {
    if (token.startsWith(candidate.parts[0]?.text ?? "\n")) yield candidate;
  }
}

function matchesFrom(parts: readonly Part[], tokens: readonly string[], start: number): boolean {
  let at = start;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) return false;
    let found = -1;
    for (let next = at + 1; next <= at + 1 + part.gap && next < tokens.length; next++) {
      if (fits(part, tokens[next] ?? "")) {
        found = next;
        break;
      }
    }
    if (found < 0) return false;
    at = found;
  }
  return true;
}

function fits(part: Part, token: string): boolean {
  return part.prefix ? token.startsWith(part.text) : token === part.text || singular(token) === part.text;
}

function singular(token: string): string {
  return token.length > 3 && token.endsWith("s") ? token.slice(0, -1) : token;
}

// Only a plain denial of the subject turns a cue round; "nao recebi ferias" is still about holidays.
function isDenied(tokens: readonly string[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at).join(" ");
  return /\b(nao e (sobre|caso de|questao de)?|nada a ver com|not about|isnt about|nothing to do with)( (o|a|the|my|meu|minha))?$/.test(
    before,
  );
}

function misspellings(vocabulary: ReadonlySet<string>): Map<string, string> {
  const map = new Map<string, string>();
  for (const word of vocabulary) {
    if (word.length < 6) continue;
    for (const variant of deletions(word)) if (!map.has(variant)) map.set(variant, word);
    map.set(word, word);
  }
  return map;
}

function correctSpelling(
  token: string,
  vocabulary: ReadonlySet<string>,
  prefixes: Map<string, Compiled[]>,
  spelling: Map<string, string>,
): string {
  if (token.length < 6 || token.length > 20 || vocabulary.has(token) || vocabulary.has(singular(token))) return token;
  for (const candidate of prefixes.get(token.slice(0, 3)) ?? []) {
    if (token.startsWith(candidate.parts[0]?.text ?? "\n")) return token;
  }
  if (REAL_WORDS.has(token)) return token;
  for (const variant of [token, ...deletions(token)]) {
    const word = spelling.get(variant);
    if (word !== undefined && isSlip(token, word)) return word;
  }
  return token;
}

// A slip of the finger or of the ear, not another word: an ending, two letters swapped, a letter that sounds alike, or, in longer words, one too few or many.
function isSlip(token: string, word: string): boolean {
  if (token[0] !== word[0] && !SOUND_ALIKE.has(`${token[0]}${word[0]}`)) return false;
  if (token.length !== word.length)
    return Math.abs(token.length - word.length) === 1 && Math.min(token.length, word.length) >= 8;
  const wrong: number[] = [];
  for (let i = 0; i < token.length; i++) if (token[i] !== word[i]) wrong.push(i);
  const [first, second] = wrong;
  if (first === undefined) return true;
  if (second === undefined) {
    return first === token.length - 1 || SOUND_ALIKE.has([token[first], word[first]].sort().join(""));
  }
  return wrong.length === 2 && second === first + 1 && token[first] === word[second] && token[second] === word[first];
}

const SOUND_ALIKE = new Set("cs sz cz ei ie ou uo gj lu mn sx xz ck qk".split(" "));

// Common words one slip away from a cue of another meaning, as the tune splits show them.
const REAL_WORDS = new Set(
  "conclusao concessao sentenca sentenciado fundamento mencao conducao mediacao poderia podera importe importa transferencia residente residencial previsto prevista minimo seguida recebeu recebe recebi pretende pretendem registral diretoria transportador produtor industria industrias concessionario garantir garantiu garanti garanta testemunhal consignando prestador cabera franca imposta provisao acessao desconta fisica fisicas internas interna mensal verbis padroes autora autoria programa programas descobri disciplina acordao contador probatoria negativa atracado condiciona adiciona funcional mensagem evolucao editar editada rejeicao lesado certificando portuguesa italiano materia criacao substituto patria patrio damaged lifting passear respondera respondeu responda informar informam conversa conversas imobiliario previdencial providencia providencias legado levado".split(
    " ",
  ),
);

function deletions(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}
