// Where one message to one person goes: in the app always, and outside it by one channel after another, each not before its moment.
import { firstSafeMoment, mayReach } from "../reach/may-reach.ts";
import type { Reach } from "../reach/reach.ts";
import type { NotificationKind } from "./kinds.ts";
import { groupOf, type Urgency, urgencyOf } from "./occasions.ts";
import { isWanted, type NoticePreferences } from "./preferences.ts";
import type { OutsideChannel } from "./sender.ts";

export interface Addressee {
  id: string;
  role: string;
  /** The account's own; null for somebody without a name here. */
  email: string | null;
  /** What a client has said of how to be reached; null where nothing was, and for all others. */
  reach: Reach | null;
  preferences: NoticePreferences | null;
  /** A browser of theirs may be woken. */
  hasPush: boolean;
}

export interface Rung {
  channel: OutsideChannel;
  /** E-mail address, phone in E.164, or for push the person's id. */
  to: string;
  /** Null: at once. */
  notBefore: Date | null;
}

export interface ChannelPlan {
  /** Asked in this order: the next one only when the one before did not take it. Each channel at most once. */
  ladder: readonly Rung[];
  /** Where nobody carries: kept in the mail box as to be sent, so that an operator sees what would go out; null: nowhere outside the app. */
  kept: Rung | null;
}

/** Someone who works here is written to where he chose; a client nowhere but where he said, and where he let a browser be woken. */
export function channelPlan(
  kind: NotificationKind,
  to: Addressee,
  configured: ReadonlySet<OutsideChannel>,
  now: Date,
): ChannelPlan {
  const urgency = urgencyOf(kind);
  const group = groupOf(kind, to.role);
  const rungs =
    urgency === "immediate"
      ? byLetter(to)
      : to.reach === null
        ? byAccount(to, urgency, now)
        : byWord(to, to.reach, now);
  const wanted = rungs.filter(({ channel }) => isWanted(to.preferences, group, channel));
  const ladder = wanted.filter(({ channel }) => configured.has(channel));
  // A push that nobody carries is no message to anybody.
  const kept = wanted.find(({ channel }) => channel !== "push") ?? null;
  return { ladder, kept: ladder.length === 0 ? kept : null };
}

/** A code or an invitation: to the address that it was asked for, and nowhere else. */
function byLetter({ email }: Addressee): Rung[] {
  return email === null ? [] : [{ channel: "email", to: email, notBefore: null }];
}

/** A client's own word of a safe channel and its hours binds push as well: it lights up a phone. */
function byWord(to: Addressee, reach: Reach, now: Date): Rung[] {
  const { channel, address } = reach;
  if (channel === "page") return [];
  const notBefore = firstSafeMoment(reach, now);
  const isOnPhone = channel !== "email";
  const push: Rung[] =
    to.hasPush && (reach.leaveMessage || !isOnPhone) ? [{ channel: "push", to: to.id, notBefore }] : [];
  // Vez writes and does not call: who wants a voice is told by his professional.
  const said: Rung[] =
    channel === "call" || address === null || mayReach(reach, now).when === "never"
      ? []
      : [{ channel, to: address, notBefore }];
  return to.preferences?.first === "push" ? [...push, ...said] : [...said, ...push];
}

/** What is urgent rings first; the rest is read where there is room for it. Quiet hours hold all of it but, where allowed, the urgent. */
function byAccount(to: Addressee, urgency: Urgency, now: Date): Rung[] {
  const { preferences } = to;
  const notBefore = urgency !== "usual" && preferences?.urgentAnytime !== false ? null : quietUntil(preferences, now);
  const ways: Rung[] = [];
  if (to.hasPush) ways.push({ channel: "push", to: to.id, notBefore });
  if (preferences?.phone != null && to.role !== "client")
    ways.push({ channel: "whatsapp", to: preferences.phone, notBefore });
  if (to.email !== null) {
    const email: Rung = { channel: "email", to: to.email, notBefore };
    if (urgency === "usual") ways.unshift(email);
    else ways.push(email);
  }
  return ways.toSorted((a, b) => Number(b.channel === preferences?.first) - Number(a.channel === preferences?.first));
}

function quietUntil(preferences: NoticePreferences | null, now: Date): Date | null {
  if (preferences === null) return null;
  const { quietFrom, quietUntil, zone } = preferences;
  return firstSafeMoment({ safeFrom: quietUntil, safeUntil: quietFrom, zone }, now);
}
