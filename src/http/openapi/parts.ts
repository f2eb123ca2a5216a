// Small shapes that many answers are made of.
import * as z from "zod";
import { DEFAULT_ZONE, LOCALES } from "../../domain/locale.ts";

/** ISO 8601 in UTC. */
export const moment = z.iso.datetime().meta({ examples: ["2026-11-20T17:05:09.000Z"] });
export const day = z.iso.date().meta({ examples: ["2026-12-01"] });
export const locale = z.enum(LOCALES);
export const zone = z.string().meta({ description: `IANA name of a time zone, e.g. ${DEFAULT_ZONE}.` });
export const cents = z.int().meta({ description: "Cents of a real." });
export const count = z.int().min(0);
export const share = z.number().min(0).max(1);

/** An id with its prefix, e.g. `cas_01jd3…`. */
export const id = (prefix: string) => z.string().meta({ examples: [`${prefix}_01kd9r7m4v8q2t6w0x3y5z7a9b`] });

export const text = z
  .object({ "pt-BR": z.string(), en: z.string() })
  .meta({ id: "Text", description: "The same words in both languages." });

/** One page of a list. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: "Send it back as `cursor` for the following page; null at the end." }),
  });
}
