// The console's routes: a conversation taken over and given back, and nothing of it for anyone else.
import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit, notifications } from "../../src/db/schema.ts";
import { OPERATORS_INBOX } from "../../src/domain/messages.ts";
import { ask, loadPeople, personWith, worldContext } from "./people.ts";

const ctx = worldContext();
let olga: string;

beforeAll(async () => {
  await loadPeople(20);
  olga = await personWith("operator");
});

async function begin() {
  const begun = await ask(null, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
  return { caseId: String(begun.body.case_id), client: String(begun.body.session_token) };
}

test.each([
  ["GET", "/overview"],
  ["GET", "/stream"],
  ["GET", "/cases"],
  ["GET", "/cases/cas_1"],
  ["POST", "/cases/cas_1/search-again"],
  ["GET", "/conversations/cas_1"],
  ["POST", "/conversations/cas_1/take-over"],
  ["POST", "/conversations/cas_1/say"],
  ["POST", "/conversations/cas_1/give-back"],
  ["GET", "/offers"],
  ["GET", "/outbox"],
  ["POST", "/outbox/out_1/retry"],
  ["POST", "/outbox/out_1/discard"],
  ["GET", "/mail"],
  ["GET", "/equity"],
  ["GET", "/jobs"],
])("%s %s is 404 for a professional and 401 for nobody", async (method, path) => {
  expect((await ask(await personWith("professional"), method, `/api/v2/operator${path}`)).status).toBe(404);
  expect((await ask(null, method, `/api/v2/operator${path}`)).status).toBe(401);
});

describe("a conversation", () => {
  test("is taken over, written in and given back; the agent is silent meanwhile; all of it is audited", async () => {
    const { caseId, client } = await begin();
    const path = `/api/v2/operator/conversations/${caseId}`;
    const taken = await ask(olga, "POST", `${path}/take-over`);
    expect(taken).toMatchObject({ status: 200, body: { controlled_by: "human", status: "handed_off" } });
    // Pressed twice.
    expect((await ask(olga, "POST", `${path}/take-over`)).status).toBe(200);

    const said = { text: "Aqui é a Olga, da equipe.", client_message_id: "m1" };
    const first = await ask(olga, "POST", `${path}/say`, said);
    expect((await ask(olga, "POST", `${path}/say`, said)).body).toEqual(first.body);
    const reply = await ask(client, "POST", `/api/v2/triage/${caseId}/messages`, {
      text: "oi",
      client_message_id: "c1",
    });
    expect(reply.body).toMatchObject({ message: "", status: "handed_off" });

    const read = await ask(olga, "GET", path);
    const words = (read.body.events as { type: string; data: { from?: string; text?: string } }[])
      .filter((event) => event.type === "message")
      .map((event) => `${event.data.from}: ${event.data.text}`);
    expect(words.slice(-2)).toEqual(["human: Aqui é a Olga, da equipe.", "client: oi"]);

    const back = await ask(olga, "POST", `${path}/give-back`);
    expect(back).toMatchObject({ status: 200, body: { status: "interviewing" } });
    expect(back.body.message).not.toBe("");
    expect((await ask(olga, "POST", `${path}/say`, { ...said, client_message_id: "m2" })).body.code).toBe(
      "not_in_control",
    );

    const done = (await ctx.db.select().from(audit).where(eq(audit.subject, caseId))).map((row) => row.action);
    for (const action of ["conversation.taken", "conversation.said", "conversation.read", "conversation.given_back"]) {
      expect(done).toContain(action);
    }
  });

  test("held by a colleague is not taken away", async () => {
    const { caseId } = await begin();
    const other = await personWith("operator");
    await ctx.db.execute(
      `UPDATE users SET name = 'Beto' WHERE id = (SELECT user_id FROM sessions WHERE token = '${other}')`,
    );
    await ask(other, "POST", `/api/v2/operator/conversations/${caseId}/take-over`);
    const refused = await ask(olga, "POST", `/api/v2/operator/conversations/${caseId}/take-over`);
    expect(refused).toMatchObject({ status: 409, body: { code: "already_taken" } });
  });

  test("that does not exist is 404, and empty words are refused", async () => {
    expect((await ask(olga, "POST", "/api/v2/operator/conversations/cas_none/take-over")).status).toBe(404);
    const { caseId } = await begin();
    const path = `/api/v2/operator/conversations/${caseId}/say`;
    expect((await ask(olga, "POST", path, { text: "  ", client_message_id: "m" })).status).toBe(422);
    expect((await ask(olga, "POST", path, { text: "olá" })).status).toBe(422);
  });
});

describe("the console", () => {
  test("reads overview, cases, offers, outbox, equity and jobs", async () => {
    const { caseId } = await begin();
    expect((await ask(olga, "GET", "/api/v2/operator/overview")).body).toMatchObject({
      cases: { triage: expect.any(Number) },
    });
    const list = await ask(olga, "GET", "/api/v2/operator/cases?status=triage&limit=100");
    expect(list.body.items).toContainEqual(expect.objectContaining({ id: caseId }));
    expect((await ask(olga, "GET", `/api/v2/operator/cases/${caseId}`)).body).toMatchObject({ id: caseId });
    expect((await ask(olga, "GET", "/api/v2/operator/offers")).body).toMatchObject({ items: expect.any(Array) });
    expect((await ask(olga, "GET", "/api/v2/operator/outbox")).body).toMatchObject({ items: expect.any(Array) });
    expect((await ask(olga, "GET", "/api/v2/operator/equity?sort=name&order=asc&limit=5")).body).toMatchObject({
      gini: expect.any(Number),
      next: "n5",
    });
    expect((await ask(olga, "GET", "/api/v2/operator/jobs")).body).toMatchObject({ items: expect.any(Array) });
    expect((await ask(olga, "GET", "/api/v2/operator/equity?sort=salary")).status).toBe(422);
  });

  test("never shows a sign-in code", async () => {
    await ask(null, "POST", "/api/auth/email-otp/send-verification-otp", { email: "ana@example.com", type: "sign-in" });
    const [row] = await ctx.db.select().from(notifications).where(eq(notifications.recipient, "ana@example.com"));
    const code = row?.text.match(/\d{6}/)?.[0] ?? "none";
    const mail = await ask(olga, "GET", "/api/v2/operator/mail");
    expect(mail.body.items).toContainEqual(expect.objectContaining({ to: "ana@example.com", text: "••••••" }));
    expect(JSON.stringify(mail.body)).not.toContain(code);
  });

  test("hears live what happens", async () => {
    const event = { type: "offer_update" as const, key: "news1", data: { case_id: "cas_live", status: "unmatched" } };
    await env.CONVERSATION.getByName(OPERATORS_INBOX).publish([event]);
    const headers = { authorization: `Bearer ${olga}` };
    const answer = await exports.default.fetch(new Request("http://example.com/api/v2/operator/stream", { headers }));
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    while (!heard.includes("cas_live")) heard += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    expect(heard).toContain("event: offer_update");
  });
});
