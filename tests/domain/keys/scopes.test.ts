// What a key may do: the closest group of a route counts, and what no group names is said to be unknown.
import { expect, test } from "vitest";
import { keyFrom, looksLikeKey, shownPart } from "../../../src/domain/keys/key-format.ts";
import { ROUTE_GROUPS, readsAsOperator, SCOPES, scopeFor } from "../../../src/domain/keys/scopes.ts";

test.each([
  ["GET", "/api/v2/cases/:caseId", "cases:read"],
  ["POST", "/api/v2/triage", "cases:write"],
  ["PATCH", "/api/v2/triage/:caseId", "cases:write"],
  ["GET", "/api/v2/cases/:caseId/offers", "offers:read"],
  ["GET", "/api/v2/contracts/:contractId", "contracts:read"],
  ["POST", "/api/v2/contracts/:contractId/sign", "not_for_keys"],
  ["GET", "/api/v2/operator/equity", "operator:read"],
  ["POST", "/api/v2/operator/models/train", "not_for_keys"],
  ["GET", "/api/v2/operator/conversations/:caseId", "not_for_keys"],
  ["GET", "/api/v2/operator/cases", "operator:read"],
  ["GET", "/api/v2/operator/cases/:caseId", "not_for_keys"],
  ["GET", "/api/v2/operator/cases/:caseId/talk", "not_for_keys"],
  ["GET", "/api/v2/operator/professionals/:id", "not_for_keys"],
  ["GET", "/api/v2/operator/organisations/:id", "not_for_keys"],
  ["GET", "/api/v2/operator/conflicts", "not_for_keys"],
  ["DELETE", "/api/v2/webhooks/:id", "webhooks:manage"],
  ["GET", "/api/v2/casesandmore", null],
  ["GET", "/api/v2/something-new", null],
] as const)("%s %s: %s", (method, pattern, rule) => {
  expect(scopeFor(method, pattern)).toBe(rule);
});

test("no group is written down twice, and every scope opens something", () => {
  const names = ROUTE_GROUPS.map(({ under }) => under);
  expect(new Set(names).size).toBe(names.length);
  for (const scope of SCOPES)
    expect(ROUTE_GROUPS.some(({ read, write }) => read === scope || write === scope)).toBe(true);
});

test("a key reads as an operator under the operators' routes alone", () => {
  expect(readsAsOperator("/api/v2/operator/equity")).toBe(true);
  for (const pattern of ["/api/v2/cases/:caseId", "/api/v2/operators", "/api/v2/webhooks"]) {
    expect(readsAsOperator(pattern)).toBe(false);
  }
});

test("a key says what it is, has 260 random bits, and shows four letters of them", () => {
  const key = keyFrom(Uint8Array.from({ length: 52 }, (_, index) => index * 7));
  expect(key).toMatch(/^vez_live_[0-9a-hjkmnp-tv-z]{52}$/);
  expect(looksLikeKey(key)).toBe(true);
  expect(looksLikeKey("vez.session")).toBe(false);
  expect(shownPart(key)).toBe(key.slice(0, 13));
});
