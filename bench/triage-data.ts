// Reads the labelled narratives that the triage is trained and measured on, each with its source and split.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { AREAS } from "../src/domain/legal/areas.ts";

export type Source =
  | "oab-exams"
  | "oab-bench"
  | "lay-pt"
  | "lay-en"
  | "fresh-pt"
  | "fresh-en"
  | "stranger-pt"
  | "stranger-en";

const row = z.object({
  id: z.string(),
  area: z.string(),
  subarea: z.string().nullable().optional(),
  text: z.string(),
  split: z.enum(["tune", "test"]).optional(),
  locale: z.enum(["pt-BR", "en"]).optional(),
  maxUrgencyHours: z.number().optional(),
  flags: z.array(z.string()).optional(),
});

export type Narrative = Omit<z.infer<typeof row>, "area"> & { area: (typeof AREAS)[number]; source: Source };

/** All narratives of one split whose area has a counterpart among ours (`constitucional` has none). */
export function readNarratives(split: "tune" | "test"): Narrative[] {
  const exams = read("data/oab-exams/questions.jsonl").filter((item) => item.split === split);
  const files = read("data/oab-bench/narratives.jsonl").filter((item) => item.split === split);
  const lay = read(`../tests/data/narratives/${split}.jsonl`);
  return [
    ...exams.flatMap((item) => labelled(item, "oab-exams")),
    ...files.flatMap((item) => labelled(item, "oab-bench")),
    ...lay.flatMap((item) => labelled(item, item.locale === "en" ? "lay-en" : "lay-pt")),
  ];
}

/** Lay narratives written when the classifier stood; it was never tuned on them. */
export function readFresh(): Narrative[] {
  return read("../tests/data/narratives/fresh-2.jsonl").flatMap((item) =>
    labelled(item, item.locale === "en" ? "fresh-en" : "fresh-pt"),
  );
}

/** Lay narratives by a reader who had seen neither the engine nor its texts. */
export function readStranger(): Narrative[] {
  return read("../tests/data/narratives/stranger.jsonl").flatMap((item) =>
    labelled(item, item.locale === "en" ? "stranger-en" : "stranger-pt"),
  );
}

function read(path: string): z.infer<typeof row>[] {
  return readFileSync(new URL(path, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)));
}

function labelled(item: z.infer<typeof row>, source: Source): Narrative[] {
  const area = AREAS.find((candidate) => candidate === item.area);
  return area === undefined ? [] : [{ ...item, area, source }];
}
