// Webhooks over the API: operators' for all cases, an integration's for its own.
import { Hono } from "hono";
import { deleteWebhook, rotateSecret, updateWebhook } from "../services/webhooks/change-webhook.ts";
import { createWebhook } from "../services/webhooks/create-webhook.ts";
import { listDeliveries } from "../services/webhooks/list-deliveries.ts";
import { listWebhooks, readWebhook } from "../services/webhooks/read-webhook.ts";
import { redeliverWebhook, testWebhook } from "../services/webhooks/redeliver-webhook.ts";
import { createWebhookInput, updateWebhookInput } from "../services/webhooks/webhook-input.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const webhooksApi = new Hono<AppEnv>();

webhooksApi.get("/", async (c) => c.json(await listWebhooks(c.get("services"), requirePerson(c), c.req.query())));

webhooksApi.post("/", async (c) => {
  const person = requirePerson(c);
  return c.json(await createWebhook(c.get("services"), person, await jsonBody(c, createWebhookInput)), 201);
});

webhooksApi.post("/deliveries/:id/redeliver", async (c) => {
  return c.json(await redeliverWebhook(c.get("services"), requirePerson(c), c.req.param("id")), 202);
});

webhooksApi.get("/:id", async (c) => {
  return c.json(await readWebhook(c.get("services"), requirePerson(c), c.req.param("id")));
});

webhooksApi.patch("/:id", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, updateWebhookInput);
  return c.json(await updateWebhook(c.get("services"), person, c.req.param("id"), body));
});

webhooksApi.delete("/:id", async (c) => {
  await deleteWebhook(c.get("services"), requirePerson(c), c.req.param("id"));
  return c.body(null, 204);
});

webhooksApi.post("/:id/rotate-secret", async (c) => {
  return c.json(await rotateSecret(c.get("services"), requirePerson(c), c.req.param("id")));
});

webhooksApi.post("/:id/test", async (c) => {
  return c.json(await testWebhook(c.get("services"), requirePerson(c), c.req.param("id")), 202);
});

webhooksApi.get("/:id/deliveries", async (c) => {
  return c.json(await listDeliveries(c.get("services"), requirePerson(c), c.req.param("id"), c.req.query()));
});
