// The object's border: what may come in over RPC, refused with words that say what to do.
import * as z from "zod";
import { invalid } from "../src/base/errors.ts";
import { EVENT_TYPES } from "../src/domain/events.ts";
import { AREAS } from "../src/domain/legal/areas.ts";
import { LOCALES } from "../src/domain/locale.ts";

/** A long letter; the interviewer is measured up to this length. */
export const MAX_TEXT_CHARS = 8_000;

const key = z.string().min(1).max(200);
const text = z
  .string()
  .max(MAX_TEXT_CHARS)
  .refine((value) => value.trim() !== "", "is empty");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const openInput = z.object({
  caseId: z.string().min(1).max(100),
  conversationId: z.string().min(1).max(100),
  vertical: z.literal("legal"),
  locale: z.enum(LOCALES),
  zone: z.string().min(1).max(64),
});

/** Nobody waits for longer than this, whatever the caller says. */
const MOST_HOLD_MS = 60_000;

export const sayInput = z.object({
  text,
  clientMessageId: key,
  holdMs: z.int().min(0).max(MOST_HOLD_MS).optional(),
});

export const humanInput = z.object({ text, clientMessageId: key, operatorName: z.string().min(1).max(120) });

export const takeOverInput = z.object({ operatorName: z.string().min(1).max(120), key });

export const giveBackInput = z.object({ note: z.string().max(MAX_TEXT_CHARS).optional(), key });

export const correctInput = z.object({
  key,
  correction: z.strictObject({
    area: z.enum(AREAS).optional(),
    subarea: z.string().max(60).nullable().optional(),
    urgencyHours: z.int().min(1).max(8_760).optional(),
    uf: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    municipality: z.string().max(120).nullable().optional(),
    deadlineDates: z.array(day).max(20).optional(),
    locale: z.enum(LOCALES).optional(),
  }),
});

export const snapshotInput = z.object({
  after: z.int().min(0).optional(),
  limit: z.int().min(1).max(1_000).optional(),
});

export const publishInput = z
  .array(
    z.object({
      type: z.enum(EVENT_TYPES),
      data: z.record(z.string(), z.unknown()),
      key: key.nullable(),
    }),
  )
  .min(1)
  .max(100);

/** Throws `invalid_input` naming the fields, never their values. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map((issue) => issue.path.join(".") || "body"))];
  throw invalid(`Check these fields and send them again: ${fields.join(", ")}.`, { fields });
}
