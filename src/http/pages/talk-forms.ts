// What the forms of a talk do, the same on the client's page and on the professional's: each does its one thing and leads back.
import { type Context, Hono } from "hono";
import { notFound, VezError } from "../../base/errors.ts";
import type { Side } from "../../domain/talk/sides.ts";
import { addFile } from "../../services/files/add-file.ts";
import { blockOther } from "../../services/talk/block-other.ts";
import { formerTalk, formerTalks } from "../../services/talk/former-talks.ts";
import { listMessages } from "../../services/talk/list-messages.ts";
import { muteTalk, unmuteTalk } from "../../services/talk/mute-talk.ts";
import { readUpTo } from "../../services/talk/read-up-to.ts";
import { reportInput, reportOther } from "../../services/talk/report-other.ts";
import { sendMessage, sendMessageInput } from "../../services/talk/send-message.ts";
import { type Talk, talkOf } from "../../services/talk/talk-of.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson } from "../session.ts";
import { readUpload } from "../upload.ts";
import { formBody } from "./form-body.ts";
import { wordsOf } from "./pro-frame.tsx";
import { otherName } from "./talk.tsx";
import type { TalkAgain, TalkView } from "./talk-view.ts";
import { CASE, FILE_PROBLEMS } from "./texts/client-case.ts";
import { TALK_LIVE, TALK_PAGE } from "./texts/talk.ts";

type Status = 200 | 409 | 413 | 415 | 422 | 503;

interface TalkSite {
  /** Of the page, with `:caseId`; the forms post to `base`. Whoever mounts them has asked who it is. */
  page: string;
  base: string;
  show: (c: Context<AppEnv>, caseId: string, again: TalkAgain, status: Status) => Promise<Response>;
}

const SHOWN = 50;

/** The talk on a page of this side; to the other side and to everybody else the page does not exist. */
export async function talkOnPage(c: Context<AppEnv>, caseId: string, side: Side): Promise<Talk> {
  const offerId = c.req.query("offer");
  const [services, person] = [c.get("services"), requirePerson(c)];
  const talk =
    offerId === undefined
      ? await talkOf(services, person, caseId)
      : await formerTalk(services, person, caseId, offerId);
  if (talk.side !== side) throw notFound("case");
  return talk;
}

/** Everything that a page shows of its talk; what is shown on a page that a person opens counts as read. */
export async function readTalkView(
  c: Context<AppEnv>,
  talk: Talk,
  site: { page: string; base: string; files: string },
): Promise<TalkView> {
  const services = c.get("services");
  const person = requirePerson(c);
  const { caseId } = talk;
  const cursor = c.req.query("cursor");
  const offer_id = c.req.query("offer");
  const { items, next } = await listMessages(services, person, caseId, { limit: SHOWN, cursor, offer_id });
  const newest = items.find(({ from }) => from !== talk.side);
  // A module that fetches the page anew in the background has shown nothing to anybody yet.
  const opened = c.req.method === "GET" && offer_id === undefined && c.req.header("sec-fetch-dest") !== "empty";
  if (opened && newest !== undefined && newest.read_at === null)
    await readUpTo(services, person, caseId, { up_to: newest.id });
  return {
    talk,
    items: items.toReversed(),
    earlier: next,
    isPast: cursor !== undefined || offer_id !== undefined,
    query: offer_id === undefined ? {} : { offer: offer_id },
    former: talk.side === "client" && offer_id === undefined ? await formerTalks(services, person, caseId) : [],
    ...site,
    maxMb: Math.floor(services.settings.fileMaxBytes / 1024 / 1024),
  };
}

/** What the page's module needs to go on from where the server stopped. */
export function talkData(c: Context<AppEnv>, of: TalkView, stream: { url: string; after: number | null }) {
  const locale = c.get("locale");
  const { caseId, side, state } = of.talk;
  return {
    caseId,
    side,
    stream,
    live: !of.isPast && state !== "none",
    open: state === "open",
    last: of.items.at(-1)?.id ?? null,
    begins: side === "client" ? "end" : "top",
    files: of.files,
    other: otherName(of.talk, "", locale),
    words: wordsOf(TALK_LIVE, locale),
    problems: Object.fromEntries(Object.entries(FILE_PROBLEMS).map(([code, words]) => [code, words[locale]])),
  };
}

