// Doubts about conflicts of interest for the console: the case, the professional, and the two names that look alike.
import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { CONFLICT_REVIEW_STATUSES, cases, conflictReviews, professionals } from "../../db/schema.ts";
import { mayConflict } from "../../domain/matching/conflict.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator, type Operator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

/** Names of one professional that are compared here; a match stops at MOST_PARTIES of candidate-gates.ts. */
const MOST_NAMES = 5000;
/** Readings by one operator within so long are one sitting. */
const SITTING_MINUTES = 10;

export const input = z.object({
  status: z.enum(CONFLICT_REVIEW_STATUSES).default("open"),
  case_id: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
});

const columns = {
  review: conflictReviews,
  caseStatus: cases.status,
  area: cases.area,
  uf: cases.uf,
  adverse: cases.adverseParties,
  name: professionals.name,
  licenceUf: professionals.licenceUf,
  licenceNumber: professionals.licenceNumber,
  parties: sql<string[]>`ARRAY(
    SELECT party_key FROM represented_parties r WHERE r.professional_id = ${professionals.id} ORDER BY party_key LIMIT ${MOST_NAMES})`,
  partyCount: sql<string>`(SELECT count(*) FROM represented_parties r WHERE r.professional_id = ${professionals.id})`,
};

/** Newest first. `alike` are pairs of names, as told by the client and as it is compared; each reading is in the audit. */
export async function listConflictReviews(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  const operator = asOperator(actor);
  const { status, case_id: caseId, limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select(columns)
    .from(conflictReviews)
    .innerJoin(cases, eq(cases.id, conflictReviews.caseId))
    .innerJoin(professionals, eq(professionals.id, conflictReviews.professionalId))
    .where(
      and(
        eq(conflictReviews.status, status),
        caseId === undefined ? undefined : eq(conflictReviews.caseId, caseId),
        afterCursor(conflictReviews.createdAt, conflictReviews.id, cursor),
      ),
    )
    .orderBy(desc(conflictReviews.createdAt), desc(conflictReviews.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ review }) => ({ at: review.createdAt, id: review.id }));
  await auditNames(
    ctx,
    operator,
    page.items.map(({ review }) => review.id),
  );
  return { items: page.items.map(itemOf), next: page.next };
}

export type ConflictReviewItem = Awaited<ReturnType<typeof listConflictReviews>>["items"][number];

type Row = {
  review: typeof conflictReviews.$inferSelect;
  caseStatus: (typeof cases.$inferSelect)["status"];
  area: string | null;
  uf: string | null;
  adverse: string[];
  name: string;
  licenceUf: string;
  licenceNumber: string;
  parties: string[];
  partyCount: string;
};

function itemOf({ review, parties, adverse, ...row }: Row) {
  return {
    id: review.id,
    status: review.status,
    /** `name`: one is alike; `unchecked`: not all could be compared when the case was matched. */
    reason: review.reason,
    created_at: review.createdAt.toISOString(),
    decided_at: review.decidedAt?.toISOString() ?? null,
    case: { id: review.caseId, status: row.caseStatus, area: row.area, uf: row.uf },
    professional: { id: review.professionalId, name: row.name, licence: `OAB/${row.licenceUf} ${row.licenceNumber}` },
    alike: adverse.flatMap((told) =>
      parties.filter((key) => mayConflict([told], [key])).map((represented) => ({ adverse: told, represented })),
    ),
    adverse_parties: adverse,
    /** Names that were compared for `alike`, of so many in all. */
    compared: parties.length,
    represented: Number(row.partyCount),
  };
}

/** One row for each review that was shown, once for a sitting: names of people were on the screen. */
async function auditNames(ctx: ServiceContext, operator: Operator, reviewIds: readonly string[]): Promise<void> {
  if (reviewIds.length === 0) return;
  const now = ctx.now();
  const since = new Date(now.getTime() - SITTING_MINUTES * 60_000).toISOString();
  const rows = reviewIds.map((subject) => ({ id: newId("aud", now.getTime()), subject }));
  await ctx.db.execute(sql`
    INSERT INTO audit (id, actor, action, subject, detail, at)
    SELECT r.id, ${operator.userId}, 'conflict.read', r.subject, '{}'::jsonb, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, subject text)
    WHERE NOT EXISTS (
      SELECT 1 FROM audit a WHERE a.subject = r.subject AND a.actor = ${operator.userId} AND a.action = 'conflict.read'
        AND a.at > ${since}::timestamptz)`);
}
