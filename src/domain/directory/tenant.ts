// The house under which a request is served: whose name and rules hold, found by the host that was asked for.
import type { CaseMode } from "../case-mode.ts";
import type { Locale } from "../locale.ts";

/** The house of every host that no other names; also where no row says anything about it. */
export const DEFAULT_TENANT = "default";

export interface Tenant {
  id: string;
  name: string;
  hosts: readonly string[];
  mode: CaseMode;
  locale: Locale;
}

/** Small letters, no port, no dot at the end; null for what is no host name. */
export function hostName(host: string): string | null {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/\.$/, "");
  return name.length <= 253 && HOST.test(name) ? name : null;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** The house of `host`: the one that names it, else the row `default`, else `fallback`. */
export function tenantFor(host: string | null, tenants: readonly Tenant[], fallback: Tenant): Tenant {
  const name = host === null ? null : hostName(host);
  const named = name === null ? undefined : tenants.find(({ hosts }) => hosts.includes(name));
  return named ?? tenants.find(({ id }) => id === DEFAULT_TENANT) ?? fallback;
}
