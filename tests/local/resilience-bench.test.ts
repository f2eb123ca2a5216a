// The verdict of the resilience bench: what is broken is said, and what a row shows is its own.
import { expect, test } from "vitest";
import type { Finding } from "../../bench/resilience/finding.ts";
import { measured, type RunRow, tableOf } from "../../bench/resilience/table.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute));
const ended = { caseId: "cas_1", completed: true, trouble: null, turnsMs: [100] };
const row = (changes: Partial<RunRow>): RunRow => ({
  ...{ vendor: "sendgrid", fault: "500", startedAt: at(0), endedAt: at(5), led: [ended, ended], met: 3 },
  ...{ recoverySeconds: 9, ...changes },
});
const finding = (changes: Partial<Finding>): Finding => ({
  ...{ what: "lost", vendor: "sendgrid", at: at(1), why: "offer_new", ...changes },
});

test("a run in which every bound holds has nothing broken", () => {
  const { rows, broken, waiting } = measured(
    [row({})],
    {
      findings: [finding({ what: "waiting", why: "offer_new: queued" })],
      steps: [
        { vendor: "sendgrid", at: at(1), fallbackMs: null },
        { vendor: "sendgrid", at: at(2), fallbackMs: 40 },
        { vendor: "sendgrid", at: at(6), fallbackMs: 9000 },
        { vendor: "onesignal", at: at(2), fallbackMs: 9000 },
      ],
    },
    [],
  );
  expect(broken).toEqual([]);
  expect(waiting).toEqual(["sendgrid: offer_new: queued"]);
  expect(rows).toMatchObject([{ cases: 2, completed: 2, lost: 0, twice: 0, fallbackP99Ms: 40, onFallback: 0.5 }]);
});

test.each<[string, Partial<RunRow>, Finding[], string]>([
  ["a case that stopped", { led: [{ ...ended, completed: false, trouble: "no offers in time" }] }, [], "0 of 1 cases"],
  ["a message lost", {}, [finding({})], "lost at sendgrid: offer_new"],
  ["a message sent twice", {}, [finding({ what: "twice" })], "twice at sendgrid: offer_new"],
  ["a message lost between two rows", {}, [finding({ at: at(30) })], "in no row"],
  ["a fault that nobody met", { met: 0 }, [], "met by nobody"],
  ["a return that is noticed late", { recoverySeconds: 31 }, [], "back after 31 s"],
  ["a return that is never noticed", { recoverySeconds: null }, [], "back after too many s"],
])("%s is broken, and the table says so", (_, changes, findings, says) => {
  const result = measured([row(changes)], { findings, steps: [] }, []);
  expect(result.broken.join("\n")).toContain(says);
  expect(tableOf(result)).toContain(says);
});
