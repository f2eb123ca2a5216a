// Webhooks in the console: registered, tested, switched on and off; the log of each with what came back.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { WEBHOOK_DELIVERY_STATUSES } from "../../db/tables/webhooks.ts";
import type { Locale } from "../../domain/locale.ts";
import { deleteWebhook, rotateSecret, updateWebhook } from "../../services/webhooks/change-webhook.ts";
import { createWebhook } from "../../services/webhooks/create-webhook.ts";
import type { EndpointView } from "../../services/webhooks/endpoint-view.ts";
import { listDeliveries } from "../../services/webhooks/list-deliveries.ts";
import { listWebhooks, readWebhook } from "../../services/webhooks/read-webhook.ts";
import { redeliverWebhook, testWebhook } from "../../services/webhooks/redeliver-webhook.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Heads, Pager, Table, Tabs } from "./ops-parts.tsx";
import { DeliveryTable } from "./ops-webhook-log.tsx";
import { Field } from "./parts/field.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { SecretOnce } from "./parts/secret-once.tsx";
import { DELIVERY_STATUSES, EVENT_GROUPS, TARGET_PROBLEMS, WEBHOOKS } from "./texts/ops-webhooks.ts";

export const opsWebhookPages = new Hono<AppEnv>();

interface Typed {
  url: string;
  events: readonly string[];
  description: string;
}

const NOTHING: Typed = { url: "", events: Object.keys(EVENT_GROUPS), description: "" };

opsWebhookPages.get("/ops/webhooks", (c) => webhooksPage(c, {}));

/** The secret is in this answer and nowhere else: no redirect could carry it. */
opsWebhookPages.post("/ops/webhooks", async (c) => {
  const { services, operator, locale } = desk(c);
  const form = await formBody(c);
  const typed = {
    url: (form.get("url") ?? "").trim(),
    events: form.getAll("event"),
    description: form.get("description") ?? "",
  };
  try {
    const made = await createWebhook(services, operator, typed);
    return await webhooksPage(c, { secret: made.secret }, 201);
  } catch (error) {
    const problem = problemWords(error, locale);
    if (problem === null) throw error;
    return webhooksPage(c, { typed, problem }, 422);
  }
});

opsWebhookPages.get("/ops/webhooks/:id", (c) => webhookPage(c, c.req.param("id"), null));

opsWebhookPages.post("/ops/webhooks/:id/rotate-secret", async (c) => {
  const { services, operator } = desk(c);
  const { secret } = await rotateSecret(services, operator, c.req.param("id"));
  return webhookPage(c, c.req.param("id"), secret);
});

opsWebhookPages.post("/ops/webhooks/:id/status", async (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  const status = (await formBody(c)).get("status");
  return acted(c, `/ops/webhooks/${id}`, () => updateWebhook(services, operator, id, { status }));
});

opsWebhookPages.post("/ops/webhooks/:id/test", async (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  return acted(c, `/ops/webhooks/${id}`, () => testWebhook(services, operator, id));
});

opsWebhookPages.post("/ops/webhooks/:id/delete", async (c) => {
  const { services, operator } = desk(c);
  return acted(c, "/ops/webhooks", () => deleteWebhook(services, operator, c.req.param("id")));
});

opsWebhookPages.post("/ops/webhooks/:id/deliveries/:delivery/redeliver", async (c) => {
  const { services, operator } = desk(c);
  const { id, delivery } = c.req.param();
  return acted(c, `/ops/webhooks/${id}`, () => redeliverWebhook(services, operator, delivery));
});

/** Null for what the form cannot mend. */
function problemWords(error: unknown, locale: Locale): string | null {
  if (!(error instanceof VezError)) return null;
  if (error.code === "invalid_input") return WEBHOOKS.bad[locale];
  if (error.code === "too_many_webhooks") return WEBHOOKS.many[locale];
  if (error.code !== "webhook_url_refused") return null;
  const found = Object.entries(TARGET_PROBLEMS).find(([reason]) => reason === error.extra.reason);
  return (found?.[1] ?? WEBHOOKS.bad)[locale];
}

