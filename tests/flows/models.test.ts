// Live turns with a model behind its documented API: words come piece by piece, and nothing that goes wrong there costs a word.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginCase, call, eventually, readStream, type StreamedEvent, signIn } from "../support/api.ts";
import { labels, MODEL_KEYS, type ModelStandIn, serveModel } from "../support/model-stand-ins.ts";
import { type Product, startProduct } from "../support/product.ts";

const STORY = "fui demitida ontem da padaria e não recebi nada";

let model: ModelStandIn;
let product: Product;
beforeAll(async () => {
  model = await serveModel("anthropic");
  product = await startProduct({
    env: {
      ANTHROPIC_API_KEY: MODEL_KEYS.anthropic,
      ANTHROPIC_BASE_URL: model.url,
      DEBOUNCE_MS: "400",
      TURN_BUDGET_MS: "5000",
      FIRST_TOKEN_MS: "600",
      LOG_LEVEL: "INFO",
    },
  });
});
afterEach(() => {
  model.fail(null);
  model.say(null);
});
afterAll(async () => {
  await product.remove();
  await model.close();
});

interface Client {
  case_id: string;
  session_token: string;
}

const say = (client: Client, text: string, id: string) =>
  call(product.origin, "POST", `/api/v2/triage/${client.case_id}/messages`, {
    token: client.session_token,
    body: { text, client_message_id: id },
  });

const logOf = (client: Client, isEnough: (events: StreamedEvent[]) => boolean, lastEventId = 0) =>
  readStream(product.origin, `/api/v2/triage/stream/${client.case_id}`, {
    token: client.session_token,
    lastEventId,
    enough: isEnough,
    limitMs: 20_000,
  });

const dataOf = (event: StreamedEvent) => event.data as Record<string, unknown>;
const deltaOf = (event: StreamedEvent) =>
  dataOf(event).delta as { message_id: string; from: number; text: string } | undefined;
const repliesIn = (events: StreamedEvent[]) =>
  events.filter((event) => event.event === "message" && dataOf(event).from === "agent").map(dataOf);
const answered = (replies: number) => (events: StreamedEvent[]) => repliesIn(events).length >= replies;

/** The pieces of each message joined; fails where one does not begin where the one before ended. */
function joined(events: StreamedEvent[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const event of events) {
    const delta = deltaOf(event);
    if (delta === undefined) continue;
    const before = said.get(delta.message_id) ?? "";
    expect(delta.from).toBe(before.length);
    said.set(delta.message_id, before + delta.text);
  }
  return said;
}

test("the reply comes in pieces that are the message in the end, and what it cost is kept", async () => {
  const client = await beginCase(product.origin);
  const answer = await say(client, STORY, "one");
  expect(answer.status).toBe(200);
  const events = await logOf(client, answered(2));
  const reply = repliesIn(events)[1];
  expect(joined(events).get(String(reply?.message_id))).toBe(reply?.text);
  expect(answer.body).toMatchObject({ message: reply?.text, message_id: reply?.message_id });

  const token = await signIn(product.origin, "operador@vez.test");
  const usage = await eventually(async () => {
    const seen = await call(product.origin, "GET", `/api/v2/operator/cases/${client.case_id}`, { token });
    const rows = JSON.stringify(seen.body.model_usage ?? null);
    return rows.includes("interviewer") && rows.includes("analyst") ? rows : null;
  });
  expect(usage).toContain("anthropic");
});

test("quick messages are one turn, and each of them gets its answer", async () => {
  const client = await beginCase(product.origin);
  const answers = await Promise.all([
    say(client, "oi", "a"),
    say(client, "preciso de ajuda", "b"),
    say(client, STORY, "c"),
  ]);
  const [first] = answers;
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(body).toEqual(first?.body);
  }
  const events = await logOf(client, answered(2));
  expect(repliesIn(events)).toHaveLength(2);
  expect((await say(client, "oi", "a")).body).toEqual(first?.body);
});

test("a kill in the middle of a reply doubles and loses no character", async () => {
  const client = await beginCase(product.origin);
  model.fail("hangs_in_the_middle");
  const asked = say(client, STORY, "one").catch(() => null);
  const before = await logOf(client, (events) => events.some((event) => deltaOf(event) !== undefined));
  await product.kill();
  await asked;
  model.fail(null);
  await product.restart();

  const answer = await say(client, STORY, "one");
  expect(answer.status).toBe(200);
  const last = before.at(-1)?.id ?? 0;
  const rest = await logOf(client, answered(1), last);
  const events = [...before, ...rest].filter(({ id }) => id !== null);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  const reply = repliesIn(events)[1];
  const shown = joined(events).get(String(reply?.message_id)) ?? "";
  expect(shown.length).toBeGreaterThan(0);
  expect(String(reply?.text).startsWith(shown)).toBe(true);
  expect(String(reply?.text).match(/\?/g)).toHaveLength(1);
  expect(events.filter((event) => dataOf(event).client_message_id === "one")).toHaveLength(1);
});

test("a stopped reply keeps what was shown and asks its question", async () => {
  const client = await beginCase(product.origin);
  model.fail("hangs_in_the_middle");
  const asked = say(client, STORY, "one");
  const before = await logOf(client, (events) => events.some((event) => deltaOf(event) !== undefined));
  const startedAt = Date.now();
  const stopped = await call(product.origin, "POST", `/api/v2/triage/${client.case_id}/stop-reply`, {
    token: client.session_token,
  });
  expect(stopped.body).toEqual({ stopped: true });
  const { body } = await asked;
  expect(Date.now() - startedAt).toBeLessThan(2_500);
  expect(String(body.message).startsWith([...joined(before).values()][0] ?? "?")).toBe(true);
  expect(String(body.message)).toContain("?");
});

test("a model that never answers costs its budget and no more: the page is told, then the script answers", async () => {
  const client = await beginCase(product.origin);
  model.fail("hangs");
  const slow = logOf(client, (events) =>
    events.some(({ event, data }) => event === "typing" && (data as { slow?: boolean }).slow === true),
  );
  const startedAt = Date.now();
  const { status, body } = await say(client, STORY, "one");
  expect(status).toBe(200);
  expect(Date.now() - startedAt).toBeLessThan(8_000);
  expect(String(body.message)).toContain("?");
  expect((await slow).some(({ event }) => event === "typing")).toBe(true);
});

test("a danger that only a model hears shows its box, and is asked about next", async () => {
  const client = await beginCase(product.origin);
  model.say((asked) => (asked.wantsJson ? labels({ area: "familia", flags: ["violence"] }) : "Sinto muito por isso."));
  await say(client, "quero me separar, ele anda muito estranho comigo em casa", "one");
  const events = await logOf(client, (seen) => seen.some((event) => (dataOf(event).safety ?? null) !== null));
  expect(JSON.stringify(events)).toContain("180");
  const next = await say(client, "moramos em Recife, Pernambuco", "two");
  expect(String(next.body.message)).toMatch(/segur|machuc|ameaç|violên/i);
});
