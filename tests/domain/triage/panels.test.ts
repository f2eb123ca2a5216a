// Dangers told as scenes, hints and slips, in both languages; and ordinary stories, which must stay ordinary.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flagsIn } from "../../../src/domain/triage/flags.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { PANELS } from "../../../src/domain/triage/panel-questions.ts";
import type { Flag, Locale } from "../../../src/domain/triage/types.ts";

interface Told {
  id: string;
  locale: Locale;
  flags: (keyof typeof PANELS)[];
  text: string;
}

function lines(name: string): Told[] {
  const text = readFileSync(new URL(`../../data/triage/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const now = new Date("2026-11-20T15:00:00Z");
const ALL = lines("panels");
const DANGERS = ALL.filter(({ flags }) => flags.length > 0);

test("ten scenes stand for each danger in each language", () => {
  for (const flag of Object.keys(PANELS)) {
    for (const locale of ["pt-BR", "en"]) {
      const scenes = DANGERS.filter((told) => told.locale === locale && told.flags.some((one) => one === flag));
      expect(scenes, `${flag} ${locale}`).toHaveLength(10);
    }
  }
});

test.each(DANGERS)("$id: “$text” is heard, and its own question comes next", ({ locale, flags, text }) => {
  const opened = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  const told = takeTurn(opened.state, { text, now });
  expect(told.understanding.flags).toEqual(expect.arrayContaining(flags));
  expect(told.safety).not.toBeNull();
  const panels: string[] = told.understanding.flags
    .flatMap((flag) => (isPanel(flag) ? PANELS[flag] : []))
    .map(({ id }) => id);
  expect(panels).toContain(told.reply.question);
});

test("of 32 more scenes, written when the rules for the hundred stood, at most one is missed", () => {
  const more = [...lines("panels-unseen"), ...lines("panels-blind")];
  const missed = more.filter(({ flags, text }) => !flags.every((flag) => flagsIn(text).includes(flag)));
  expect(missed.length, missed.map(({ id }) => id).join()).toBeLessThanOrEqual(1);
});

test("forty ordinary stories and fifty-six with days in them raise no danger", () => {
  const calm = [...ALL.filter(({ flags }) => flags.length === 0), ...lines("deadlines-innocent")];
  const raised = calm.filter(({ text }) => flagsIn(text).some(isPanel));
  expect(raised.map(({ id }) => id)).toEqual([]);
});

function isPanel(flag: Flag): flag is keyof typeof PANELS {
  return flag in PANELS;
}
