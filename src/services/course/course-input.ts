// What a person may say to a change of course: a reason from a list, and a few words.
import * as z from "zod";
import { ANOTHER_REASONS, CANCEL_REASONS, MAX_COURSE_WORDS, WITHDRAW_REASONS } from "../../domain/course.ts";
import { plainText } from "../plain-text.ts";

const words = plainText({ error: "Write the words as text." })
  .trim()
  .max(MAX_COURSE_WORDS, `At most ${MAX_COURSE_WORDS} characters, please.`)
  .default("");

const keysOf = <T extends Record<string, unknown>>(reasons: T) => Object.keys(reasons) as [keyof T & string];
const oneOf = <T extends Record<string, unknown>>(reasons: T) => {
  const names = keysOf(reasons);
  return z.enum(names, { error: `reason is one of ${names.join(", ")}` });
};

export const cancelInput = z.object({ reason: oneOf(CANCEL_REASONS).nullish(), words });
export const withdrawInput = z.object({ reason: oneOf(WITHDRAW_REASONS), words });
/** `offer_id`: the acceptance that is meant; where another professional has the case by now, nothing is changed. */
export const anotherInput = z.object({
  reason: oneOf(ANOTHER_REASONS).nullish(),
  words,
  offer_id: z.string().max(100).optional(),
});
/** An operator says why, in his own words. */
export const operatorCourseInput = z.object({
  words: words.refine((text) => text !== "", "Say in a few words why; it is kept with the case."),
});
/** `offer_id` as in `anotherInput`. */
export const operatorVoidInput = operatorCourseInput.extend({ offer_id: z.string().max(100).optional() });
