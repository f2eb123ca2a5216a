// What Hono carries through one request.

import type { Locale } from "../domain/locale.ts";
import type { Env } from "../env.ts";
import type { Actor, ServiceContext } from "../services/context.ts";

export type Person = Extract<Actor, { kind: "person" }>;

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    services: ServiceContext;
    /** Null without a session. */
    person: Person | null;
    locale: Locale;
    /** For the scripts and styles of this one answer. */
    nonce: string;
  };
}
