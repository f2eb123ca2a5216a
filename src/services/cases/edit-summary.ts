// The client puts the summary into own words; what professionals read of it is without names and numbers.
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, type VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases } from "../../db/schema.ts";
import { namesIn, redact } from "../../domain/triage/redact.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { plainText } from "../plain-text.ts";

export const MAX_SUMMARY_CHARACTERS = 3_000;

export const summaryInput = z.object({
  text: plainText({ error: "Write the summary as text." })
    .trim()
    .min(1, "Write something, or leave the summary as it is.")
    .max(MAX_SUMMARY_CHARACTERS, `A summary has at most ${MAX_SUMMARY_CHARACTERS} characters.`),
  /** The version that was on the page when it was written. */
  version: z.coerce.number().int().min(0),
});

/** While nobody has taken the case; afterwards the professional works by what is there. */
export const EDITABLE = ["matching", "choosing", "offering", "unmatched"] as const;

/**
 * Throws `summary_changed` (409) where another page changed it since, with nothing lost: the text in the request is the reader's;
 * `summary_fixed` (409) before the triage is complete and once somebody took the case.
 */
export async function editSummary(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof summaryInput>,
): Promise<{ summary: string; version: number }> {
  const row = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  if (row.ownSummary === input.text) return { summary: row.ownSummary, version: row.summaryVersion };
  if (!EDITABLE.some((status) => status === row.status)) throw fixed(row.status);
  const now = ctx.now();
  const version = input.version + 1;
  const wrote = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND summary_version = ${version} AND updated_at = ${now.toISOString()}::timestamptz)`;
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({
        ownSummary: input.text,
        summary: redact(input.text, [...namesIn(input.text), ...row.adverseParties]),
        summaryVersion: version,
        clientSeenAt: now,
        silenceReminders: 0,
        updatedAt: now,
      })
      .where(and(eq(cases.id, caseId), eq(cases.summaryVersion, input.version), inArray(cases.status, [...EDITABLE])))
      .returning({ id: cases.id }),
    insertIf(ctx.db, audit, auditRow(actor.userId, "case.edit_summary", caseId, now), wrote),
  ]);
  if (changed.length > 0) return { summary: input.text, version };
  const current = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  if (!EDITABLE.some((status) => status === current.status)) throw fixed(current.status);
  throw conflict("summary_changed", "The summary was changed on another page meanwhile. Look at both and save again.");
}

function fixed(status: string): VezError {
  const detail =
    status === "triage" || status === "handed_off"
      ? "The summary can be changed once the questions are answered."
      : "A professional works with this summary now. Write a message to add to it.";
  return conflict("summary_fixed", detail);
}
