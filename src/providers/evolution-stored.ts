// Which of the texts that an Evolution server has stored may be the one that is looked for: by its words, its reader and its moment.
import * as z from "zod";
import { isSameNumber } from "../domain/whatsapp/address.ts";

/** A page of chat/findMessages; each record is read by itself, so that one of another shape hides no other. */
export const storedAnswer = z.object({ messages: z.object({ total: z.number(), records: z.array(z.unknown()) }) });
export type Stored = z.infer<typeof storedAnswer>["messages"];

interface LookedFor {
  to: string;
  text: string;
  /** Milliseconds since the epoch: what is older is another's. Some versions of the server ignore that they were asked for it. */
  fromMs: number;
}

/**
 * The ids of those that may be it, oldest first. `isAll`: nothing else there can be it; false where more is stored than was read, or where
 * a record that cannot be read carries these words.
 */
export function textsAmong(stored: Stored, { to, text, fromMs }: LookedFor): { vendorIds: string[]; isAll: boolean } {
  const read = stored.records.map((raw) => record.safeParse(raw).data);
  const isOdd = stored.records.some((raw, index) => read[index] === undefined && carries(raw, text));
  const known = read.filter((one) => one !== undefined);
  const same = known.filter(({ key, message, messageTimestamp }) => {
    const words = message?.conversation ?? message?.extendedTextMessage?.text ?? "";
    const isOurs = key.fromMe !== false && isTo(to, [key.remoteJid, key.remoteJidAlt ?? ""]);
    return isOurs && words === text && messageTimestamp * 1000 >= fromMs;
  });
  same.sort((a, b) => a.messageTimestamp - b.messageTimestamp);
  const isWhole = stored.total <= stored.records.length || goesBehind(known, fromMs);
  return { vendorIds: same.map(({ key }) => key.id), isAll: isWhole && !isOdd };
}

const record = z.object({
  key: z.object({
    id: z.string().min(1),
    remoteJid: z.string(),
    remoteJidAlt: z.string().nullish(),
    fromMe: z.boolean().nullish(),
  }),
  message: z
    .object({
      conversation: z.string().nullish(),
      extendedTextMessage: z.object({ text: z.string().nullish() }).nullish(),
    })
    .nullish(),
  /** Seconds since the epoch. */
  messageTimestamp: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]),
});

/** Newest first, as the server gives them, and down to what is too old: whatever was not read is older still. */
function goesBehind(known: readonly z.infer<typeof record>[], fromMs: number): boolean {
  const times = known.map(({ messageTimestamp }) => messageTimestamp);
  const last = times.at(-1);
  const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0));
  return last !== undefined && isSorted && last * 1000 < fromMs;
}

/** Wherever in it the words stand. */
function carries(raw: unknown, text: string): boolean {
  return (JSON.stringify(raw) ?? "").includes(JSON.stringify(text).slice(1, -1));
}

function isTo(to: string, jids: readonly string[]): boolean {
  return jids.some(
    (jid) => jid === to || (jid.endsWith("@s.whatsapp.net") && isSameNumber(jid.split("@")[0] ?? "", to)),
  );
}
