// The client asks for another professional, or an operator voids the contract: the search goes on with somebody else.
import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { caseChanges } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { callWhenOften } from "./call-when-often.ts";
import { changeCourse } from "./change-course.ts";
import type { anotherInput } from "./course-input.ts";
import type { CourseOrder, CourseOutcome } from "./course-order.ts";

/**
 * The contract is void, the load goes back, and whoever had the case is not asked again. With `offer_id` the same press twice
 * changes once. Throws `not_found` for anyone but the client, `wrong_state` (409) where nobody has the case.
 */
export async function askForAnother(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof anotherInput>,
): Promise<CourseOutcome> {
  return another(ctx, {
    caseId,
    actor: "client",
    by: actor.userId,
    reason: input.reason ?? null,
    words: input.words,
    offerId: input.offer_id,
    check: ({ row }) => {
      if (row.clientId !== actor.userId) throw notFound("case");
    },
  });
}

/** An operator voids the contract and says why; the case is searched for again. */
export async function voidContract(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
  input: { words: string; offer_id?: string | undefined },
): Promise<CourseOutcome> {
  const by = asOperator(actor).userId;
  const { words, offer_id: offerId } = input;
  return another(ctx, { caseId, actor: "operator", by, reason: null, words, offerId, check: () => undefined });
}

type Asked = Pick<CourseOrder, "caseId" | "actor" | "by" | "reason" | "words" | "check"> & {
  offerId: string | undefined;
};

async function another(ctx: ServiceContext, { offerId, ...order }: Asked): Promise<CourseOutcome> {
  const wasUndone = offerId !== undefined && (await isUndone(ctx, order.caseId, offerId));
  const { changed, outcome } = await changeCourse(ctx, {
    ...order,
    kind: "another",
    event: () => "another_wanted",
    closeReason: null,
    isDone: () => wasUndone,
  });
  if (changed) await callWhenOften(ctx, order.caseId);
  return outcome;
}

async function isUndone(ctx: ServiceContext, caseId: string, offerId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: caseChanges.id })
    .from(caseChanges)
    .where(and(eq(caseChanges.caseId, caseId), eq(caseChanges.offerId, offerId)));
  return rows.length > 0;
}
