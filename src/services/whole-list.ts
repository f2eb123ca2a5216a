// A list so short that it is read whole, given out in pages like every other.
import * as z from "zod";
import { offsetOf, offsetPage } from "./offset-cursor.ts";
import { parseInput } from "./parse-input.ts";

export const wholeListInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(20).optional(),
});

/** `items` is all of it, in its order. Throws `invalid_input` for a cursor that no list gave out. */
export function pageOfWhole<T>(items: readonly T[], raw: unknown): { items: T[]; next: string | null } {
  const { limit, cursor } = parseInput(wholeListInput, raw);
  const offset = offsetOf(cursor);
  return offsetPage(items.slice(offset, offset + limit + 1), limit, offset);
}
