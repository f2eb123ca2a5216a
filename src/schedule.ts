// Cron -> verb; every run is kept in the job ledger, and a job that is still running is not started twice.
import type { JobName } from "./domain/metrics/table.ts";
import type { JobLedgerPort } from "./domain/ports.ts";
import type { ServiceContext } from "./services/context.ts";
import { pollEnvelopes } from "./services/contracts/poll-envelopes.ts";
import { sweepSilence } from "./services/course/sweep-silence.ts";
import { sweepUnsigned } from "./services/course/sweep-unsigned.ts";
import { refreshEquity } from "./services/equity/refresh-equity.ts";
import { refreshResponseTimes } from "./services/equity/refresh-response-times.ts";
import { rollEquity } from "./services/equity/roll-equity.ts";
import { sweepFiles } from "./services/files/sweep-files.ts";
import { sweepIdempotency } from "./services/idempotency/sweep-idempotency.ts";
import { sweepVendorEvents } from "./services/inbound/sweep-vendor-events.ts";
import { forgetCodes } from "./services/notify/forget-codes.ts";
import { sweepNotifications } from "./services/notify/sweep-notifications.ts";
import { restartSearches } from "./services/offers/restart-searches.ts";
import { sweepOffers } from "./services/offers/sweep-offers.ts";
import { relay } from "./services/outbox/relay.ts";
import { sweepOutbox } from "./services/outbox/sweep-outbox.ts";
import { endOpenOffers } from "./services/verification/end-open-offers.ts";
import { sweepPapers } from "./services/verification/papers.ts";
import { liftDueSuspensions } from "./services/verification/suspend.ts";
import { emitWebhooks } from "./services/webhooks/emit-webhooks.ts";
import { sweepWebhooks } from "./services/webhooks/sweep-webhooks.ts";

/** The crons of wrangler.toml; UTC, so 05:00 is 02:00 in Sao Paulo. */
export const CRONS = { everyMinute: "* * * * *", nightly: "0 5 * * *" } as const;

const MINUTE_MS = 60_000;

interface Job {
  name: JobName;
  /** The platform ends a minutely run after 30 s of CPU and a daily one after 15 min; a lock outlives neither by much. */
  deadAfterMs: number;
  /** A long one tells how far it is. */
  run: (ctx: ServiceContext, tell: (done: number, total: number) => Promise<void>) => Promise<unknown>;
}

const JOBS: Record<string, readonly Job[]> = {
  [CRONS.everyMinute]: [
    { name: "relay", deadAfterMs: 2 * MINUTE_MS, run: (ctx) => relay(ctx, { atStart: false }) },
    { name: "restart-searches", deadAfterMs: 2 * MINUTE_MS, run: restartSearches },
    { name: "sweep-offers", deadAfterMs: 2 * MINUTE_MS, run: sweepOffers },
    { name: "sweep-unsigned", deadAfterMs: 2 * MINUTE_MS, run: sweepUnsigned },
    { name: "docusign-poll", deadAfterMs: 2 * MINUTE_MS, run: pollEnvelopes },
    { name: "equity-window", deadAfterMs: 2 * MINUTE_MS, run: rollEquity },
    { name: "lift-suspensions", deadAfterMs: 2 * MINUTE_MS, run: suspensions },
    { name: "emit-webhooks", deadAfterMs: 2 * MINUTE_MS, run: emitWebhooks },
    { name: "forget-codes", deadAfterMs: 2 * MINUTE_MS, run: forgetCodes },
    { name: "sweep-notifications", deadAfterMs: 2 * MINUTE_MS, run: sweepNotifications },
  ],
  [CRONS.nightly]: [
    { name: "equity", deadAfterMs: 20 * MINUTE_MS, run: refreshEquity },
    { name: "sweep-papers", deadAfterMs: 20 * MINUTE_MS, run: sweepPapers },
    { name: "response-times", deadAfterMs: 20 * MINUTE_MS, run: refreshResponseTimes },
    { name: "sweep-silence", deadAfterMs: 20 * MINUTE_MS, run: sweepSilence },
    { name: "sweep-idempotency", deadAfterMs: 20 * MINUTE_MS, run: sweepIdempotency },
    { name: "sweep-webhooks", deadAfterMs: 20 * MINUTE_MS, run: sweepWebhooks },
    { name: "sweep-vendor-events", deadAfterMs: 20 * MINUTE_MS, run: sweepVendorEvents },
    { name: "sweep-outbox", deadAfterMs: 20 * MINUTE_MS, run: sweepOutbox },
    { name: "sweep-files", deadAfterMs: 20 * MINUTE_MS, run: sweepFiles },
  ],
};

/** Those whose day has come end; those that hold up a case hold it up no longer. */
async function suspensions(ctx: ServiceContext) {
  return { ...(await liftDueSuspensions(ctx)), ...(await endOpenOffers(ctx)) };
}

/** Runs the jobs of `cron` one after another; one that fails is kept as failed and does not stop the next. */
export async function runSchedule(ctx: ServiceContext, ledger: JobLedgerPort, cron: string): Promise<void> {
  for (const job of JOBS[cron] ?? []) await runJob(ctx, ledger, job);
}

async function runJob(ctx: ServiceContext, ledger: JobLedgerPort, job: Job): Promise<void> {
  if (!(await begins(ctx, ledger, job))) {
    ctx.metrics.count("job_executions_total", { job: job.name, outcome: "skipped" });
    return;
  }
  const tell = async (done: number, total: number) => {
    try {
      await ledger.progress(job.name, done, total);
    } catch (error) {
      ctx.log.warn("job_ledger_failed", { job: job.name, error });
    }
  };
  const [outcome, detail] = await job.run(ctx, tell).then(
    (figures) => ["succeeded", JSON.stringify(figures) ?? ""] as const,
    (error: unknown) => {
      ctx.log.error("job_failed", { job: job.name, error });
      return ["failed", error instanceof Error ? error.name : "unknown"] as const;
    },
  );
  ctx.metrics.count("job_executions_total", { job: job.name, outcome });
  try {
    await ledger.end(job.name, ctx.now().getTime(), outcome, detail);
  } catch (error) {
    ctx.log.error("job_ledger_failed", { job: job.name, error });
  }
}

/** A ledger that is away stops no job: each is safe to run twice. */
async function begins(ctx: ServiceContext, ledger: JobLedgerPort, job: Job): Promise<boolean> {
  try {
    return await ledger.begin(job.name, ctx.now().getTime(), job.deadAfterMs);
  } catch (error) {
    ctx.log.error("job_ledger_failed", { job: job.name, error });
    return true;
  }
}
