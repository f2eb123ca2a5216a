import { describe, expect, test } from "vitest";
import { appendHeard, joinHeard } from "../../web/lib/join-heard.ts";

describe("what a browser heard in parts", () => {
  test.each([
    [[], ""],
    [["fui demitida"], "fui demitida"],
    [["fui demitida", " ontem à noite"], "fui demitida ontem à noite"],
    // Chrome on Android: each result once more, with the next words.
    [["fui", "fui demitida", "fui demitida ontem"], "fui demitida ontem"],
    [["Fui", "fui Demitida", "fui demitida ontem", "e não recebi"], "fui demitida ontem e não recebi"],
    [["fui demitida", "fui demitida"], "fui demitida"],
    [["", " ", "sim"], "sim"],
    // A word that only begins alike is not the same.
    [["por", "portas abertas"], "por portas abertas"],
  ])("%j is %j", (parts, text) => {
    expect(joinHeard(parts)).toBe(text);
  });
});

describe("behind what is written already", () => {
  test.each([
    ["", "fui demitida", "Fui demitida"],
    ["Olá.", "fui demitida", "Olá. Fui demitida"],
    ["Moro em Campinas e", "fui demitida", "Moro em Campinas e fui demitida"],
    ["Primeiro ponto  \n", "segundo ponto", "Primeiro ponto\nsegundo ponto"],
    ["Fica como está ", "", "Fica como está "],
  ])("%j and %j is %j", (written, heard, text) => {
    expect(appendHeard(written, heard)).toBe(text);
  });
});
