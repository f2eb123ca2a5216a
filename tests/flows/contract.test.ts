// The API's document tells the truth: real answers of the started product, held against the schemas that it declares.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { makeOpenApi } from "../../local/build/openapi.ts";
import { DEMO_OPERATOR } from "../../local/demo/load.ts";
import { type CallOptions, call, eventually, outboxOf, readStream, signIn, tellCase } from "../support/api.ts";
import { type Check, checkerOf } from "../support/openapi.ts";

const origin = inject("productOrigin");
const STORY =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.";

type Tree = Record<string, unknown>;

let document: Tree;
let check: Check;
/** Routes with the statuses that were held against the document. */
const seen = new Set<string>();

interface Sent extends CallOptions {
  path?: Record<string, string>;
  query?: string;
}

/** One call; whatever comes back must be declared, and be as declared, field by field. */
async function ask(method: string, route: string, status: number, sent: Sent = {}) {
  const { path = {}, query = "", ...options } = sent;
  const address = route.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? "") + query;
  const answer = await call(origin, method, address, options);
  expect({ route: `${method} ${address}`, status: answer.status, body: answer.body }).toMatchObject({ status });
  const operation = at(document.paths, route, method.toLowerCase());
  const response = at(operation, "responses", String(status));
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (type === "" || status === 204) return answer;
  const { schema } = at(response, "content", type);
  const wrong = type.includes("json") ? check(schema, answer.body) : [];
  expect({ route: `${method} ${route} ${status}`, wrong }).toEqual({
    route: `${method} ${route} ${status}`,
    wrong: [],
  });
  seen.add(`${method} ${route} ${status}`);
  return answer;
}

function at(value: unknown, ...path: string[]): Tree {
  let inner = value;
  for (const part of path) {
    inner = inner !== null && typeof inner === "object" ? (inner as Tree)[part] : undefined;
    if (inner === undefined) throw new Error(`the document does not declare ${path.join(" ")}`);
  }
  return inner as Tree;
}

interface Scene {
  case_id: string;
  client: string;
  professional: string;
  other: string;
  operator: string;
}
let scene: Scene;

beforeAll(async () => {
  document = await makeOpenApi();
  check = checkerOf(document, { closed: true });
  const before = new Set((await outboxOf(origin)).map(({ id }) => id));
  const opened = await ask("POST", "/api/v2/triage", 201, { body: { vertical: "legal", locale: "pt-BR" } });
  const { case_id, session_token } = opened.body as { case_id: string; session_token: string };
  await tellCase(origin, { case_id, session_token }, STORY);
  const asked = await eventually(async () => {
    const mails = (await outboxOf(origin)).filter(
      ({ id, channel, subject }) => !before.has(id) && channel === "email" && /caso novo/i.test(subject),
    );
    return mails.length === 3 && mails.map(({ to }) => to);
  }, 30_000);
  scene = {
    case_id,
    client: session_token,
    professional: await signIn(origin, asked[0] ?? ""),
    other: await signIn(origin, asked[1] ?? ""),
    operator: await signIn(origin, DEMO_OPERATOR),
  };
});

afterAll(() => {
  // What the house promises of this test.
  expect(seen.size).toBeGreaterThanOrEqual(30);
  expect([...seen].filter((one) => / 4\d\d$/.test(one)).length).toBeGreaterThanOrEqual(6);
});

