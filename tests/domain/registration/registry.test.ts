// What an entry of a register means for somebody's name.
import { expect, test } from "vitest";
import { findingOf } from "../../../src/domain/registration/registry.ts";
import { isSameName } from "../../../src/domain/registration/same-name.ts";

test.each([
  ["Ana Maria de Souza", "ANA MARIA SOUZA", true],
  ["Ana Souza", "Ana Maria de Souza", true],
  ["José Antônio Conceição", "jose antonio conceicao", true],
  ["João P. Lima", "João Pedro Lima", true],
  ["Ana Souza", "Ana Silva", false],
  ["Maria Souza", "Ana Maria Souza", false],
  ["Ana Lima Souza", "Ana Souza Lima", false],
  ["Ana", "Ana Souza", false],
  ["", "", false],
])("%j and %j: %s", (a, b, same) => {
  expect(isSameName(a, b)).toBe(same);
  expect(isSameName(b, a)).toBe(same);
});

test("a suspension weighs more than a name, and no entry is not found", () => {
  expect(findingOf({ name: "Ana de Souza", situation: "regular" }, "Ana Souza")).toBe("found");
  expect(findingOf({ name: "Bruno Lima", situation: "regular" }, "Ana Souza")).toBe("name_differs");
  expect(findingOf({ name: "Bruno Lima", situation: "suspended" }, "Ana Souza")).toBe("suspended");
  expect(findingOf(null, "Ana Souza")).toBe("not_found");
});
