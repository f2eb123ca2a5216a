// What a request about a contract holds.
import * as z from "zod";
import { REVIEW_OUTCOMES } from "../db/tables/contracts.ts";

export const signBody = z.object({
  name: z.string({ error: "Type your full name." }),
  consent: z.literal(true, { error: "Tick that you agree, then sign." }),
  contact: z.string().optional(),
});
export const signingBody = z.object({
  name: z.string({ error: "Type your full name." }).optional(),
  contact: z.string().optional(),
});
export const contactBody = z.object({
  contact: z.string({ error: "Give a phone or an e-mail; empty takes it back." }),
});
export const reviewBody = z.object({
  rating: z.number({ error: "Give a number from 1 to 5." }),
  outcome: z.enum(REVIEW_OUTCOMES),
  comment: z.string().optional(),
});

export const pdfQuery = z.object({ kind: z.enum(["agreement", "executed"]).optional() });
