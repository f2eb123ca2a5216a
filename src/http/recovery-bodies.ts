// What a request for recovery words, or with them, holds.
import * as z from "zod";

export const recoveryInput = z.object({ locale: z.enum(["pt-BR", "en"]).optional() });
export const recoverInput = z.object({
  /** Six words, or the link or its token. */
  typed: z.string().min(1, "Give the words or the link.").max(500),
  /** Ends the client's sessions on all other devices. */
  alone: z.boolean().default(false),
});
