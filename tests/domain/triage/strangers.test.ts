// Sixty lay stories by a reader who had not seen the engine: their dangers, and nothing but them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Locale, Understanding } from "../../../src/domain/triage/types.ts";

interface Story {
  id: string;
  locale: Locale;
  area: string;
  flags: string[];
  text: string;
}

const STORIES = read("narratives/stranger");

function read(file: string): Story[] {
  return readFileSync(new URL(`../../data/${file}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const DANGERS = ["violence", "custody", "detention", "health_injunction", "self_harm"];

function understood({ locale, text }: Story): Understanding {
  const now = new Date("2026-11-20T18:00:00Z");
  const { state } = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  return takeTurn(state, { text, now }).understanding;
}

test.each(STORIES)("a stranger's story raises its dangers and no other, $id: $text", (story) => {
  const raised = understood(story).flags.filter((flag) => DANGERS.includes(flag));
  expect(raised).toEqual(story.flags);
});

test.each(["pt-BR", "en"])(
  "the area of a stranger's story is among the first two, %s: 85 of 100 at least",
  (locale) => {
    const stories = STORIES.filter((story) => story.locale === locale);
    const right = stories.filter((story) =>
      understood(story)
        .areaCandidates.slice(0, 2)
        .some(({ area }) => area === story.area),
    );
    expect(stories).toHaveLength(30);
    expect(right.length / stories.length).toBeGreaterThanOrEqual(0.85);
  },
);

test.each([
  ["pt-BR", "ele põe a cômoda atrás da porta pra eu não sair e quebrou meu celular", "violence"],
  ["en", "he punched the wall next to my head and went through my phone", "violence"],
  ["pt-BR", "o combinado era devolver domingo, minha filha era pra voltar e até agora nada", "custody"],
  ["en", "my kids were supposed to be back on sunday and he is not answering", "custody"],
  ["pt-BR", "botaram meu irmão no camburão e sumiram com ele", "detention"],
  ["en", "they shoved my cousin into a police van", "detention"],
  ["pt-BR", "se eu desaparecesse ia ser melhor pra todo mundo", "self_harm"],
  ["en", "everyone would be fine, I feel I'm just a burden", "self_harm"],
] as const)("a sign without a name is heard, %s: %s", (locale, text, flag) => {
  expect(understood({ id: "", locale, area: "", flags: [], text }).flags).toContain(flag);
});

test("of twenty hints chosen to be hard at most two are missed", () => {
  const missed = read("triage/panels-hints").filter(
    (story) => !story.flags.every((flag) => understood(story).flags.some((raised) => raised === flag)),
  );
  expect(missed.length, missed.map(({ id }) => id).join()).toBeLessThanOrEqual(2);
});

test("of 24 calm stories that use the words of danger at most one raises an alarm", () => {
  const alarmed = read("triage/panels-calm").filter((story) =>
    understood(story).flags.some((flag) => DANGERS.includes(flag)),
  );
  expect(alarmed.length, alarmed.map(({ id }) => id).join()).toBeLessThanOrEqual(1);
});
