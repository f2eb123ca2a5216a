// The state after an event as SQL, for statements that do not know the mode of the case that they move.
import { type SQL, sql } from "drizzle-orm";
import { type CaseEvent, type CaseStatus, stateAfter, statesBefore } from "../domain/case-state.ts";

/** To be used where a row of `cases` is updated or read: its own `mode` decides. */
export function stateAfterSql(event: CaseEvent): SQL<CaseStatus> {
  const directory = stateAfter(event, "directory");
  const matching = stateAfter(event, "matching");
  if (directory === matching) return sql`${matching}::text`;
  return sql`CASE WHEN cases.mode = 'directory' THEN ${directory}::text ELSE ${matching}::text END`;
}

/** `status = ANY(...)` of the states from which `event` may happen; `status` is the column. */
export function isBefore(event: CaseEvent, status: SQL = sql`cases.status`): SQL {
  return sql`${status} = ANY(${`{${statesBefore(event).join(",")}}`}::text[])`;
}
