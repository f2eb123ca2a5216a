// Who asks: the session behind a cookie or bearer token, checked once per request that needs it.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { forbidden, notFound, VezError } from "../base/errors.ts";
import { ROLES, type Role } from "../db/tables/identity.ts";
import { LOCALES, type Locale } from "../domain/locale.ts";
import { readConfig } from "../env.ts";
import { accessOperator, isConsole } from "./access.ts";
import { bearsApiKey } from "./api-key-token.ts";
import type { AppEnv, Person } from "./app-env.ts";
import { authOf } from "./auth.ts";
import { owedBy, secondFactorNeeded } from "./second-factor.ts";

/** Sets `person`, or `halfIn`; both null without a valid session. A request without cookie and token costs no look-up. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set("person", await readPerson(c));
  await next();
});

async function readPerson(c: Context<AppEnv>): Promise<Person | null> {
  const atDesk = isConsole(c.req.path) ? await accessOperator(c) : null;
  if (atDesk !== null) return atDesk;
  const own = await sessionPerson(c);
  if (own !== null || isConsole(c.req.path)) return own;
  const operator = await accessOperator(c);
  if (operator === null) return null;
  c.set("halfIn", null);
  c.set("sessionId", null);
  return operator;
}

/** By cookie or bearer token. */
async function sessionPerson(c: Context<AppEnv>): Promise<Person | null> {
  const headers = c.req.raw.headers;
  if (!headers.has("authorization") && !headers.get("cookie")?.includes("vez.session_token")) return null;
  // An API key opens /api/v2 alone (api-key.ts), and is no session.
  if (bearsApiKey(headers)) return null;
  const found = await authOf(c.env).api.getSession({ headers });
  if (found === null) return null;
  const { session: by, user } = found;
  const person: Person = { kind: "person", userId: user.id, role: roleOf(user.role), locale: localeOf(user.locale) };
  c.set("sessionId", by.id);
  if (person.role !== "operator") return person;
  const marks = { since: user.secondFactorSince ?? null, passedAt: by.secondFactorAt ?? null };
  const owes = owedBy(marks, readConfig(c.env).OPERATOR_SECOND_FACTOR);
  if (owes === null) return person;
  c.set("halfIn", { userId: person.userId, locale: person.locale, sessionId: by.id, owes });
  return null;
}

function roleOf(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? "client";
}

function localeOf(value: unknown): Locale {
  return LOCALES.find((locale) => locale === value) ?? "pt-BR";
}

/** The person behind the request; throws `unauthenticated` (401), or `second_factor_needed` (403) for an operator who owes it. */
export function requirePerson(c: Context<AppEnv>): Person {
  const person = c.get("person");
  if (person !== null) return person;
  const halfIn = c.get("halfIn");
  if (halfIn !== null) throw secondFactorNeeded(halfIn);
  throw new VezError("unauthenticated", {
    status: 401,
    detail: "Sign in, or send the session token as a bearer token.",
  });
}

/** The same with a role; operators' routes do not exist for others, other roles are told which they need. */
export function requireRole(c: Context<AppEnv>, role: Role): Person {
  const person = requirePerson(c);
  if (person.role === role) return person;
  if (role === "operator") throw notFound("page");
  throw forbidden(`This is for a ${role}. You are signed in as ${person.role}.`);
}
