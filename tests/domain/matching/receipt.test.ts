import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/domain/locale.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import { explain } from "../../../src/domain/matching/receipt.ts";
import type { Candidate, Receipt } from "../../../src/domain/matching/types.ts";
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

describe("the turn in a receipt", () => {
  const [receipt] = receiptsOf([makeCandidate("a")], 1);
  const lines = (changes: Partial<Receipt>, locale: Locale = "en") => {
    if (!receipt) throw new Error("no receipt");
    return explain({ ...receipt, inBand: true, ...changes }, locale);
  };

  test("is said in cases: what somebody has had, of which fair share", () => {
    const had = { target: 2.4, shortfall: -0.6, turn: 0.3 };
    expect(lines(had)).toContain(
      "In this area you have had 3 of a fair share of 2.4 cases in 30 days; open offers and absences count in part.",
    );
    expect(lines(had, "pt-BR")).toContain(
      "Nesta área você teve 3 de uma parte justa de 2,4 casos em 30 dias; propostas abertas e ausências contam em parte.",
    );
    expect(lines({ target: null, shortfall: null }).join(" ")).not.toContain("fair share");
  });

  test("is near, even, behind others, or rests: each for its own reason", () => {
    expect(lines({ target: 5, shortfall: 3, turn: 0.8 })).toContain("Your turn is near.");
    expect(lines({ target: 5, shortfall: 0.2, turn: 0.49 }).join(" ")).toContain("in the middle of the queue");
    expect(lines({ target: 2, shortfall: -2, turn: 0.2 }).join(" ")).toContain("comes before you in turn");
    expect(lines({ target: 5, shortfall: 3, turn: 0.5 }).join(" ")).toContain("Your turn rests for a while");
    expect(lines({ target: 5, shortfall: 3, turn: 0.8, inBand: false }).join(" ")).toContain(
      "yours was a little below",
    );
  });

  test("says what it moved, and nothing where it moved nothing", () => {
    expect(lines({ rankBeforeEquity: 2, rank: 5 }).at(-1)).toBe("By fit alone you would be number 2; turns made it 5.");
    expect(lines({ rankBeforeEquity: 2, rank: 2 }).join(" ")).not.toContain("By fit alone");
  });
});

test("what the learned model counted is part of what is told, for and against", () => {
  const [plain] = receiptsOf([makeCandidate("a")], 1);
  if (!plain) throw new Error("no receipt");
  const told = (parts: Record<string, number>) =>
    explain({ ...plain, learned: { score: 0.5, base: 0.1, cut: 0, parts } }, "en");
  expect(told({ fee_ratio: 0.6 })[2]).toContain("the price of a consultation");
  expect(told({ reviews: -0.9 }).find((line) => line.startsWith("What counted little"))).toContain("reviews");
});
