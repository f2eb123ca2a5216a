// The professional's pages: offers, cases, turn, profile. They work before any script has loaded.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import type { Locale } from "../../domain/locale.ts";
import { listOffers } from "../../services/offers/list-offers.ts";
import { respondToOffer } from "../../services/offers/respond-to-offer.ts";
import { seeOffer } from "../../services/offers/see-offer.ts";
import { listMyCases } from "../../services/professionals/list-my-cases.ts";
import { readProfessional } from "../../services/professionals/read-professional.ts";
import { readTurn } from "../../services/professionals/read-turn.ts";
import { updateProfessional } from "../../services/professionals/update-professional.ts";
import { countUnread } from "../../services/talk/count-unread.ts";
import { readQuestion } from "../../services/talk/question-view.ts";
import { listPapers } from "../../services/verification/papers.ts";
import { readStanding, type Standing } from "../../services/verification/standing.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { asVezError } from "../problem.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { proCasePages } from "./pro-case-pages.tsx";
import { MyCases } from "./pro-cases.tsx";
import { proPage } from "./pro-frame.tsx";
import { OfferPage } from "./pro-offer.tsx";
import { OfferList, type OfferListProps } from "./pro-offers.tsx";
import { Profile } from "./pro-profile.tsx";
import { formOfPost, formOfProfile, type ProfileForm, patchOf, refusedFields } from "./pro-profile-form.ts";
import { type RegistrationForm, registrationOf, registrationOfPost, registrationPatch } from "./pro-registration.tsx";
import { isNoteworthy, StandingPart } from "./pro-standing.tsx";
import { Turn } from "./pro-turn.tsx";
import { requirePageRole } from "./require-page-role.ts";
import { COURSE, WITHDRAW } from "./texts/course.ts";
import { MY_CASES, OFFERS, PROFILE, TURN } from "./texts/pro.ts";

export const proPages = new Hono<AppEnv>();

const PAST_ON_FIRST_PAGE = 5;
const PAST_ON_LATER_PAGES = 20;

proPages.use("/pro", session, requirePageRole("professional"));
proPages.use("/pro/*", session, requirePageRole("professional"));

/** In the page's language, which the reader may have switched since signing up. */
function reader(c: Context<AppEnv>): { person: Person; locale: Locale } {
  const locale = c.get("locale");
  return { person: { ...requirePerson(c), locale }, locale };
}

proPages.get("/pro", async (c) => {
  const { person, locale } = reader(c);
  const services = c.get("services");
  const standing = await readStanding(services, person);
  const said = standing === null || !isNoteworthy(standing) ? null : await standingPart(c, standing);
  if (standing?.status === "pending" || standing?.vertical === "staffing")
    return proPage(c, { section: "offers", title: OFFERS.title[locale], main: said });
  const cursor = c.req.query("cursor");
  const limit = cursor === undefined ? PAST_ON_FIRST_PAGE : PAST_ON_LATER_PAGES;
  const [open, past, why] = await Promise.all([
    listOffers(services, person, { show: "open", limit: 50 }),
    listOffers(services, person, { show: "past", limit, cursor }),
    whyNone(c, person),
  ]);
  return proPage(c, {
    section: "offers",
    title: OFFERS.title[locale],
    main: (
      <div class="stack loose">
        {said}
        <OfferList
          open={open.items}
          past={past.items}
          next={past.next}
          older={cursor !== undefined}
          why={why}
          declined={c.req.query("declined") !== undefined}
          now={services.now()}
          locale={locale}
        />
      </div>
    ),
  });
});

async function standingPart(c: Context<AppEnv>, standing: Standing) {
  const { person, locale } = reader(c);
  const services = c.get("services");
  const maxMb = Math.floor(services.settings.fileMaxBytes / 1024 / 1024);
  const papers = await listPapers(services, person);
  const refused = c.req.query("refused") ?? null;
  return <StandingPart standing={standing} papers={papers} maxMb={maxMb} refused={refused} locale={locale} />;
}

async function whyNone(c: Context<AppEnv>, person: Person): Promise<OfferListProps["why"]> {
  const [view, turn] = await Promise.all([
    readProfessional(c.get("services"), person),
    readTurn(c.get("services"), person),
  ]);
  if (view.status === "pending") return "emptyPending";
  if (view.status === "inactive") return "emptyInactive";
  if (view.on_leave) return "emptyLeave";
  return turn.cases_30d + turn.pending_offers >= turn.capacity_monthly ? "emptyFull" : null;
}

proPages.get("/pro/offers/:offerId", async (c) => {
  const { person, locale } = reader(c);
  const services = c.get("services");
  const offer = await seeOffer(services, person, c.req.param("offerId"));
  return proPage(c, {
    section: "offers",
    title: OFFERS.title[locale],
    styles: ["pro.css", "talk.css"],
    main: (
      <OfferPage
        offer={offer}
        refused={c.req.query("refused") ?? null}
        question={await readQuestion(services, person, offer.id)}
        questionRefused={c.req.query("question") ?? null}
        now={services.now()}
        locale={locale}
      />
    ),
  });
});

