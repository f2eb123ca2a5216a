// A person's own matters: who he is here, and the messages that Vez wrote to him.
import { Hono } from "hono";
import { listInbox } from "../services/notify/list-inbox.ts";
import { readMessage } from "../services/notify/read-message.ts";
import type { AppEnv } from "./app-env.ts";
import { requirePerson } from "./session.ts";

export const meApi = new Hono<AppEnv>();

meApi.get("/", (c) => {
  const { userId, role, locale } = requirePerson(c);
  return c.json({ id: userId, role, locale });
});

meApi.get("/messages", async (c) => c.json(await listInbox(c.get("services"), requirePerson(c), c.req.query())));

meApi.post("/messages/:id/read", async (c) => {
  return c.json(await readMessage(c.get("services"), requirePerson(c), { id: c.req.param("id") }));
});
