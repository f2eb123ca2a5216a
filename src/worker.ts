// The Worker's entry: requests, queues and crons; the only file that exports Durable Objects.
import { newId } from "./base/ids.ts";
import type { Env, QueueMessage } from "./env.ts";
import { app } from "./http/app.ts";
import { jobLedger } from "./job-ledger.ts";
import { bury, consume } from "./queue.ts";
import { runSchedule } from "./schedule.ts";
import type { ServiceContext } from "./services/context.ts";
import { endInvocation, makeContext } from "./wiring.ts";

export { CaseClock } from "../durable-objects/case-clock.ts";
export { Conversation } from "../durable-objects/conversation.ts";
export { JobLedger } from "../durable-objects/job-ledger.ts";
export { MetricsHub } from "../durable-objects/metrics-hub.ts";

export default {
  fetch: app.fetch,

  async queue(batch, env, execution) {
    await invoke(env, execution, (ctx) =>
      batch.queue.startsWith("vez-dead") ? bury(ctx, batch) : consume(ctx, batch),
    );
  },

  async scheduled(controller, env, execution) {
    await invoke(env, execution, (ctx) => runSchedule(ctx, jobLedger(env), controller.cron));
  },
} satisfies ExportedHandler<Env, QueueMessage>;

async function invoke(env: Env, execution: ExecutionContext, work: (ctx: ServiceContext) => Promise<void>) {
  const ctx = makeContext(env, { traceId: newId("trc", Date.now()), later: (late) => execution.waitUntil(late) });
  await work(ctx).finally(() => endInvocation(env, ctx));
}
