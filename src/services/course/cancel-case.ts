// The client calls the case off, at any time, or an operator does with a reason.
import type * as z from "zod";
import { notFound } from "../../base/errors.ts";
import type { CaseEvent } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { changeCourse } from "./change-course.ts";
import type { cancelInput } from "./course-input.ts";
import type { CourseOutcome } from "./course-order.ts";
import type { Standing } from "./standing.ts";

type Person = Extract<Actor, { kind: "person" }>;

const isDone = ({ row }: Standing) => row.status === "closed" && row.closeReason === "cancelled";

/**
 * Open offers are taken back; a contract that both have not signed is void, a signed one ends. Cancelled twice is cancelled
 * once. Throws `not_found` for anyone but the client, `wrong_state` (409) for a case that is over already.
 */
export async function cancelCase(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  input: z.infer<typeof cancelInput>,
): Promise<CourseOutcome> {
  const { outcome } = await changeCourse(ctx, {
    ...CANCELLED,
    caseId,
    actor: "client",
    by: actor.userId,
    reason: input.reason ?? null,
    words: input.words,
    check: ({ row }) => {
      if (row.clientId !== actor.userId) throw notFound("case");
    },
    isDone,
  });
  return outcome;
}

/** The same by an operator, who says why. */
export async function cancelAsOperator(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
  input: { words: string },
): Promise<CourseOutcome> {
  const { userId } = asOperator(actor);
  const { outcome } = await changeCourse(ctx, {
    ...CANCELLED,
    caseId,
    actor: "operator",
    by: userId,
    reason: null,
    words: input.words,
    check: () => undefined,
    isDone,
  });
  return outcome;
}

const CANCELLED = {
  kind: "cancelled",
  event: (): CaseEvent => "case_cancelled",
  closeReason: "cancelled",
} as const;
