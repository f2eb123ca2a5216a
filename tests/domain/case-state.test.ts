// The moves of a case: where it can go, and that nothing leads out of what is closed.
import { describe, expect, test } from "vitest";
import {
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
  isOver,
  stateAfter,
  statesBefore,
} from "../../src/domain/case-state.ts";

const EVENTS: CaseEvent[] = [
  "human_called",
  "given_back",
  "person_stopped",
  "person_returned",
  "search_resumed",
  "triage_completed",
  "no_legal_problem",
  "wave_sent",
  "nobody_left",
  "search_again",
  "offer_accepted",
  "both_signed",
  "contract_closed",
  "long_silent",
];

const reachableFrom = (status: CaseStatus): Set<CaseStatus> => {
  const seen = new Set<CaseStatus>([status]);
  for (const from of seen)
    for (const event of EVENTS) if (statesBefore(event).includes(from)) seen.add(stateAfter(event));
  return seen;
};

describe("a case", () => {
  test("can come to every state from its first words", () => {
    expect([...reachableFrom("triage")].sort()).toEqual([...CASE_STATUSES].sort());
  });

  test("that is closed or forgotten stays so, and only then takes no more words", () => {
    expect([...reachableFrom("closed")]).toEqual(["closed"]);
    expect([...reachableFrom("forgotten")]).toEqual(["forgotten"]);
    expect(CASE_STATUSES.filter(isOver)).toEqual(["closed", "forgotten"]);
  });

  test("that was triaged, or waits for a person, is never forgotten", () => {
    expect(statesBefore("long_silent")).toEqual(["triage", "stopped", "not_legal"]);
  });

  test("that was accepted is never searched for again", () => {
    for (const status of reachableFrom("accepted")) expect(["matching", "offering", "unmatched"]).not.toContain(status);
  });

  test("stops at the person's word as long as nobody has accepted it", () => {
    const over: readonly CaseStatus[] = ["stopped", "accepted", "signed", "closed", "forgotten"];
    expect([...statesBefore("person_stopped")].sort()).toEqual(
      CASE_STATUSES.filter((status) => !over.includes(status)).sort(),
    );
  });

  test("is signed by both before it is closed", () => {
    expect(statesBefore("contract_closed")).toEqual(["signed"]);
    expect(statesBefore("both_signed")).toEqual(["accepted"]);
  });
});
