// What Hono carries through one request.

import type { Locale } from "../domain/locale.ts";
import type { Env } from "../env.ts";
import type { Actor, ServiceContext } from "../services/context.ts";
import type { AdmittedKey } from "../services/keys/admit-key.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** An operator who proved his address, not yet his second factor. */
export interface HalfIn {
  userId: string;
  locale: Locale;
  sessionId: string;
  /** `pass`: the app is asked for a code; `enrol`: there is no app yet, and this deployment wants one. */
  owes: "pass" | "enrol";
}

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    services: ServiceContext;
    /** Null without a session. */
    person: Person | null;
    /** An operator who still owes his second factor; `person` is null then. */
    halfIn: HalfIn | null;
    /** Of the session behind either; null where something else stands for it. */
    sessionId: string | null;
    /** The API key that the request came with. */
    apiKey?: AdmittedKey;
    locale: Locale;
    /** For the scripts and styles of this one answer. */
    nonce: string;
  };
}
