// Fires the crons of wrangler.toml at their times (UTC, as the platform does); Miniflare itself fires none.

import { Cron } from "croner";

/** Calls `fire(expression)` at each time of each expression until the returned function is called. */
export function startCrons(
  expressions: readonly string[],
  fire: (expression: string, at: Date) => Promise<void>,
  onError: (expression: string, cause: unknown) => void,
): () => void {
  const jobs = expressions.map(
    (expression) =>
      new Cron(expression, { timezone: "UTC", protect: true, unref: true }, async (job: Cron) => {
        try {
          await fire(expression, job.currentRun() ?? new Date());
        } catch (cause) {
          onError(expression, cause);
        }
      }),
  );
  return () => {
    for (const job of jobs) job.stop();
  };
}
