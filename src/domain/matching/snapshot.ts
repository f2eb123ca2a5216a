// What a ranking saw, as it is stored and read again: a case and its candidates, with no names in either.
import * as z from "zod";
import type { Candidate, CaseFacts } from "./types.ts";
import { PRESETS } from "./types.ts";

/** Loose: a fact that a later version adds is kept and replayed, not dropped. */
const candidate = z.looseObject({
  id: z.string(),
  similarity: z.number().nullable(),
  areas: z.array(z.string()),
  subareas: z.array(z.string()),
  uf: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  remote: z.boolean(),
  yearsOfPractice: z.number(),
  qualifications: z.number(),
  feeCents: z.number(),
  languages: z.array(z.string()),
  casesWon: z.number(),
  casesClosed: z.number(),
  reviewMean: z.number().nullable(),
  reviewCount: z.number(),
  responseMinutesMedian: z.number().nullable(),
  capacityMonthly: z.number(),
  cases30d: z.number(),
  pendingOffers: z.number(),
  lastOfferedAt: z.coerce.date().nullable(),
  active: z.boolean(),
  onLeave: z.boolean(),
  conflict: z.boolean().nullable(),
  priority: z.number(),
});

const facts = z.looseObject({
  id: z.string(),
  area: z.string(),
  subarea: z.string().nullable(),
  urgencyHours: z.number(),
  complexity: z.enum(["low", "medium", "high"]),
  uf: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  remoteOk: z.boolean(),
  languages: z.array(z.string()),
  budgetCents: z.number().nullable(),
  preset: z.enum(PRESETS),
  adverseParties: z.array(z.string()),
  declinedBy: z.array(z.string()),
});

/** The facts as they are stored: the names of the other side decide a gate before the ranking, and stay out of the receipt. */
export function storedFacts(of: CaseFacts): CaseFacts {
  return { ...of, adverseParties: [] };
}

/** Null for what is not a stored candidate. */
export function readCandidate(stored: unknown): Candidate | null {
  return candidate.safeParse(stored).data ?? null;
}

/** Null for what are not stored facts. */
export function readFacts(stored: unknown): CaseFacts | null {
  return facts.safeParse(stored).data ?? null;
}
