// How much a word says: little when every text has it.
import { COMMON_STEMS } from "./idf-table.ts";

const WEIGHTS = new Map<string, number>();
for (const [level, stems] of COMMON_STEMS.entries()) {
  for (const key of stems.split(" ")) WEIGHTS.set(key, (level + 0.5) / COMMON_STEMS.length);
}

/** 0..1 for a stem: the inverse document frequency (Sparck Jones 1972) in eight steps, 1 for what is rare or unknown. */
export function idf(key: string): number {
  return WEIGHTS.get(key) ?? 1;
}
