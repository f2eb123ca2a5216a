// Which part of a conversation a request asks for.
import * as z from "zod";

export const conversationPage = z.object({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
