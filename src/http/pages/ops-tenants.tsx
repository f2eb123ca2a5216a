// Houses in the console: each with its mode and why, and the form that makes or changes one.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { CASE_MODES } from "../../domain/case-mode.ts";
import { LOCALES, type Locale } from "../../domain/locale.ts";
import { listTenants, type TenantList } from "../../services/tenants/list-tenants.ts";
import { saveTenant } from "../../services/tenants/save-tenant.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Pager } from "./ops-parts.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { MODE_NAMES, TENANTS } from "./texts/ops-tenants.ts";

export const opsTenantPages = new Hono<AppEnv>();

opsTenantPages.get("/ops/tenants", (c) => tenantsPage(c));

interface Typed {
  id: string;
  name: string;
  hosts: string;
  mode: string;
  locale: string;
  notes: string;
}

opsTenantPages.post("/ops/tenants", async (c) => {
  const { services, operator } = desk(c);
  const form = await formBody(c);
  const said = (name: string) => form.get(name) ?? "";
  const typed: Typed = {
    id: said("id").trim(),
    name: said("name"),
    hosts: said("hosts"),
    mode: said("mode"),
    locale: said("locale"),
    notes: said("notes"),
  };
  const hosts = typed.hosts.split(/[\s,;]+/).filter((host) => host !== "");
  try {
    await saveTenant(services, operator, { ...typed, hosts });
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    if (error.code === "invalid_input") return tenantsPage(c, { typed, problem: "bad" }, 422);
    if (error.code === "host_taken") return tenantsPage(c, { typed, problem: "taken" }, 409);
    throw error;
  }
  return c.redirect("/ops/tenants?done=saved", 303);
});

async function tenantsPage(
  c: Context<AppEnv>,
  again?: { typed: Typed; problem: "bad" | "taken" },
  status: 200 | 409 | 422 = 200,
) {
  const { services, operator, locale, query } = desk(c);
  const list = await listTenants(services, operator, { cursor: query.cursor });
  return opsPage(c, {
    section: "tenants",
    title: TENANTS.title[locale],
    status,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{TENANTS.title[locale]}</h1>
          <p>{TENANTS.lead[locale]}</p>
          <p class="soft">
            {TENANTS.newOnly[locale]} {TENANTS.later[locale].replace("{n}", String(services.settings.cacheTtlSeconds))}
          </p>
          <p class="soft">
            {TENANTS.fallback[locale]} {TENANTS.now[locale]}: <strong>{MODE_NAMES[list.default_mode][locale]}</strong>.
          </p>
        </div>
        {query.done === "saved" && <Notice kind="good">{TENANTS.saved[locale]}</Notice>}
        {list.items.length === 0 && <Empty>{TENANTS.none[locale]}</Empty>}
        <ul class="panels">
          {list.items.map((one) => (
            <House one={one} locale={locale} />
          ))}
        </ul>
        <Pager path="/ops/tenants" query={query} next={list.next} locale={locale} />
        <details class="panel" open={again !== undefined || list.items.length === 0}>
          <summary>{TENANTS.add[locale]}</summary>
          {again !== undefined && <Notice kind="bad" title={TENANTS[again.problem][locale]} />}
          <HouseForm at="new" typed={again?.typed ?? NOTHING} locale={locale} />
        </details>
      </div>
    ),
  });
}

const NOTHING: Typed = { id: "", name: "", hosts: "", mode: "matching", locale: "pt-BR", notes: "" };

function House({ one, locale }: { one: TenantList["items"][number]; locale: Locale }) {
  return (
    <li class="panel stack tight" data-row="" tabindex={-1} aria-labelledby={`tenant-${one.id}`}>
      <p class="row">
        <strong id={`tenant-${one.id}`}>{one.name}</strong>
        <span class="code">{one.id}</span>
        <span class={one.mode === "directory" ? "tag care" : "tag"}>{MODE_NAMES[one.mode][locale]}</span>
        <span class="soft">
          <Moment at={one.updated_at} locale={locale} style="short" />
        </span>
      </p>
      <p class="row">
        {one.hosts.map((host) => (
          <span class="code">{host}</span>
        ))}
        <span class="soft">
          {TENANTS.cases[locale]}: {one.cases.matching} / {one.cases.directory}
        </span>
      </p>
      <p>{one.notes}</p>
      <details>
        <summary>{TENANTS.change[locale]}</summary>
        <HouseForm at={one.id} typed={{ ...one, hosts: one.hosts.join("\n") }} fixed locale={locale} />
      </details>
    </li>
  );
}

function HouseForm({
  at,
  typed,
  fixed = false,
  locale,
}: {
  at: string;
  typed: Typed;
  fixed?: boolean;
  locale: Locale;
}) {
  const id = (name: string) => `${at}-t-${name}`;
  return (
    <form method="post" action="/ops/tenants" class="stack tight">
      {fixed ? (
        <input type="hidden" name="id" value={typed.id} />
      ) : (
        <Field id={id("id")} label={TENANTS.id[locale]} hint={TENANTS.idHint[locale]}>
          <input
            class="input"
            id={id("id")}
            name="id"
            required
            maxlength={40}
            value={typed.id}
            autocapitalize="none"
            {...describedBy(id("id"), TENANTS.idHint)}
          />
        </Field>
      )}
      <Field id={id("name")} label={TENANTS.name[locale]}>
        <input class="input" id={id("name")} name="name" required maxlength={80} value={typed.name} />
      </Field>
      <Field id={id("hosts")} label={TENANTS.hosts[locale]} hint={TENANTS.hostsHint[locale]}>
        <textarea
          class="input"
          id={id("hosts")}
          name="hosts"
          rows={2}
          autocapitalize="none"
          {...describedBy(id("hosts"), TENANTS.hostsHint)}
        >
          {typed.hosts}
        </textarea>
      </Field>
      <Field id={id("mode")} label={TENANTS.mode[locale]}>
        <select class="input" id={id("mode")} name="mode">
          {CASE_MODES.map((mode) => (
            <option value={mode} selected={mode === typed.mode}>
              {MODE_NAMES[mode][locale]}
            </option>
          ))}
        </select>
      </Field>
      <Field id={id("locale")} label={TENANTS.locale[locale]}>
        <select class="input" id={id("locale")} name="locale">
          {LOCALES.map((one) => (
            <option value={one} selected={one === typed.locale}>
              {one === "en" ? "English" : "Português"}
            </option>
          ))}
        </select>
      </Field>
      <Field id={id("notes")} label={TENANTS.notes[locale]} hint={TENANTS.notesHint[locale]}>
        <textarea
          class="input"
          id={id("notes")}
          name="notes"
          rows={3}
          required
          minlength={10}
          maxlength={2000}
          {...describedBy(id("notes"), TENANTS.notesHint)}
        >
          {typed.notes}
        </textarea>
      </Field>
      <div>
        <button type="submit" class="button small">
          {TENANTS.save[locale]}
        </button>
      </div>
    </form>
  );
}
