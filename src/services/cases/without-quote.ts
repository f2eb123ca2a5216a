// A deadline for everyone but the client: without the client's own words behind it.
import type { Deadline } from "../../domain/triage/types.ts";

export type ShownDeadline = Pick<Deadline, "kind" | "date" | "label" | "source" | "passed">;

export function withoutQuote({ kind, date, label, source, passed }: Deadline): ShownDeadline {
  return { kind, date, label, source, passed };
}
