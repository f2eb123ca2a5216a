// The Worker's entry: requests, queues and crons; the only file that exports Durable Objects.
import { newId } from "./base/ids.ts";
import type { Env, QueueMessage } from "./env.ts";
import { app } from "./http/app.ts";
import { jobLedger } from "./job-ledger.ts";
import { bury, consume } from "./queue.ts";
import { runSchedule } from "./schedule.ts";
import { makeContext } from "./wiring.ts";

export { CaseClock } from "../durable-objects/case-clock.ts";
export { Conversation } from "../durable-objects/conversation.ts";
export { JobLedger } from "../durable-objects/job-ledger.ts";

export default {
  fetch: app.fetch,

  async queue(batch, env, execution) {
    const ctx = contextOf(env, execution);
    await (batch.queue.startsWith("vez-dead") ? bury(ctx, batch) : consume(ctx, batch));
  },

  async scheduled(controller, env, execution) {
    await runSchedule(contextOf(env, execution), jobLedger(env), controller.cron);
  },
} satisfies ExportedHandler<Env, QueueMessage>;

function contextOf(env: Env, execution: ExecutionContext) {
  return makeContext(env, { traceId: newId("trc", Date.now()), later: (work) => execution.waitUntil(work) });
}
