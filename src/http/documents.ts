// The API's document and its reference page: made at build time, so that nothing of them is in the Worker.
import { type Context, Hono } from "hono";
import { notFound } from "../base/errors.ts";
import type { AppEnv } from "./app-env.ts";

export const documents = new Hono<AppEnv>();

/** Any site may read it: it says nothing of anybody. */
documents.get("/openapi.json", async (c) => {
  const answer = await built(c, "/openapi.json");
  answer.headers.set("access-control-allow-origin", "*");
  return answer;
});

documents.get("/docs", async (c) => {
  const answer = await built(c, `/docs/${c.get("locale")}`);
  answer.headers.set("vary", "Accept-Language, Cookie");
  return answer;
});

/** 304 for a reader who has it. */
async function built(c: Context<AppEnv>, path: string): Promise<Response> {
  const known = c.req.header("if-none-match");
  const answer = await c.env.ASSETS.fetch(`https://assets.local${path}`, {
    headers: known === undefined ? {} : { "if-none-match": known },
  });
  if (answer.status === 404) throw notFound("page");
  return new Response(answer.body, answer);
}
