// The routes of a professional's own case: its talk, and its files with plain forms.
import { type Context, Hono } from "hono";
import { notFound, VezError } from "../../base/errors.ts";
import { subjectWords } from "../../domain/words/labels.ts";
import { addFile } from "../../services/files/add-file.ts";
import { deleteFile } from "../../services/files/delete-file.ts";
import { listFiles } from "../../services/files/list-files.ts";
import { renameFile, renameInput } from "../../services/files/rename-file.ts";
import { listMyCases } from "../../services/professionals/list-my-cases.ts";
import type { AppEnv } from "../app-env.ts";
import { sendFile } from "../send-file.ts";
import { requirePerson } from "../session.ts";
import { readUpload } from "../upload.ts";
import { formBody } from "./form-body.ts";
import { ProCase } from "./pro-case.tsx";
import { proPage } from "./pro-frame.tsx";
import { doneOf, readTalkView, talkData, talkForms, talkOnPage } from "./talk-forms.ts";
import type { TalkAgain, TalkView } from "./talk-view.ts";
import { CASE, FILE_PROBLEMS } from "./texts/client-case.ts";

/** Mounted where the professional's pages have asked who it is. */
export const proCasePages = new Hono<AppEnv>();

const PATH = "/pro/cases/:caseId";
type Status = 200 | 409 | 413 | 415 | 422 | 503;

proCasePages.get(PATH, (c) => casePage(c, c.req.param("caseId"), doneOf(c), 200));
proCasePages.route("/", talkForms({ page: PATH, base: `${PATH}/talk`, show: casePage }));

proCasePages.post(`${PATH}/files`, async (c) => {
  const caseId = c.req.param("caseId");
  try {
    const { files } = await readUpload(c, "file");
    if (files.length === 0) return casePage(c, caseId, {}, 422, CASE.chooseFirst[c.get("locale")]);
    for (const file of files) await addFile(c.get("services"), requirePerson(c), caseId, file);
  } catch (error) {
    const words = error instanceof VezError ? FILE_PROBLEMS[error.code] : undefined;
    if (!(error instanceof VezError) || words === undefined) throw error;
    return casePage(c, caseId, {}, error.status === 503 ? 503 : 422, words[c.get("locale")]);
  }
  return c.redirect(`/pro/cases/${caseId}#files`, 303);
});

proCasePages.get(`${PATH}/files/:fileId`, (c) => sendFile(c, c.req.param("caseId"), c.req.param("fileId")));

proCasePages.post(`${PATH}/files/:fileId/rename`, async (c) => {
  const { caseId, fileId } = c.req.param();
  const input = renameInput.safeParse({ name: (await formBody(c)).get("name") });
  // A name without a letter leaves the old one, as the page then shows.
  if (input.success) await renameFile(c.get("services"), requirePerson(c), { caseId, fileId }, input.data);
  return c.redirect(`/pro/cases/${caseId}#files`, 303);
});

proCasePages.post(`${PATH}/files/:fileId/delete`, async (c) => {
  const { caseId, fileId } = c.req.param();
  await deleteFile(c.get("services"), requirePerson(c), { caseId, fileId });
  return c.redirect(`/pro/cases/${caseId}#files`, 303);
});

async function casePage(
  c: Context<AppEnv>,
  caseId: string,
  again: TalkAgain,
  status: Status,
  caseFileError?: string,
): Promise<Response> {
  const locale = c.get("locale");
  const services = c.get("services");
  const person = { ...requirePerson(c), locale };
  const { items } = await listMyCases(services, person, { case_id: caseId });
  const [item] = items;
  if (item === undefined) throw notFound("case");
  const [talk, files] = await Promise.all([talkOf(c, caseId), listFiles(services, person, caseId)]);
  return proPage(c, {
    section: "cases",
    title: subjectWords(item.area, item.subarea, locale),
    here: `/pro/cases/${caseId}`,
    styles: ["pro.css", "talk.css", "case.css"],
    status,
    ...(talk === null
      ? {}
      : { scripts: ["talk.js"], data: talkData(c, talk, { url: "/api/v2/offers/stream", after: null }) }),
    main: (
      <ProCase
        item={item}
        talk={talk}
        files={files}
        maxMb={Math.floor(services.settings.fileMaxBytes / 1024 / 1024)}
        again={again}
        caseFileError={caseFileError}
        locale={locale}
      />
    ),
  });
}

/** Null for a case that was closed so long ago that its talk is no longer his to read. */
async function talkOf(c: Context<AppEnv>, caseId: string): Promise<TalkView | null> {
  const path = `/pro/cases/${caseId}`;
  try {
    const talk = await talkOnPage(c, caseId, "professional");
    return await readTalkView(c, talk, { page: path, base: `${path}/talk`, files: `${path}/files` });
  } catch (error) {
    if (error instanceof VezError && error.code === "not_found") return null;
    throw error;
  }
}
