// Every route of the API is documented, and nothing is documented that is not there.
import { exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../src/http/app.ts";
import { GROUPS } from "../../src/http/openapi/groups.ts";

const operations = GROUPS.flatMap((group) => group.operations);

/** `GET /api/v2/cases/{}`: what a parameter is called is the document's own affair. */
const nameless = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/\{\w+\}|:\w+/g, "{}").replace(/(?<=.)\/$/, "")}`;

const isDocumented = ({ method, path }: { method: string; path: string }) =>
  method !== "ALL" && (/^\/(api|webhooks)\//.test(path) || ["/health", "/ready", "/metrics"].includes(path));

describe("the API's document", () => {
  const routes = new Set(app.routes.filter(isDocumented).map(({ method, path }) => nameless(method, path)));
  const declared = operations.map(({ method, path }) => nameless(method, path));

  test("tells every route", () => {
    expect(routes.size).toBeGreaterThan(60);
    expect([...routes].filter((route) => !declared.includes(route))).toEqual([]);
  });

  test("invents none, and tells each once", () => {
    expect(declared.filter((route) => !routes.has(route))).toEqual([]);
    expect(declared.filter((route, i) => declared.indexOf(route) !== i)).toEqual([]);
  });

  test("is served to any site, and not again to who has it", async () => {
    const first = await exports.default.fetch(new Request("http://example.com/openapi.json"));
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toContain("application/json");
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    const document: Record<string, unknown> = await first.json();
    expect(document.openapi).toBe("3.1.1");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    const again = await exports.default.fetch(
      new Request("http://example.com/openapi.json", { headers: { "if-none-match": etag } }),
    );
    expect(again.status).toBe(304);
  });
});
