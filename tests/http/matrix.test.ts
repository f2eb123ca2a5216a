// Every person on every route: who may, and what everybody else is told. A route without a row fails here.
import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/http/app.ts";
import { API_ROWS } from "./matrix/api-rows.ts";
import { ARRIVAL_ROWS } from "./matrix/arrival-rows.ts";
import { LIFE_ROWS } from "./matrix/life-rows.ts";
import { OPERATOR_ROWS } from "./matrix/operator-rows.ts";
import { PAGE_ROWS } from "./matrix/page-rows.ts";
import type { Asked, Row } from "./matrix/row.ts";
import { PEOPLE, type PersonName, type Verdict } from "./matrix/rules.ts";
import { World } from "./matrix/world.ts";

const ROWS: readonly Row[] = [...API_ROWS, ...OPERATOR_ROWS, ...PAGE_ROWS, ...LIFE_ROWS, ...ARRIVAL_ROWS];
const ROUTES = new Set(app.routes.flatMap(({ method, path }) => (method === "ALL" ? [] : [`${method} ${path}`])));

describe("the table of who may", () => {
  test("has a row for every route, and none for a route that is not there", () => {
    const rows = ROWS.map(([route]) => route);
    expect([...ROUTES].filter((route) => !rows.includes(route))).toEqual([]);
    expect(rows.filter((route) => !ROUTES.has(route))).toEqual([]);
    expect(rows.filter((route, i) => rows.indexOf(route) !== i)).toEqual([]);
  });
});

describe("each route answers as its row says", () => {
  let world: World;

  beforeAll(async () => {
    world = await World.make();
  });

  test.each(ROWS.map(([route, rule, asked]) => ({ route, rule, asked })))("$route", async ({ route, rule, asked }) => {
    const [method = "", pattern = ""] = route.split(" ");
    const make = async () => (await asked?.at?.(world)) ?? {};
    const shared = await make();
    const seen: Partial<Record<PersonName, Verdict>> = {};
    const refused = PEOPLE.filter((name) => rule[name] !== "may");
    // Before anybody changes the thing.
    await Promise.all(
      refused.map(async (name) => {
        seen[name] = await verdictOn(name, method, pattern, shared, asked);
      }),
    );
    const allowed = PEOPLE.filter((one) => rule[one] === "may");
    const may = async (name: PersonName, i: number) => {
      // Who was refused changed nothing: the first who may finds the thing as it was made.
      const things = method === "GET" || i === 0 ? shared : await make();
      seen[name] = await verdictOn(name, method, pattern, things, asked);
    };
    if (method === "GET") await Promise.all(allowed.map(may));
    else for (const [i, name] of allowed.entries()) await may(name, i);
    expect(seen).toEqual(rule);
  });

  async function verdictOn(
    name: PersonName,
    method: string,
    pattern: string,
    things: Record<string, string>,
    asked: Asked = {},
  ): Promise<Verdict> {
    const token = asked.spendsSession === true ? await world.spareToken(name) : world.token(name);
    const path = pattern.replace(/:(\w+)(\{[^}]+\})?/g, (_, param: string) => {
      const value = things[param];
      if (value === undefined) throw new Error(`the row of ${pattern} names no ${param}`);
      return value;
    });
    const query = asked.query === undefined ? "" : `?${asked.query}`;
    const answer = await exports.default.fetch(
      new Request(`http://example.com${path}${query}`, {
        method,
        headers: headersOf(token, asked),
        body: method === "GET" ? null : bodyOf(asked, things),
        redirect: "manual",
      }),
    );
    const { status, headers } = answer;
    await answer.body?.cancel();
    if (status < 300) return "may";
    if (status >= 400) return status;
    return /^\/sign-in\?next=/.test(headers.get("location") ?? "") ? "sign in" : "may";
  }
});

function headersOf(token: string | null, { body, form, headers }: Asked): Headers {
  const all = new Headers({ "cf-connecting-ip": crypto.randomUUID(), ...headers });
  if (token !== null) all.set("authorization", `Bearer ${token}`);
  if (body !== undefined) all.set("content-type", "application/json");
  if (form !== undefined) all.set("content-type", "application/x-www-form-urlencoded");
  return all;
}

function bodyOf({ body, form, files }: Asked, things: Record<string, string>): BodyInit | null {
  if (files !== undefined) {
    const data = new FormData();
    for (const [field, file] of Object.entries(files)) data.append(field, file);
    return data;
  }
  const sent: unknown = typeof body === "function" ? body(things) : body;
  if (typeof sent === "string") return sent;
  if (sent !== undefined) return JSON.stringify(sent);
  const fields = typeof form === "function" ? form(things) : form;
  return fields === undefined ? null : new URLSearchParams(fields).toString();
}
