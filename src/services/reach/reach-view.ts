// How a client wants to be reached, as the API tells it and as a call may bring it.
import * as z from "zod";
import type { clientReach } from "../../db/schema.ts";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import { isMobile, toE164 } from "../../domain/reach/phone.ts";
import { MOST_NOTE_CHARACTERS, REACH_CHANNELS, type Reach } from "../../domain/reach/reach.ts";
import { validZone } from "../intake/valid-zone.ts";
import { plainText } from "../plain-text.ts";
import { hourField, hourWords } from "./hour-field.ts";

/** 254 characters: RFC 5321's longest path. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email("It should look like name@example.com."));

export const reachInput = z
  .object({
    channel: z.enum(REACH_CHANNELS, "channel is email, call, sms, whatsapp or page."),
    address: plainText().trim().max(254).nullable().default(null),
    leave_message: z.boolean().default(false),
    safe_from: hourField.nullable().default(null),
    safe_until: hourField.nullable().default(null),
    zone: z.string().max(60).refine(validZone, "zone must be a name like America/Sao_Paulo.").default(DEFAULT_ZONE),
    note: plainText()
      .transform((text) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim())
      .pipe(z.string().max(MOST_NOTE_CHARACTERS, `A note has at most ${MOST_NOTE_CHARACTERS} characters.`))
      .transform((text) => (text === "" ? null : text))
      .nullable()
      .default(null),
  })
  .transform((given, context): Reach => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if ((given.safe_from === null) !== (given.safe_until === null)) wrong("safe_until", "Give both times, or none.");
    const address = given.channel === "page" ? null : addressOf(given.channel, given.address ?? "");
    if (given.channel !== "page" && address === null) wrong("address", ADDRESS_PROBLEMS[given.channel]);
    return {
      channel: given.channel,
      address,
      leaveMessage: given.channel !== "page" && given.leave_message,
      safeFrom: given.safe_from,
      safeUntil: given.safe_until,
      zone: given.zone,
      note: given.note,
    };
  });

/** Normalised, or null where it is none of its kind. */
function addressOf(channel: Exclude<Reach["channel"], "page">, typed: string): string | null {
  if (channel === "email") return email.safeParse(typed).data ?? null;
  const phone = toE164(typed);
  return phone !== null && (channel === "call" || isMobile(phone)) ? phone : null;
}

const ADDRESS_PROBLEMS = {
  email: "It should look like name@example.com.",
  call: "Give a phone with its area code, like (11) 98765-4321, or with + and the country.",
  sms: "Give a mobile phone with its area code, like (11) 98765-4321, or with + and the country.",
  whatsapp: "Give a mobile phone with its area code, like (11) 98765-4321, or with + and the country.",
} as const;

export interface ReachView {
  channel: Reach["channel"];
  /** E-mail address, or phone in E.164; null for `page`. */
  address: string | null;
  leave_message: boolean;
  /** `08:30` in `zone`; null: at any hour. */
  safe_from: string | null;
  safe_until: string | null;
  zone: string;
  note: string | null;
}

export function reachView(reach: Reach): ReachView {
  return {
    channel: reach.channel,
    address: reach.address,
    leave_message: reach.leaveMessage,
    safe_from: hourWords(reach.safeFrom),
    safe_until: hourWords(reach.safeUntil),
    zone: reach.zone,
    note: reach.note,
  };
}

/** What a professional who took the case reads beside the contact itself. */
export type HowView = Omit<ReachView, "address">;

export function howView(reach: Reach): HowView {
  const { address: _, ...how } = reachView(reach);
  return how;
}

/** The rules' side of a row. */
export function reachOf(row: typeof clientReach.$inferSelect): Reach {
  const { channel, address, leaveMessage, safeFrom, safeUntil, zone, note } = row;
  return { channel, address, leaveMessage, safeFrom, safeUntil, zone, note };
}
