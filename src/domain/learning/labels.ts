// What became of an offer, as a grade to learn from; what nobody answered says nothing, and is left out.
import type { DeclineReason } from "../decline-reasons.ts";

/** Best first; LambdaMART gains 2^grade - 1 of each. */
export const GRADES = {
  /** Closed, and the client rated it 4 or 5. */
  wellDone: 4,
  /** Both have signed; closed without a review, or with a middling one, is no more than that. */
  signed: 3,
  /** Taken; also when no agreement came of it, or the client rated it 1 or 2. */
  accepted: 2,
  /** Seen and declined, for a reason that lies with the moment: no time, the fee, another one, none. */
  declined: 1,
  /** Declined because the case was not for them at all: not their field, too far away. */
  misplaced: 0,
} as const;

export type OfferOutcome = "pending" | "seen" | "accepted" | "declined" | "expired" | "withdrawn";

/** What is known of one offer at the end of the training window. */
export interface OfferEnd {
  status: OfferOutcome;
  declineReason: string | null;
  /** Of the contract that came of it, if one did. */
  contract: "draft" | "sent" | "signed" | "closed" | "voided" | null;
  /** 1..5 */
  rating: number | null;
}

const GOOD_RATING = 4;
const POOR_RATING = 2;

/** Words for "this case is not one of mine"; anything else may be right another day. */
const MISPLACED: ReadonlySet<string> = new Set<DeclineReason>(["not_my_field", "too_far"]);
/** Whom they represent has its own gate, and says nothing of how well they fit. */
const CONFLICT: DeclineReason = "conflict";

/**
 * The grade, or null for an offer that is censored: pending, seen but unanswered, expired (unseen, it was never judged;
 * seen, it was out-waited), withdrawn because somebody else took the case, or declined for a conflict. None of these is a "no".
 */
export function gradeOf({ status, declineReason, contract, rating }: OfferEnd): number | null {
  if (status === "declined") {
    if (declineReason === CONFLICT) return null;
    return declineReason !== null && MISPLACED.has(declineReason) ? GRADES.misplaced : GRADES.declined;
  }
  if (status !== "accepted") return null;
  if (contract === "closed" && rating !== null && rating <= POOR_RATING) return GRADES.accepted;
  if (contract === "closed" && rating !== null && rating >= GOOD_RATING) return GRADES.wellDone;
  return contract === "signed" || contract === "closed" ? GRADES.signed : GRADES.accepted;
}

/** A case teaches when two of its grades differ: a ranker learns from pairs within one case, never across cases. */
export function teaches(grades: readonly number[]): boolean {
  return grades.some((grade) => grade !== grades[0]);
}
