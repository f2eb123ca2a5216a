// A program's whole way over HTTP: a key, a case opened once, news that arrives signed, a receiver that fails and comes back.
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, eventually, signIn } from "../support/api.ts";
import { type Product, startProduct } from "../support/product.ts";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";

let product: Product;
let receiver: WebhookReceiver;
beforeAll(async () => {
  [product, receiver] = await Promise.all([startProduct(), startWebhookReceiver()]);
});
afterAll(async () => {
  await product.remove();
  await receiver.close();
});

const open = (key: string, idempotencyKey: string, text = "Fui demitida e não recebi nada.") =>
  call(product.origin, "POST", "/api/v2/triage", {
    token: key,
    headers: { "idempotency-key": idempotencyKey },
    body: { vertical: "legal", locale: "pt-BR", text },
  });

test("a key opens a case once, its webhook is signed, retried after a failure, survives a kill, and is sent again on demand", async () => {
  const operator = await signIn(product.origin, "operador@vez.test");
  const made = await call(product.origin, "POST", "/api/v2/operator/keys", {
    token: operator,
    body: { name: "Sistema da clínica", scopes: ["cases:read", "cases:write", "webhooks:manage"] },
  });
  expect(made.status).toBe(201);
  const key = String(made.body.key);
  const hook = await call(product.origin, "POST", "/api/v2/webhooks", {
    token: key,
    body: { url: receiver.url, events: ["case.*"] },
  });
  expect(hook.status).toBe(201);
  receiver.secret = String(hook.body.secret);

  // Twice, as after a line that broke: one case, and a receiver that is down when it hears of it.
  receiver.answers = [503];
  const first = await open(key, "opening-1");
  const again = await open(key, "opening-1");
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await open(key, "opening-1", "Outra coisa.")).body.code).toBe("idempotency_key_reused");
  const mine = await call(product.origin, "GET", "/api/v2/cases", { token: key });
  expect((mine.body.items as unknown[]).length).toBe(1);

  const caseId = first.body.case_id;
  const opened = await eventually(async () => receiver.taken.find(({ type }) => type === "case.opened"), 60_000);
  expect(opened?.data).toMatchObject({ case_id: caseId });
  expect(receiver.forged).toBe(0);
  const log = await call(product.origin, "GET", `/api/v2/webhooks/${hook.body.id}/deliveries`, { token: key });
  const [delivery] = (log.body.items as { id: string; event_id: string; attempts: { status: number }[] }[]).filter(
    ({ event_id }) => event_id === opened?.id,
  );
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([204, 503]);

  // Killed with a delivery that was not taken: it is there after the restart.
  receiver.answers = Array.from({ length: 3 }, () => 500);
  const before = receiver.requests;
  await call(product.origin, "POST", `/api/v2/webhooks/${hook.body.id}/test`, { token: key });
  await eventually(async () => (receiver.requests > before ? true : undefined), 30_000);
  await product.kill();
  receiver.answers = [];
  await product.restart();
  await eventually(async () => receiver.taken.find(({ type }) => type === "webhook.test"), 90_000);

  const sent = receiver.taken.length;
  const redelivered = await call(product.origin, "POST", `/api/v2/webhooks/deliveries/${delivery?.id}/redeliver`, {
    token: key,
  });
  expect(redelivered.status).toBe(202);
  await eventually(async () => (receiver.taken.length > sent ? true : undefined), 30_000);
  expect(receiver.taken.at(-1)).toMatchObject({ id: opened?.id, raw: opened?.raw });

  // Revoked: the next request is the first that is refused.
  await call(product.origin, "POST", `/api/v2/operator/keys/${made.body.id}/revoke`, { token: operator });
  expect((await call(product.origin, "GET", `/api/v2/cases/${caseId}`, { token: key })).status).toBe(401);
});
