// Vez writes only where and when the client said that it is safe.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSafeAt, mayReach } from "../../../src/domain/reach/may-reach.ts";
import type { Reach } from "../../../src/domain/reach/reach.ts";

const MAIL: Reach = {
  channel: "email",
  address: "ana@example.org",
  leaveMessage: false,
  safeFrom: 9 * 60,
  safeUntil: 17 * 60,
  zone: "America/Sao_Paulo",
  note: null,
};
const at = (iso: string) => new Date(iso);

describe("mayReach", () => {
  test("in the safe hours at once, before and after them at their next beginning", () => {
    expect(mayReach(MAIL, at("2026-11-20T13:00:00Z"))).toEqual({ when: "now" });
    expect(mayReach(MAIL, at("2026-11-20T11:59:59Z"))).toEqual({ when: "at", at: at("2026-11-20T12:00:00Z") });
    expect(mayReach(MAIL, at("2026-11-20T20:00:00Z"))).toEqual({ when: "at", at: at("2026-11-21T12:00:00Z") });
  });

  test("without hours always; a window over midnight is one window", () => {
    expect(mayReach({ ...MAIL, safeFrom: null, safeUntil: null }, at("2026-11-20T03:00:00Z"))).toEqual({ when: "now" });
    const night = { ...MAIL, safeFrom: 22 * 60, safeUntil: 2 * 60 };
    expect(mayReach(night, at("2026-11-20T04:59:00Z"))).toEqual({ when: "now" });
    expect(mayReach(night, at("2026-11-20T05:00:00Z"))).toEqual({ when: "at", at: at("2026-11-21T01:00:00Z") });
  });

  test("never where only the page was allowed, where a voice is wanted, where a text must not stay", () => {
    const phone = { ...MAIL, address: "+5511987654321", safeFrom: null, safeUntil: null };
    expect(mayReach({ ...MAIL, channel: "page", address: null }, at("2026-11-20T13:00:00Z"))).toEqual({
      when: "never",
    });
    expect(mayReach({ ...phone, channel: "call", leaveMessage: true }, at("2026-11-20T13:00:00Z"))).toEqual({
      when: "never",
    });
    for (const channel of ["sms", "whatsapp"] as const) {
      expect(mayReach({ ...phone, channel }, at("2026-11-20T13:00:00Z"))).toEqual({ when: "never" });
      expect(mayReach({ ...phone, channel, leaveMessage: true }, at("2026-11-20T13:00:00Z"))).toEqual({ when: "now" });
    }
  });

  test("follows the clock on the wall when the clocks change", () => {
    const york = { ...MAIL, zone: "America/New_York" };
    // The night to 8 March 2026: 09:00 is an hour of UTC earlier than the day before.
    expect(mayReach(york, at("2026-03-08T01:00:00Z"))).toEqual({ when: "at", at: at("2026-03-08T13:00:00Z") });
    expect(mayReach(york, at("2026-11-01T02:00:00Z"))).toEqual({ when: "at", at: at("2026-11-01T14:00:00Z") });
    // 02:30 does not exist that night; it is safe from 03:00 on.
    const skipped = { ...york, safeFrom: 150, safeUntil: 300 };
    expect(mayReach(skipped, at("2026-03-08T05:00:00Z"))).toEqual({ when: "at", at: at("2026-03-08T07:00:00Z") });
  });

  test("the moment it names is the first safe minute after now, in every zone, over every change of clocks", () => {
    const zone = fc.constantFrom(
      "America/Sao_Paulo",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "Europe/Lisbon",
    );
    const minute = fc.integer({ min: 0, max: 1439 });
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zone, minute, minute, moment, (z, safeFrom, safeUntil, now) => {
        const reach = { ...MAIL, zone: z, safeFrom, safeUntil };
        const may = mayReach(reach, new Date(now * 60_000));
        if (may.when === "now") {
          expect(isSafeAt(reach, new Date(now * 60_000))).toBe(true);
          return;
        }
        if (may.when === "never") throw new Error("an address was given");
        expect(may.at.getTime()).toBeGreaterThan(now * 60_000);
        expect(may.at.getTime() - now * 60_000).toBeLessThanOrEqual(26 * 3_600_000);
        expect(isSafeAt(reach, may.at)).toBe(true);
        expect(isSafeAt(reach, new Date(may.at.getTime() - 60_000))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