proPages.post("/pro/offers/:offerId/accept", (c) => answer(c, "accept", null));

proPages.post("/pro/offers/:offerId/decline", async (c) => {
  const form = await formBody(c);
  return answer(c, "decline", form.get("reason"));
});

async function answer(c: Context<AppEnv>, kind: "accept" | "decline", reason: string | null): Promise<Response> {
  const { person } = reader(c);
  const offerId = c.req.param("offerId") ?? "";
  try {
    const offer = await respondToOffer(c.get("services"), person, { offerId, answer: kind, reason });
    if (kind === "decline") return c.redirect("/pro?declined", 303);
    return c.redirect(`/pro/cases?${new URLSearchParams({ taken: offer.case_id })}`, 303);
  } catch (error) {
    // What came between is said where the offer is, not on a page of its own.
    if (!(error instanceof VezError) || error.status !== 409) throw error;
    return c.redirect(`/pro/offers/${offerId}?${new URLSearchParams({ refused: error.code })}`, 303);
  }
}

proPages.get("/pro/cases", async (c) => {
  const { person, locale } = reader(c);
  const { items, next } = await listMyCases(c.get("services"), person, { cursor: c.req.query("cursor") });
  const unread = await countUnread(
    c.get("services"),
    "professional",
    items.map(({ case_id }) => case_id),
  );
  const taken = c.req.query("taken") ?? null;
  return proPage(c, {
    section: "cases",
    title: MY_CASES.title[locale],
    styles: ["pro.css", "talk.css"],
    main: <MyCases items={items} unread={unread} next={next} taken={taken} done={doneWords(c)} locale={locale} />,
  });
});

function doneWords(c: Context<AppEnv>): string | null {
  const locale = c.get("locale");
  if (c.req.query("gave-back") !== undefined) return WITHDRAW.done[locale];
  return c.req.query("refused") === undefined ? null : COURSE.changed[locale];
}

proPages.route("/", proCasePages);

proPages.get("/pro/turn", async (c) => {
  const { person, locale } = reader(c);
  const cursor = c.req.query("cursor");
  const turn = await readTurn(c.get("services"), person, { cursor });
  return proPage(c, {
    section: "turn",
    title: TURN.title[locale],
    main: <Turn turn={turn} older={cursor !== undefined} locale={locale} />,
  });
});

proPages.get("/pro/profile", (c) => profilePage(c, { saved: c.req.query("saved") !== undefined }));

proPages.post("/pro/profile", async (c) => {
  const form = formOfPost(await formBody(c));
  return change(c, patchOf(form), { form });
});

proPages.post("/pro/registration", async (c) => {
  const post = await formBody(c);
  const view = await readProfessional(c.get("services"), reader(c).person);
  const registration = registrationOfPost(post, view.vertical);
  return change(c, registrationPatch(registration), { registration });
});

proPages.post("/pro/leave", async (c) => {
  const post = await formBody(c);
  const from = post.get("leave_from") || null;
  const ends = post.get("end") === "yes" || from === null;
  return change(c, ends ? { leave_from: null } : { leave_from: from, leave_until: post.get("leave_until") || null });
});

proPages.post("/pro/receiving", async (c) => {
  const post = await formBody(c);
  return change(
    c,
    post.has("opted_out") ? { opted_out: post.get("opted_out") === "yes" } : { active: post.get("active") === "yes" },
  );
});

interface Typed {
  form?: ProfileForm;
  registration?: RegistrationForm;
}

/** Saves and shows the profile; what is refused is shown at its field, with everything that was typed. */
async function change(c: Context<AppEnv>, patch: unknown, typed: Typed = {}): Promise<Response> {
  try {
    await updateProfessional(c.get("services"), reader(c).person, patch);
  } catch (error) {
    const known = asVezError(error);
    if (known?.code !== "invalid_input") throw error;
    return profilePage(c, { ...typed, refused: refusedFields(known.extra) });
  }
  return c.redirect("/pro/profile?saved", 303);
}

async function profilePage(
  c: Context<AppEnv>,
  state: Typed & { refused?: string[]; saved?: boolean },
): Promise<Response> {
  const { person, locale } = reader(c);
  const view = await readProfessional(c.get("services"), person);
  const refused = state.refused ?? [];
  return proPage(c, {
    section: "profile",
    title: PROFILE.title[locale],
    here: "/pro/profile",
    live: false,
    status: refused.length > 0 ? 422 : 200,
    main: (
      <Profile
        view={view}
        form={state.form ?? formOfProfile(view, locale)}
        registration={state.registration ?? registrationOf(view)}
        refused={refused}
        saved={state.saved === true}
        locale={locale}
      />
    ),
  });
}
