// One whole page as an answer: the frame, its styles and modules, and headers that keep it out of shared caches.
import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "../app-env.ts";
import { assetsOf } from "./assets.ts";
import { Layout } from "./layout.tsx";
import type { Page } from "./page-shape.ts";

/** Renders in the request's language. A page belongs to one reader: nothing of it is stored on the way or on disk. */
export async function renderPage(
  c: Context<AppEnv>,
  page: Page,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const asset = await assetsOf(c.env);
  const locale = c.get("locale");
  const url = new URL(c.req.url);
  const here = page.here ?? url.pathname + url.search;
  c.header("cache-control", "no-store");
  c.header("content-language", locale);
  const document = (
    <Layout
      page={page}
      locale={locale}
      nonce={c.get("nonce")}
      person={c.get("person")}
      here={here}
      styles={["base.css", ...(page.styles ?? [])].map(asset)}
      scripts={["page.js", ...(page.scripts ?? [])].map(asset)}
      icon={asset("icon.svg")}
    />
  );
  return c.html(html`<!doctype html>${document}`, status);
}
