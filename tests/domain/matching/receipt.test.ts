import { expect, test } from "vitest";
import { LOCALES } from "../../../src/domain/locale.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import { explain } from "../../../src/domain/matching/receipt.ts";
import type { Candidate } from "../../../src/domain/matching/types.ts";
import { GATES } from "../../../src/domain/matching/types.ts";
import { makeCandidate, makeCase, NOW } from "./make.ts";

function receiptsOf(candidates: Candidate[], take: number) {
  return rankCandidates({ case: makeCase(), candidates, take, now: NOW }).receipts;
}

test("the chosen one reads that they were chosen, what helped, and about the turn", () => {
  const [receipt] = receiptsOf([makeCandidate("a", { cases30d: 0 }), makeCandidate("b", { cases30d: 7 })], 1);
  if (!receipt) throw new Error("no receipt");
  expect(explain(receipt, "pt-BR")[0]).toBe("Este caso foi indicado a você: 1º lugar na ordem.");
  expect(explain(receipt, "en")[0]).toBe("This case was meant for you: you are number 1 in its order.");
  expect(explain(receipt, "en")[2]).toMatch(/^What counted most for you: .+, .+ and .+\.$/);
  expect(explain(receipt, "en").at(-1)).toContain("turn");
});

test("whoever was not chosen reads what counted little", () => {
  const far = makeCandidate("far", {
    uf: "AM",
    lat: -3.1,
    lon: -60,
    feeCents: 200_000,
    cases30d: 7,
    yearsOfPractice: 1,
    qualifications: 0,
  });
  const receipt = receiptsOf([makeCandidate("near"), far], 1).find((one) => one.professionalId === "far");
  if (!receipt) throw new Error("no receipt");
  const lines = explain(receipt, "en");
  expect(lines[0]).toContain("it went to others first");
  expect(lines.join(" ")).toContain("What counted little:");
  expect(lines.join(" ")).toContain("the price of a consultation");
});

test("every gate has its own sentence in both languages, without exclamation marks", () => {
  for (const locale of LOCALES) {
    const lines = GATES.map((gate) => {
      const [receipt] = receiptsOf([makeCandidate("a", { active: false })], 1);
      if (!receipt) throw new Error("no receipt");
      return explain({ ...receipt, gate }, locale).join(" ");
    });
    expect(new Set(lines).size).toBe(GATES.length);
    for (const line of lines) expect(line).toMatch(/^[^!]{20,160}$/);
  }
});

test("no receipt names anyone: ids of others and one's own do not appear", () => {
  const receipts = receiptsOf(
    [makeCandidate("pro_aaa"), makeCandidate("pro_bbb"), makeCandidate("pro_ccc", { conflict: true })],
    1,
  );
  for (const receipt of receipts) {
    for (const locale of LOCALES) expect(explain(receipt, locale).join(" ")).not.toMatch(/pro_/);
  }
});
