// The client's pages: begin, talk, correct, and the list of conversations. They work before any script has loaded.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { listCases } from "../../services/cases/list-cases.ts";
import { correctionInput, correctTriage } from "../../services/intake/correct-triage.ts";
import { MAX_MESSAGE_CHARACTERS } from "../../services/intake/message-text.ts";
import { openCase, openCaseInput } from "../../services/intake/open-case.ts";
import { readConversation } from "../../services/intake/read-conversation.ts";
import { say, sayInput } from "../../services/intake/say.ts";
import { validZone } from "../../services/intake/valid-zone.ts";
import { readShortlist } from "../../services/matching/read-shortlist.ts";
import { tenantOf } from "../../services/tenants/tenants.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { beginAnonymously } from "../begin-anonymously.ts";
import { saysLanguage } from "../context.ts";
import { hostOf } from "../host-of.ts";
import { requirePerson, session } from "../session.ts";
import { Begin } from "./client-begin.tsx";
import { Conversation, ConversationMenu } from "./client-conversation.tsx";
import { correctionOf } from "./client-correction.ts";
import { ConversationList } from "./client-list.tsx";
import { type ClientView, readClientView } from "./client-view.ts";
import { Why } from "./client-why.tsx";
import { formBody } from "./form-body.ts";
import { comeBack, leavePages, outOfSight } from "./leave-quickly.tsx";
import { renderPage } from "./page.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { BEGIN, LIVE, TALK, WHY } from "./texts/client.ts";

export const clientPages = new Hono<AppEnv>();

clientPages.route("/", leavePages);
for (const path of ["/", "/conversations/*", "/contracts/*"]) clientPages.use(path, outOfSight);

const PAGE_SIZE = 20;

/** The newest conversation; the first visit where there is none. */
clientPages.get("/", session, async (c) => {
  const person = c.get("person");
  if (person === null) return beginPage(c);
  const { items } = await listCases(c.get("services"), person, { limit: 1 });
  return items[0] === undefined ? beginPage(c) : conversationPage(c, person, items[0].id);
});

clientPages.get("/conversations/new", session, (c) => beginPage(c));

clientPages.get("/conversations", session, async (c) => {
  const person = c.get("person");
  const list =
    person === null
      ? { items: [], next: null }
      : await listCases(c.get("services"), person, { limit: PAGE_SIZE, cursor: c.req.query("cursor") });
  const locale = c.get("locale");
  return renderPage(c, {
    title: TALK.mine[locale],
    styles: ["client.css"],
    main: <ConversationList items={list.items} next={list.next} locale={locale} />,
  });
});

clientPages.get("/conversations/:caseId", session, signInFirst, (c) =>
  conversationPage(c, requirePerson(c), c.req.param("caseId")),
);

clientPages.get("/conversations/:caseId/why", session, signInFirst, async (c) => {
  const locale = c.get("locale");
  const caseId = c.req.param("caseId");
  const client: Person = { ...requirePerson(c), role: "client", locale };
  // Only the client's own: someone else's case is not found.
  await readConversation(c.get("services"), client, caseId, { limit: 1 });
  const shortlist = await readShortlist(c.get("services"), client, { caseId });
  return renderPage(c, {
    title: WHY.title[locale],
    styles: ["client.css"],
    main: <Why caseId={caseId} shortlist={shortlist} locale={locale} />,
  });
});

clientPages.post("/begin", session, async (c) => {
  const form = await formBody(c);
  const typed = form.get("text") ?? "";
  const zone = form.get("zone") ?? "";
  const input = openCaseInput.safeParse({
    vertical: "legal",
    locale: c.get("locale"),
    ...(typed.trim() === "" ? {} : { text: typed }),
    ...(zone !== "" && zone.length <= 60 && validZone(zone) ? { zone } : {}),
  });
  if (!input.success) return beginPage(c, { text: typed, error: wrongText(c, typed) });
  comeBack(c);
  const person = c.get("person") ?? (await beginAnonymously(c)).person;
  const begun = { ...input.data, asksReach: true };
  const { caseId } = await openCase(
    c.get("services"),
    person,
    begun,
    openKey.parse(form.get("key")),
    PATIENCE_MS,
    hostOf(c),
  );
  return c.redirect(`/conversations/${caseId}#latest`, 303);
});

