// A model words a thank-you and an everyday question; what informs or protects is said as it was written.
import { describe, expect, test } from "vitest";
import { mayBeWorded } from "../../../src/domain/triage/may-be-worded.ts";
import { PANELS } from "../../../src/domain/triage/panel-questions.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { PLACE, QUESTIONS } from "../../../src/domain/triage/questions.ts";

const PANEL_IDS = new Set(Object.values(PANELS).flatMap((questions) => questions.map(({ id }) => id)));
const MILD = ["thanks", "noted", "sorry", "loss", "skipped", "corrected", "hello", "back", "honest"];

describe.each(["pt-BR", "en"] as const)("in %s", (locale) => {
  const asking = (said: string, question = PLACE) => ({
    text: `${said} ${question.text[locale]}`.trim(),
    question: question.id,
  });

  test("comfort before a question may be worded, everything else stands as it is", () => {
    for (const [name, phrase] of Object.entries(PHRASES)) {
      expect(mayBeWorded(asking(phrase[locale]), locale), name).toBe(MILD.includes(name));
    }
  });

  test("a question alone may be worded, and the honest phrase with comfort after it", () => {
    expect(mayBeWorded(asking(""), locale)).toBe(true);
    expect(mayBeWorded(asking(`${PHRASES.honest[locale]} ${PHRASES.sorry[locale]}`), locale)).toBe(true);
  });

  test("no question about danger is worded", () => {
    expect(PANEL_IDS.size).toBeGreaterThan(5);
    for (const question of QUESTIONS) {
      const may = !PANEL_IDS.has(question.id) && !/\d/.test(question.text[locale]);
      expect(mayBeWorded(asking(PHRASES.thanks[locale], question), locale), question.id).toBe(may);
    }
  });

  test("what was agreed, that a person was told, and a reply that asks nothing stand as they are", () => {
    const told = `${PHRASES.thanks[locale]} ${PHRASES.calledBeside[locale]}`;
    expect(mayBeWorded(asking(told), locale)).toBe(false);
    expect(mayBeWorded({ text: PHRASES.thanks[locale], question: null }, locale)).toBe(false);
    expect(mayBeWorded({ text: PHRASES.thanks[locale], question: PLACE.id }, locale)).toBe(false);
    expect(mayBeWorded({ text: asking("").text, question: "nobody_knows_it" }, locale)).toBe(false);
  });
});
