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
import { safeNext } from "./safe-next.ts";
import { WHATSAPP_LINK as WORDS } from "./texts/whatsapp.ts";

export const whatsappLinkPages = new Hono<AppEnv>();

whatsappLinkPages.use("/w", outOfSight);

interface Asked {
  token: string;
  /** Where it leads, as the link says; null: to the conversation. */
  to: string | null;
}

/** Who opens it: the case's own client, somebody with another account, or a browser without one. */
type Visitor = "own" | "account" | "stranger";

whatsappLinkPages.get("/w", session, async (c) => {
  const asked = { token: c.req.query("k") ?? "", to: c.req.query("to") ?? null };
  const link = await readLink(c.get("services"), asked.token).catch(unlessUnknown);
  if (link === null) return overPage(c);
  const visitor = await visitorOf(c, link);
  if (visitor === "own") return c.redirect(pathOf(link, asked.to), 303);
  if (!link.isAnonymous) return signInPage(c, pathOf(link, asked.to));
  return link.isOver ? overPage(c) : openPage(c, asked, visitor);
});

whatsappLinkPages.post("/w", session, async (c) => {
  const form = await formBody(c);
  const asked = { token: form.get("k") ?? "", to: form.get("to") };
  const seen = await readLink(c.get("services"), asked.token).catch(unlessUnknown);
  if (seen === null) return overPage(c);
  const visitor = await visitorOf(c, seen);
  if (visitor === "own") return c.redirect(pathOf(seen, asked.to), 303);
  // A phone that others may hold does not open an account.
  if (!seen.isAnonymous) return signInPage(c, pathOf(seen, asked.to));
  const link = await useLink(c.get("services"), asked.token).catch(unlessUnknown);
  if (link === null) return overPage(c);
  const person = c.get("person");
  if (visitor === "account" && person !== null) {
    await joinAnonymous(c.get("services"), { anonymousId: link.userId, userId: person.userId });
  } else {
    await enterAs(c, link.userId, { bring: form.has("bring") });
  }
  comeBack(c);
  return c.redirect(pathOf(link, asked.to), 303);
});

async function visitorOf(c: Context<AppEnv>, link: OpenLink): Promise<Visitor> {
  const person = c.get("person");
  if (person === null) return "stranger";
  if (person.userId === link.userId) return "own";
  return person.role === "client" && (await anonymousHere(c)) === null ? "account" : "stranger";
}

async function openPage(c: Context<AppEnv>, { token, to }: Asked, visitor: Visitor) {
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
        {to !== null && <input type="hidden" name="to" value={to} />}
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

function signInPage(c: Context<AppEnv>, next: string) {
  const locale = c.get("locale");
  return linkPage(
    c,
    WORDS.title[locale],
    <>
      <p class="lead">{WORDS.mineLead[locale]}</p>
      <p>
        <a class="button" href={`/sign-in?next=${encodeURIComponent(next)}`}>
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
  const { search } = new URL(c.req.url);
  return `/w${search}`;
}

function pathOf(link: OpenLink, to: string | null): string {
  return safeNext(to, `/conversations/${encodeURIComponent(link.caseId)}`);
}

function unlessUnknown(error: unknown): null {
  if (error instanceof VezError && error.code === "link_unknown") return null;
  throw error;
}
