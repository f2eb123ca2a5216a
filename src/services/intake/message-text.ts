// What a person may send as one message.
import { plainText } from "../plain-text.ts";

/** Characters of one message; a long letter fits, a pasted book does not. */
export const MAX_MESSAGE_CHARACTERS = 8000;

/** Null bytes are taken out (Postgres cannot keep them), the ends trimmed; empty and overlong are refused. */
export const messageText = plainText({ error: "text must be a string." })
  .trim()
  .refine((text) => text.length > 0, "Write a few words, then send again.")
  .refine(
    (text) => text.length <= MAX_MESSAGE_CHARACTERS,
    `This is longer than ${MAX_MESSAGE_CHARACTERS} characters. Send it in parts; nothing of the conversation is lost.`,
  );
