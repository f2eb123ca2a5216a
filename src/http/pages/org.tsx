// The coordinator's pages, and the page on which anybody answers an invitation.
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { VezError } from "../../base/errors.ts";
import { readAccount } from "../../services/identity/read-account.ts";
import { answerInvitation, listMyMemberships } from "../../services/organisations/answer-invitation.ts";
import { leaveOrganisation, removeMember } from "../../services/organisations/end-membership.ts";
import { inviteMember } from "../../services/organisations/invite-member.ts";
import { listOrganisationCases, readOrganisationCase } from "../../services/organisations/list-cases.ts";
import { listPeople } from "../../services/organisations/list-people.ts";
import { readOrganisation } from "../../services/organisations/read-organisation.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { CaseDetail, CaseList, Invitations, InviteForm, People } from "./org-views.tsx";
import { renderPage } from "./page.tsx";
import { Notice } from "./parts/notice.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { KIND_NAMES, ORG, ORG_NAV, ORG_REFUSED } from "./texts/organisations.ts";

export const orgPages = new Hono<AppEnv>();

for (const path of ["/org", "/org/*", "/invitations", "/invitations/*"]) orgPages.use(path, session, signInFirst);

const PATHS = { people: "/org", cases: "/org/cases" } as const;

function orgPage(
  c: Context<AppEnv>,
  page: { section: keyof typeof PATHS | null; title: string; main: Child; status?: 422 },
) {
  const locale = c.get("locale");
  const { section } = page;
  return renderPage(
    c,
    {
      title: page.title,
      styles: ["pro.css"],
      noFoot: true,
      signedIn: true,
      nav:
        section === null
          ? undefined
          : (["people", "cases"] as const).map((one) => ({
              href: PATHS[one],
              label: ORG_NAV[one][locale],
              current: one === section,
            })),
      main: page.main,
    },
    page.status,
  );
}

orgPages.get("/org", (c) => peoplePage(c, {}));

async function peoplePage(c: Context<AppEnv>, state: { typed?: string; error?: string }): Promise<Response> {
  const locale = c.get("locale");
  const services = c.get("services");
  const person = requirePerson(c);
  const [house, people, account] = await Promise.all([
    readOrganisation(services, person),
    listPeople(services, person, { cursor: c.req.query("cursor") }),
    readAccount(services, person),
  ]);
  const main = (
    <div class="stack">
      <div class="stack tight">
        <h1>{house.name}</h1>
        <p class="soft">{KIND_NAMES[house.kind][locale]}</p>
        <p>{ORG.lead[locale]}</p>
      </div>
      {c.req.query("invited") !== undefined && <Notice kind="good">{ORG.invited[locale]}</Notice>}
      {c.req.query("removed") !== undefined && <Notice kind="good">{ORG.removed[locale]}</Notice>}
      <People items={people.items} own={account.email ?? ""} remove locale={locale} />
      {people.next !== null && (
        <p>
          <a href={`/org?${new URLSearchParams({ cursor: people.next })}`}>{ORG.older[locale]}</a>
        </p>
      )}
      <InviteForm action="/org/invitations" typed={state.typed ?? ""} error={state.error ?? null} locale={locale} />
    </div>
  );
  return orgPage(c, {
    section: "people",
    title: house.name,
    main,
    ...(state.error === undefined ? {} : { status: 422 }),
  });
}

orgPages.post("/org/invitations", async (c) => {
  const form = await formBody(c);
  const typed = form.get("email") ?? "";
  try {
    await inviteMember(c.get("services"), requirePerson(c), { email: typed, role: form.get("role") });
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "invalid_input") throw error;
    return peoplePage(c, { typed, error: ORG.badEmail[c.get("locale")] });
  }
  return c.redirect("/org?invited", 303);
});

orgPages.post("/org/people/:id/remove", async (c) => {
  await removeMember(c.get("services"), requirePerson(c), { id: c.req.param("id") });
  return c.redirect("/org?removed", 303);
});

orgPages.get("/org/cases", async (c) => {
  const locale = c.get("locale");
  const { items, next } = await listOrganisationCases(c.get("services"), requirePerson(c), {
    cursor: c.req.query("cursor"),
  });
  return orgPage(c, {
    section: "cases",
    title: ORG.cases[locale],
    main: <CaseList items={items} next={next} locale={locale} />,
  });
});

orgPages.get("/org/cases/:caseId", async (c) => {
  const locale = c.get("locale");
  const item = await readOrganisationCase(c.get("services"), requirePerson(c), c.req.param("caseId"));
  return orgPage(c, { section: "cases", title: ORG.cases[locale], main: <CaseDetail item={item} locale={locale} /> });
});

orgPages.get("/invitations", async (c) => {
  const locale = c.get("locale");
  const person = requirePerson(c);
  const [account, { items }] = await Promise.all([
    readAccount(c.get("services"), person),
    listMyMemberships(c.get("services"), person),
  ]);
  // An invitation is to an address: who has none yet signs in with it.
  if (account.email === null) return c.redirect("/sign-in?next=%2Finvitations", 303);
  const refused = ORG_REFUSED[c.req.query("refused") ?? ""];
  return orgPage(c, {
    section: null,
    title: ORG.invitations[locale],
    main: (
      <div class="stack">
        {refused !== undefined && <Notice kind="care">{refused[locale]}</Notice>}
        <Invitations items={items} locale={locale} />
      </div>
    ),
  });
});

orgPages.post("/invitations/:id", async (c) => {
  const form = await formBody(c);
  const id = c.req.param("id");
  const person = requirePerson(c);
  const answer = form.get("answer");
  try {
    if (answer === "leave") await leaveOrganisation(c.get("services"), person, { id });
    else await answerInvitation(c.get("services"), person, { id, accept: answer === "accept" });
  } catch (error) {
    if (!(error instanceof VezError) || error.status !== 409) throw error;
    return c.redirect(`/invitations?${new URLSearchParams({ refused: error.code })}`, 303);
  }
  return c.redirect("/invitations", 303);
});
