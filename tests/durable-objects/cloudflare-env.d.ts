// The bindings of src/env.ts, under the name that `cloudflare:workers` gives them.
declare namespace Cloudflare {
  interface Env extends Omit<import("../../src/env.ts").Env, "CONVERSATION"> {
    CONVERSATION: DurableObjectNamespace<import("../../durable-objects/conversation.ts").Conversation>;
  }
}
