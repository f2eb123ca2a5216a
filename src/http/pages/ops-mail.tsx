// The operators' mail box: what was written to people, how far it came, and what each kind of message looks like.
import { Hono } from "hono";
import { notFound } from "../../base/errors.ts";
import { NOTIFICATION_STATUSES, type NotificationStatus } from "../../db/tables/outbox.ts";
import type { Locale } from "../../domain/locale.ts";
import { listSent, type SentItem } from "../../services/notify/list-sent.ts";
import type { AppEnv } from "../app-env.ts";
import { HIDDEN_CODE } from "../operator.ts";
import { desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Heads, Pager, Table, Tabs } from "./ops-parts.tsx";
import { isKind, TemplateList, TemplatePreview } from "./ops-templates.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { NOTICES } from "./texts/notices.ts";
import { MAIL, OPS } from "./texts/ops.ts";
import { SENT_REASON, SENT_STATUS, TEMPLATES } from "./texts/ops-mail.ts";

export const opsMailPages = new Hono<AppEnv>();

opsMailPages.get("/ops/mail", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const status = NOTIFICATION_STATUSES.find((one) => one === query.status);
  const list = await listSent(services, operator, { cursor: query.cursor, status });
  return opsPage(c, {
    section: "mail",
    title: MAIL.title[locale],
    main: (
      <div class="stack">
        <h1>{MAIL.title[locale]}</h1>
        <p class="soft">{MAIL.lead[locale]}</p>
        <p class="row">
          <a href="/ops/mail/templates">{TEMPLATES.link[locale]}</a>
          <a href="/notices">{NOTICES.link[locale]}</a>
        </p>
        <Tabs
          label={TEMPLATES.status[locale]}
          tabs={[
            { href: "/ops/mail", name: TEMPLATES.all[locale], current: status === undefined },
            ...NOTIFICATION_STATUSES.map((one) => ({
              href: `/ops/mail?status=${one}`,
              name: SENT_STATUS[one][locale],
              current: one === status,
            })),
          ]}
        />
        <Live id="mail-list" of={list}>
          <MailTable items={list.items} locale={locale} />
          <Pager path="/ops/mail" query={query} next={list.next} locale={locale} />
        </Live>
      </div>
    ),
  });
});

opsMailPages.get("/ops/mail/templates", (c) => {
  const { locale } = desk(c);
  return opsPage(c, {
    section: "mail",
    title: TEMPLATES.title[locale],
    main: (
      <div class="stack">
        <p>
          <a class="way" href="/ops/mail">
            {MAIL.title[locale]}
          </a>
        </p>
        <h1>{TEMPLATES.title[locale]}</h1>
        <p class="soft">{TEMPLATES.lead[locale]}</p>
        <TemplateList locale={locale} />
      </div>
    ),
  });
});

opsMailPages.get("/ops/mail/templates/:kind", (c) => {
  const { services, locale } = desk(c);
  const kind = c.req.param("kind");
  if (!isKind(kind)) throw notFound("page");
  return opsPage(c, {
    section: "mail",
    title: kind,
    main: (
      <div class="stack">
        <p>
          <a class="way" href="/ops/mail/templates">
            {TEMPLATES.title[locale]}
          </a>
        </p>
        <h1 class="code">{kind}</h1>
        <TemplatePreview kind={kind} origin={services.publicOrigin} locale={locale} />
      </div>
    ),
  });
});

function MailTable({ items, locale }: { items: SentItem[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{OPS.empty[locale]}</Empty>;
  const heads = [MAIL.at, MAIL.to, MAIL.channel, TEMPLATES.status, MAIL.message];
  return (
    <Table label={MAIL.title[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="" tabindex={-1}>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
          <td class="code">{item.to}</td>
          <td>
            {MAIL[item.channel][locale]}
            {item.vendor !== null && <span class="block small soft">{item.vendor}</span>}
          </td>
          <td>
            <Status item={item} locale={locale} />
          </td>
          <td>
            <details>
              <summary>{item.subject}</summary>
              <p class="mail-text">{item.text ?? HIDDEN_CODE}</p>
            </details>
          </td>
        </tr>
      ))}
    </Table>
  );
}

const KINDS: Partial<Record<NotificationStatus, "good" | "care" | "bad">> = {
  sent: "good",
  delivered: "good",
  opened: "good",
  unsure: "care",
  failed: "bad",
};

function Status({ item, locale }: { item: SentItem; locale: Locale }) {
  const kind = KINDS[item.status];
  const at = item.opened_at ?? item.delivered_at ?? item.sent_at ?? item.failed_at;
  const waits = item.status === "queued" || item.status === "stored";
  return (
    <>
      <span class={kind === undefined ? "tag" : `tag ${kind}`}>{SENT_STATUS[item.status][locale]}</span>
      {item.reason !== null && <Reason reason={item.reason} locale={locale} />}
      {item.tries > 1 && (
        <span class="block small soft">{TEMPLATES.tries[locale].replace("{n}", String(item.tries))}</span>
      )}
      {at !== null && (
        <span class="block small soft">
          <Moment at={at} locale={locale} style="short" />
        </span>
      )}
      {waits && item.available_at !== null && (
        <span class="block small soft">
          {MAIL.notBefore[locale]} <Moment at={item.available_at} locale={locale} style="short" />
        </span>
      )}
    </>
  );
}

function Reason({ reason, locale }: { reason: string; locale: Locale }) {
  const word = SENT_REASON[reason]?.[locale];
  return <span class={word === undefined ? "block small code" : "block small"}>{word ?? reason}</span>;
}
