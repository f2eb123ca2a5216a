// The Worker of the embedded default: the production Worker, and what only one's own machine may show.

import { desc } from "drizzle-orm";
import { notifications } from "../src/db/schema.ts";
import type { Env, QueueMessage } from "../src/env.ts";
import { relay } from "../src/services/outbox/relay.ts";
import { endInvocation, makeContext } from "../src/wiring.ts";
import worker from "../src/worker.ts";

export * from "../src/worker.ts";

const OUTBOX_SIZE = 200;
/** What the start fires once: this machine's queues live in memory and are empty, so all that is not done goes out. */
const AT_START = "@start";

/** Where the requests come from when this machine is all that can send any; empty when it is open to a network. */
interface LocalEnv extends Env {
  LOCAL_CLIENT: string;
}

export default {
  ...worker,
  async fetch(request: Request, env: LocalEnv, ctx: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/local/outbox" && request.method === "GET") return Response.json(await readOutbox(env, ctx));
    return worker.fetch(withKnownAddress(request, env.LOCAL_CLIENT), env, ctx);
  },
  async scheduled(controller: ScheduledController, env: Env, ctx: ExecutionContext): Promise<void> {
    if (controller.cron !== AT_START) return worker.scheduled(controller, env, ctx);
    const context = makeContext(env, { traceId: "local", later: (work) => ctx.waitUntil(work) });
    await relay(context, { atStart: true });
    endInvocation(env, context);
  },
} satisfies ExportedHandler<LocalEnv, QueueMessage>;

/**
 * Cloudflare's edge overwrites what a client says of its own address; here nobody does, and it would end up as
 * evidence of a signature. What cannot be known for sure is not claimed: without the header it reads "unknown".
 */
function withKnownAddress(request: Request, client: string): Request {
  if (request.headers.get("cf-connecting-ip") === client) return request;
  const headers = new Headers(request.headers);
  if (client === "") headers.delete("cf-connecting-ip");
  else headers.set("cf-connecting-ip", client);
  return new Request(request, { headers, signal: request.signal });
}

/** What would have been sent to people, newest first: sign-in codes too, which is why production has no such route. */
async function readOutbox(env: Env, ctx: ExecutionContext): Promise<{ items: unknown[] }> {
  const context = makeContext(env, { traceId: "local", later: (work) => ctx.waitUntil(work) });
  const rows = await context.db.select().from(notifications).orderBy(desc(notifications.createdAt)).limit(OUTBOX_SIZE);
  const items = rows.map((row) => ({
    id: row.id,
    to: row.recipient,
    channel: row.channel,
    subject: row.subject,
    text: row.text,
    created_at: row.createdAt.toISOString(),
    available_at: row.availableAt?.toISOString() ?? null,
  }));
  return { items };
}
