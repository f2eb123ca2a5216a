// What the team, the help desk and the signing place were to have, and what their vendors have.
import { SEQ_ATTRIBUTE } from "../../src/providers/chatwoot.ts";
import type { Finding } from "./finding.ts";
import type { StandIns } from "./vendors.ts";

/** What each conversation says, by case: numbers of its messages. */
export type SaidByCase = ReadonlyMap<string, readonly number[]>;

export interface PageRow {
  /** The incident's own key at PagerDuty. */
  subject: string;
  /** What was said of it last. */
  resolved: boolean;
  created_at: Date;
}

export const PAGES = `
  SELECT DISTINCT ON (subject) subject, created_at, resolved OR EXISTS (
    SELECT 1 FROM cases WHERE 'case:' || cases.id = subject AND controlled_by = 'human') AS resolved FROM (
    SELECT coalesce(body->>'subject', 'case:' || (body->'params'->>'case_id')) AS subject,
      body->>'action' = 'resolve' AS resolved, created_at FROM outbox
    WHERE name = 'team.page' AND status = 'done' AND (body->>'kind' = 'case_needs_human' OR body->>'subject' LIKE 'case:%')
  ) page
  WHERE subject IN (
    SELECT 'case:' || (body->'params'->>'case_id') FROM outbox WHERE name = 'team.page' AND body->>'kind' = 'case_needs_human')
  ORDER BY subject, created_at DESC`;

export function teamFindings(
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
      // Who took the case before anybody was called spared the call.
      if (incident === undefined && resolved) return [];
      if (incident === undefined) return [{ what: "lost", vendor: "pagerduty", at, why: "team.page" }];
      return incident.open === resolved
        ? [{ what: "lost", vendor: "pagerduty", at, why: "the end of an incident" }]
        : [];
    }),
  ];
}

export function deskFindings(
  said: SaidByCase,
  startedAt: ReadonlyMap<string, Date>,
  { chatwoot }: StandIns,
): Finding[] {
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

export interface ContractRow {
  id: string;
  method: "manual" | "docusign";
  status: string;
  created_at: Date;
  moved_at: Date | null;
}

export const CONTRACTS = `
  SELECT k.id, k.method, k.status, k.created_at, a.at AS moved_at FROM contracts k
  LEFT JOIN audit a ON a.subject = k.id AND a.action = 'contract.moved_here'`;

export function contractFindings({ id, method, created_at: at }: ContractRow, { docusign }: StandIns): Finding[] {
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
