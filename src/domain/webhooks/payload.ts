// The body of a webhook: what happened, when, and the ids to read it by; nothing about a person.
import type { WebhookSubject } from "./event-types.ts";

export interface WebhookNews {
  type: string;
  at: Date;
  subject: WebhookSubject;
  subjectId: string;
  caseId: string;
  status: string;
  statusBefore: string | null;
}

/** The exact text that is signed and sent. */
export function webhookBody(news: WebhookNews): string {
  const { type, at, subject, subjectId, caseId, status, statusBefore } = news;
  return JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: {
      case_id: caseId,
      ...(subject === "case" ? {} : { [`${subject}_id`]: subjectId }),
      status,
      previous_status: statusBefore,
    },
  });
}

export function testBody(type: string, endpointId: string, at: Date): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data: { webhook_id: endpointId } });
}
