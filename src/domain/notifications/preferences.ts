// How a person wants to be told: by what, about what, and in which hours not.
import { NOTICE_GROUPS, type NoticeGroup } from "./occasions.ts";

/** Channels that are chosen among; SMS is a client's own word (reach) alone. */
export const CHOSEN_CHANNELS = ["push", "email", "whatsapp"] as const;
export type ChosenChannel = (typeof CHOSEN_CHANNELS)[number];

/** One thing that is not wanted, e.g. `talk.push`. */
export type Unwanted = `${NoticeGroup}.${ChosenChannel}`;

export interface NoticePreferences {
  off: readonly string[];
  /** Asked first where it may be; null: as the urgency has it. */
  first: ChosenChannel | null;
  /** Mobile in E.164; null: no WhatsApp to somebody who works here. */
  phone: string | null;
  /** Minutes of the day in `zone`; both null: no quiet hours. They may go over midnight. */
  quietFrom: number | null;
  quietUntil: number | null;
  /** IANA name. */
  zone: string;
  /** What is urgent comes in quiet hours too. */
  urgentAnytime: boolean;
}

/** What is about the account itself cannot be ended. */
export const UNWANTED: readonly Unwanted[] = NOTICE_GROUPS.filter((group) => group !== "account").flatMap((group) =>
  CHOSEN_CHANNELS.map((channel): Unwanted => `${group}.${channel}`),
);

export function isWanted(preferences: NoticePreferences | null, group: NoticeGroup, channel: string): boolean {
  return group === "account" || !(preferences?.off ?? []).includes(`${group}.${channel}`);
}
