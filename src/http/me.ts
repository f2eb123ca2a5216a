// A person's own matters: who he is here, and the messages that Vez wrote to him.
import { Hono } from "hono";
import { listInbox } from "../services/notify/list-inbox.ts";
import { noticesInput } from "../services/notify/notices-view.ts";
import { readMessage } from "../services/notify/read-message.ts";
import { readNotices, storeNotices } from "../services/notify/set-notices.ts";
import { reachInput } from "../services/reach/reach-view.ts";
import { deleteReach, readReach, storeReach } from "../services/reach/set-reach.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const meApi = new Hono<AppEnv>();

meApi.get("/", (c) => {
  const { userId, role, locale } = requirePerson(c);
  return c.json({ id: userId, role, locale });
});

meApi.get("/reach", async (c) => c.json({ reach: await readReach(c.get("services"), requirePerson(c)) }));

meApi.put("/reach", async (c) => {
  const person = requirePerson(c);
  return c.json({ reach: await storeReach(c.get("services"), person, await jsonBody(c, reachInput)) });
});

meApi.delete("/reach", async (c) => {
  await deleteReach(c.get("services"), requirePerson(c));
  return c.json({ reach: null });
});

meApi.get("/notices", async (c) => c.json(await readNotices(c.get("services"), requirePerson(c))));

meApi.put("/notices", async (c) => {
  const person = requirePerson(c);
  return c.json(await storeNotices(c.get("services"), person, await jsonBody(c, noticesInput)));
});

meApi.get("/messages", async (c) => c.json(await listInbox(c.get("services"), requirePerson(c), c.req.query())));

meApi.post("/messages/:id/read", async (c) => {
  return c.json(await readMessage(c.get("services"), requirePerson(c), { id: c.req.param("id") }));
});
