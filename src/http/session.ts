// Who asks: the session behind a cookie or bearer token, checked once per request that needs it.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { forbidden, notFound, VezError } from "../base/errors.ts";
import { ROLES, type Role } from "../db/tables/identity.ts";
import { LOCALES, type Locale } from "../domain/locale.ts";
import type { AppEnv, Person } from "./app-env.ts";
import { authOf } from "./auth.ts";

/** Sets `person`; null without a valid session. A request without cookie and token costs no look-up. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set("person", await readPerson(c));
  await next();
});

async function readPerson(c: Context<AppEnv>): Promise<Person | null> {
  const headers = c.req.raw.headers;
  if (!headers.has("authorization") && !headers.get("cookie")?.includes("vez.session_token")) return null;
  const found = await authOf(c.env).api.getSession({ headers });
  if (found === null) return null;
  const { id, role, locale } = found.user;
  return { kind: "person", userId: id, role: roleOf(role), locale: localeOf(locale) };
}

function roleOf(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? "client";
}

function localeOf(value: unknown): Locale {
  return LOCALES.find((locale) => locale === value) ?? "pt-BR";
}

/** The person behind the request; throws `unauthenticated` (401). */
export function requirePerson(c: Context<AppEnv>): Person {
  const person = c.get("person");
  if (person !== null) return person;
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
