// The queues on the console: what waits and how fast it goes, what is parked, and the way back into the queue.
import { Hono } from "hono";
import { listOutbox } from "../../services/operations/list-outbox.ts";
import { readMessageState } from "../../services/operations/read-dead-message.ts";
import { readQueues } from "../../services/operations/read-queues.ts";
import { replayDead } from "../../services/operations/replay-dead.ts";
import { discardMessage, retryMessage } from "../../services/operations/settle-dead-message.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Pager, Tabs } from "./ops-parts.tsx";
import { GroupTable, LaneTable, MessagePage, OutboxTable, ReplayPage } from "./ops-queue-views.tsx";
import { Live } from "./parts/live.tsx";
import { OPS } from "./texts/ops.ts";
import { QUEUES } from "./texts/ops-queues.ts";

export const opsQueuePages = new Hono<AppEnv>();

opsQueuePages.get("/ops/outbox", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const status = (["dead", "pending", "done"] as const).find((one) => one === query.status) ?? "dead";
  const [queues, list] = await Promise.all([
    readQueues(services, operator),
    listOutbox(services, operator, { status, name: query.name, cursor: query.cursor }),
  ]);
  const countOf = (one: string) =>
    queues.groups.reduce((sum, group) => sum + (group.status === one ? group.count : 0), 0);
  const replayed = query.replayed !== undefined && /^\d{1,3}$/.test(query.replayed) ? query.replayed : null;
  return opsPage(c, {
    section: "outbox",
    title: QUEUES.title[locale],
    main: (
      <div class="stack">
        <h1>{QUEUES.title[locale]}</h1>
        <p class="soft">{QUEUES.lead[locale]}</p>
        {replayed !== null && <p role="status">{QUEUES.replayed[locale].replace("{n}", replayed)}</p>}
        <Live id="outbox-list" of={[queues, list]} class="stack">
          <LaneTable lanes={queues.lanes} locale={locale} />
          <GroupTable groups={queues.groups.filter((group) => group.status === "dead")} locale={locale} />
          <Tabs
            label={OPS.status[locale]}
            tabs={(["dead", "pending", "done"] as const).map((one) => ({
              href: `/ops/outbox?status=${one}`,
              name: QUEUES[one][locale],
              current: status === one,
              count: one === "done" ? undefined : countOf(one),
            }))}
          />
          <OutboxTable items={list.items} status={status} locale={locale} />
          <Pager path="/ops/outbox" query={query} next={list.next} locale={locale} />
        </Live>
      </div>
    ),
  });
});

/** Counts first; the second press, with the moment of the count, sends. */
opsQueuePages.post("/ops/outbox/replay", async (c) => {
  const { services, operator, locale } = desk(c);
  const form = await formBody(c);
  const which = {
    name: form.get("name") || undefined,
    error: form.get("error") || undefined,
    until: form.get("until") || undefined,
  };
  const sends = form.get("how") === "send";
  const outcome = await replayDead(services, operator, { ...which, dry_run: !sends });
  if (sends) return c.redirect(`/ops/outbox?status=dead&replayed=${outcome.replayed}`, 303);
  return opsPage(c, {
    section: "outbox",
    title: QUEUES.replayTitle[locale],
    main: <ReplayPage which={which} outcome={outcome} locale={locale} />,
  });
});

opsQueuePages.get("/ops/outbox/:id", async (c) => {
  const { services, operator, locale } = desk(c);
  const message = await readMessageState(services, operator, c.req.param("id"));
  return opsPage(c, {
    section: "outbox",
    title: message.name,
    main: <MessagePage message={message} locale={locale} />,
  });
});

/** Fields named `field.<name>` whose value is another than it was are what is changed. */
opsQueuePages.post("/ops/outbox/:id/settle", async (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  const form = await formBody(c);
  const how = form.get("how");
  const fields = [...form].filter(([name]) => name.startsWith("field."));
  const back = fields.length > 0 ? `/ops/outbox/${encodeURIComponent(id)}` : "/ops/outbox?status=dead";
  return acted(c, back, async () => {
    if (how !== "retry") return discardMessage(services, operator, id);
    const { body } = fields.length > 0 ? await readMessageState(services, operator, id) : { body: {} };
    const was = body as Record<string, unknown>;
    const changes = fields.flatMap(([name, value]) => {
      const key = name.slice("field.".length);
      return String(was[key] ?? "") === value ? [] : [[key, value] as const];
    });
    return retryMessage(services, operator, id, { changes: Object.fromEntries(changes) });
  });
});
