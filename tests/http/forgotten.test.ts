// A conversation that was forgotten, seen over the API: kindly gone, and nothing brings it back.
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import { ask, loadPeople, personWith } from "./people.ts";

beforeAll(async () => {
  await loadPeople(1);
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY_MS = 86_400_000;

const owedBy = (stub: Stub) =>
  runInDurableObject(stub, (_, state) => state.storage.sql.exec("SELECT 1 FROM effects").toArray().length);

async function afterNinetyOneDays(stub: Stub) {
  await vi.waitFor(async () => expect(await owedBy(stub)).toBe(0), 10_000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 91 * DAY_MS });
  await runDurableObjectAlarm(stub);
  vi.useRealTimers();
}

type Stub = DurableObjectStub<Conversation>;

/** A conversation with a story, ninety-one days later. */
async function forgottenCase() {
  const begun = await ask(null, "POST", "/api/v2/triage", {
    vertical: "legal",
    locale: "pt-BR",
    text: "Moro em Campinas e a Padaria do Zé não me pagou as férias.",
  });
  const caseId = String(begun.body.case_id);
  const stub = env.CONVERSATION.getByName(String(begun.body.conversation_id));
  await afterNinetyOneDays(stub);
  return { caseId, stub, client: String(begun.body.session_token) };
}

test("reading, listening, speaking, correcting and taking over say so, and the object stays empty", async () => {
  const { caseId, stub, client } = await forgottenCase();
  const path = `/api/v2/triage/${caseId}`;
  const gone = { status: 410, body: { code: "conversation_forgotten", status: 410 } };
  const closed = { status: 409, body: { code: "case_closed" } };
  expect(await ask(client, "GET", path)).toMatchObject(gone);
  expect(await ask(client, "GET", `/api/v2/triage/stream/${caseId}`)).toMatchObject(gone);
  expect(await ask(client, "POST", `${path}/messages`, { text: "oi", client_message_id: "a" })).toMatchObject(closed);
  expect(await ask(client, "PATCH", path, { area: "civil" })).toMatchObject(closed);
  const olga = await personWith("operator");
  expect(await ask(olga, "GET", `/api/v2/operator/conversations/${caseId}`)).toMatchObject(gone);
  expect(await ask(olga, "POST", `/api/v2/operator/conversations/${caseId}/take-over`)).toMatchObject(gone);
  expect(await ask(client, "GET", `/api/v2/cases/${caseId}`)).toMatchObject({
    status: 200,
    body: { status: "forgotten", summary: null },
  });
  expect(await stub.snapshot({})).toMatchObject({ ok: false, code: "not_open" });
});

test("for somebody else it does not exist, as before", async () => {
  const { caseId } = await forgottenCase();
  expect((await ask(await personWith("client"), "GET", `/api/v2/triage/${caseId}`)).status).toBe(404);
});

test("its page says what happened and how to begin again, and does not lead the client's pages", async () => {
  const { caseId, client } = await forgottenCase();
  const headers = { authorization: `Bearer ${client}`, accept: "text/html", "accept-language": "pt-BR" };
  const page = await exports.default.fetch(new Request(`http://example.com/conversations/${caseId}`, { headers }));
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("Esta conversa foi apagada");
  expect((await ask(client, "GET", "/")).status).toBe(200);
});

test("what was found to be no legal problem is forgotten as well", async () => {
  const begun = await ask(null, "POST", "/api/v2/triage", {
    vertical: "legal",
    locale: "pt-BR",
    text: "Queria conversar um pouco sobre a minha semana.",
  });
  const client = String(begun.body.session_token);
  const path = `/api/v2/triage/${begun.body.case_id}`;
  let seen = await ask(client, "PATCH", path, { area: "nenhuma" });
  for (let i = 0; i < 12 && seen.body.status === "interviewing"; i++) {
    seen = await ask(client, "POST", `${path}/messages`, { text: "não", client_message_id: `no${i}` });
  }
  expect(seen.body.status).toBe("completed");
  const stub = env.CONVERSATION.getByName(String(begun.body.conversation_id));
  await vi.waitFor(async () => expect((await ask(client, "GET", path)).body.case_status).toBe("not_legal"), 10_000);
  await afterNinetyOneDays(stub);
  expect((await ask(client, "GET", path)).status).toBe(410);
});
