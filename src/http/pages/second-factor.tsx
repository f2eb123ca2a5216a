// An operator's second factor: asked for after signing in, connected, renewed, disconnected.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { readConfig } from "../../env.ts";
import {
  againSecondFactor,
  beginSecondFactor,
  confirmSecondFactor,
  type Enrolment,
} from "../../services/identity/enrol-second-factor.ts";
import {
  passSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../../services/identity/second-factor.ts";
import type { AppEnv } from "../app-env.ts";
import { type FactorHolder, factorHolder } from "../second-factor.ts";
import { session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { requirePageRole } from "./require-page-role.ts";
import { safeNext } from "./safe-next.ts";
import { Connected, Enrol, Pass, RecoveryCodes } from "./second-factor-forms.tsx";
import { FACTOR } from "./texts/operators.ts";

export const secondFactorPages = new Hono<AppEnv>();

const PATH = "/ops/second-factor";

// Who is half in goes on to the page; the house's own rule is for everybody else.
secondFactorPages.use(`${PATH}/*`, session, (c, next) =>
  factorHolder(c) === null ? requirePageRole("operator")(c, next) : next(),
);
type Refusal = "invalid_code" | "too_many_guesses" | "invalid_input";

secondFactorPages.get(PATH, async (c) => {
  const holder = factorHolder(c);
  if (holder === null) return c.notFound();
  return shownPage(c, holder, nextOf(c.req.query("next")));
});

secondFactorPages.post(PATH, async (c) => {
  const holder = factorHolder(c);
  if (holder === null || holder.sessionId === null) return c.redirect(PATH, 303);
  const { sessionId } = holder;
  const form = await formBody(c);
  const next = nextOf(form.get("next"));
  if (holder.owes !== "pass") return c.redirect(next, 303);
  try {
    const input = { code: form.get("code") ?? "", sessionId };
    await passSecondFactor(c.get("services"), holder.person, input);
  } catch (error) {
    return shownPage(c, holder, next, refusedBy(error));
  }
  return c.redirect(next, 303);
});

secondFactorPages.post(`${PATH}/set`, async (c) => {
  const holder = factorHolder(c);
  if (holder === null || holder.owes === "pass") return c.redirect(PATH, 303);
  const form = await formBody(c);
  const next = nextOf(form.get("next"));
  const ticket = form.get("ticket") ?? "";
  const services = c.get("services");
  try {
    const input = { ticket, code: form.get("code") ?? "", sessionId: holder.sessionId };
    const { recovery_codes } = await confirmSecondFactor(services, holder.person, input);
    return codesPage(c, recovery_codes, next);
  } catch (error) {
    const why = refusedBy(error);
    const again = why === "invalid_code" ? await againSecondFactor(services, holder.person, { ticket }) : undefined;
    return shownPage(c, holder, next, why, again);
  }
});

secondFactorPages.post(`${PATH}/:what{codes|remove}`, async (c) => {
  const holder = factorHolder(c);
  if (holder === null || holder.owes !== null) return c.redirect(PATH, 303);
  const input = { code: (await formBody(c)).get("code") ?? "" };
  const services = c.get("services");
  try {
    if (c.req.param("what") === "codes") {
      const { recovery_codes } = await renewRecoveryCodes(services, holder.person, input);
      return codesPage(c, recovery_codes, "/ops");
    }
    await removeSecondFactor(services, holder.person, input);
  } catch (error) {
    return shownPage(c, holder, "/ops", refusedBy(error));
  }
  return c.redirect(PATH, 303);
});

/** Whichever of its three faces the page has for this operator. */
async function shownPage(c: Context<AppEnv>, holder: FactorHolder, next: string, why?: Refusal, again?: Enrolment) {
  const locale = c.get("locale");
  const services = c.get("services");
  const error = why === undefined ? null : FACTOR[why][locale];
  const status = why === undefined ? 200 : why === "too_many_guesses" ? 429 : 422;
  if (holder.owes === "pass") return page(c, <Pass next={next} error={error} locale={locale} />, status);
  const { since, recovery_codes_left: left } = await readSecondFactor(services, holder.person);
  if (since !== null) {
    return page(c, <Connected since={since} left={left} error={error} locale={locale} />, status);
  }
  const enrolment = again ?? (await beginSecondFactor(services, holder.person));
  const required = readConfig(c.env).OPERATOR_SECOND_FACTOR === "required";
  const main = <Enrol enrolment={enrolment} required={required} next={next} error={error} locale={locale} />;
  return page(c, main, status, ["second-factor.js"]);
}

function codesPage(c: Context<AppEnv>, codes: string[], next: string) {
  return page(c, <RecoveryCodes codes={codes} next={next} locale={c.get("locale")} />, 200);
}

function page(c: Context<AppEnv>, main: ReturnType<typeof Pass>, status: 200 | 422 | 429, scripts: string[] = []) {
  const title = FACTOR.title[c.get("locale")];
  return renderPage(c, { title, styles: ["sign-in.css"], scripts, here: PATH, signedIn: true, main }, status);
}

function nextOf(next: string | null | undefined): string {
  return safeNext(next, "/ops");
}

/** Throws on what the page has no words for. */
function refusedBy(error: unknown): Refusal {
  const code = error instanceof VezError ? error.code : "";
  if (code === "invalid_code" || code === "too_many_guesses" || code === "invalid_input") return code;
  throw error;
}
