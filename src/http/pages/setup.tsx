// The first operator's way in: set-up code, name and address, then the proof of the address, then one press.
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { notFound, VezError } from "../../base/errors.ts";
import { readConfig } from "../../env.ts";
import { becomeFirstOperator, personName } from "../../services/identity/become-first-operator.ts";
import { readAccount } from "../../services/identity/read-account.ts";
import { checkSetupCode, isSetupOpen } from "../../services/identity/setup-code.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { emailAddress } from "../sign-in-bodies.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { keptFor, rememberAddress } from "./sign-in-address.ts";
import { sendCode } from "./sign-in-calls.ts";
import { SETUP } from "./texts/operators.ts";
import { SIGN_IN } from "./texts/sign-in.ts";

export const setupPages = new Hono<AppEnv>();

/** Holds what was typed while the address is proved. */
const COOKIE = "vez_setup";
const KEPT_SECONDS = 1800;
const kept = z.object({ code: z.string(), name: personName, email: emailAddress });
type Kept = z.infer<typeof kept>;

setupPages.get("/setup", session, async (c) => {
  if (!(await isSetupOpen(c.get("services"), readConfig(c.env).SETUP_CODE))) throw notFound("page");
  const held = readKept(c);
  return held !== null && (await hasProved(c, held)) ? finishPage(c, held) : formPage(c, held ?? {}, {});
});

setupPages.post("/setup", session, async (c) => {
  const form = await formBody(c);
  const typed = { code: form.get("code") ?? "", name: form.get("name") ?? "", email: form.get("email") ?? "" };
  const name = personName.safeParse(typed.name);
  const email = emailAddress.safeParse(typed.email);
  try {
    await checkSetupCode(c.get("services"), tried(c, typed.code));
  } catch (error) {
    const why = refusedBy(error);
    return formPage(c, typed, { code: why }, why === "too_many_guesses" ? 429 : 403);
  }
  if (!name.success || !email.success) {
    return formPage(c, typed, { ...(name.success ? {} : { name: "badName" }), badEmail: !email.success }, 422);
  }
  const held = { code: typed.code, name: name.data, email: email.data };
  setCookie(c, COOKIE, JSON.stringify(held), keptFor(c, "/setup", KEPT_SECONDS));
  if (await hasProved(c, held)) return c.redirect("/setup", 303);
  const outcome = await sendCode(c, email.data);
  if (outcome !== "sent") return formPage(c, typed, { mail: outcome }, 422);
  rememberAddress(c, email.data);
  return c.redirect("/sign-in/code?next=%2Fsetup", 303);
});

setupPages.post("/setup/finish", session, async (c) => {
  const held = readKept(c);
  if (held === null) return c.redirect("/setup", 303);
  if (!(await hasProved(c, held))) return c.redirect("/setup", 303);
  const person = { ...requirePerson(c), locale: c.get("locale") };
  try {
    await becomeFirstOperator(c.get("services"), person, { name: held.name }, tried(c, held.code));
  } catch (error) {
    const why = refusedBy(error);
    return formPage(c, held, { code: why }, 409);
  }
  deleteCookie(c, COOKIE, { path: "/setup" });
  return c.redirect("/ops", 303);
});

function tried(c: Context<AppEnv>, code: string) {
  const address = c.req.header("cf-connecting-ip") ?? "unknown";
  return { code, address, configured: readConfig(c.env).SETUP_CODE };
}

/** A cookie is the browser's word only: its code is checked again wherever it is used. */
function readKept(c: Context<AppEnv>): Kept | null {
  const text = getCookie(c, COOKIE);
  if (text === undefined) return null;
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function hasProved(c: Context<AppEnv>, held: Kept): Promise<boolean> {
  const person = c.get("person");
  return person !== null && (await readAccount(c.get("services"), person)).email === held.email;
}

type Refusal = "wrong_setup_code" | "too_many_guesses" | "address_in_use";

/** Throws on what the form has no words for. */
function refusedBy(error: unknown): Refusal {
  const code = error instanceof VezError ? error.code : "";
  if (code === "wrong_setup_code" || code === "too_many_guesses" || code === "address_in_use") return code;
  throw error;
}

interface Refused {
  code?: Refusal;
  name?: string;
  badEmail?: boolean;
  mail?: "notSent" | "tooManyCodes";
}

function formPage(
  c: Context<AppEnv>,
  typed: Partial<Kept>,
  refused: Refused,
  status: 200 | 403 | 409 | 422 | 429 = 200,
) {
  const locale = c.get("locale");
  const wrong = {
    code: refused.code === undefined ? null : SETUP[refused.code][locale],
    name: refused.name === undefined ? null : SETUP.badName[locale],
    email: refused.badEmail === true ? SIGN_IN.badEmail[locale] : null,
  };
  return renderPage(
    c,
    {
      title: SETUP.title[locale],
      styles: ["sign-in.css"],
      here: "/setup",
      main: (
        <div class="stack sign-in">
          <h1>{SETUP.title[locale]}</h1>
          <p class="lead">{SETUP.lead[locale]}</p>
          {refused.mail !== undefined && <Notice kind="bad">{SIGN_IN[refused.mail][locale]}</Notice>}
          <form method="post" action="/setup" class="stack" novalidate>
            <Field id="code" label={SETUP.code[locale]} hint={SETUP.codeHint[locale]} error={wrong.code}>
              <input
                class="input"
                id="code"
                name="code"
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                required
                maxlength={200}
                value={typed.code}
                {...describedBy("code", SETUP.codeHint, wrong.code)}
              />
            </Field>
            <Field id="name" label={SETUP.name[locale]} hint={SETUP.nameHint[locale]} error={wrong.name}>
              <input
                class="input"
                id="name"
                name="name"
                autocomplete="name"
                required
                maxlength={100}
                value={typed.name}
                {...describedBy("name", SETUP.nameHint, wrong.name)}
              />
            </Field>
            <Field id="email" label={SETUP.email[locale]} error={wrong.email}>
              <input
                class="input"
                id="email"
                name="email"
                type="email"
                autocomplete="email"
                required
                maxlength={254}
                value={typed.email}
                {...describedBy("email", undefined, wrong.email)}
              />
            </Field>
            <div>
              <button type="submit" class="button">
                {SETUP.go[locale]}
              </button>
            </div>
          </form>
        </div>
      ),
    },
    status,
  );
}

function finishPage(c: Context<AppEnv>, held: Kept) {
  const locale = c.get("locale");
  return renderPage(c, {
    title: SETUP.finishTitle[locale],
    styles: ["sign-in.css"],
    signedIn: true,
    main: (
      <div class="stack sign-in">
        <h1>{SETUP.finishTitle[locale]}</h1>
        <p class="lead">
          {SETUP.finishLead[locale]} <b class="address">{held.email}</b>.
        </p>
        <form method="post" action="/setup/finish">
          <button type="submit" class="button">
            {SETUP.finish[locale]}
          </button>
        </form>
      </div>
    ),
  });
}
