// The team in the console: who operates, who is invited, and the ways to change both.
import { type Context, Hono } from "hono";
import type { Locale } from "../../domain/locale.ts";
import { OPERATOR_REASON_TEXTS, REMOVAL_REASONS, RESET_REASONS } from "../../domain/operators/removal-reasons.ts";
import { createInvite } from "../../services/identity/create-invite.ts";
import type { InviteItem } from "../../services/identity/invite-item.ts";
import { listInvites } from "../../services/identity/list-invites.ts";
import { listOperators, type OperatorItem } from "../../services/identity/list-operators.ts";
import { removeOperator } from "../../services/identity/remove-operator.ts";
import { revokeInvite } from "../../services/identity/revoke-invite.ts";
import { resetSecondFactor } from "../../services/identity/second-factor.ts";
import type { AppEnv } from "../app-env.ts";
import { emailAddress } from "../sign-in-bodies.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Pager } from "./ops-parts.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { TEAM, TEAM_REFUSED } from "./texts/operators.ts";

export const opsPeoplePages = new Hono<AppEnv>();

const PATH = "/ops/people";

opsPeoplePages.get(PATH, (c) => peoplePage(c, {}));

opsPeoplePages.post(`${PATH}/invites`, async (c) => {
  const { services, operator } = desk(c);
  const typed = (await formBody(c)).get("email") ?? "";
  const email = emailAddress.safeParse(typed);
  if (!email.success) return peoplePage(c, { typed, badEmail: true });
  return acted(c, PATH, () => createInvite(services, operator, { email: email.data }));
});

opsPeoplePages.post(`${PATH}/invites/:id/revoke`, async (c) => {
  const { services, operator } = desk(c);
  return acted(c, PATH, () => revokeInvite(services, operator, { id: c.req.param("id") }));
});

opsPeoplePages.post(`${PATH}/:id/:what{remove|reset}`, async (c) => {
  const { services, operator } = desk(c);
  const { id, what } = c.req.param();
  const reason = (await formBody(c)).get("reason") ?? "";
  if (reason === "") return c.redirect(`${PATH}?refused=no_reason`, 303);
  const act = what === "remove" ? removeOperator : resetSecondFactor;
  return acted(c, PATH, () => act(services, operator, { id, reason }));
});

async function peoplePage(c: Context<AppEnv>, form: { typed?: string; badEmail?: boolean }) {
  const { services, operator, locale, query } = desk(c);
  const [people, invites] = await Promise.all([
    listOperators(services, operator, { cursor: query.cursor }),
    listInvites(services, operator, { status: "open", limit: 100 }),
  ]);
  const error = form.badEmail === true ? TEAM.badEmail[locale] : null;
  const refused = TEAM_REFUSED[query.refused ?? ""];
  return opsPage(c, {
    section: "people",
    title: TEAM.title[locale],
    status: error === null ? 200 : 422,
    main: (
      <div class="stack">
        <div class="stack tight">
          <h1>{TEAM.title[locale]}</h1>
          <p>{TEAM.lead[locale]}</p>
          <p>
            <a href="/ops/second-factor">{TEAM.own[locale]}</a>
          </p>
        </div>
        {refused !== undefined && <Notice kind="care">{refused[locale]}</Notice>}
        <ul class="panels">
          {people.items.map((one) => (
            <Person one={one} alone={people.items.length === 1 && query.cursor === undefined} locale={locale} />
          ))}
        </ul>
        <Pager path={PATH} query={query} next={people.next} locale={locale} />
        <section class="stack tight" aria-labelledby="invite-title">
          <h2 id="invite-title">{TEAM.invite[locale]}</h2>
          <p class="soft">{TEAM.inviteLead[locale]}</p>
          <form method="post" action={`${PATH}/invites`} class="stack tight narrow" novalidate>
            <Field id="email" label={TEAM.email[locale]} error={error}>
              <input
                class="input"
                id="email"
                name="email"
                type="email"
                autocomplete="off"
                required
                maxlength={254}
                value={form.typed}
                {...describedBy("email", undefined, error)}
              />
            </Field>
            <div>
              <button type="submit" class="button">
                {TEAM.invite[locale]}
              </button>
            </div>
          </form>
        </section>
        <section class="stack tight" aria-labelledby="open-title">
          <h2 id="open-title">{TEAM.open[locale]}</h2>
          <Invites items={invites.items} locale={locale} />
        </section>
      </div>
    ),
  });
}

function Person({ one, alone, locale }: { one: OperatorItem; alone: boolean; locale: Locale }) {
  return (
    <li class="panel stack tight" data-row="" tabindex={-1}>
      <p class="row">
        <strong>{one.name || one.email}</strong>
        {one.you && <span class="tag">{TEAM.you[locale]}</span>}
        <span class={one.second_factor_since === null ? "tag care" : "tag good"}>
          {TEAM.factor[locale]}: {TEAM[one.second_factor_since === null ? "no" : "yes"][locale]}
        </span>
      </p>
      <p class="soft">
        {one.email}
        {one.last_seen_at !== null && (
          <>
            {" · "}
            {TEAM.seen[locale]} <Moment at={one.last_seen_at} locale={locale} style="short" />
          </>
        )}
      </p>
      {!alone && (
        <details>
          <summary>{TEAM.change[locale]}</summary>
          <div class="stack tight">
            {one.second_factor_since !== null && !one.you && (
              <Act one={one} what="reset" reasons={RESET_REASONS} label={TEAM.reset[locale]} locale={locale} />
            )}
            <Act one={one} what="remove" reasons={REMOVAL_REASONS} label={TEAM.remove[locale]} locale={locale} />
          </div>
        </details>
      )}
    </li>
  );
}

interface ActProps {
  one: OperatorItem;
  what: "remove" | "reset";
  reasons: readonly (keyof typeof OPERATOR_REASON_TEXTS)[];
  label: string;
  locale: Locale;
}

function Act({ one, what, reasons, label, locale }: ActProps) {
  const id = `${one.id}-${what}`;
  return (
    <form method="post" action={`${PATH}/${one.id}/${what}`} class="stack tight narrow">
      <Field id={id} label={TEAM.reason[locale]}>
        <select class="input" id={id} name="reason" required>
          <option value="">{TEAM.choose[locale]}</option>
          {reasons.map((reason) => (
            <option value={reason}>{OPERATOR_REASON_TEXTS[reason][locale]}</option>
          ))}
        </select>
      </Field>
      <div>
        <button type="submit" class="button risky">
          {label}
        </button>
      </div>
    </form>
  );
}

function Invites({ items, locale }: { items: InviteItem[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{TEAM.noneOpen[locale]}</Empty>;
  return (
    <ul class="panels">
      {items.map((invite) => (
        <li class="panel stack tight" data-row="" tabindex={-1}>
          <strong>{invite.email}</strong>
          <p class="soft">
            {TEAM.until[locale]} <Moment at={invite.expires_at} locale={locale} style="short" />
            {invite.invited_by !== null && ` · ${TEAM.by[locale]} ${invite.invited_by}`}
          </p>
          <form method="post" action={`${PATH}/invites/${invite.id}/revoke`}>
            <button type="submit" class="button quiet">
              {TEAM.revoke[locale]}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
