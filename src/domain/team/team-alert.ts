// What the team is called for, and for what somebody is woken: one rule for every occasion on which operators are written to.
import type { NotificationKind } from "../notifications/kinds.ts";
import type { Params } from "../notifications/template-shape.ts";
import { keyedVendor } from "../vendors/keys.ts";
import type { PageSeverity } from "./team-ports.ts";

export interface TeamAlert {
  /** What it is about, for good: the incident of it is opened and resolved under this name. */
  subject: string;
  /** Null: it is read by day; nobody is woken. */
  wakes: PageSeverity | null;
  /** The case whose conversation waits for somebody; null: none does. */
  takes: string | null;
}

/** The messages that carry alerts: one that is dead is no reason for another. */
const CARRIERS: ReadonlySet<string> = new Set(["team.post", "team.page"]);

/** Somebody may be hurt, or loses his freedom within hours (a custody hearing is held within 24 hours: CPP, art. 310). */
const SEVERITY_OF_REASON: Readonly<Record<string, PageSeverity>> = {
  self_harm: "critical",
  in_danger: "critical",
  detention: "error",
};

/** Null: it stays in the console and the operators' mail, like news of the team itself. */
export function teamAlert(kind: NotificationKind, params: Params): TeamAlert | null {
  switch (kind) {
    case "case_needs_human": {
      const { case_id: caseId = "", reason = "" } = params;
      return { subject: caseSubject(caseId), wakes: SEVERITY_OF_REASON[reason] ?? null, takes: caseId || null };
    }
    case "message_dead":
      if (CARRIERS.has(params.message ?? "")) return null;
      return { subject: deadSubject(params.outbox_id ?? ""), wakes: "error", takes: null };
    case "vendor_key_refused": {
      const { vendor = "" } = params;
      return { subject: keySubject(vendor), wakes: keyedVendor(vendor)?.wakes ? "error" : null, takes: null };
    }
    case "case_unmatched":
      return { subject: `unmatched:${params.case_id ?? ""}`, wakes: null, takes: null };
    case "operators_changed":
    case "second_factor_changed":
    case "sign_in_code":
    case "invite":
      return null;
    default:
      return { subject: kind, wakes: null, takes: null };
  }
}

/** Resolved when a person holds the conversation. */
export function caseSubject(caseId: string): string {
  return `case:${caseId}`;
}

/** Resolved when the vendor takes our key again. */
export function keySubject(vendor: string): string {
  return `vendor_key:${vendor}`;
}

/** Resolved when the message is sent again or let go. */
export function deadSubject(outboxId: string): string {
  return `dead:${outboxId}`;
}
