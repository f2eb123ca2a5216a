// API keys in the console: made, shown once, listed with their last use, revoked.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { SCOPES } from "../../domain/keys/scopes.ts";
import type { Locale } from "../../domain/locale.ts";
import { dayWords } from "../../domain/words/moments.ts";
import { issueKey } from "../../services/keys/issue-key.ts";
import type { KeyView } from "../../services/keys/key-view.ts";
import { listKeys } from "../../services/keys/list-keys.ts";
import { revokeKey } from "../../services/keys/revoke-key.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Heads, Pager, Table } from "./ops-parts.tsx";
import { Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { SecretOnce } from "./parts/secret-once.tsx";
import { KEY_STATUSES, KEYS, SCOPE_NAMES } from "./texts/ops-keys.ts";

export const opsKeyPages = new Hono<AppEnv>();

interface Typed {
  name: string;
  scopes: readonly string[];
  rate: string;
  days: string;
}

const NOTHING: Typed = { name: "", scopes: ["cases:read", "cases:write"], rate: "120", days: "365" };

opsKeyPages.get("/ops/keys", (c) => keysPage(c, {}));

/** The key is in this answer and nowhere else: no redirect could carry it. */
opsKeyPages.post("/ops/keys", async (c) => {
  const { services, operator } = desk(c);
  const form = await formBody(c);
  const said = (name: string) => (form.get(name) ?? "").trim();
  const typed = { name: said("name"), scopes: form.getAll("scope"), rate: said("rate"), days: said("days") };
  const wish = { name: typed.name, scopes: typed.scopes, rate_per_minute: typed.rate };
  try {
    const made = await issueKey(services, operator, {
      ...wish,
      expires_in_days: typed.days === "" ? null : typed.days,
    });
    return await keysPage(c, { key: made.key }, 201);
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "invalid_input") throw error;
    return keysPage(c, { typed }, 422);
  }
});

opsKeyPages.post("/ops/keys/:id/revoke", async (c) => {
  const { services, operator } = desk(c);
  return acted(c, "/ops/keys", () => revokeKey(services, operator, c.req.param("id")));
});

async function keysPage(c: Context<AppEnv>, shown: { key?: string; typed?: Typed }, status: 200 | 201 | 422 = 200) {
  const { services, operator, locale, query } = desk(c);
  const list = await listKeys(services, operator, { cursor: query.cursor });
  return opsPage(c, {
    section: "keys",
    title: KEYS.title[locale],
    status,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{KEYS.title[locale]}</h1>
          <p>{KEYS.lead[locale]}</p>
        </div>
        {shown.key !== undefined && <SecretOnce label={KEYS.once[locale]} secret={shown.key} locale={locale} />}
        {list.items.length === 0 ? <Empty>{KEYS.none[locale]}</Empty> : <KeyTable items={list.items} locale={locale} />}
        <Pager path="/ops/keys" query={query} next={list.next} locale={locale} />
        <details class="panel" open={shown.typed !== undefined || list.items.length === 0}>
          <summary>{KEYS.add[locale]}</summary>
          {shown.typed !== undefined && <Notice kind="bad" title={KEYS.bad[locale]} />}
          <KeyForm typed={shown.typed ?? NOTHING} locale={locale} />
        </details>
      </div>
    ),
  });
}

const STATUS_KINDS = { active: "tag good", expired: "tag care", revoked: "tag" } as const;

function KeyTable({ items, locale }: { items: KeyView[]; locale: Locale }) {
  const heads = [
    KEYS.name,
    KEYS.key,
    KEYS.scopes,
    KEYS.rateShort,
    KEYS.status,
    KEYS.used,
    KEYS.expires,
    KEYS.made,
    KEYS.act,
  ];
  return (
    <Table label={KEYS.title[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row">{item.name}</th>
          <td>
            <span class="code">{item.prefix}…</span>
          </td>
          <td>
            <span class="code">{item.scopes.join(", ")}</span>
          </td>
          <td class="number">{item.rate_per_minute.toLocaleString(locale)}</td>
          <td>
            <span class={STATUS_KINDS[item.status]}>{KEY_STATUSES[item.status][locale]}</span>
          </td>
          <td>
            {item.last_used_at === null ? (
              KEYS.never[locale]
            ) : (
              <Moment at={item.last_used_at} locale={locale} style="short" />
            )}
          </td>
          <td>{item.expires_at === null ? "–" : dayWords(item.expires_at.slice(0, 10), locale)}</td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
          <td>
            {item.status === "active" && (
              <form method="post" action={`/ops/keys/${item.id}/revoke`}>
                <button type="submit" class="button small quiet" aria-label={`${KEYS.revoke[locale]}: ${item.name}`}>
                  {KEYS.revoke[locale]}
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function KeyForm({ typed, locale }: { typed: Typed; locale: Locale }) {
  return (
    <form method="post" action="/ops/keys" class="stack tight">
      <Field id="key-name" label={KEYS.name[locale]} hint={KEYS.nameHint[locale]}>
        <input class="input" id="key-name" name="name" required maxlength={80} value={typed.name} />
      </Field>
      <fieldset>
        <legend>{KEYS.scopes[locale]}</legend>
        {SCOPES.map((scope) => (
          <label class="choice">
            <input type="checkbox" name="scope" value={scope} checked={typed.scopes.includes(scope)} />
            <span>
              {SCOPE_NAMES[scope][locale]} <span class="soft code">{scope}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field id="key-rate" label={KEYS.rate[locale]}>
        <input class="input" id="key-rate" name="rate" type="number" min={1} max={6000} required value={typed.rate} />
      </Field>
      <Field id="key-days" label={KEYS.days[locale]} hint={KEYS.daysHint[locale]}>
        <input class="input" id="key-days" name="days" type="number" min={1} max={3650} value={typed.days} />
      </Field>
      <span class="row">
        <button type="submit" class="button">
          {KEYS.make[locale]}
        </button>
      </span>
    </form>
  );
}
