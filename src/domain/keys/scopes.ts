// What a key may do: one table from groups of routes to scopes; what is not in it is not for keys.

export const SCOPES = [
  "cases:read",
  "cases:write",
  "offers:read",
  "contracts:read",
  "contracts:write",
  "webhooks:manage",
  "operator:read",
] as const;
export type Scope = (typeof SCOPES)[number];

/** Said out loud, so that a route without a scope is a decision and not an oversight. */
export const NOT_FOR_KEYS = "not_for_keys";
type Rule = Scope | typeof NOT_FOR_KEYS;

interface RouteGroup {
  /** A route's pattern, or the beginning of several up to a slash. */
  under: string;
  /** GET. */
  read: Rule;
  /** Every other method. */
  write: Rule;
}

const keepOut = (under: string): RouteGroup => ({ under, read: NOT_FOR_KEYS, write: NOT_FOR_KEYS });

/** The longest `under` that a route begins with counts. */
export const ROUTE_GROUPS: readonly RouteGroup[] = [
  { under: "/api/v2/triage", read: "cases:read", write: "cases:write" },
  { under: "/api/v2/cases", read: "cases:read", write: "cases:write" },
  { under: "/api/v2/contracts", read: "contracts:read", write: "contracts:write" },
  // A signature is a person's own deed; a program that holds a key cannot make it.
  keepOut("/api/v2/contracts/:contractId/sign"),
  keepOut("/api/v2/contracts/:contractId/signing"),
  // Offers are addressed to professionals; a key sees which were made for its own cases at /cases/{id}/offers.
  keepOut("/api/v2/offers"),
  { under: "/api/v2/cases/:caseId/offers", read: "offers:read", write: NOT_FOR_KEYS },
  keepOut("/api/v2/professionals"),
  keepOut("/api/v2/organisation"),
  { under: "/api/v2/me", read: "cases:read", write: "cases:write" },
  keepOut("/api/v2/me/memberships"),
  keepOut("/api/v2/me/recovery"),
  keepOut("/api/v2/recover"),
  { under: "/api/v2/webhooks", read: "webhooks:manage", write: "webhooks:manage" },
  { under: "/api/v2/operator", read: "operator:read", write: NOT_FOR_KEYS },
  // What people wrote and where they are reached is read by people, who say why.
  keepOut("/api/v2/operator/conversations"),
  keepOut("/api/v2/operator/mail"),
  keepOut("/api/v2/operator/keys"),
  keepOut("/api/v2/operator/reports"),
  keepOut("/api/v2/operator/people"),
  keepOut("/api/v2/operator/second-factor"),
  keepOut("/api/v2/operator/verifications"),
  // The lists tell no story and no address; one case, person, house or doubt does.
  keepOut("/api/v2/operator/cases/:caseId"),
  keepOut("/api/v2/operator/professionals/:id"),
  keepOut("/api/v2/operator/professionals/search"),
  keepOut("/api/v2/operator/organisations/:id"),
  keepOut("/api/v2/operator/conflicts"),
];

/** What a key needs for a route; null where the table says nothing. `pattern` is the router's, e.g. /api/v2/cases/:caseId. */
export function scopeFor(method: string, pattern: string): Rule | null {
  const groups = ROUTE_GROUPS.filter(({ under }) => pattern === under || pattern.startsWith(`${under}/`));
  const [closest] = groups.toSorted((a, b) => b.under.length - a.under.length);
  if (closest === undefined) return null;
  return method === "GET" || method === "HEAD" ? closest.read : closest.write;
}

/** Where a key with `operator:read` reads as an operator does; everywhere else it is a client of its own. */
export function readsAsOperator(pattern: string): boolean {
  return pattern.startsWith("/api/v2/operator/");
}