async function webhooksPage(
  c: Context<AppEnv>,
  shown: { secret?: string; typed?: Typed; problem?: string },
  status: 200 | 201 | 422 = 200,
) {
  const { services, operator, locale, query } = desk(c);
  const list = await listWebhooks(services, operator, { cursor: query.cursor });
  const heads = [WEBHOOKS.url, WEBHOOKS.events, WEBHOOKS.whose, WEBHOOKS.status, WEBHOOKS.made];
  return opsPage(c, {
    section: "webhooks",
    title: WEBHOOKS.title[locale],
    status,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{WEBHOOKS.title[locale]}</h1>
          <p>{WEBHOOKS.lead[locale]}</p>
        </div>
        {shown.secret !== undefined && (
          <SecretOnce label={WEBHOOKS.once[locale]} secret={shown.secret} locale={locale} />
        )}
        {list.items.length === 0 ? (
          <Empty>{WEBHOOKS.none[locale]}</Empty>
        ) : (
          <Table label={WEBHOOKS.title[locale]} head={<Heads names={heads} locale={locale} />}>
            {list.items.map((item) => (
              <tr data-row="" tabindex={-1}>
                <th scope="row">
                  <a href={`/ops/webhooks/${item.id}`}>{item.url}</a>
                  {item.description !== "" && <span class="soft"> {item.description}</span>}
                </th>
                <td>
                  <span class="code">{item.events.join(", ")}</span>
                </td>
                <td>
                  {item.integration_id === null ? (
                    WEBHOOKS.house[locale]
                  ) : (
                    <span class="code">{item.integration_id}</span>
                  )}
                </td>
                <td>
                  <StatusTag item={item} locale={locale} />
                </td>
                <td>
                  <Moment at={item.created_at} locale={locale} style="short" />
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Pager path="/ops/webhooks" query={query} next={list.next} locale={locale} />
        <details class="panel" open={shown.typed !== undefined || list.items.length === 0}>
          <summary>{WEBHOOKS.add[locale]}</summary>
          {shown.problem !== undefined && <Notice kind="bad" title={shown.problem} />}
          <WebhookForm typed={shown.typed ?? NOTHING} locale={locale} />
        </details>
      </div>
    ),
  });
}

function StatusTag({ item, locale }: { item: EndpointView; locale: Locale }) {
  if (item.status === "disabled") {
    const failed = item.disabled_by === "failures";
    return <span class={failed ? "tag bad" : "tag"}>{(failed ? WEBHOOKS.byFailures : WEBHOOKS.disabled)[locale]}</span>;
  }
  if (item.failing_since === null) return <span class="tag good">{WEBHOOKS.enabled[locale]}</span>;
  return (
    <span class="tag care">
      {WEBHOOKS.failing[locale]} <Moment at={item.failing_since} locale={locale} style="short" />
    </span>
  );
}

function WebhookForm({ typed, locale }: { typed: Typed; locale: Locale }) {
  return (
    <form method="post" action="/ops/webhooks" class="stack tight">
      <Field id="hook-url" label={WEBHOOKS.url[locale]} hint={WEBHOOKS.urlHint[locale]}>
        <input class="input" id="hook-url" name="url" type="url" required maxlength={500} value={typed.url} />
      </Field>
      <fieldset>
        <legend>{WEBHOOKS.events[locale]}</legend>
        {Object.entries(EVENT_GROUPS).map(([event, name]) => (
          <label class="choice">
            <input type="checkbox" name="event" value={event} checked={typed.events.includes(event)} />
            <span>
              {name[locale]} <span class="soft code">{event}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field id="hook-about" label={WEBHOOKS.about[locale]}>
        <input class="input" id="hook-about" name="description" maxlength={200} value={typed.description} />
      </Field>
      <span class="row">
        <button type="submit" class="button">
          {WEBHOOKS.make[locale]}
        </button>
      </span>
    </form>
  );
}

async function webhookPage(c: Context<AppEnv>, id: string, secret: string | null) {
  const { services, operator, locale, query } = desk(c);
  const status = WEBHOOK_DELIVERY_STATUSES.find((one) => one === query.status);
  const [item, log] = await Promise.all([
    readWebhook(services, operator, id),
    listDeliveries(services, operator, id, { status, cursor: query.cursor, limit: 50 }),
  ]);
  const path = `/ops/webhooks/${id}`;
  const off = item.status === "disabled";
  return opsPage(c, {
    section: "webhooks",
    title: WEBHOOKS.title[locale],
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1 class="address">{item.url}</h1>
          <p class="row">
            <StatusTag item={item} locale={locale} /> <span class="code">{item.events.join(", ")}</span>
            <span class="soft code">{item.integration_id ?? ""}</span>
          </p>
          {item.old_secret_until !== null && Date.parse(item.old_secret_until) > services.now().getTime() && (
            <p class="soft">
              {WEBHOOKS.both[locale]} <Moment at={item.old_secret_until} locale={locale} style="short" />.
            </p>
          )}
        </div>
        {secret !== null && <SecretOnce label={WEBHOOKS.once[locale]} secret={secret} locale={locale} />}
        <div class="row">
          {!off && <Press action={`${path}/test`}>{WEBHOOKS.test[locale]}</Press>}
          <Press action={`${path}/rotate-secret`}>{WEBHOOKS.rotate[locale]}</Press>
          <Press action={`${path}/status`} name="status" value={off ? "enabled" : "disabled"}>
            {(off ? WEBHOOKS.on : WEBHOOKS.off)[locale]}
          </Press>
          <details>
            <summary>{WEBHOOKS.remove[locale]}</summary>
            <Press action={`${path}/delete`}>{WEBHOOKS.sure[locale]}</Press>
          </details>
        </div>
        <section class="stack tight" aria-labelledby="log-title">
          <h2 id="log-title">{WEBHOOKS.log[locale]}</h2>
          <Tabs
            label={WEBHOOKS.log[locale]}
            tabs={[undefined, ...WEBHOOK_DELIVERY_STATUSES].map((one) => ({
              href: one === undefined ? path : `${path}?status=${one}`,
              name: (one === undefined ? WEBHOOKS.all : DELIVERY_STATUSES[one])[locale],
              current: one === status,
            }))}
          />
          <Live id="deliveries" of={log.items}>
            <DeliveryTable path={path} items={log.items} off={off} locale={locale} />
          </Live>
          <Pager path={path} query={query} next={log.next} locale={locale} />
        </section>
      </div>
    ),
  });
}

function Press(press: { action: string; name?: string; value?: string; children: string }) {
  return (
    <form method="post" action={press.action}>
      <button type="submit" class="button small quiet" name={press.name} value={press.value}>
        {press.children}
      </button>
    </form>
  );
}
