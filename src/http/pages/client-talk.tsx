// The client's page of the talk with whoever looks after the case.
import { type Context, Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { session } from "../session.ts";
import { renderPage } from "./page.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { TalkPart } from "./talk.tsx";
import { doneOf, readTalkView, talkData, talkForms, talkOnPage } from "./talk-forms.ts";
import type { TalkAgain } from "./talk-view.ts";
import { TALK_PAGE } from "./texts/talk.ts";

export const clientTalkPages = new Hono<AppEnv>();

const PATH = "/conversations/:caseId/talk";
clientTalkPages.use(`${PATH}/*`, session, signInFirst);

clientTalkPages.get(PATH, (c) => talkPage(c, c.req.param("caseId"), doneOf(c), 200));
clientTalkPages.route("/", talkForms({ page: PATH, base: PATH, show: talkPage }));

async function talkPage(
  c: Context<AppEnv>,
  caseId: string,
  again: TalkAgain,
  status: 200 | 409 | 413 | 415 | 422 | 503,
): Promise<Response> {
  const locale = c.get("locale");
  const path = `/conversations/${caseId}/talk`;
  // The place in the stream first: what comes between is then told twice rather than not at all.
  const talk = await talkOnPage(c, caseId, "client");
  const snapshot = await c.get("services").conversation(talk.conversationId).snapshot({ limit: 1 });
  const after = snapshot.ok ? snapshot.value.lastSeq : null;
  const of = await readTalkView(c, talk, { page: path, base: path, files: `/conversations/${caseId}/files` });
  const name = of.talk.professional?.name ?? "";
  const title = name === "" ? TALK_PAGE.heading[locale] : TALK_PAGE.title[locale].replace("{name}", name);
  return renderPage(
    c,
    {
      title,
      styles: ["client.css"],
      scripts: ["talk.js"],
      noFoot: true,
      here: path,
      main: (
        <div class="stack talk-page">
          <p>
            <a class="way" href={`/conversations/${caseId}/case`}>
              {TALK_PAGE.back[locale]}
            </a>
          </p>
          <h1>{title}</h1>
          <TalkPart of={of} again={again} messageId={crypto.randomUUID()} locale={locale} />
        </div>
      ),
      data: talkData(c, of, { url: `/api/v2/triage/stream/${caseId}`, after }),
    },
    status,
  );
}