const DONE: Record<string, keyof typeof TALK_PAGE> = { reported: "reported" };

/** The word that `?done=` stands for. */
export function doneOf(c: Context<AppEnv>): TalkAgain {
  const name = DONE[c.req.query("done") ?? ""];
  return name === undefined ? {} : { done: TALK_PAGE[name][c.get("locale")] };
}

export function talkForms({ page, base, show }: TalkSite): Hono<AppEnv> {
  const forms = new Hono<AppEnv>();
  const back = (c: Context<AppEnv>, caseId: string, query = "", place = "#latest") =>
    c.redirect(`${page.replace(":caseId", caseId)}${query}${place}`, 303);
  const caseOf = (c: Context<AppEnv>) => c.req.param("caseId") ?? "";

  forms.post(base, async (c) => {
    const caseId = caseOf(c);
    const form = await formBody(c);
    const text = (form.get("text") ?? "").replaceAll("\r\n", "\n");
    const input = sendMessageInput.safeParse({ text, client_message_id: form.get("client_message_id") });
    const locale = c.get("locale");
    if (!input.success) return show(c, caseId, { text, error: TALK_LIVE.refused[locale] }, 422);
    try {
      await sendMessage(c.get("services"), requirePerson(c), caseId, input.data);
    } catch (error) {
      if (!(error instanceof VezError) || error.status !== 409) throw error;
      return show(c, caseId, { text, error: TALK_PAGE.closedMeanwhile[locale] }, 409);
    }
    return back(c, caseId);
  });

  forms.post(`${base}/files`, async (c) => {
    const caseId = caseOf(c);
    const locale = c.get("locale");
    const services = c.get("services");
    try {
      const { files } = await readUpload(c, "file");
      if (files.length === 0) return show(c, caseId, { fileError: CASE.chooseFirst[locale] }, 422);
      for (const file of files) {
        const kept = await addFile(services, requirePerson(c), caseId, file);
        // The same form twice is one file, and one message.
        await sendMessage(services, requirePerson(c), caseId, {
          text: "",
          client_message_id: `file-${kept.id}`,
          file_id: kept.id,
        });
      }
    } catch (error) {
      const words = error instanceof VezError ? FILE_PROBLEMS[error.code] : undefined;
      if (!(error instanceof VezError) || words === undefined) throw error;
      return show(c, caseId, { fileError: words[locale] }, error.status === 503 ? 503 : 422);
    }
    return back(c, caseId);
  });

  forms.post(`${base}/mute`, async (c) => {
    const caseId = caseOf(c);
    const asked = (await formBody(c)).get("hours");
    const person = requirePerson(c);
    if (asked === "0") await unmuteTalk(c.get("services"), person, caseId);
    else
      await muteTalk(c.get("services"), person, caseId, {
        hours: asked === "8" || asked === "24" ? Number(asked) : null,
      });
    return back(c, caseId);
  });

  forms.post(`${base}/report`, async (c) => {
    const caseId = caseOf(c);
    const form = await formBody(c);
    const reason = form.get("reason") || undefined;
    // Whom the page was about when it was opened, whoever holds the case by now.
    const offer_id = form.get("offer_id") || null;
    const input = reportInput.safeParse({ reason, words: form.get("words") ?? "", offer_id });
    if (!input.success) {
      const needed = reason === undefined ? TALK_PAGE.reportReasonNeeded : TALK_PAGE.reportWordsNeeded;
      return show(c, caseId, { reportError: needed[c.get("locale")], reportReason: reason }, 422);
    }
    await reportOther(c.get("services"), requirePerson(c), caseId, input.data);
    return back(c, caseId, "?done=reported", "");
  });

  forms.post(`${base}/block`, async (c) => {
    const caseId = caseOf(c);
    await blockOther(c.get("services"), requirePerson(c), caseId);
    return back(c, caseId);
  });
  return forms;
}
