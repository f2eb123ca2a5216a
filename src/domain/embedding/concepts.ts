// Which concepts a text speaks of: the bridge between what a frightened person writes and what a professional writes.
import { AREA_NAMES, isArea, subareaName } from "../legal/areas.ts";
import type { Text } from "../locale.ts";
import { LOCALES } from "../locale.ts";
import type { ConceptTable } from "./concept-table.ts";
import { CONCEPTS_OF_AFFAIRS } from "./concepts-of-affairs.ts";
import { CONCEPTS_OF_PERSONS } from "./concepts-of-persons.ts";
import { fold, words } from "./tokens.ts";

export interface Concepts {
  /** Evidence for each area, in the order of CONCEPT_AREAS. */
  areas: Float64Array;
  /** Evidence for each subarea, in the order of CONCEPT_SUBAREAS. */
  subareas: Float64Array;
}

interface Pattern {
  /** The words after the first. */
  rest: readonly { word: string; prefix: boolean; mayWait: boolean }[];
  area: number;
  /** -1 for the area as a whole. */
  subarea: number;
  weight: number;
}

const TABLES: readonly ConceptTable[] = [CONCEPTS_OF_PERSONS, CONCEPTS_OF_AFFAIRS];
const AREA_WEIGHT = 0.7;
const PHRASE_WEIGHT = 1.5;
/** The official names of an area or subarea say it outright, when they are longer than a word of every day. */
const NAME_WEIGHT = 2;
/** Other words that may stand between two longer words of a phrase: "meu nome ficou muito sujo". */
const GAP = 2;

/** Slots of the embedding: their order is part of the space's name, so new ones go to the end of their table. */
export const CONCEPT_AREAS: string[] = [];
export const CONCEPT_SUBAREAS: string[] = [];

const EXACT = new Map<string, Pattern[]>();
const PREFIXES = new Map<string, Pattern[]>();
let shortestPrefix = 40;
let longestPrefix = 0;
compile();

/** Evidence of a text's folded words for each concept; a phrase counts more than a word, a shared phrase less. */
export function conceptsOf(tokens: readonly string[]): Concepts {
  const areas = new Float64Array(CONCEPT_AREAS.length);
  const subareas = new Float64Array(CONCEPT_SUBAREAS.length);
  const found = (pattern: Pattern) => {
    areas[pattern.area]! += pattern.weight;
    if (pattern.subarea >= 0) subareas[pattern.subarea]! += pattern.weight;
  };
  for (const [at, token] of tokens.entries()) {
    for (const pattern of EXACT.get(token) ?? []) if (follows(tokens, at + 1, pattern)) found(pattern);
    const longest = Math.min(token.length, longestPrefix);
    for (let length = shortestPrefix; length <= longest; length++) {
      for (const pattern of PREFIXES.get(token.slice(0, length)) ?? []) {
        if (follows(tokens, at + 1, pattern)) found(pattern);
      }
    }
  }
  return { areas, subareas };
}

function follows(tokens: readonly string[], from: number, pattern: Pattern): boolean {
  let at = from;
  for (const { word, prefix, mayWait } of pattern.rest) {
    const last = Math.min(tokens.length - 1, at + (mayWait ? GAP : 0));
    let next = -1;
    for (let i = at; i <= last && next < 0; i++) {
      const token = tokens[i] ?? "";
      if (prefix ? token.startsWith(word) : token === word) next = i;
    }
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}

function compile(): void {
  const shared = new Map<string, number>();
  const phrases: { phrase: string; area: number; subarea: number }[] = [];
  for (const table of TABLES) {
    for (const [areaSlug, subareas] of Object.entries(table)) {
      const area = CONCEPT_AREAS.push(areaSlug) - 1;
      for (const [slug, listed] of Object.entries(subareas)) {
        const subarea = slug === "_" ? -1 : CONCEPT_SUBAREAS.push(`${areaSlug}/${slug}`) - 1;
        for (const phrase of new Set(
          fold(listed)
            .split(",")
            .map((part) => part.trim()),
        )) {
          if (phrase === "") continue;
          phrases.push({ phrase, area, subarea });
          shared.set(phrase, (shared.get(phrase) ?? 0) + 1);
        }
      }
    }
  }
  for (const { phrase, area, subarea } of phrases) addPattern(phrase, area, subarea, 1 / (shared.get(phrase) ?? 1));
  for (const [area, slug] of CONCEPT_AREAS.entries()) addNames(isArea(slug) ? AREA_NAMES[slug] : null, area, -1);
  for (const [subarea, path] of CONCEPT_SUBAREAS.entries()) {
    const [areaSlug = "", slug = ""] = path.split("/");
    addNames(isArea(areaSlug) ? subareaName(areaSlug, slug) : null, CONCEPT_AREAS.indexOf(areaSlug), subarea);
  }
}

function addNames(name: Text | null, area: number, subarea: number): void {
  if (name === null) return;
  for (const locale of LOCALES) {
    const tokens = words(name[locale]);
    addPattern(tokens.join(" "), area, subarea, tokens.length > 1 ? NAME_WEIGHT : 1);
  }
}

function addPattern(phrase: string, area: number, subarea: number, share: number): void {
  const parts = phrase.split(" ").map((part) => {
    const prefix = part.endsWith("*");
    return { word: prefix ? part.slice(0, -1) : part, prefix };
  });
  const [first, ...others] = parts;
  if (!first) return;
  let before = first.word;
  const rest = others.map((part) => {
    const mayWait = before.length >= 4 && part.word.length >= 4;
    before = part.word;
    return { ...part, mayWait };
  });
  const weight = share * (subarea < 0 ? AREA_WEIGHT : 1) * (rest.length > 0 ? PHRASE_WEIGHT : 1);
  const index = first.prefix ? PREFIXES : EXACT;
  const patterns = index.get(first.word) ?? [];
  patterns.push({ rest, area, subarea, weight });
  index.set(first.word, patterns);
  if (first.prefix) {
    shortestPrefix = Math.min(shortestPrefix, first.word.length);
    longestPrefix = Math.max(longestPrefix, first.word.length);
  }
}