/** A blank page that loads is no answer: after this long the conversation opens, and the reply comes there. */
const PATIENCE_MS = 1_200;

const openKey = z.string().min(1).max(100).nullable().catch(null);

clientPages.post("/conversations/:caseId/say", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const person = requirePerson(c);
  const form = await formBody(c);
  const typed = form.get("text") ?? "";
  const input = sayInput.safeParse({ text: typed, client_message_id: form.get("client_message_id") });
  if (!input.success) return conversationPage(c, person, caseId, { text: typed, error: wrongText(c, typed) });
  await say(c.get("services"), person, caseId, input.data);
  return c.redirect(`/conversations/${caseId}#latest`, 303);
});

clientPages.post("/conversations/:caseId/correct", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const person = requirePerson(c);
  const form = await formBody(c);
  const { snapshot } = await readConversation(c.get("services"), { ...person, role: "client" }, caseId, { limit: 1 });
  const fields = correctionOf(form, snapshot.understanding);
  if (Object.keys(fields).length > 0) {
    await correctTriage(c.get("services"), person, caseId, correctionInput.parse(fields), c.get("requestId"));
  }
  return c.redirect(`/conversations/${caseId}`, 303);
});

async function beginPage(c: Context<AppEnv>, again: { text?: string; error?: string } = {}) {
  const tenant = await tenantOf(c.get("services"), hostOf(c));
  if (!saysLanguage(c)) c.set("locale", tenant.locale);
  const locale = c.get("locale");
  const stranger = c.get("person") === null;
  return renderPage(
    c,
    {
      title: BEGIN.title[locale],
      styles: ["client.css"],
      scripts: ["begin.js", "voice.js"],
      here: again.error === undefined ? undefined : "/conversations/new",
      barEnd: stranger ? undefined : <a href="/conversations">{TALK.mine[locale]}</a>,
      main: <Begin locale={locale} openKey={crypto.randomUUID()} mode={tenant.mode} stranger={stranger} {...again} />,
    },
    again.error === undefined ? 200 : 422,
  );
}

async function conversationPage(
  c: Context<AppEnv>,
  person: Person,
  caseId: string,
  again: { text?: string; error?: string } = {},
) {
  const locale = c.get("locale");
  const view = await readClientView(c, person, caseId);
  if (view.asks.joinedInto !== null) return c.redirect(`/conversations/${view.asks.joinedInto}#latest`, 303);
  return renderPage(
    c,
    {
      title: TALK.title[locale],
      styles: ["client.css", "reach.css"],
      scripts: ["client.js", "voice.js"],
      width: "full",
      noFoot: true,
      here: `/conversations/${caseId}`,
      barEnd: <ConversationMenu locale={locale} email={view.email} />,
      main: (
        <Conversation
          view={view}
          locale={locale}
          messageId={crypto.randomUUID()}
          hears={c.get("services").speech.length > 0}
          refused={c.req.query("question") ?? null}
          {...again}
        />
      ),
      data: liveData(view, c),
    },
    again.error === undefined ? 200 : 422,
  );
}

/** What the module needs to go on from where the server stopped. */
function liveData(view: ClientView, c: Context<AppEnv>) {
  const locale = c.get("locale");
  const words = { ...LIVE, ...TALK };
  return {
    caseId: view.caseId,
    lastSeq: view.snapshot.events.at(-1)?.seq ?? view.snapshot.lastSeq,
    news: view.news,
    understanding: view.snapshot.understanding,
    words: Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text[locale]])),
  };
}

function wrongText(c: Context<AppEnv>, typed: string): string {
  const locale = c.get("locale");
  return typed.length > MAX_MESSAGE_CHARACTERS ? TALK.longMessage[locale] : TALK.emptyMessage[locale];
}
