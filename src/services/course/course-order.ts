// What is asked of a change of course, and what its caller is told.
import type { CaseEvent, CaseStatus, CloseReason, MoveActor } from "../../domain/case-state.ts";
import type { ChangeKind } from "../../domain/course.ts";
import type { Standing } from "./standing.ts";

export interface CourseOrder {
  caseId: string;
  kind: ChangeKind;
  /** Which move of the table it is, by where the case stands. */
  event: (standing: Standing) => CaseEvent;
  /** Who moves it, and his name in the audit. */
  actor: MoveActor;
  by: string;
  reason: string | null;
  words: string;
  closeReason: CloseReason | null;
  /** Throws where it is not his to do. */
  check: (standing: Standing) => void;
  /** True where an earlier press did it already. */
  isDone: (standing: Standing) => boolean;
}

export interface CourseOutcome {
  id: string;
  status: CaseStatus;
  close_reason: CloseReason | null;
}