describe("what the document declares is what is answered", () => {
  test("to whoever runs the service", async () => {
    await ask("GET", "/health", 200);
    await ask("GET", "/ready", 200);
    await ask("GET", "/api/auth/get-session", 200);
    await ask("GET", "/api/auth/get-session", 200, { token: scene.professional });
  });

  test("to the client", async () => {
    const { case_id, client: token } = scene;
    const path = { case_id };
    await ask("GET", "/api/v2/me", 200, { token });
    await ask("GET", "/api/v2/me/messages", 200, { token });
    await ask("GET", "/api/v2/me/reach", 200, { token });
    await ask("GET", "/api/v2/cases", 200, { token });
    await ask("GET", "/api/v2/cases/{case_id}", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/offers", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/files", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/asks", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/shortlist", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/questions", 200, { token, path });
    await ask("GET", "/api/v2/triage/{case_id}", 200, { token, path });
    const body = { text: "Tenho os holerites.", client_message_id: "later" };
    await ask("POST", "/api/v2/triage/{case_id}/messages", 200, { token, path, body });
    const summary = { text: "Fui demitida sem receber as verbas.", version: 0 };
    await ask("PATCH", "/api/v2/cases/{case_id}/summary", 200, { token, path, body: summary });
  });

  test("where it is refused", async () => {
    const { case_id, client, other } = scene;
    const path = { case_id };
    await ask("GET", "/api/v2/cases/{case_id}", 401, { path });
    await ask("GET", "/api/v2/cases/{case_id}", 404, { path, token: other });
    await ask("GET", "/api/v2/offers", 403, { token: client });
    await ask("GET", "/api/v2/offers", 422, { token: other, query: "?limit=many" });
    await ask("POST", "/api/v2/triage", 422, { body: { vertical: "medical" } });
    await ask("POST", "/api/v2/triage", 400, { raw: "{" });
    await ask("GET", "/api/v2/operator/cases", 404, { token: client });
    await ask("PATCH", "/api/v2/triage/{case_id}", 409, { token: client, path, body: { uf: "RJ" } });
    const wrong = { email: "nobody@example.com", otp: "000000" };
    await ask("POST", "/api/auth/sign-in/email-otp", 400, { body: wrong });
  });

  test("to the professional, and to both from the acceptance to the review", async () => {
    const { case_id, client, professional: token, other } = scene;
    const list = await ask("GET", "/api/v2/offers", 200, { token });
    const mine = (list.body.items as { id: string; case_id: string }[]).find((offer) => offer.case_id === case_id);
    const path = { offer_id: mine?.id ?? "", case_id };
    await ask("GET", "/api/v2/professionals/me", 200, { token });
    await ask("GET", "/api/v2/professionals/me/turn", 200, { token });
    await ask("GET", "/api/v2/offers/{offer_id}", 200, { token, path });
    await ask("GET", "/api/v2/offers/{offer_id}", 404, { token: other, path });
    await ask("POST", "/api/v2/offers/{offer_id}/seen", 200, { token, path });
    await ask("POST", "/api/v2/offers/{offer_id}/accept", 200, { token, path });
    await ask("POST", "/api/v2/offers/{offer_id}/decline", 409, { token, path });
    await ask("GET", "/api/v2/professionals/me/cases", 200, { token });
    const message = { text: "Posso na terça às 10h.", client_message_id: "t-1" };
    const said = await ask("POST", "/api/v2/cases/{case_id}/messages", 201, { token, path, body: message });
    await ask("GET", "/api/v2/cases/{case_id}/messages", 200, { token: client, path });
    const upTo = { up_to: String(said.body.id) };
    await ask("POST", "/api/v2/cases/{case_id}/messages/read", 200, { token: client, path, body: upTo });
    const contract_id = await eventually(async () => {
      const { body } = await call(origin, "GET", `/api/v2/cases/${case_id}`, { token: client });
      return body.contract_id as string | null;
    });
    const of = { contract_id };
    await ask("POST", "/api/v2/contracts/{contract_id}/close", 409, { token, path: of });
    for (const [who, name] of [
      [client, "Maria de Souza"],
      [token, "Advogada de Teste"],
    ] as const) {
      await ask("POST", "/api/v2/contracts/{contract_id}/sign", 200, {
        token: who,
        path: of,
        body: { name, consent: true },
      });
    }
    await ask("GET", "/api/v2/contracts/{contract_id}", 200, { token: client, path: of });
    await ask("GET", "/api/v2/contracts/{contract_id}/pdf", 200, { token: client, path: of });
    await ask("POST", "/api/v2/contracts/{contract_id}/close", 200, { token, path: of });
    const body = { rating: 5, outcome: "resolved", comment: "Explicou tudo com calma." };
    await ask("POST", "/api/v2/contracts/{contract_id}/review", 200, { token: client, path: of, body });
    await ask("GET", "/api/v2/contracts/{contract_id}", 200, { token: client, path: of });
  });

  test("to operators", async () => {
    const { case_id, operator: token } = scene;
    const path = { case_id };
    for (const part of [
      "overview",
      "cases",
      "offers",
      "outbox",
      "mail",
      "equity",
      "jobs",
      "report",
      "models",
      "embeddings",
      "conflicts",
      "keys",
      "organisations",
      "reports",
      "tenants",
    ]) {
      await ask("GET", `/api/v2/operator/${part}`, 200, { token });
    }
    await ask("GET", "/api/v2/operator/cases/{case_id}", 200, { token, path });
    await ask("GET", "/api/v2/operator/conversations/{case_id}", 200, { token, path });
    await ask("GET", "/api/v2/cases/{case_id}/shortlist", 200, { token, path });
    await ask("GET", "/api/v2/webhooks", 200, { token });
    const made = await ask("POST", "/api/v2/operator/keys", 201, {
      token,
      body: { name: "Contrato", scopes: ["cases:read"] },
    });
    await ask("GET", "/api/v2/operator/mail", 403, { token: String(made.body.key) });
    await ask("POST", "/api/v2/operator/keys/{key_id}/revoke", 200, { token, path: { key_id: String(made.body.id) } });
  });

  test("on the live stream, event by event", async () => {
    const { case_id, client } = scene;
    const events = await readStream(origin, `/api/v2/triage/stream/${case_id}`, {
      token: client,
      limitMs: 4000,
      enough: (heard) => heard.some(({ event, data }) => event === "contract_update" && data.status === "closed"),
    });
    expect(events.length).toBeGreaterThan(10);
    const { schema } = at(
      document.paths,
      "/api/v2/triage/stream/{case_id}",
      "get",
      "responses",
      "200",
      "content",
      "text/event-stream",
    );
    for (const { id, event, data } of events) {
      const told = { event, ...(id === null ? {} : { id }), data };
      expect({ event, wrong: check(schema, told) }).toEqual({ event, wrong: [] });
    }
  });
});
