// A verb's context with nothing but a database: no vendor is configured, and what only a Worker has is told as missing.
import { makeLog } from "../../src/base/log.ts";
import type { Database } from "../../src/db/client.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { makeSealer } from "../../src/providers/sealer.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { MemoryFiles } from "./memory-files.ts";
import { SETTINGS } from "./settings.ts";

/** `own`: what a test or a bench has in their place. A missing part throws an Error that names it. */
export function bareContext(db: Database, own: Partial<ServiceContext> & Pick<ServiceContext, "now">): ServiceContext {
  const missing = (what: string) => () => {
    throw new Error(`${what} is no part of this`);
  };
  return {
    db,
    log: makeLog("ERROR", console.error),
    metrics: new MetricsBuffer(),
    traceId: "trc_test",
    publicOrigin: "http://vez.test",
    settings: SETTINGS,
    inbound: {},
    embedders: [],
    speech: [],
    senders: {},
    desk: null,
    team: { channel: null, pager: null, locale: "pt-BR" },
    eSign: null,
    registry: null,
    whatsapp: null,
    files: new MemoryFiles(),
    sealer: makeSealer("only-for-tests-0123456789abcdef0123456789abcdef"),
    webhooks: { send: missing("a receiver of webhooks") },
    cache: { remember: (_key, _ttl, load) => load(), forget: async () => undefined },
    conversation: missing("a conversation"),
    caseClock: missing("a case's clock"),
    enqueue: missing("a queue"),
    later: missing("later work"),
    ...own,
  };
}
