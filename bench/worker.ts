// The Worker that the stream is measured on: the production Worker, and an entry that publishes without an outbox.
import type { NewEvent } from "../src/domain/events.ts";
import type { ConversationPort } from "../src/domain/ports.ts";
import type { Env, QueueMessage } from "../src/env.ts";
import worker from "../src/worker.ts";

export * from "../src/worker.ts";

/** One line an event: the conversation's id, a space, the text. Each is a call and a commit of its own. */
const PUBLISH_PATH = "/bench/publish";

let opened: Env | undefined;

export default {
  ...worker,
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    // Two thousand readers from one address are what is measured, not an abuse.
    opened ??= { ...env, RATE_LIMIT: undefined };
    if (new URL(request.url).pathname !== PUBLISH_PATH) return worker.fetch(request, opened, ctx);
    const lines = (await request.text()).split("\n");
    const results = await Promise.all(lines.map((line) => publish(env, line)));
    return new Response(null, { status: results.every((result) => result.ok) ? 204 : 500 });
  },
} satisfies ExportedHandler<Env, QueueMessage>;

function publish(env: Env, line: string) {
  const cut = line.indexOf(" ");
  const event: NewEvent = { type: "offer_update", data: { text: line.slice(cut + 1) }, key: null };
  const conversation = env.CONVERSATION.getByName(line.slice(0, cut)) as unknown as ConversationPort;
  return conversation.publish([event]);
}
