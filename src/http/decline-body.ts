// What a professional may send when declining an offer.
import * as z from "zod";

export const declineBody = z.object({ reason: z.string({ error: "reason is a short text." }).max(300).nullish() });
