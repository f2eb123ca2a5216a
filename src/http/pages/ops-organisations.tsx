// Organisations in the console: all of them, a new one with its first coordinator, and one with its people.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import type { Locale } from "../../domain/locale.ts";
import { ORGANISATION_KINDS } from "../../domain/organisation.ts";
import { createOrganisation } from "../../services/organisations/create-organisation.ts";
import { inviteMember } from "../../services/organisations/invite-member.ts";
import {
  closeOrganisation,
  listOrganisations,
  type OrganisationView,
  readAnyOrganisation,
} from "../../services/organisations/read-organisation.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Heads, Pager, Table } from "./ops-parts.tsx";
import { InviteForm, People } from "./org-views.tsx";
import { Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { OPS } from "./texts/ops.ts";
import { KIND_NAMES, ORG, ROLE_NAMES } from "./texts/organisations.ts";

export const opsOrganisationPages = new Hono<AppEnv>();

opsOrganisationPages.get("/ops/organisations", (c) => organisationsPage(c, null));

/** `typed` is a form that was refused: shown again as it was sent. */
async function organisationsPage(c: Context<AppEnv>, typed: URLSearchParams | null) {
  const { services, operator, locale, query } = desk(c);
  const { items, next } = await listOrganisations(services, operator, { cursor: query.cursor });
  return opsPage(c, {
    section: "organisations",
    title: ORG.organisations[locale],
    status: typed === null ? 200 : 422,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{ORG.organisations[locale]}</h1>
          <p>{ORG.opsLead[locale]}</p>
        </div>
        {typed !== null && <Notice kind="care">{ORG.badFields[locale]}</Notice>}
        <Organisations items={items} locale={locale} />
        <Pager path="/ops/organisations" query={query} next={next} locale={locale} />
        <Create typed={typed} locale={locale} />
      </div>
    ),
  });
}

opsOrganisationPages.post("/ops/organisations", async (c) => {
  const { services, operator } = desk(c);
  const form = await formBody(c);
  try {
    const made = await createOrganisation(services, operator, {
      name: form.get("name"),
      kind: form.get("kind"),
      uf: form.get("uf")?.toUpperCase() || null,
      municipality: null,
      coordinator_email: form.get("coordinator_email"),
    });
    return c.redirect(`/ops/organisations/${made.id}?invited`, 303);
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "invalid_input") throw error;
    return organisationsPage(c, form);
  }
});

opsOrganisationPages.get("/ops/organisations/:id", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const house = await readAnyOrganisation(services, operator, c.req.param("id"));
  const at = `/ops/organisations/${house.id}`;
  return opsPage(c, {
    section: "organisations",
    title: house.name,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{house.name}</h1>
          <p class="soft">
            {KIND_NAMES[house.kind][locale]}
            {house.closed_at !== null && ` · ${ORG.closed[locale]}`}
          </p>
        </div>
        {query.bad !== undefined && <Notice kind="care">{ORG.badEmail[locale]}</Notice>}
        <People items={house.people} own="" remove={false} locale={locale} />
        {house.closed_at === null && (
          <>
            <InviteForm action={`${at}/invitations`} typed="" error={null} locale={locale} />
            <form method="post" action={`${at}/close`} class="stack tight">
              <p class="soft">{ORG.closeHint[locale]}</p>
              <div>
                <button type="submit" class="button quiet small">
                  {ORG.close[locale]}
                </button>
              </div>
            </form>
          </>
        )}
      </div>
    ),
  });
});

opsOrganisationPages.post("/ops/organisations/:id/invitations", async (c) => {
  const { services, operator } = desk(c);
  const form = await formBody(c);
  const organisationId = c.req.param("id");
  const at = `/ops/organisations/${organisationId}`;
  return acted(c, at, () =>
    inviteMember(services, operator, { email: form.get("email"), role: form.get("role"), organisationId }),
  );
});

opsOrganisationPages.post("/ops/organisations/:id/close", async (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  return acted(c, `/ops/organisations/${id}`, () => closeOrganisation(services, operator, id));
});

function Organisations({ items, locale }: { items: OrganisationView[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{ORG.none[locale]}</Empty>;
  const heads = [ORG.name, ORG.kind, ROLE_NAMES.coordinator, ROLE_NAMES.professional, ORG.openCases, OPS.created];
  return (
    <Table label={ORG.organisations[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="">
          <th scope="row">
            <a href={`/ops/organisations/${item.id}`}>{item.name}</a>
            {item.closed_at !== null && ` (${ORG.closed[locale]})`}
          </th>
          <td>{KIND_NAMES[item.kind][locale]}</td>
          <td>{item.coordinators}</td>
          <td>{item.professionals}</td>
          <td>{item.open_cases}</td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Create({ typed, locale }: { typed: URLSearchParams | null; locale: Locale }) {
  const was = (name: string) => typed?.get(name) ?? "";
  return (
    <form method="post" action="/ops/organisations" class="panel stack" aria-labelledby="create-title">
      <h2 id="create-title">{ORG.create[locale]}</h2>
      <Field id="org-name" label={ORG.name[locale]}>
        <input class="input" id="org-name" name="name" required maxlength={120} value={was("name")} />
      </Field>
      <Field id="org-kind" label={ORG.kind[locale]}>
        <select class="input" id="org-kind" name="kind">
          {ORGANISATION_KINDS.map((kind) => (
            <option value={kind} selected={kind === was("kind")}>
              {KIND_NAMES[kind][locale]}
            </option>
          ))}
        </select>
      </Field>
      <Field id="org-uf" label={ORG.uf[locale]}>
        <select class="input" id="org-uf" name="uf">
          <option value="">–</option>
          {UFS.map((uf) => (
            <option value={uf} selected={uf === was("uf")}>
              {uf}
            </option>
          ))}
        </select>
      </Field>
      <Field id="org-coordinator" label={ORG.coordinatorEmail[locale]} hint={ORG.inviteHint[locale]}>
        <input
          class="input"
          id="org-coordinator"
          name="coordinator_email"
          type="email"
          required
          maxlength={254}
          value={was("coordinator_email")}
          aria-describedby="org-coordinator-hint"
        />
      </Field>
      <div>
        <button type="submit" class="button">
          {ORG.create[locale]}
        </button>
      </div>
    </form>
  );
}
