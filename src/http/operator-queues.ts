// The queues over the API: what waits, one message, and what is sent again or let go.
import { Hono } from "hono";
import { listOutbox } from "../services/operations/list-outbox.ts";
import { readMessageState } from "../services/operations/read-dead-message.ts";
import { readQueues } from "../services/operations/read-queues.ts";
import { replayDead, replayInput } from "../services/operations/replay-dead.ts";
import { discardMessage, retryInput, retryMessage } from "../services/operations/settle-dead-message.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorQueuesApi = new Hono<AppEnv>();

operatorQueuesApi.get("/queues", async (c) => c.json(await readQueues(c.get("services"), requireRole(c, "operator"))));

operatorQueuesApi.get("/outbox", async (c) =>
  c.json(await listOutbox(c.get("services"), requireRole(c, "operator"), c.req.query())),
);

operatorQueuesApi.post("/outbox/replay", async (c) => {
  return c.json(await replayDead(c.get("services"), requireRole(c, "operator"), await jsonBody(c, replayInput)));
});

operatorQueuesApi.get("/outbox/:id", async (c) => {
  return c.json(await readMessageState(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});

operatorQueuesApi.post("/outbox/:id/retry", async (c) => {
  const input = await optionalJsonBody(c, retryInput);
  return c.json(await retryMessage(c.get("services"), requireRole(c, "operator"), c.req.param("id"), input));
});

operatorQueuesApi.post("/outbox/:id/discard", async (c) => {
  return c.json(await discardMessage(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});
