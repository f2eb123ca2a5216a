// How long a case waits for a client who does not answer: two gentle reminders, then closing with a way back.
export const SILENCE_DAYS = { firstReminder: 7, secondReminder: 14, close: 30 } as const;

const DAY_MS = 86_400_000;
/** However late the house itself is, a reminder comes first and is left so long to be read. */
const BETWEEN_MS = 7 * DAY_MS;

/** What to do now about a client who was last there at `since`. `reset`: he was there after the last reminder. */
export function silenceStep(given: {
  since: Date;
  reminders: number;
  remindedAt: Date | null;
  now: Date;
}): "wait" | "reset" | "remind" | "close" {
  const { since, reminders, remindedAt, now } = given;
  const days = (now.getTime() - since.getTime()) / DAY_MS;
  if (reminders > 0 && remindedAt !== null && remindedAt < since) return "reset";
  if (remindedAt !== null && now.getTime() - remindedAt.getTime() < BETWEEN_MS) return "wait";
  if (reminders >= 2) return days >= SILENCE_DAYS.close ? "close" : "wait";
  const due = reminders === 0 ? SILENCE_DAYS.firstReminder : SILENCE_DAYS.secondReminder;
  return days >= due ? "remind" : "wait";
}
