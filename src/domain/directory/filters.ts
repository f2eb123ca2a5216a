// What a client may narrow the list by: each changes who is in it and never the order.
import * as z from "zod";
import { STATES } from "../legal/places.ts";

const empty = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** As they come from a form or a query: an empty field is no filter. */
export const filtersInput = z.object({
  subarea: z.preprocess(empty, z.string().trim().max(60).optional()),
  uf: z.preprocess(
    empty,
    z
      .string()
      .trim()
      .toUpperCase()
      .refine((uf) => STATES.some((state) => state.uf === uf), "uf is a Brazilian state, two letters.")
      .optional(),
  ),
  city: z.preprocess(empty, z.string().trim().max(80).optional()),
  language: z.preprocess(empty, z.string().trim().max(20).optional()),
  /** "1": only who also works at a distance. */
  remote: z.preprocess(empty, z.enum(["1", "true"]).optional()),
  /** Reais of a first consultation. */
  max_price: z.preprocess(empty, z.coerce.number().int().min(0).max(100_000).optional()),
});
export type Filters = z.infer<typeof filtersInput>;

/** True where nothing was narrowed: an empty list then means that nobody can take the case. */
export function isUnfiltered(filters: Filters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}
