// Everything of an application for its own person: what was told, what is missing, the documents, and where it stands.
import type { ServiceContext } from "../context.ts";
import { applicantOf, type Person } from "./applicant.ts";
import { readDraft } from "./draft.ts";
import { JOIN_STEPS, type JoinField, type JoinStep, missingFields } from "./join-fields.ts";
import { listPapers } from "./papers.ts";
import { readStanding } from "./standing.ts";

/** Throws `forbidden` for somebody anonymous, `team_account` (409). */
export async function readApplication(ctx: ServiceContext, actor: Person) {
  const { email, row } = await applicantOf(ctx, actor);
  const [draft, papers, standing] = await Promise.all([
    readDraft(ctx, actor, row),
    listPapers(ctx, actor),
    readStanding(ctx, actor),
  ]);
  const live = standing?.review?.status === "open" || standing?.review?.status === "asked";
  const missing: (JoinField | "card")[] = [
    ...missingFields(draft),
    ...(papers.some(({ kind }) => kind === "card") ? [] : (["card"] as const)),
  ];
  return {
    email,
    /** True while the fields may be filled in: before sending, and after a refusal. */
    open: row === null || (row.status === "pending" && !live),
    draft,
    missing,
    papers,
    standing,
  };
}

export type Application = Awaited<ReturnType<typeof readApplication>>;

/** The first step in which something is missing; "papers" for the card, null where everything is there. */
export function nextStep(missing: readonly (JoinField | "card")[]): JoinStep | "papers" | null {
  const names: JoinStep[] = ["start", "registration", "practice", "terms"];
  const step = names.find((name) => JOIN_STEPS[name].some((field) => missing.some((one) => one === field)));
  return step ?? (missing.length > 0 ? "papers" : null);
}
