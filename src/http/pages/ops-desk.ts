// What every handler of the console begins and ends with: who asks for what, and the way back after a press.
import type { Context } from "hono";
import { VezError } from "../../base/errors.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson } from "../session.ts";

/** What every page of the console needs: the world, the operator in the page's language, the query without empty values. */
export function desk(c: Context<AppEnv>) {
  const locale = c.get("locale");
  const query: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(c.req.query()).filter(([, value]) => value !== ""),
  );
  return { services: c.get("services"), operator: { ...requirePerson(c), locale }, locale, query };
}

/** Back to where the press was made; what came between is said there. */
export async function acted(c: Context<AppEnv>, path: string, act: () => Promise<unknown>): Promise<Response> {
  try {
    await act();
  } catch (error) {
    const expected = error instanceof VezError && (error.status === 409 || error.code === "invalid_input");
    if (!expected) throw error;
    return c.redirect(`${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ refused: error.code })}`, 303);
  }
  return c.redirect(path, 303);
}
