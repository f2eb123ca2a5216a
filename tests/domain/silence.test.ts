// Silence in days: two reminders, then closing, and never without having been reminded in time.
import fc from "fast-check";
import { expect, test } from "vitest";
import { silenceStep } from "../../src/domain/silence.ts";

const START = new Date("2026-01-01T12:00:00Z");
const day = (days: number) => new Date(START.getTime() + days * 86_400_000);

test("a nightly look reminds on days 7 and 14 and closes on day 30", () => {
  let reminders = 0;
  let remindedAt: Date | null = null;
  const did: string[] = [];
  for (let night = 0; night <= 30; night++) {
    const step = silenceStep({ since: START, reminders, remindedAt, now: day(night) });
    if (step !== "wait") did.push(`${night} ${step}`);
    if (step === "remind") [reminders, remindedAt] = [reminders + 1, day(night)];
  }
  expect(did).toEqual(["7 remind", "14 remind", "30 close"]);
});

test("whatever nights are missed, two reminders of at least a week each come before the closing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 40 }), (gaps) => {
      let reminders = 0;
      let remindedAt: Date | null = null;
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const step = silenceStep({ since: START, reminders, remindedAt, now: day(now) });
        if (step === "close") {
          expect(reminders).toBe(2);
          expect(now).toBeGreaterThanOrEqual(30);
          expect(day(now).getTime() - (remindedAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(7 * 86_400_000);
          return;
        }
        if (step === "remind") [reminders, remindedAt] = [reminders + 1, day(now)];
      }
    }),
    { seed: 7 },
  );
});

test("a client who was there after a reminder is not reminded of what is over", () => {
  expect(silenceStep({ since: day(10), reminders: 2, remindedAt: day(9), now: day(41) })).toBe("reset");
});
