// How a person is told outside the app, as the API tells it and as a call may bring it.
import * as z from "zod";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import { groupsOf, type NoticeGroup } from "../../domain/notifications/occasions.ts";
import {
  CHOSEN_CHANNELS,
  type ChosenChannel,
  type NoticePreferences,
  UNWANTED,
} from "../../domain/notifications/preferences.ts";
import { isMobile, toE164 } from "../../domain/reach/phone.ts";
import type { ServiceContext } from "../context.ts";
import { validZone } from "../intake/valid-zone.ts";
import { hourField, hourWords } from "../reach/hour-field.ts";
import type { Recipient } from "./recipients.ts";

export const noticesInput = z
  .object({
    off: z
      .array(z.string().max(40))
      .max(UNWANTED.length, `off has at most ${UNWANTED.length} entries.`)
      .default([])
      .transform((off) => UNWANTED.filter((one) => off.includes(one))),
    first: z.enum(CHOSEN_CHANNELS, "first is push, email or whatsapp, or null.").nullable().default(null),
    phone: z
      .string()
      .trim()
      .max(30)
      .nullable()
      .default(null)
      .transform((typed, context) => {
        if (typed === null || typed === "") return null;
        const phone = toE164(typed);
        if (phone !== null && isMobile(phone)) return phone;
        context.addIssue({ code: "custom", message: "Give a mobile phone with its area code, like (11) 98765-4321." });
        return z.NEVER;
      }),
    quiet_from: hourField.nullable().default(null),
    quiet_until: hourField.nullable().default(null),
    zone: z.string().max(60).refine(validZone, "zone must be a name like America/Sao_Paulo.").default(DEFAULT_ZONE),
    urgent_anytime: z.boolean().default(true),
  })
  .transform((given, context): NoticePreferences => {
    if ((given.quiet_from === null) !== (given.quiet_until === null))
      context.addIssue({ code: "custom", path: ["quiet_until"], message: "Give both times, or none." });
    const { off, first, phone, zone } = given;
    // From one minute to the same is no time at all.
    const isNone = given.quiet_from === given.quiet_until;
    return {
      ...{ off, first, phone, zone },
      quietFrom: isNone ? null : given.quiet_from,
      quietUntil: isNone ? null : given.quiet_until,
      urgentAnytime: given.urgent_anytime,
    };
  });

export interface NoticesView {
  /** What this person is told about and may choose by. */
  groups: readonly NoticeGroup[];
  /** By what he could be told now: carried by somebody, and with an address or browser of his. */
  ways: readonly ChosenChannel[];
  /** True where a client's own word of how to be reached decides, and with it its safe hours. */
  by_reach: boolean;
  off: readonly string[];
  first: ChosenChannel | null;
  /** E.164. */
  phone: string | null;
  /** `22:00` in `zone`; null: no quiet hours. */
  quiet_from: string | null;
  quiet_until: string | null;
  zone: string;
  urgent_anytime: boolean;
}

export function noticesView(ctx: ServiceContext, person: Recipient): NoticesView {
  const { preferences, reach, role } = person;
  const has: Record<ChosenChannel, boolean> = {
    push: person.hasPush && reach?.channel !== "page",
    email: reach === null ? person.email !== null : reach.channel === "email",
    whatsapp: reach === null ? role !== "client" && preferences?.phone != null : reach.channel === "whatsapp",
  };
  return {
    groups: groupsOf(role),
    ways: CHOSEN_CHANNELS.filter(
      (channel) => has[channel] && (channel === "email" || ctx.senders[channel] !== undefined),
    ),
    by_reach: reach !== null,
    off: preferences?.off ?? [],
    first: preferences?.first ?? null,
    phone: preferences?.phone ?? null,
    quiet_from: hourWords(preferences?.quietFrom ?? null),
    quiet_until: hourWords(preferences?.quietUntil ?? null),
    zone: preferences?.zone ?? DEFAULT_ZONE,
    urgent_anytime: preferences?.urgentAnytime ?? true,
  };
}
