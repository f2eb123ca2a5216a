// Pages of somebody's own: who has no session at all signs in first and comes back.
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app-env.ts";
import { secondFactorPage } from "../second-factor.ts";

/** After `session`. Whose the page is, its verb decides. */
export const signInFirst = createMiddleware<AppEnv>(async (c, next) => {
  if (c.get("person") !== null) return next();
  const url = new URL(c.req.url);
  // A form cannot be posted again by a link: its reader comes back to the page that had it.
  const here = c.req.method === "GET" ? url.pathname + url.search : url.pathname.replace(/\/[a-z]+$/, "");
  if (c.get("halfIn") !== null) return c.redirect(secondFactorPage(here), 303);
  return c.redirect(`/sign-in?${new URLSearchParams({ next: here })}`, 303);
});
