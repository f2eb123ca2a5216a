// What a coordinator sees: people with their load, cases without their clients; and what an invited person sees.
import type { Locale } from "../../domain/locale.ts";
import { MEMBER_ROLES } from "../../domain/organisation.ts";
import { CASE_STATUS_NAMES, CONTRACT_STATUS_NAMES, placeWords, subjectWords } from "../../domain/words/labels.ts";
import type { MyMembership } from "../../services/organisations/answer-invitation.ts";
import type { OrganisationCase, OrganisationCaseDetail } from "../../services/organisations/list-cases.ts";
import type { OrganisationPerson } from "../../services/organisations/list-people.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { Deadlines } from "./pro-offer.tsx";
import { NOTICES } from "./texts/notices.ts";
import { KIND_NAMES, ORG, ROLE_NAMES, STATE_NAMES } from "./texts/organisations.ts";

/** `own`: the reader's own address, who cannot take himself off; `remove` false: read only. */
export function People({
  items,
  own,
  remove,
  locale,
}: {
  items: OrganisationPerson[];
  own: string;
  remove: boolean;
  locale: Locale;
}) {
  if (items.length === 0) return <Empty>{ORG.nobody[locale]}</Empty>;
  return (
    <ul class="list">
      {items.map((item) => (
        <li class="card">
          <div class="offer-head">
            <h2 class="address">{item.name ?? item.email}</h2>
            <span class={item.state === "member" ? "tag good" : "tag care"}>{STATE_NAMES[item.state][locale]}</span>
          </div>
          <p class="row soft">
            <span>{ROLE_NAMES[item.role][locale]}</span>
            {item.licence !== null && <span class="code">{item.licence}</span>}
            {item.name !== null && <span class="address">{item.email}</span>}
            {item.on_leave === true && <span class="tag">{ORG.away[locale]}</span>}
          </p>
          {item.capacity_monthly !== null && (
            <dl class="facts">
              <dt>{ORG.load[locale]}</dt>
              <dd>
                {item.cases_30d ?? 0} / {item.capacity_monthly}
              </dd>
              <dt>{ORG.open[locale]}</dt>
              <dd>{item.open_offers ?? 0}</dd>
            </dl>
          )}
          {remove && item.email !== own && (
            <form method="post" action={`/org/people/${item.id}/remove`}>
              <button type="submit" class="button quiet small">
                {ORG.remove[locale]}
                <span class="said-only"> {item.name ?? item.email}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

export function InviteForm({
  action,
  typed,
  error,
  locale,
}: {
  action: string;
  typed: string;
  error: string | null;
  locale: Locale;
}) {
  return (
    <section class="card stack" aria-labelledby="invite-title">
      <h2 id="invite-title">{ORG.inviteTitle[locale]}</h2>
      <form method="post" action={action} class="stack">
        <Field id="invite-email" label={ORG.email[locale]} hint={ORG.inviteHint[locale]} error={error}>
          <input
            class="input"
            id="invite-email"
            name="email"
            type="email"
            autocomplete="off"
            maxlength={254}
            required
            value={typed}
            {...describedBy("invite-email", true, error)}
          />
        </Field>
        <Field id="invite-role" label={ORG.role[locale]}>
          <select class="input" id="invite-role" name="role">
            {MEMBER_ROLES.toReversed().map((role) => (
              <option value={role}>{ROLE_NAMES[role][locale]}</option>
            ))}
          </select>
        </Field>
        <div>
          <button type="submit" class="button">
            {ORG.invite[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}

export function CaseList({ items, next, locale }: { items: OrganisationCase[]; next: string | null; locale: Locale }) {
  return (
    <div class="stack">
      <h1>{ORG.cases[locale]}</h1>
      <p>
        <a class="way" href="/notices">
          {NOTICES.link[locale]}
        </a>
      </p>
      {items.length === 0 && <Empty>{ORG.noCases[locale]}</Empty>}
      <ul class="list">
        {items.map((item) => (
          <li class="card">
            <div class="offer-head">
              <h2>
                <a href={`/org/cases/${item.case_id}`}>{subjectWords(item.area, item.subarea, locale)}</a>
              </h2>
              <span class={item.status === "closed" ? "tag" : "tag good"}>
                {CASE_STATUS_NAMES[item.status][locale]}
              </span>
            </div>
            <CaseFacts item={item} locale={locale} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <p>
          <a href={`/org/cases?${new URLSearchParams({ cursor: next })}`}>{ORG.older[locale]}</a>
        </p>
      )}
    </div>
  );
}

function CaseFacts({ item, locale }: { item: OrganisationCase; locale: Locale }) {
  const place = placeWords(item.municipality, item.uf);
  const contract =
    item.contract_status === null ? ORG.noContract[locale] : CONTRACT_STATUS_NAMES[item.contract_status][locale];
  return (
    <dl class="facts">
      <dt>{ROLE_NAMES.professional[locale]}</dt>
      <dd>{item.professional}</dd>
      {place !== null && (
        <>
          <dt>{PLACE[locale]}</dt>
          <dd>{place}</dd>
        </>
      )}
      {item.accepted_at !== null && (
        <>
          <dt>{ORG.accepted[locale]}</dt>
          <dd>
            <Moment at={item.accepted_at} locale={locale} />
          </dd>
        </>
      )}
      <dt>{ORG.contract[locale]}</dt>
      <dd>{contract}</dd>
    </dl>
  );
}

const PLACE = { "pt-BR": "Lugar", en: "Place" };

export function CaseDetail({ item, locale }: { item: OrganisationCaseDetail; locale: Locale }) {
  return (
    <div class="stack">
      <p>
        <a href="/org/cases">{ORG.cases[locale]}</a>
      </p>
      <h1>{subjectWords(item.area, item.subarea, locale)}</h1>
      <p>
        <span class={item.status === "closed" ? "tag" : "tag good"}>{CASE_STATUS_NAMES[item.status][locale]}</span>
      </p>
      <CaseFacts item={item} locale={locale} />
      <section class="stack tight">
        <h2>{ORG.summary[locale]}</h2>
        <p class="summary">{item.summary}</p>
      </section>
      <section class="stack tight">
        <h2>{ORG.dates[locale]}</h2>
        {item.deadlines.length === 0 ? (
          <p class="soft">{ORG.noDates[locale]}</p>
        ) : (
          <Deadlines deadlines={item.deadlines} locale={locale} />
        )}
      </section>
      <p class="soft">{ORG.lead[locale]}</p>
    </div>
  );
}

export function Invitations({ items, locale }: { items: MyMembership[]; locale: Locale }) {
  return (
    <div class="stack">
      <h1>{ORG.invitations[locale]}</h1>
      {items.length === 0 && <Empty>{ORG.noInvitations[locale]}</Empty>}
      <ul class="list">
        {items.map((item) => (
          <li class="card stack tight">
            <div class="offer-head">
              <h2>{item.organisation}</h2>
              <span class={item.state === "member" ? "tag good" : "tag care"}>{ROLE_NAMES[item.role][locale]}</span>
            </div>
            <p class="soft">{KIND_NAMES[item.kind][locale]}</p>
            <p>{(item.role === "professional" ? ORG.seesCases : ORG.seesPeople)[locale]}</p>
            {item.state === "invited" ? (
              <form method="post" action={`/invitations/${item.id}`} class="row">
                <button type="submit" class="button" name="answer" value="accept">
                  {ORG.accept[locale]}
                </button>
                <button type="submit" class="button quiet" name="answer" value="decline">
                  {ORG.decline[locale]}
                </button>
              </form>
            ) : (
              <form method="post" action={`/invitations/${item.id}`} class="row">
                {item.role === "coordinator" && (
                  <a class="button" href="/org">
                    {ORG.toOrganisation[locale]}
                  </a>
                )}
                <button type="submit" class="button quiet" name="answer" value="leave">
                  {ORG.leave[locale]}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
