// What a turn is worked out from: one professional's rolling 30 days in one area, and the area's totals.

/** The window of every count, in days: events roll out one by one, so no midnight and no month's end moves anybody. */
export const WINDOW_DAYS = 30;

/** One professional in the area of the case, over (now - 30 days, now]. */
export interface TurnFacts {
  /** Cases of this area accepted in the window. Declined and expired offers are not load. */
  accepted: number;
  /** Virtual cases for absences in the window (leave, and the days before joining); see credit.ts. */
  credit: number;
  /** The share of monthly capacity that this area gets; see share.ts. */
  weight: number;
  /** Offers of this area in the window, whatever became of them; absent counts as none. */
  offered?: number;
  /** Offers of this area that are still open; absent: all that are open. */
  open?: number;
  /**
   * Days back to the latest of: the last case of this area accepted before the window, the end of the last absence, joining.
   * 30 where that is less, or absent; 60 at most.
   */
  reachDays?: number;
}

/** Everybody whose turns are taken in one area, whether or not they are candidates of this case. */
export interface AreaPool {
  area: string;
  /** Accepted in the window. */
  cases: number;
  /** Sum of the credits. */
  credits: number;
  /** Sum of the weights. */
  weight: number;
  professionals: number;
}

export interface Fairness {
  /** 0: the score alone decides; 1: the turn alone, among those who fit. */
  strength: number;
  /** 0..1 of the best score: whoever is below it never comes before somebody above it. */
  floor: number;
}
