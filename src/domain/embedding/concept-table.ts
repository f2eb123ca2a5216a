// The shape of the concept lexicon: what may be said for each area and subarea.
import type { Area } from "../legal/areas.ts";

/** Comma-separated phrases by subarea slug; `_` is the area as a whole. */
export type ConceptTable = Readonly<Partial<Record<Exclude<Area, "nenhuma">, Readonly<Record<string, string>>>>>;
