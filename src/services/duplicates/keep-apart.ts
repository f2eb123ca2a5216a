// The client says that a case is not the earlier one: both go on, and nobody asks again.
import { eq, sql } from "drizzle-orm";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { caseLikenesses } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";

/** Twice is once. Throws `not_found` for anyone but the client and where nothing was asked, `already_joined` (409). */
export async function keepApart(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<{ case_id: string; answer: "different" }> {
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  const now = ctx.now();
  const at = now.toISOString();
  const [, [row]] = await ctx.db.batch([
    ctx.db.execute(sql`
      WITH answered AS (
        UPDATE case_likenesses SET answer = 'different', answered_at = ${at}::timestamptz
        WHERE case_id = ${caseId} AND answer IS NULL
        RETURNING case_id
      )
      INSERT INTO audit (id, actor, action, subject, detail, at)
      SELECT ${auditRow(actor.userId, "", "", now).id}, ${actor.userId}, 'case.kept_apart', case_id, '{}'::jsonb, ${at}::timestamptz
      FROM answered`),
    ctx.db.select().from(caseLikenesses).where(eq(caseLikenesses.caseId, caseId)),
  ]);
  if (row === undefined) throw notFound("question about this case");
  if (row.answer === "same") throw conflict("already_joined", "This case goes on in the earlier one already.");
  return { case_id: caseId, answer: "different" };
}
