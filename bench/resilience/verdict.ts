// What a stopped product's database and its vendors' stand-ins say together: what is lost, what was sent twice, what another part did.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import type { WhatsAppStatus } from "../../src/db/tables/whatsapp.ts";
import { isSameNumber } from "../../src/domain/whatsapp/address.ts";
import { SEQ_ATTRIBUTE } from "../../src/providers/chatwoot.ts";
import type { StandIns, Vendor } from "./vendors.ts";
import type { ToldReceipt } from "./webhooks.ts";

/** Something that broke a promise, at the moment of the message that it is about. */
export interface Finding {
  what: "lost" | "twice" | "waiting";
  vendor: Vendor | "app";
  at: Date;
  why: string;
}

/** A step that a vendor was to do: done by it, or by what takes over, so many milliseconds later. */
export interface Step {
  vendor: Vendor;
  at: Date;
  fallbackMs: number | null;
}

/** What each conversation says, by case: numbers of its messages. */
type SaidByCase = ReadonlyMap<string, readonly number[]>;

interface NotificationRow {
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

export async function verdictOf(
  postgresFolder: string,
  standIns: StandIns,
  said: SaidByCase,
  receipts: readonly ToldReceipt[],
): Promise<{ findings: Finding[]; steps: Step[] }> {
  const db = await PGlite.create({ dataDir: postgresFolder, extensions: { vector } });
  try {
    const rows = async <T>(query: string) => (await db.query<T>(query)).rows;
    const notifications = await rows<NotificationRow>(
      "SELECT id, occasion, rung, recipient, channel, kind, status, vendor, vendor_id, reason, text, created_at, sent_at FROM notifications ORDER BY created_at, rung",
    );
    const parked = await rows<{ name: string; created_at: Date; last_error: string | null; status: string }>(
      "SELECT name, created_at, last_error, status FROM outbox WHERE status <> 'done'",
    );
    const posts = await rows<{ key: string; created_at: Date }>(
      "SELECT key, created_at FROM outbox WHERE name = 'team.post' AND status = 'done'",
    );
    const pages = await rows<PageRow>(PAGES);
    const texts = await rows<TextRow>(TEXTS);
    const contracts = await rows<ContractRow>(CONTRACTS);
    const cases = await rows<{ id: string; created_at: Date }>("SELECT id, created_at FROM cases");
    const startedAt = new Map(cases.map(({ id, created_at }) => [id, created_at]));
    const told = messagesOf(notifications, standIns);
    const findings = [
      ...told.findings,
      ...unread(notifications, receipts),
      ...parked.map(({ name, created_at: at, last_error, status }): Finding => {
        const why = `${name}: ${status} (${last_error ?? "not tried"})`;
        return { what: status === "dead" ? "lost" : "waiting", vendor: "app", at, why };
      }),
      ...textFindings(texts, notifications, standIns),
      ...teamFindings(posts, pages, standIns),
      ...deskFindings(said, startedAt, standIns),
      ...contracts.flatMap((row) => contractFindings(row, standIns)),
    ];
    const signing = contracts.map(
      ({ created_at: at, moved_at: moved }): Step => ({
        ...{ vendor: "docusign", at },
        fallbackMs: moved === null ? null : moved.getTime() - at.getTime(),
      }),
    );
    const asked = await rows<{ provider: Vendor; calls: number; answered: number; at: Date }>(
      "SELECT provider, calls, answered, at FROM case_model_usage",
    );
    // A call that gave nothing: the next model's words, or the script's. How long that took is measured by the turn.
    const turns = asked.flatMap(({ provider: vendor, calls, answered, at }) =>
      Array.from({ length: calls }, (_, n): Step => ({ vendor, at, fallbackMs: n < answered ? null : 0 })),
    );
    return { findings, steps: [...told.steps, ...signing, ...turns] };
  } finally {
    await db.close();
  }
}

function messagesOf(rows: readonly NotificationRow[], standIns: StandIns): { findings: Finding[]; steps: Step[] } {
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
function unread(rows: readonly NotificationRow[], receipts: readonly ToldReceipt[]): Finding[] {
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
interface TextRow {
  phone: string;
  status: WhatsAppStatus;
  vendor_id: string | null;
  created_at: Date;
}

const TEXTS = `
  SELECT c.phone, m.status, m.vendor_id, m.created_at FROM whatsapp_messages m
  JOIN whatsapp_contacts c ON c.id = m.contact_id WHERE c.phone IS NOT NULL`;
const ON_ITS_WAY: ReadonlySet<WhatsAppStatus> = new Set(["queued", "sending", "unsure"]);

/** Each text stands at the server under the number that its row has, and nothing stands there that no row knows. */
function textFindings(
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

interface PageRow {
  /** The incident's own key at PagerDuty. */
  subject: string;
  /** What was said of it last. */
  resolved: boolean;
  created_at: Date;
}

const PAGES = `
  SELECT DISTINCT ON (subject) subject, resolved, created_at FROM (
    SELECT coalesce(body->>'subject', 'case:' || (body->'params'->>'case_id')) AS subject,
      body->>'action' = 'resolve' AS resolved, created_at FROM outbox
    WHERE name = 'team.page' AND status = 'done' AND (body->>'kind' = 'case_needs_human' OR body->>'subject' LIKE 'case:%')
  ) page
  WHERE subject IN (
    SELECT 'case:' || (body->'params'->>'case_id') FROM outbox WHERE name = 'team.page' AND body->>'kind' = 'case_needs_human')
  ORDER BY subject, created_at DESC`;

function teamFindings(
  posts: readonly { key: string; created_at: Date }[],
  pages: readonly PageRow[],
  { slack, pagerduty }: StandIns,
): Finding[] {
  const standing = (key: string) => slack.posted.filter(({ metadata }) => metadata?.event_payload.key === key).length;
  return [
    ...posts.flatMap(({ key, created_at: at }): Finding[] => {
      const count = standing(key);
      return count === 1 ? [] : [{ what: count === 0 ? "lost" : "twice", vendor: "slack", at, why: "team.post" }];
    }),
    ...pages.flatMap(({ subject, resolved, created_at: at }): Finding[] => {
      // The same incident again is one there.
      const incident = pagerduty.incidents.get(subject);
      if (incident === undefined) return [{ what: "lost", vendor: "pagerduty", at, why: "team.page" }];
      return incident.open === resolved
        ? [{ what: "lost", vendor: "pagerduty", at, why: "the end of an incident" }]
        : [];
    }),
  ];
}

function deskFindings(said: SaidByCase, startedAt: ReadonlyMap<string, Date>, { chatwoot }: StandIns): Finding[] {
  return [...said].flatMap(([caseId, numbers]): Finding[] => {
    const at = startedAt.get(caseId) ?? new Date(0);
    const thread = chatwoot.threads.filter(({ attributes }) => attributes.vez_case === caseId);
    const shown = thread.flatMap(({ messages }) => messages.map(({ content_attributes: of }) => of[SEQ_ATTRIBUTE]));
    return numbers.flatMap((seq): Finding[] => {
      const count = shown.filter((one) => one === seq).length;
      return count === 1
        ? []
        : [{ what: count === 0 ? "lost" : "twice", vendor: "chatwoot", at, why: `message ${seq}` }];
    });
  });
}

interface ContractRow {
  id: string;
  method: "manual" | "docusign";
  status: string;
  created_at: Date;
  moved_at: Date | null;
}

const CONTRACTS = `
  SELECT k.id, k.method, k.status, k.created_at, a.at AS moved_at FROM contracts k
  LEFT JOIN audit a ON a.subject = k.id AND a.action = 'contract.moved_here'`;

function contractFindings({ id, method, created_at: at }: ContractRow, { docusign }: StandIns): Finding[] {
  const made = docusign.envelopes.filter(({ customField }) => customField.endsWith(`=${id}`));
  const found: Finding[] = [];
  if (made.length > 1) found.push({ what: "twice", vendor: "docusign", at, why: "two envelopes" });
  if (method === "docusign") return found;
  if (made.some(({ status }) => status === "completed"))
    found.push({ what: "twice", vendor: "docusign", at, why: "signed in two places" });
  if (made.some(({ status }) => status === "sent" || status === "delivered"))
    found.push({ what: "waiting", vendor: "docusign", at, why: "an envelope that no longer counts is still open" });
  return found;
}
