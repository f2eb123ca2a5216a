// A link that came by WhatsApp: looked at by anybody's preview, used up by the person's own press alone.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { listCases } from "../../services/cases/list-cases.ts";
import { joinAnonymous } from "../../services/identity/join-anonymous.ts";
import { type OpenLink, readLink, useLink } from "../../services/whatsapp/link.ts";
import type { AppEnv } from "../app-env.ts";
import { anonymousHere, enterAs } from "../recovery-session.ts";
import { session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { comeBack, outOfSight } from "./leave-quickly.tsx";
import { renderPage } from "./page.tsx";
import { Notice } from "./parts/notice.tsx";
import { WHATSAPP_LINK as WORDS } from "./texts/whatsapp.ts";

export const whatsappLinkPages = new Hono<AppEnv>();

whatsappLinkPages.use("/w", outOfSight);

/** Who opens it: the case's own client, somebody with another account, or a browser without one. */
type Visitor = "own" | "account" | "stranger";

whatsappLinkPages.get("/w", session, async (c) => {
  const token = c.req.query("k") ?? "";
  const link = await readLink(c.get("services"), token).catch(unlessOver);
  if (link === null) return overPage(c);
  const visitor = await visitorOf(c, link);
  if (visitor === "own") return c.redirect(pathOf(link), 303);
  if (!link.isAnonymous) return signInPage(c, link);
  return openPage(c, token, visitor);
});

whatsappLinkPages.post("/w", session, async (c) => {
  const form = await formBody(c);
  const token = form.get("k") ?? "";
  const seen = await readLink(c.get("services"), token).catch(unlessOver);
  if (seen === null) return overPage(c);
  const visitor = await visitorOf(c, seen);
  if (visitor === "own") return c.redirect(pathOf(seen), 303);
  // A phone that others may hold does not open an account.
  if (!seen.isAnonymous) return signInPage(c, seen);
  const link = await useLink(c.get("services"), token).catch(unlessOver);
  if (link === null) return overPage(c);
  const person = c.get("person");
  if (visitor === "account" && person !== null) {
    await joinAnonymous(c.get("services"), { anonymousId: link.userId, userId: person.userId });
  } else {
    await enterAs(c, link.userId, { bring: form.has("bring") });
  }
  comeBack(c);
  return c.redirect(pathOf(link), 303);
});

async function visitorOf(c: Context<AppEnv>, link: OpenLink): Promise<Visitor> {
  const person = c.get("person");
  if (person === null) return "stranger";
  if (person.userId === link.userId) return "own";
  return person.role === "client" && (await anonymousHere(c)) === null ? "account" : "stranger";
}

async function openPage(c: Context<AppEnv>, token: string, visitor: Visitor) {
  const locale = c.get("locale");
  const person = c.get("person");
  const here = visitor === "stranger" && person !== null ? await anonymousHere(c) : null;
  const brings =
    here !== null && person !== null && (await listCases(c.get("services"), person, { limit: 1 })).items.length > 0;
  return linkPage(
    c,
    WORDS.title[locale],
    <>
      <p class="lead">{(visitor === "account" ? WORDS.joinLead : WORDS.lead)[locale]}</p>
      <form method="post" action="/w" class="stack">
        <input type="hidden" name="k" value={token} />
        {brings && (
          <label class="check">
            <input type="checkbox" name="bring" value="1" checked />
            <span>{WORDS.bring[locale]}</span>
          </label>
        )}
        <div>
          <button type="submit" class="button">
            {(visitor === "account" ? WORDS.join : WORDS.open)[locale]}
          </button>
        </div>
      </form>
      <p class="soft small">{WORDS.shared[locale]}</p>
    </>,
  );
}

function signInPage(c: Context<AppEnv>, link: OpenLink) {
  const locale = c.get("locale");
  return linkPage(
    c,
    WORDS.title[locale],
    <>
      <p class="lead">{WORDS.mineLead[locale]}</p>
      <p>
        <a class="button" href={`/sign-in?next=${encodeURIComponent(pathOf(link))}`}>
          {WORDS.signIn[locale]}
        </a>
      </p>
    </>,
  );
}

function overPage(c: Context<AppEnv>) {
  const locale = c.get("locale");
  return linkPage(
    c,
    WORDS.overTitle[locale],
    <>
      <Notice kind="care">{WORDS.over[locale]}</Notice>
      <p>
        <a class="button" href="/">
          {WORDS.home[locale]}
        </a>
      </p>
    </>,
    422,
  );
}

function linkPage(
  c: Context<AppEnv>,
  title: string,
  content: Parameters<typeof renderPage>[1]["main"],
  status: 200 | 422 = 200,
) {
  // The address holds a key.
  c.header("cache-control", "no-store");
  const main = (
    <div class="stack recovery">
      <h1>{title}</h1>
      {content}
    </div>
  );
  return renderPage(c, { title, styles: ["reach.css"], here: hereOf(c), main }, status);
}

/** Who changes the language comes back to the same link. */
function hereOf(c: Context<AppEnv>): string {
  const token = c.req.query("k");
  return token === undefined ? "/w" : `/w?k=${encodeURIComponent(token)}`;
}

function pathOf(link: OpenLink): string {
  return `/conversations/${encodeURIComponent(link.caseId)}`;
}

function unlessOver(error: unknown): null {
  if (error instanceof VezError && error.code === "link_unknown") return null;
  throw error;
}
