// What counts as a name under a contract.
import { describe, expect, test } from "vitest";
import { isSigningName, tidyName } from "../../../src/domain/contracts/signing-name.ts";

describe("a typed name", () => {
  test.each([
    ["  Maria   da\tSilva\n", "Maria da Silva"],
    ["Jo\u0061\u0303o", "João"],
    ["Ana\u200b\u202e Sá\u0000", "Ana Sá"],
  ])("is tidied: %j", (typed, kept) => {
    expect(tidyName(typed)).toBe(kept);
  });

  test.each(["Li", "Maria da Silva", "D’Ávila-Costa Jr.", "李小", "محمد", "a".repeat(120), `${"😀".repeat(118)}Li`])(
    "is one: %s",
    (name) => {
      expect(isSigningName(name)).toBe(true);
    },
  );

  test.each(["", " ", "A", "12", "--", "😀😀", "a".repeat(121)])("is none: %j", (name) => {
    expect(isSigningName(name)).toBe(false);
  });
});
