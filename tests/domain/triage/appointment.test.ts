import { expect, test } from "vitest";
import { isAppointment } from "../../../src/domain/triage/appointment.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";

const NOW = new Date("2026-11-21T15:00:00Z");

test("a hearing is a day to be there, a limit of the law is a last day", () => {
  const { state } = openInterview({ vertical: "legal", locale: "en", zone: "America/Sao_Paulo", now: NOW });
  const { understanding } = takeTurn(state, {
    text: "I was fired yesterday. The hearing at the labour court is on 10 December.",
    now: NOW,
  });
  expect(understanding.deadlines.map((limit) => [limit.date, isAppointment(limit)])).toEqual([
    ["2026-12-10", true],
    ["2028-11-20", false],
  ]);
});
