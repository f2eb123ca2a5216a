// The job ledger's object behind its port.
import { proxyDurable } from "itty-durable";
import type { JobLedgerPort } from "./domain/ports.ts";
import type { Env } from "./env.ts";

/** One object for the whole house: jobs are few. */
export function jobLedger(env: Env): JobLedgerPort {
  return proxyDurable(env.JOB_LEDGER, { name: "JOB_LEDGER", parse: true }).get("jobs") as JobLedgerPort;
}
