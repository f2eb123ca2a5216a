// What the Worker is told on one machine: where its database is, its own address, and what the shell overrides.

import { configSchema } from "../src/env.ts";
import { DEMO_OPERATOR } from "./demo/load.ts";
import { readerLimit } from "./reader-limit.ts";

/** Values from the environment win for every name that the configuration knows. */
export function workerVars(input: {
  host: string;
  port: number;
  database: { url: string; endpoint: string };
  secret: string;
  /** Whether the fictitious people and their operator are there; they are unless told. */
  withDemo?: boolean;
}): Record<string, string> {
  // A wildcard address is where to listen, not where to go.
  const name = input.host === "0.0.0.0" || input.host === "::" ? "127.0.0.1" : input.host;
  const vars: Record<string, string> = {
    DATABASE_URL: input.database.url,
    DATABASE_HTTP_ENDPOINT: input.database.endpoint,
    PUBLIC_ORIGIN: `http://${name.includes(":") ? `[${name}]` : name}:${input.port}`,
    BETTER_AUTH_SECRET: input.secret,
    OPERATOR_EMAILS: input.withDemo !== false ? DEMO_OPERATOR : "",
    LOCAL_CLIENT: isLoopback(input.host) ? "127.0.0.1" : "",
    // Whoever tries the product out signs in as the same few people all day.
    SIGN_IN_CODES_PER_HOUR: "1000",
    // Miniflare tells of a reader who has left only at the next heartbeat: quick leafing holds a few streams too long.
    MAX_STREAMS_PER_PERSON: "50",
  };
  // Whoever reaches this machine alone may have his receiver on it.
  if (isLoopback(input.host)) vars.WEBHOOK_TARGETS = "any";
  for (const key of Object.keys(configSchema.shape)) {
    const value = process.env[key];
    if (value !== undefined) vars[key] = value;
  }
  // What is not a number stays as it is: the Worker refuses it by its name.
  const readers = configSchema.shape.MAX_STREAMS.safeParse(vars.MAX_STREAMS);
  if (readers.success) vars.MAX_STREAMS = String(readerLimit(readers.data));
  return vars;
}

/** Who listens on nothing else is reached from this machine alone. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
