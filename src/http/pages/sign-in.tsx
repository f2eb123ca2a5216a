// Signing in by e-mail code, signing out, and leaving a conversation behind on a shared device.
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import type { Role } from "../../db/tables/identity.ts";
import { listCases } from "../../services/cases/list-cases.ts";
import { readAccount } from "../../services/identity/read-account.ts";
import type { AppEnv } from "../app-env.ts";
import { secondFactorPage } from "../second-factor.ts";
import { session } from "../session.ts";
import { emailAddress } from "../sign-in-bodies.ts";
import { formBody } from "./form-body.ts";
import { homeOf } from "./layout.tsx";
import { renderPage } from "./page.tsx";
import { safeNext } from "./safe-next.ts";
import { EMAIL_COOKIE, isStaffWay, rememberAddress } from "./sign-in-address.ts";
import { enterCode, leave, sendCode } from "./sign-in-calls.ts";
import { AlreadyIn, CodeForm, EmailForm, Forget } from "./sign-in-forms.tsx";
import { SIGN_IN } from "./texts/sign-in.ts";

export const signInPages = new Hono<AppEnv>();

signInPages.get("/sign-in", session, async (c) => {
  const person = c.get("person");
  const next = c.req.query("next");
  if (c.get("halfIn") !== null) return c.redirect(secondFactorPage(safeNext(next, "/ops")), 303);
  if (person === null) return emailPage(c, {});
  const { email } = await readAccount(c.get("services"), person);
  if (email === null) return emailPage(c, {});
  const locale = c.get("locale");
  const target = next === undefined ? homeOf(person) : safeNext(next);
  return renderPage(c, {
    title: SIGN_IN.title[locale],
    styles: ["sign-in.css"],
    signedIn: true,
    main: <AlreadyIn email={email} next={target} locale={locale} />,
  });
});

signInPages.post("/sign-in", session, async (c) => {
  const form = await formBody(c);
  const next = safeNext(form.get("next"), "");
  const typed = (form.get("email") ?? "").trim();
  const email = emailAddress.safeParse(typed);
  if (!email.success) return emailPage(c, { typed, next, error: "badEmail" });
  const outcome = await sendCode(c, email.data);
  if (outcome !== "sent") return emailPage(c, { typed, next, error: outcome });
  rememberAddress(c, email.data);
  const query = new URLSearchParams({
    ...(next === "" ? {} : { next }),
    ...(form.get("again") === "1" ? { again: "1" } : {}),
  });
  return c.redirect(`/sign-in/code${query.size > 0 ? `?${query}` : ""}`, 303);
});

signInPages.get("/sign-in/code", async (c) => {
  const email = getCookie(c, EMAIL_COOKIE);
  const next = c.req.query("next");
  if (email === undefined) return emailPage(c, { next, error: "lostEmail" });
  return codePage(c, { email, next, again: c.req.query("again") === "1" });
});

signInPages.post("/sign-in/code", async (c) => {
  const form = await formBody(c);
  // A cookie is the browser's word only.
  const email = emailAddress.safeParse(getCookie(c, EMAIL_COOKIE)).data;
  const next = form.get("next") ?? undefined;
  if (email === undefined) return emailPage(c, { next, error: "lostEmail" });
  // People type or paste it with spaces and dashes.
  const digits = (form.get("code") ?? "").replace(/\D/g, "");
  const outcome = await enterCode(c, email, digits, { afresh: isStaffWay(next) });
  if (!outcome.ok) return codePage(c, { email, next, error: outcome.why });
  deleteCookie(c, EMAIL_COOKIE, { path: "/sign-in" });
  return c.redirect(landingOf(outcome.role, next), 303);
});

signInPages.post("/sign-out", async (c) => {
  await leave(c);
  return c.redirect("/", 303);
});

signInPages.get("/forget", session, (c) => {
  const locale = c.get("locale");
  return renderPage(c, {
    title: SIGN_IN.forgetTitle[locale],
    styles: ["sign-in.css"],
    main: <Forget locale={locale} />,
  });
});

/** Each role's own page, unless the reader was on his way somewhere. */
function landingOf(role: Role, next: string | undefined): string {
  const home = homeOf({ kind: "person", userId: "", role, locale: "pt-BR" });
  if (next === undefined || next === "") return home;
  return safeNext(next, home);
}

type EmailError = "badEmail" | "notSent" | "tooManyCodes" | "lostEmail";

async function emailPage(c: Context<AppEnv>, state: { typed?: string; next?: string; error?: EmailError }) {
  const locale = c.get("locale");
  const person = c.get("person");
  const next = state.next ?? c.req.query("next") ?? "";
  const open = person !== null && (await listCases(c.get("services"), person, { limit: 1 })).items.length > 0;
  return renderPage(
    c,
    {
      title: SIGN_IN.title[locale],
      styles: ["sign-in.css"],
      here: `/sign-in${next === "" ? "" : `?${new URLSearchParams({ next })}`}`,
      main: (
        <EmailForm
          locale={locale}
          next={next}
          typed={state.typed ?? ""}
          error={state.error === undefined ? null : SIGN_IN[state.error][locale]}
          openConversation={open}
        />
      ),
    },
    state.error === undefined ? 200 : 422,
  );
}

type CodeError = "badCode" | "oldCode" | "tooMany" | "tooManyGuesses";

function codePage(c: Context<AppEnv>, state: { email: string; next?: string; again?: boolean; error?: CodeError }) {
  const locale = c.get("locale");
  const next = state.next ?? "";
  return renderPage(
    c,
    {
      title: SIGN_IN.codeTitle[locale],
      styles: ["sign-in.css"],
      scripts: ["sign-in.js"],
      here: `/sign-in/code${next === "" ? "" : `?${new URLSearchParams({ next })}`}`,
      main: (
        <CodeForm
          locale={locale}
          next={next}
          email={state.email}
          again={state.again === true}
          error={state.error === undefined ? null : SIGN_IN[state.error][locale]}
        />
      ),
    },
    state.error === undefined ? 200 : 422,
  );
}
