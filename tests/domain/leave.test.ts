// When a professional is away.
import { expect, test } from "vitest";
import { isOnLeave, startOfDay } from "../../src/domain/leave.ts";

const at = (text: string) => new Date(text);

test("a leave holds from its first moment on until the return, which may be open", () => {
  const leave = { leaveFrom: at("2026-11-20T03:00:00Z"), leaveUntil: at("2026-12-05T03:00:00Z") };
  expect(isOnLeave(leave, at("2026-11-20T02:59:59Z"))).toBe(false);
  expect(isOnLeave(leave, at("2026-11-20T03:00:00Z"))).toBe(true);
  expect(isOnLeave(leave, at("2026-12-05T03:00:00Z"))).toBe(false);
  expect(isOnLeave({ ...leave, leaveUntil: null }, at("2030-01-01T00:00:00Z"))).toBe(true);
  expect(isOnLeave({ leaveFrom: null, leaveUntil: null }, at("2026-11-21T00:00:00Z"))).toBe(false);
});

test.each([
  ["2026-11-20", "America/Sao_Paulo", "2026-11-20T03:00:00.000Z"],
  ["2026-11-20", "America/Rio_Branco", "2026-11-20T05:00:00.000Z"],
  ["2026-11-20", "UTC", "2026-11-20T00:00:00.000Z"],
  ["2026-11-20", "Asia/Tokyo", "2026-11-19T15:00:00.000Z"],
  // Sao Paulo's summer time began at midnight that day: there was no 00:00.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, expected) => {
  expect(startOfDay(day, zone).toISOString()).toBe(expected);
});
