// The moves of a case: where it can go, and that nothing leads out of what is closed.
import { describe, expect, test } from "vitest";
import { CASE_MODES } from "../../src/domain/case-mode.ts";
import {
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
  isOver,
  MOVES,
  stateAfter,
  statesBefore,
} from "../../src/domain/case-state.ts";

const EVENTS = Object.keys(MOVES) as CaseEvent[];

const reachableFrom = (status: CaseStatus): Set<CaseStatus> => {
  const seen = new Set<CaseStatus>([status]);
  for (const from of seen)
    for (const event of EVENTS) {
      if (statesBefore(event).includes(from)) for (const mode of CASE_MODES) seen.add(stateAfter(event, mode));
    }
  return seen;
};

describe("a case", () => {
  test("can come to every state from its first words", () => {
    expect([...reachableFrom("triage")].sort()).toEqual([...CASE_STATUSES].sort());
  });

  test("leaves `closed` only by being reopened, and `forgotten` never", () => {
    const out = (status: CaseStatus) => EVENTS.filter((event) => statesBefore(event).includes(status));
    // The last only empties what never became a case.
    expect(out("closed")).toEqual(["case_reopened", "talk_reopened", "long_silent"]);
    expect(out("forgotten")).toEqual([]);
    expect(CASE_STATUSES.filter(isOver)).toEqual(["closed", "forgotten"]);
  });

  test("that was triaged, or waits for a person, is never forgotten", () => {
    expect(statesBefore("long_silent")).toEqual(["triage", "stopped", "not_legal", "closed"]);
    expect(MOVES.long_silent.guards).toEqual(["was_not_searched"]);
  });

  test("that was accepted is searched for again only when its professional, its client or the clock undid that", () => {
    const undone = EVENTS.filter(
      (event) => statesBefore(event).includes("accepted") && ["matching", "choosing"].includes(stateAfter(event)),
    );
    expect(undone).toEqual(["professional_withdrew", "another_wanted", "unsigned_lapsed"]);
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
