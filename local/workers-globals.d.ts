// The platform's types that src/ takes from the global scope, for programs that Node runs: Node's own globals stay Node's.
import type * as platform from "@cloudflare/workers-types";

declare global {
  type DurableObjectNamespace<T extends platform.Rpc.DurableObjectBranded | undefined = undefined> =
    platform.DurableObjectNamespace<T>;
  type Fetcher = platform.Fetcher;
  type Message<T = unknown> = platform.Message<T>;
  type MessageBatch<T = unknown> = platform.MessageBatch<T>;
  type Queue<T = unknown> = platform.Queue<T>;
  type RateLimit = platform.RateLimit;
  type BodyInit = NonNullable<RequestInit["body"]>;
  namespace Rpc {
    type DurableObjectBranded = platform.Rpc.DurableObjectBranded;
  }
}
