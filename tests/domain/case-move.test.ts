// The table of moves asked exhaustively: every state, event and actor, with every answer of the guards.
import { describe, expect, test } from "vitest";
import { CASE_MODES } from "../../src/domain/case-mode.ts";
import { decideMove, GUARDS, type MoveFacts } from "../../src/domain/case-move.ts";
import {
  CASE_STATUSES,
  type CaseEvent,
  CLOSE_REASONS,
  MOVES,
  type Move,
  type MoveActor,
  stateAfter,
} from "../../src/domain/case-state.ts";

const EVENTS = Object.keys(MOVES) as CaseEvent[];
const ACTORS: readonly MoveActor[] = ["client", "professional", "operator", "system"];

const SIGNED = [[], ["client"], ["professional"], ["client", "professional"]] as const;
/** Every combination that a guard can tell apart. */
const FACTS: MoveFacts[] = [false, true].flatMap((triaged) =>
  [null, "nenhuma", "trabalho"].flatMap((area) =>
    [0, 3].flatMap((askable) =>
      SIGNED.flatMap((signed) =>
        [null, ...CLOSE_REASONS].map((closeReason) => ({
          ...{ triaged, area, askable, signed, closeReason },
          openOffers: askable === 0 && closeReason === "silent" ? 2 : 0,
        })),
      ),
    ),
  ),
);

describe("a move", () => {
  test.each(EVENTS)("%s happens exactly where the table says, for whom, and under its guards", (event) => {
    const move: Move = MOVES[event];
    let happened = 0;
    for (const mode of CASE_MODES) {
      for (const status of CASE_STATUSES) {
        for (const actor of ACTORS) {
          for (const facts of FACTS) {
            const decision = decideMove({ status, mode, event, actor, facts });
            const fits =
              move.by.includes(actor) &&
              move.from.includes(status) &&
              move.guards.every((guard) => GUARDS[guard](facts, mode));
            // Half a million questions: only what is wrong is told.
            if (decision.ok !== fits) expect({ status, actor, facts, decision }).toBe(fits);
            if (!decision.ok) continue;
            happened++;
            if (decision.to !== stateAfter(event, mode)) expect({ status, actor, facts }).toBe(decision.to);
          }
        }
      }
    }
    expect(happened).toBeGreaterThan(0);
  });

  test("that is refused says by a stable code why, and in words what to do", () => {
    const seen = new Map<string, string>();
    const details = new Set<string>();
    for (const event of EVENTS) {
      for (const status of CASE_STATUSES) {
        for (const actor of ACTORS) {
          for (const facts of FACTS) {
            const decision = decideMove({ status, mode: "matching", event, actor, facts });
            if (decision.ok) continue;
            seen.set(decision.code, decision.detail);
            details.add(decision.detail);
          }
        }
      }
    }
    for (const detail of details) expect(detail).toMatch(/^[A-Z].{30,160}\.$/);
    expect([...seen.keys()].sort()).toEqual([
      "both_signatures",
      "directory_mode",
      "legal_problem",
      "may_come_back",
      "no_legal_problem",
      "no_open_offers",
      "nobody_could_be_asked",
      "not_both_signed",
      "not_yours_to_do",
      "professional_unsigned",
      "was_not_searched",
      "was_searched",
      "wrong_state",
    ]);
  });

  test("that undoes an acceptance gives the load back, but not of work that both had signed for and the client ends", () => {
    const ask = (signed: MoveFacts["signed"]) =>
      decideMove({
        status: signed.length === 2 ? "signed" : "accepted",
        mode: "matching",
        event: "case_cancelled",
        actor: "client",
        facts: { triaged: true, area: "trabalho", askable: 0, openOffers: 0, signed, closeReason: null },
      });
    expect(ask(["professional"])).toMatchObject({ effects: expect.arrayContaining(["void_contract", "return_load"]) });
    const ended = ask(["client", "professional"]);
    expect(ended).toMatchObject({ effects: expect.arrayContaining(["end_contract"]) });
    expect(ended).not.toMatchObject({ effects: expect.arrayContaining(["return_load"]) });
  });
});
