// The hard conditions: whoever fails one is not ranked at all, whatever their score would be.
import { atCapacity } from "../equity/load.ts";
import { kilometres } from "./geography.ts";
import type { Candidate, CaseFacts, Gate } from "./types.ts";
import { GATES } from "./types.ts";

/** Over the border of a state, a meeting in person is expected up to this far (Brasilia and Anapolis are 130 km apart). */
export const NEAR_KM = 150;

/** What the gates ask of a professional. */
export type GateFacts = Pick<
  Candidate,
  | "id"
  | "areas"
  | "languages"
  | "uf"
  | "lat"
  | "lon"
  | "remote"
  | "active"
  | "licensed"
  | "optedOut"
  | "onLeave"
  | "conflict"
  | "rateLimited"
  | "blocked"
  | "capacityMonthly"
  | "cases30d"
  | "pendingOffers"
>;

/** The first gate, in the order of GATES, that the candidate fails for this case; null when all are open. */
export function firstClosedGate(facts: CaseFacts, candidate: GateFacts): Gate | null {
  return GATES.find((gate) => CLOSED[gate](facts, candidate)) ?? null;
}

/** Unknown is closed where a mistake would hurt the client (conflict, licence), and open where it would only be a longer way. */
const CLOSED: Readonly<Record<Gate, (facts: CaseFacts, candidate: GateFacts) => boolean>> = {
  inactive: (_, candidate) => !candidate.active,
  licence: (_, candidate) => candidate.licensed === false || candidate.licensed === null,
  opted_out: (_, candidate) => candidate.optedOut === true,
  on_leave: (_, candidate) => candidate.onLeave,
  already_asked: (facts, candidate) => facts.declinedBy.includes(candidate.id),
  blocked: (_, candidate) => candidate.blocked === true,
  conflict: (_, candidate) => candidate.conflict !== false,
  area: (facts, candidate) => !candidate.areas.includes(facts.area),
  language: (facts, candidate) =>
    facts.languages.length > 0 && !candidate.languages.some((language) => facts.languages.includes(language)),
  distance: isTooFar,
  at_capacity: (_, candidate) => atCapacity(candidate),
  rate_limited: (_, candidate) => candidate.rateLimited === true,
};

function isTooFar(facts: CaseFacts, candidate: GateFacts): boolean {
  if (facts.remoteOk && candidate.remote) return false;
  if (facts.uf !== null && facts.uf === candidate.uf) return false;
  const km = kilometres(facts, candidate);
  if (km !== null) return km > NEAR_KM;
  return facts.uf !== null;
}
