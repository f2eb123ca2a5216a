// How the team is called outside the console: a channel it reads, and somebody who is woken.
import type { Locale } from "../locale.ts";

/** A message of the team's channel; its words are already plain text, without anybody's name or story. */
export interface ChannelPost {
  /** Names the occasion: what was posted under it can be found again. */
  key: string;
  title: string;
  lines: readonly string[];
  /** Where it leads to, absolute. */
  link: { label: string; href: string };
  /** A case whose conversation can be taken over by pressing a button; null: no button. */
  take: { label: string; caseId: string } | null;
}

/** A message of the channel by what the vendor calls it. */
export interface PostRef {
  channel: string;
  ts: string;
}

export interface TeamChannel {
  post(post: ChannelPost): Promise<PostRef>;
  /** What was posted under `key` since `since`; null: nothing was. Throws `vendor_refused` where it may not look. */
  find(key: string, since: Date): Promise<PostRef | null>;
  /** Puts other words in its place, without buttons. */
  replace(ref: PostRef, text: string): Promise<void>;
  /** Seen by one person alone. */
  whisper(channel: string, user: string, text: string): Promise<void>;
  /** The address of a person of the team, lower case; null where the vendor has none. */
  emailOf(user: string): Promise<string | null>;
}

export const PAGE_SEVERITIES = ["critical", "error", "warning", "info"] as const;
export type PageSeverity = (typeof PAGE_SEVERITIES)[number];

export interface Pager {
  /** One incident for one `subject`, however often it is triggered. */
  trigger(page: { subject: string; summary: string; severity: PageSeverity; link: string; at: Date }): Promise<void>;
  /** An incident that is not open is no error. */
  resolve(subject: string): Promise<void>;
}

/** Each null where it is not configured: the console and the operators' mail are there in any case. */
export interface Team {
  channel: TeamChannel | null;
  pager: Pager | null;
  /** The language that the team is written to in. */
  locale: Locale;
}
