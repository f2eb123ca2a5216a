// What the scripted interview hears in the stories written for its tests: limits, dangers, pairs, and how much it asks.
import { readFileSync } from "node:fs";
import { openInterview, takeTurn } from "../src/domain/triage/interview.ts";
import type { Turn } from "../src/domain/triage/types.ts";
import type { Narrative } from "./triage-data.ts";

export interface Heard {
  what: string;
  heard: number;
  of: number;
  /** Score of the same stories before any rule was mended for them; null where there was none. */
  first: number | null;
}

type Locale = "pt-BR" | "en";
interface Story {
  locale: Locale;
  text: string;
  now?: string;
  zone?: string;
  kinds?: string[];
  from?: string;
  to?: string;
  flags?: string[];
  expect?: { kinds: string[]; from: string; to: string; optional?: string }[];
}

/** Recall on every file of stories. All of them are tests by now: only the first scores say what strangers would meet. */
export function heardStories(): Heard[] {
  return [
    limits("limits, 60 written before the rules were read", "deadlines-written", 26),
    limits("limits, 60 more, same author", "deadlines-fresh", 55),
    limits("limits, 20 written after that mending", "deadlines-unseen", 2),
    limits("limits, 24 written after the next", "deadlines-blind", 8),
    limits("limits, 75 in everyday words, same author", "deadlines-everyday", 28),
    limits("limits, 32 more, after the stranger's were mended", "deadlines-everyday-2", 17),
    limits("limits, 20 chosen to be hard, after that", "deadlines-everyday-3", 6),
    strangers("limits, 60 by a reader who had not seen the engine", "deadlines-stranger", 28),
    dangers("dangers, 100 scenes", "panels", 37),
    dangers("dangers, 20 written after that mending", "panels-unseen", 0),
    dangers("dangers, 12 written after the next", "panels-blind", 3),
    dangers("dangers, 12 by a reader who had not seen the engine", "../narratives/stranger", 3),
    dangers("dangers, 20 hints chosen to be hard, after that", "panels-hints", 0),
  ];
}

/** Questions asked when every one is answered with "I don't know", mean and most. */
export function questionsAsked(narratives: readonly Narrative[]): { mean: number; most: number } {
  const counts = narratives.map(({ locale = "pt-BR", text }) => {
    let turn = first({ locale, text });
    while (turn.status === "interviewing") {
      turn = takeTurn(turn.state, { text: locale === "en" ? "I don't know" : "não sei", now: NOW });
    }
    return turn.state.asked.length - 1;
  });
  return { mean: counts.reduce((sum, count) => sum + count, 0) / counts.length, most: Math.max(...counts) };
}

// A fixed afternoon, so that "yesterday" means the same in every run.
const NOW = new Date("2026-11-20T18:00:00Z");

function limits(what: string, file: string, firstScore: number): Heard {
  const stories = read(file);
  const heard = stories.filter((story) =>
    first(story).understanding.deadlines.some(
      ({ kind, date }) => story.kinds?.includes(kind) && date >= (story.from ?? "") && date <= (story.to ?? ""),
    ),
  );
  return { what, heard: heard.length, of: stories.length, first: firstScore };
}

// All of the limits of a story must be heard, but those that the law may not yet have started.
function strangers(what: string, file: string, firstScore: number): Heard {
  const stories = read(file);
  const heard = stories.filter((story) => {
    const { deadlines } = first(story).understanding;
    return story.expect?.every(
      ({ kinds, from, to, optional }) =>
        optional !== undefined ||
        deadlines.some(({ kind, date }) => kinds.includes(kind) && date >= from && date <= to),
    );
  });
  return { what, heard: heard.length, of: stories.length, first: firstScore };
}

function dangers(what: string, file: string, firstScore: number): Heard {
  const stories = read(file).filter(({ flags = [] }) => flags.length > 0);
  const heard = stories.filter((story) => {
    const raised: readonly string[] = first(story).understanding.flags;
    return story.flags?.every((flag) => raised.includes(flag));
  });
  return { what, heard: heard.length, of: stories.length, first: firstScore };
}

function first({ locale, text, now, zone = "America/Sao_Paulo" }: Story): Turn {
  const at = now === undefined ? NOW : new Date(now);
  return takeTurn(openInterview({ vertical: "legal", locale, now: at, zone }).state, { text, now: at });
}

function read(file: string): Story[] {
  return readFileSync(new URL(`../tests/data/triage/${file}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
