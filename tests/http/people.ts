// People with a session, and requests in their name, against the Worker itself.
import { env, exports } from "cloudflare:workers";
import { loadDemo } from "../../local/demo/load.ts";
import type { DemoProfessional } from "../../local/demo/professionals.ts";
import { sessions, users } from "../../src/db/schema.ts";
import type { Role } from "../../src/db/tables/identity.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { makeContext } from "../../src/wiring.ts";

/** A context of the Worker's own kind. */
export function worldContext(): ServiceContext {
  return makeContext(env, { traceId: "trc_test", later: () => undefined });
}

/** The fictitious professionals, loaded once a file; signing one in makes no code travel. */
export function loadPeople(count = 60): Promise<DemoProfessional[]> {
  return loadDemo(worldContext().db, { count, now: new Date() });
}

/** A person of `role` with a session; returns its bearer token. */
export async function personWith(role: Role, id = `usr_${crypto.randomUUID().slice(0, 12)}`): Promise<string> {
  const { db } = worldContext();
  await db
    .insert(users)
    .values({ id, name: role === "operator" ? "Olga Operadora" : "", email: `${id}@vez.test`, role })
    .onConflictDoNothing();
  return sessionOf(id);
}

export async function sessionOf(userId: string): Promise<string> {
  const token = crypto.randomUUID().replaceAll("-", "");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await worldContext().db.insert(sessions).values({ id: crypto.randomUUID(), token, userId, expiresAt });
  return token;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Each test says what it expects of it. */
  body: Record<string, unknown>;
}

/** One request in the name of `token`'s owner; a body goes as JSON. */
export async function ask(token: string | null, method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = new Headers({ "cf-connecting-ip": crypto.randomUUID() });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  const answer = await exports.default.fetch(
    new Request(`http://example.com${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.includes("json") ?? false;
  return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : { text } };
}
