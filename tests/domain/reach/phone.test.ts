// Phones as people write them come out in one form, or not at all.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMobile, phoneWords, toE164 } from "../../../src/domain/reach/phone.ts";

describe("toE164", () => {
  test.each([
    ["(11) 98765-4321", "+5511987654321"],
    ["11987654321", "+5511987654321"],
    ["011 98765 4321", "+5511987654321"],
    ["0 15 11 98765-4321", "+5511987654321"],
    ["+55 (11) 98765-4321", "+5511987654321"],
    ["55 11 98765 4321", "+5511987654321"],
    ["0055 11 98765-4321", "+5511987654321"],
    ["(21) 2345-6789", "+552123456789"],
    ["55 98765-4321", "+5555987654321"],
    ["(55) 99876-5432", "+5555998765432"],
    ["+351 912 345 678", "+351912345678"],
    ["00 44 20 7946 0958", "+442079460958"],
    ["98765-4321", null],
    ["(20) 98765-4321", null],
    ["(11) 88765-4321", null],
    ["(11) 1234-5678", null],
    ["+5511", null],
    ["+0 12345678", null],
    ["11 98765 4321 ramal 2", null],
    ["ana@example.org", null],
    ["11+987654321", null],
    ["", null],
  ])("reads %j as %j", (typed, expected) => {
    expect(toE164(typed)).toBe(expected);
  });

  test("whatever it makes is E.164, and reading it again changes nothing", () => {
    const piece = fc.constantFrom("0", "1", "2", "9", "5", "11", "98765", "4321", "+", " ", "(", ")", "-", "55", "00");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = toE164(pieces.join(""));
        if (read === null) return;
        expect(read).toMatch(/^\+[1-9]\d{7,14}$/);
        expect(toE164(read)).toBe(read);
        expect(toE164(phoneWords(read))).toBe(read);
      }),
      { numRuns: 2000 },
    );
  });

  test("every Brazilian mobile and landline is read in each usual way of writing it", () => {
    const area = fc.constantFrom("11", "21", "31", "55", "61", "71", "85", "91", "99");
    const rest = fc.oneof(
      fc.integer({ min: 900_000_000, max: 999_999_999 }),
      fc.integer({ min: 20_000_000, max: 59_999_999 }),
    );
    fc.assert(
      fc.property(area, rest, (code, number) => {
        const e164 = `+55${code}${number}`;
        const local = String(number);
        const split = `${local.slice(0, -4)}-${local.slice(-4)}`;
        for (const typed of [
          `(${code}) ${split}`,
          `${code}${local}`,
          `0${code} ${split}`,
          `+55 ${code} ${split}`,
          phoneWords(e164),
        ])
          expect(toE164(typed)).toBe(e164);
      }),
    );
  });
});

test("an SMS reaches a mobile and no landline; a foreign number is taken at its word", () => {
  expect(isMobile("+5511987654321")).toBe(true);
  expect(isMobile("+551123456789")).toBe(false);
  expect(isMobile("+351212345678")).toBe(true);
});
