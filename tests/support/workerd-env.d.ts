// Gives `env` of "cloudflare:workers" its real type in tests that run inside workerd.
import type { Env as WorkerEnv } from "../../src/env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {}
  }
}
