// kill -9 of everything, in the middle of a triage and between a commit and its effects: nothing is lost.
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginCase, call, eventually, outboxOf, readStream, tellCase } from "../support/api.ts";
import { type Product, startProduct } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

test("in the middle of a triage: the conversation is complete and the stream resumes", async () => {
  const { origin } = product;
  const client = await beginCase(origin);
  const path = `/api/v2/triage/${client.case_id}`;
  const say = (text: string, id: string) =>
    call(origin, "POST", `${path}/messages`, { token: client.session_token, body: { text, client_message_id: id } });
  const answer = await say("fui demitida ontem e não recebi nada", "one");
  const before = await call(origin, "GET", path, { token: client.session_token });
  await product.kill();
  await product.restart();

  const after = await call(origin, "GET", path, { token: client.session_token });
  expect(after.body.events).toEqual(before.body.events);
  // The answer that may have been lost on the way is the same when it is asked for again.
  expect((await say("fui demitida ontem e não recebi nada", "one")).body).toEqual(answer.body);
  expect(await tellCase(origin, client, "com carteira assinada")).toBe("completed");

  const last = Number(before.body.last_seq);
  const resumed = await readStream(origin, `/api/v2/triage/stream/${client.case_id}`, {
    token: client.session_token,
    lastEventId: last,
    enough: (events) => events.some((event) => event.event === "match_ready"),
    limitMs: 20_000,
  });
  const numbers = resumed.flatMap((event) => (event.id === null ? [] : [event.id]));
  expect(numbers[0]).toBe(last + 1);
  expect(numbers).toEqual(numbers.map((_, index) => last + 1 + index));
});

test("right after the last answer: the search begins all the same, once", async () => {
  const { origin } = product;
  const client = await beginCase(origin);
  expect(await tellCase(origin, client, "fui demitida ontem e o patrão não pagou a rescisão")).toBe("completed");
  await product.kill();
  await product.restart();
  await eventually(async () => {
    const seen = await call(origin, "GET", `/api/v2/cases/${client.case_id}`, { token: client.session_token });
    return seen.body.status === "offering";
  }, 90_000);
  await eventually(async () => (await outboxOf(origin)).filter((item) => item.channel === "email").length >= 6, 90_000);
  const stream = await readStream(origin, `/api/v2/triage/stream/${client.case_id}`, {
    token: client.session_token,
    enough: (events) => events.some((event) => event.event === "match_ready"),
    limitMs: 90_000,
  });
  expect(stream.filter((event) => event.event === "match_ready")).toHaveLength(1);
});
