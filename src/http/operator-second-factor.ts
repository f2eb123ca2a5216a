// An operator's own second factor over the API; open to whoever still owes it, and to nobody else.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { notFound } from "../base/errors.ts";
import { beginSecondFactor, confirmSecondFactor } from "../services/identity/enrol-second-factor.ts";
import {
  passSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../services/identity/second-factor.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { type FactorHolder, factorHolder, secondFactorNeeded } from "./second-factor.ts";
import { requirePerson, requireRole } from "./session.ts";

export const operatorSecondFactorApi = new Hono<AppEnv>();

operatorSecondFactorApi.get("/", async (c) => {
  const { person, owes } = holderOf(c);
  const state = await readSecondFactor(c.get("services"), person);
  return c.json({ ...state, owes });
});

const codeBody = z.object({ code: z.unknown() });

operatorSecondFactorApi.post("/", async (c) => {
  const { person, sessionId } = holderOf(c);
  // Cloudflare Access and keys stand for themselves: there is no session of ours to prove.
  if (sessionId === null) throw notFound("session");
  const { code } = await jsonBody(c, codeBody);
  return c.json(await passSecondFactor(c.get("services"), person, { code, sessionId }));
});

operatorSecondFactorApi.post("/begin", async (c) => {
  return c.json(await beginSecondFactor(c.get("services"), enrolling(c).person));
});

const confirmBody = z.object({ ticket: z.unknown(), code: z.unknown() });

operatorSecondFactorApi.post("/confirm", async (c) => {
  const { person, sessionId } = enrolling(c);
  const body = await jsonBody(c, confirmBody);
  const input = { ...body, sessionId };
  return c.json(await confirmSecondFactor(c.get("services"), person, input), 201);
});

operatorSecondFactorApi.post("/recovery-codes", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, codeBody);
  return c.json(await renewRecoveryCodes(c.get("services"), operator, body), 201);
});

operatorSecondFactorApi.post("/remove", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, codeBody);
  return c.json(await removeSecondFactor(c.get("services"), operator, body));
});

function holderOf(c: Context<AppEnv>): FactorHolder {
  const holder = factorHolder(c);
  if (holder !== null) return holder;
  requirePerson(c);
  throw notFound("page");
}

/** Whoever has an app proves himself by it before he may speak of another. */
function enrolling(c: Context<AppEnv>): FactorHolder {
  const holder = holderOf(c);
  const halfIn = c.get("halfIn");
  if (halfIn?.owes === "pass") throw secondFactorNeeded(halfIn);
  return holder;
}
