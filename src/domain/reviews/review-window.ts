// How long a review can still be changed.

const DAY_MS = 86_400_000;
/** Long enough to sleep on it, short enough that the ranking does not move under people's feet. */
export const REVIEW_EDIT_DAYS = 7;

/** The last moment at which a review made at `createdAt` can be changed. */
export function reviewEditableUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + REVIEW_EDIT_DAYS * DAY_MS);
}
