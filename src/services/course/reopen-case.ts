// A case that was called off or fell silent comes back: to the search where it had been triaged, to the talk otherwise.
import { conflict, notFound } from "../../base/errors.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { completeTriage } from "../intake/complete-triage.ts";
import { recordConversation } from "../intake/record-conversation.ts";
import { asOperator } from "../operations/as-operator.ts";
import { unwrap } from "../rpc.ts";
import { changeCourse } from "./change-course.ts";
import type { CourseOrder, CourseOutcome } from "./course-order.ts";
import { readStanding, type Standing } from "./standing.ts";

/**
 * Reopened twice is reopened once. Throws `not_found` for anyone but the client, `may_come_back` (409) for work that was done
 * or a contract that both had signed.
 */
export async function reopenCase(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<CourseOutcome> {
  return reopen(ctx, {
    caseId,
    actor: "client",
    by: actor.userId,
    words: "",
    check: ({ row }) => {
      if (row.clientId !== actor.userId) throw notFound("case");
    },
  });
}

/** The same by an operator; refused with `person_stopped` (409) where the client's last word was stop. */
export async function reopenAsOperator(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
  input: { words: string },
): Promise<CourseOutcome> {
  const by = asOperator(actor).userId;
  const { words } = input;
  return reopen(ctx, { caseId, actor: "operator", by, words, check: (standing) => refuseStopped(standing) });
}

function refuseStopped({ row }: Standing): void {
  if (row.stoppedAt === null) return;
  throw conflict("person_stopped", "The client asked Vez to stop. Only the client can take this case up again.");
}

async function reopen(
  ctx: ServiceContext,
  order: Pick<CourseOrder, "caseId" | "actor" | "by" | "words" | "check">,
): Promise<CourseOutcome> {
  const { outcome } = await changeCourse(ctx, {
    ...order,
    kind: "reopened",
    event: ({ row }) =>
      row.triagedAt !== null && row.area !== null && row.area !== "nenhuma" ? "case_reopened" : "talk_reopened",
    reason: null,
    closeReason: null,
    isDone: ({ row }) => row.status !== "closed" && row.status !== "forgotten",
  });
  return outcome.status === "triage" ? catchUp(ctx, order.caseId, outcome) : outcome;
}

/**
 * The questions may have been answered while the case was closed: then the talk has an outcome that was not kept. Or it waits for
 * a person, and the agent is silent: then the operators are called anew.
 */
async function catchUp(ctx: ServiceContext, caseId: string, outcome: CourseOutcome): Promise<CourseOutcome> {
  const { row } = await readStanding(ctx, caseId);
  const snapshot = await ctx.conversation(row.conversationId).snapshot({ limit: 1 });
  if (!snapshot.ok && snapshot.code === "not_open") return outcome;
  const { status, understanding, controlledBy, lastSeq: seq } = unwrap(snapshot);
  if (status === "handed_off") {
    await recordConversation(ctx, { caseId, status, controlledBy, understanding, reason: "reopened", seq });
    return { ...outcome, status: (await readStanding(ctx, caseId)).row.status };
  }
  if (status !== "completed" || understanding.area === "nenhuma") return outcome;
  await completeTriage(ctx, { caseId, understanding });
  const after = await readStanding(ctx, caseId);
  return { ...outcome, status: after.row.status };
}
