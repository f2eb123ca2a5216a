// The way in for whoever was invited: the link of the letter, the proof of the address, a name, one press.
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { acceptInvite, type ReadInvite, readInvite } from "../../services/identity/accept-invite.ts";
import { readAccount } from "../../services/identity/read-account.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { homeOf } from "./layout.tsx";
import { renderPage } from "./page.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { keptFor, rememberAddress } from "./sign-in-address.ts";
import { sendCode } from "./sign-in-calls.ts";
import { INVITE, SETUP } from "./texts/operators.ts";
import { SIGN_IN } from "./texts/sign-in.ts";

export const invitePages = new Hono<AppEnv>();

const COOKIE = "vez_invite";
const KEPT_SECONDS = 3600;

invitePages.get("/invite", session, async (c) => {
  const token = c.req.query("token");
  if (token !== undefined) {
    // Out of the address bar, its history and what is sent to others as referrer.
    await readInvite(c.get("services"), { token });
    setCookie(c, COOKIE, token, keptFor(c, "/invite", KEPT_SECONDS));
    return c.redirect("/invite", 303);
  }
  // The second press of a button, where a second factor is owed already.
  return c.get("halfIn") === null ? invitePage(c, {}) : c.redirect("/ops", 303);
});

invitePages.post("/invite", session, async (c) => {
  const invite = await readInvite(c.get("services"), { token: getCookie(c, COOKIE) });
  const outcome = await sendCode(c, invite.email);
  if (outcome !== "sent") return invitePage(c, { mail: outcome });
  rememberAddress(c, invite.email);
  return c.redirect("/sign-in/code?next=%2Finvite", 303);
});

invitePages.post("/invite/accept", session, async (c) => {
  const name = (await formBody(c)).get("name") ?? "";
  if (c.get("halfIn") !== null) return c.redirect("/ops", 303);
  if (name.trim() === "" || c.get("person") === null) return invitePage(c, { badName: true });
  const person = { ...requirePerson(c), locale: c.get("locale") };
  const { role } = await acceptInvite(c.get("services"), person, { token: getCookie(c, COOKIE), name });
  deleteCookie(c, COOKIE, { path: "/invite" });
  return c.redirect(homeOf({ ...person, role }), 303);
});

interface Refused {
  mail?: "notSent" | "tooManyCodes";
  badName?: boolean;
}

async function invitePage(c: Context<AppEnv>, refused: Refused) {
  const locale = c.get("locale");
  const invite = await readInvite(c.get("services"), { token: getCookie(c, COOKIE) });
  const proved = await hasProved(c, invite);
  return renderPage(
    c,
    {
      title: INVITE.title[locale],
      styles: ["sign-in.css"],
      here: "/invite",
      signedIn: proved,
      main: (
        <div class="stack sign-in">
          <h1>{INVITE.title[locale]}</h1>
          <p class="lead">{INVITE.operator[locale]}</p>
          {invite.invitedBy !== "" && (
            <p>
              {INVITE.by[locale]} <b>{invite.invitedBy}</b>
            </p>
          )}
          {refused.mail !== undefined && <Notice kind="bad">{SIGN_IN[refused.mail][locale]}</Notice>}
          {proved ? (
            <form method="post" action="/invite/accept" class="stack">
              <Name locale={locale} error={refused.badName === true ? SETUP.badName[locale] : null} />
              <div>
                <button type="submit" class="button">
                  {INVITE.accept[locale]}
                </button>
              </div>
            </form>
          ) : (
            <form method="post" action="/invite" class="stack">
              <p>
                {INVITE.prove[locale]} <b class="address">{invite.email}</b>.
              </p>
              <div>
                <button type="submit" class="button">
                  {SIGN_IN.sendCode[locale]}
                </button>
              </div>
            </form>
          )}
        </div>
      ),
    },
    refused.mail === undefined && refused.badName === undefined ? 200 : 422,
  );
}

function Name({ locale, error }: { locale: "pt-BR" | "en"; error: string | null }) {
  return (
    <Field id="name" label={SETUP.name[locale]} hint={SETUP.nameHint[locale]} error={error}>
      <input
        class="input"
        id="name"
        name="name"
        autocomplete="name"
        required
        maxlength={100}
        {...describedBy("name", SETUP.nameHint, error)}
      />
    </Field>
  );
}

async function hasProved(c: Context<AppEnv>, invite: ReadInvite): Promise<boolean> {
  const person = c.get("person");
  return person !== null && (await readAccount(c.get("services"), person)).email === invite.email;
}
