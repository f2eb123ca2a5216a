// A register of lawyers and doctors behind one small HTTP question; whoever runs Vez puts a gateway of their own there.
import * as z from "zod";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { Registry } from "../domain/registration/registry.ts";
import type { Circuits } from "./circuit.ts";
import { openHttpVendor } from "./http.ts";

export interface RegistryConfig {
  /** Without the path; https, or http on this machine. */
  baseUrl: string;
  apiKey: string | null;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

/** `situation` in the register's own words: only these two matter here, and what is neither is no answer. */
const answer = z.discriminatedUnion("found", [
  z.object({ found: z.literal(false) }),
  z.object({ found: z.literal(true), name: z.string().min(1).max(200), situation: z.enum(["regular", "suspended"]) }),
]);

/**
 * `POST lookup {register, uf, number}` answers `{found: false}` or `{found: true, name, situation}`: by POST, so that no number
 * stands in a log of addresses. Throws an Error, at the start, for a base address that may not be called.
 */
export function httpRegistry(config: RegistryConfig): Registry {
  const vendor = openHttpVendor({
    service: "registry",
    baseUrl: config.baseUrl,
    headers: config.apiKey === null ? {} : { authorization: `Bearer ${config.apiKey}` },
    timeoutMs: config.timeoutMs,
    circuits: config.circuits,
    metrics: config.metrics,
    mostBytes: 100_000,
  });
  return {
    look: ({ register, uf, number }) =>
      vendor.send({ method: "POST", path: "lookup", body: { register, uf, number }, idempotent: true }, (sent) => {
        const entry = answer.parse(sent);
        return entry.found ? { name: entry.name, situation: entry.situation } : null;
      }),
  };
}
