// The labels that an analyst gives to a story, as they are asked for and as they are checked.
import * as z from "zod";
import { AREAS, isSubarea } from "../legal/areas.ts";
import type { Vote } from "../triage/strategies/types.ts";

/** Dangers that a model may name; being angry, asking for a person and doubting are read by rules alone. */
export const DANGERS = [
  "violence",
  "custody",
  "detention",
  "health_injunction",
  "self_harm",
  "deadline_danger",
  "foreign_law",
] as const;

/** What goes to the vendor: no bounds, since not every vendor's schema has them, and no free text. */
export const labelsSchema = z.object({
  area: z.enum(AREAS),
  subarea: z.string().nullable(),
  urgencyHours: z.number().nullable(),
  complexity: z.enum(["low", "medium", "high"]).nullable(),
  flags: z.array(z.enum(DANGERS)),
  needsPerson: z.boolean(),
  confidence: z.number(),
});

const bounded = labelsSchema.extend({
  urgencyHours: z.number().positive().nullable(),
  flags: z.array(z.enum(DANGERS)).max(20),
  confidence: z.number().min(0).max(1),
});

/** A vote before it is given its weight. */
export type Labels = Omit<Vote, "voter" | "weight">;

/** The labels in a model's answer, or `reason`: which fields are wrong, in words that hold nothing of the answer. */
export function readLabels(answer: string): { labels: Labels } | { reason: string } {
  const json = jsonIn(answer);
  if (json === undefined) return { reason: "it was not one JSON object" };
  const read = bounded.safeParse(json);
  if (!read.success) {
    const fields = new Set(read.error.issues.map(({ path }) => String(path[0] ?? "the object")));
    const known = [...fields].filter((field) => field in bounded.shape || field === "the object");
    return { reason: `these were missing or not as described: ${known.join(", ")}` };
  }
  const { area, subarea, urgencyHours, flags, ...rest } = read.data;
  return {
    labels: {
      ...rest,
      area,
      subarea: subarea !== null && isSubarea(area, subarea) ? subarea : null,
      urgencyHours: urgencyHours === null ? null : Math.min(720, Math.max(2, Math.round(urgencyHours))),
      flags: [...new Set(flags)],
    },
  };
}

/** Some models put their JSON into a code block or a sentence. */
function jsonIn(answer: string): unknown {
  const from = answer.indexOf("{");
  const to = answer.lastIndexOf("}");
  if (from === -1 || to < from) return undefined;
  try {
    return JSON.parse(answer.slice(from, to + 1));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
