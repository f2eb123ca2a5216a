// Pages that need somebody: who is not signed in is sent to do so and comes back; the wrong role sees no such page.
import { createMiddleware } from "hono/factory";
import { notFound } from "../../base/errors.ts";
import type { Role } from "../../db/tables/identity.ts";
import type { AppEnv } from "../app-env.ts";
import { secondFactorPage } from "../second-factor.ts";

/**
 * After `session`. Without a person of `role` a GET goes to /sign-in?next=...; a person signed in with another role
 * gets `not_found`. An anonymous client is someone who may sign in, so he is sent there too.
 */
export function requirePageRole(role: Role) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const person = c.get("person");
    if (person?.role === role) return next();
    if (person !== null && person.role !== "client") throw notFound("page");
    const url = new URL(c.req.url);
    const here = c.req.method === "GET" ? url.pathname + url.search : url.pathname;
    if (c.get("halfIn") !== null) {
      if (role !== "operator") throw notFound("page");
      return c.redirect(secondFactorPage(here), 303);
    }
    return c.redirect(`/sign-in?${new URLSearchParams({ next: here })}`, 303);
  });
}
