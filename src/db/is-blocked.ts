// Two people who are not brought together again, as SQL.
import { type SQL, sql } from "drizzle-orm";

/** Over alias `p` of professionals: he or the case's client wanted no more of the other. */
export function isBlocked(caseId: string): SQL {
  return sql`(p.id IN (SELECT professional_id FROM ${blockedFor(caseId)}))`;
}

/** `professional_id` of everybody who is not asked for this client's cases; to stand after FROM. */
export function blockedFor(caseId: string): SQL {
  return sql`(
    SELECT pair.professional_id FROM blocked_pairs pair JOIN cases k ON k.client_id = pair.client_id WHERE k.id = ${caseId}) blocked`;
}
