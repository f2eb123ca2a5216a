// What people were to be told and what their vendors have: in the app, by letter, push and WhatsApp.
import type { WhatsAppStatus } from "../../src/db/tables/whatsapp.ts";
import { isSameNumber } from "../../src/domain/whatsapp/address.ts";
import type { Finding, Step } from "./finding.ts";
import type { StandIns, Vendor } from "./vendors.ts";
import type { ToldReceipt } from "./webhooks.ts";

export interface NotificationRow {
  id: string;
  occasion: string | null;
  rung: number;
  recipient: string;
  channel: string;
  kind: string;
  status: string;
  vendor: Vendor | null;
  vendor_id: string | null;
  reason: string | null;
  text: string;
  created_at: Date;
  sent_at: Date | null;
}

/** Why a message rightly goes nowhere: what it was about is over, or its reader does not want it. */
const RIGHTLY = new Set(["over", "withheld", "nobody", "not_wanted"]);

export function messagesOf(
  rows: readonly NotificationRow[],
  standIns: StandIns,
): { findings: Finding[]; steps: Step[] } {
  const findings: Finding[] = [];
  const steps: Step[] = [];
  for (const group of Map.groupBy(rows, ({ id, occasion }) => occasion ?? id).values()) {
    const outside = group.filter(({ channel, status }) => channel !== "in_app" && status !== "stored");
    const [first] = outside;
    if (first === undefined) continue;
    const about = { vendor: first.vendor ?? ("app" as const), at: first.created_at };
    const carried = outside.find((row) => countAt(row, rows, standIns) > 0);
    const inApp = group.some(({ channel }) => channel === "in_app");
    if (first.occasion !== null && !inApp)
      findings.push({ ...about, what: "lost", why: `${first.kind}: not in the app` });
    if (outside.some(({ status }) => status === "queued" || status === "sending")) {
      findings.push({ ...about, what: "waiting", why: `${first.kind}: ${first.status} (${first.reason})` });
    } else if (carried === undefined && !outside.some(({ reason }) => reason !== null && RIGHTLY.has(reason))) {
      const why = outside.map(({ channel, status, reason }) => `${channel} ${status} (${reason})`).join(", ");
      findings.push({ ...about, what: "lost", why: `${first.kind}: ${why}` });
    }
    for (const row of outside) {
      if (countAt(row, rows, standIns) > 1) findings.push({ ...about, what: "twice", why: row.kind });
    }
    if (first.vendor === null) continue;
    const isElsewhere = outside.length > 1 || first.status === "failed" || first.status === "unsure";
    // Without another channel the app had it from the first moment.
    const until = outside.length > 1 ? (outside.at(-1)?.sent_at ?? outside.at(-1)?.created_at) : first.created_at;
    const fallbackMs = isElsewhere && until ? until.getTime() - first.created_at.getTime() : null;
    steps.push({ vendor: first.vendor, at: first.created_at, fallbackMs });
  }
  return { findings, steps };
}

/** Vendors told that these were read, and their rows do not say so. */
export function unread(rows: readonly NotificationRow[], receipts: readonly ToldReceipt[]): Finding[] {
  const names = new Set(receipts.map(({ vendor, name }) => `${vendor} ${name}`));
  return rows.flatMap(({ id, vendor, vendor_id, status, created_at: at }): Finding[] => {
    const name = vendor === "evolution" ? vendor_id : id;
    if (vendor === null || !names.has(`${vendor} ${name}`) || status === "opened") return [];
    return [{ what: "lost", vendor, at, why: `the news that it was read (${status})` }];
  });
}

/** How often its vendor has taken it. */
function countAt(row: NotificationRow, rows: readonly NotificationRow[], standIns: StandIns): number {
  const { sendgrid, onesignal, evolution } = standIns;
  if (row.channel === "email") return sendgrid.letters.filter(({ notificationId }) => notificationId === row.id).length;
  if (row.channel === "push") return onesignal.pushes.filter(({ notificationId }) => notificationId === row.id).length;
  // WhatsApp knows no name of ours: what was taken is told apart by its number there, or, where nobody heard that, by its words.
  const alike = rows.filter(
    (other) => other.channel === "whatsapp" && other.vendor !== null && isAlike(row, other.recipient, other.text),
  );
  const taken = evolution.accepted.filter(({ to, text }) => isAlike(row, to, text));
  const unnamed = taken.filter(({ id }) => !alike.some(({ vendor_id }) => vendor_id === id)).length;
  if (row.vendor_id !== null) return 1 + Math.max(0, taken.length - alike.length);
  return unnamed === 0 ? 0 : 1 + Math.max(0, unnamed - alike.filter(({ vendor_id }) => vendor_id === null).length);
}

/** The same words to the same person; a link may be of each message's own. */
function isAlike({ recipient, text }: NotificationRow, to: string, words: string): boolean {
  const bare = (one: string) => one.replaceAll(/https?:\S+/g, "");
  return bare(words) === bare(text) && isSameNumber(to.replace(/^\+/, ""), recipient.replace(/^\+/, ""));
}

/** What the assistant says on WhatsApp. */
export interface TextRow {
  phone: string;
  status: WhatsAppStatus;
  vendor_id: string | null;
  created_at: Date;
}

/** A notification's row keeps its link alone: its text is the notification's. */
export const TEXTS = `
  SELECT c.phone, m.status, m.vendor_id, m.created_at FROM whatsapp_messages m
  JOIN whatsapp_contacts c ON c.id = m.contact_id WHERE c.phone IS NOT NULL AND m.key NOT LIKE 'notification:%'`;
const ON_ITS_WAY: ReadonlySet<WhatsAppStatus> = new Set(["queued", "sending", "unsure"]);

/** Each text stands at the server under the number that its row has, and nothing stands there that no row knows. */
export function textFindings(
  texts: readonly TextRow[],
  notifications: readonly NotificationRow[],
  { evolution }: StandIns,
): Finding[] {
  const about = { vendor: "evolution" } as const;
  const there = new Map(evolution.accepted.map((one) => [one.id, one]));
  const known = new Set([...texts, ...notifications].map(({ vendor_id }) => vendor_id));
  const found = texts.flatMap(({ status, vendor_id, created_at: at }): Finding[] => {
    if (status === "withheld" || (vendor_id !== null && there.has(vendor_id))) return [];
    return [{ ...about, what: ON_ITS_WAY.has(status) ? "waiting" : "lost", at, why: `whatsapp.send: ${status}` }];
  });
  const phones = [...new Set(texts.map(({ phone }) => phone))];
  const unknown = phones.flatMap((phone) =>
    evolution.accepted.filter(({ id, to }) => !known.has(id) && isSameNumber(to.replace(/^\+/, ""), phone.slice(1))),
  );
  // Where nobody heard the number, the row waits for its text: beyond these it is there once too often.
  const waiting = texts.filter(({ status }) => status === "unsure" || status === "sending").length;
  const twice = unknown
    .slice(waiting)
    .map(({ atMs }): Finding => ({ ...about, what: "twice", at: new Date(atMs), why: "whatsapp.send" }));
  return [...found, ...twice];
}
