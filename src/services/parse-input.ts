// What a verb was given, checked by its schema before anything is asked of the database.
import type { z } from "zod";
import { invalid } from "../base/errors.ts";

/** The parsed input. Throws `invalid_input` (422) with the fields' names and reasons, never their values. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join("."), problem: issue.message }));
  throw invalid("Some of what was sent is missing or has the wrong form. See `fields`.", { fields });
}

/** What a verb may be given: the schema's members, their values still unknown. */
export type Unchecked<S extends z.ZodType> = { [K in keyof z.input<S>]: unknown };
