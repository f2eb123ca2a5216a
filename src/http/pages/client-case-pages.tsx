// The routes of the client's case page: each form does its one thing and leads back, with what was typed where it failed.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import type { Text } from "../../domain/locale.ts";
import { parseOfficeHours } from "../../domain/office-hours.ts";
import { localDay } from "../../domain/triage/calendar.ts";
import { nextSteps } from "../../domain/words/next-steps.ts";
import { readConfig } from "../../env.ts";
import { EDITABLE, editSummary, summaryInput } from "../../services/cases/edit-summary.ts";
import { documentsInput, tickDocuments } from "../../services/cases/tick-documents.ts";
import { addFile } from "../../services/files/add-file.ts";
import { deleteFile } from "../../services/files/delete-file.ts";
import { listFiles } from "../../services/files/list-files.ts";
import { renameFile, renameInput } from "../../services/files/rename-file.ts";
import { visibleCase } from "../../services/intake/visible-case.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { sendFile } from "../send-file.ts";
import { requirePerson, session } from "../session.ts";
import { readUpload } from "../upload.ts";
import { type CaseAgain, CasePage } from "./client-case.tsx";
import { readClientView } from "./client-view.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { CASE, FILE_PROBLEMS } from "./texts/client-case.ts";
import { ANOTHER, CANCEL, COURSE, REOPEN } from "./texts/course.ts";

export const clientCasePages = new Hono<AppEnv>();

const CASE_PATH = "/conversations/:caseId/case";

clientCasePages.get(CASE_PATH, session, signInFirst, (c) => {
  const said = DONE.find((name) => name === c.req.query("done"));
  const course = COURSE_DONE[c.req.query("course") ?? ""];
  const words = course ?? (said === undefined ? undefined : CASE[said]);
  return casePage(c, c.req.param("caseId"), {
    ...(words === undefined ? {} : { done: words[c.get("locale")] }),
    refused: c.req.query("question") ?? null,
  });
});

/** After a change of course, by what was pressed. */
const COURSE_DONE: Record<string, Text> = {
  cancel: CANCEL.done,
  another: ANOTHER.done,
  reopen: REOPEN.done,
  changed: COURSE.changed,
};

const DONE = ["reachSaved", "reachRemoved", "summarySaved", "documentsSaved", "added", "renamed", "removed"] as const;

clientCasePages.post("/conversations/:caseId/summary", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const locale = c.get("locale");
  const form = await formBody(c);
  const text = (form.get("text") ?? "").replaceAll("\r\n", "\n");
  const input = summaryInput.safeParse({ text, version: form.get("version") });
  if (!input.success) {
    const error = text.trim() === "" ? CASE.summaryEmpty : CASE.summaryLong;
    return casePage(c, caseId, { summary: { text, error: error[locale] } }, 422);
  }
  try {
    await editSummary(c.get("services"), requirePerson(c), caseId, input.data);
  } catch (error) {
    if (!(error instanceof VezError) || error.status !== 409) throw error;
    const words = error.code === "summary_changed" ? CASE.summaryChanged : CASE.summaryFixed;
    return casePage(c, caseId, { summary: { text, error: words[locale] } }, 409);
  }
  return c.redirect(`/conversations/${caseId}/case?done=summarySaved#summary`, 303);
});

clientCasePages.post("/conversations/:caseId/documents", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const form = await formBody(c);
  await tickDocuments(c.get("services"), requirePerson(c), caseId, documentsInput.parse({ ids: form.getAll("have") }));
  return c.redirect(`/conversations/${caseId}/case?done=documentsSaved#documents`, 303);
});

clientCasePages.post("/conversations/:caseId/files", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const locale = c.get("locale");
  try {
    const { files } = await readUpload(c, "file");
    if (files.length === 0) return casePage(c, caseId, { fileError: CASE.chooseFirst[locale] }, 422);
    for (const file of files) await addFile(c.get("services"), requirePerson(c), caseId, file);
  } catch (error) {
    const words = error instanceof VezError ? FILE_PROBLEMS[error.code] : undefined;
    if (!(error instanceof VezError) || words === undefined) throw error;
    return casePage(c, caseId, { fileError: words[locale] }, error.status === 503 ? 503 : 422);
  }
  return c.redirect(`/conversations/${caseId}/case?done=added#files`, 303);
});

clientCasePages.get("/conversations/:caseId/files/:fileId", session, signInFirst, (c) =>
  sendFile(c, c.req.param("caseId"), c.req.param("fileId")),
);

clientCasePages.post("/conversations/:caseId/files/:fileId/rename", session, signInFirst, async (c) => {
  const { caseId, fileId } = c.req.param();
  const input = renameInput.safeParse({ name: (await formBody(c)).get("name") });
  // A name without a letter leaves the old one, as the page then shows.
  if (input.success) await renameFile(c.get("services"), requirePerson(c), { caseId, fileId }, input.data);
  return c.redirect(`/conversations/${caseId}/case?done=renamed#files`, 303);
});

clientCasePages.post("/conversations/:caseId/files/:fileId/delete", session, signInFirst, async (c) => {
  const { caseId, fileId } = c.req.param();
  await deleteFile(c.get("services"), requirePerson(c), { caseId, fileId });
  return c.redirect(`/conversations/${caseId}/case?done=removed#files`, 303);
});

async function casePage(c: Context<AppEnv>, caseId: string, again: CaseAgain, status: 200 | 409 | 422 | 503 = 200) {
  const locale = c.get("locale");
  const services = c.get("services");
  const client: Person = { ...requirePerson(c), role: "client", locale };
  const [view, row, files] = await Promise.all([
    readClientView(c, client, caseId),
    visibleCase(services, client, caseId),
    listFiles(services, client, caseId),
  ]);
  if (row.joinedInto !== null) return c.redirect(`/conversations/${row.joinedInto}/case`, 303);
  const text = row.ownSummary ?? row.summary ?? "";
  const { OFFICE_HOURS, OFFICE_ZONE } = readConfig(c.env);
  const office = { hours: parseOfficeHours(OFFICE_HOURS, OFFICE_ZONE), now: services.now() };
  const of = {
    steps: nextSteps(view.news, office, { locale, zone: view.zone }),
    ...{ view, files, held: row.documentsHeld, today: localDay(services.now(), row.zone) },
    summary: { text, version: row.summaryVersion, editable: EDITABLE.some((state) => state === row.status) },
    maxMb: Math.floor(services.settings.fileMaxBytes / 1024 / 1024),
  };
  return renderPage(
    c,
    {
      title: CASE.title[locale],
      styles: ["client.css", "case.css"],
      scripts: ["case.js"],
      here: `/conversations/${caseId}/case`,
      main: <CasePage of={of} again={again} locale={locale} />,
      data: {
        caseId,
        words: { sending: CASE.sending[locale], waiting: CASE.waiting[locale], left: CASE.summaryLeft[locale] },
        problems: Object.fromEntries(Object.entries(FILE_PROBLEMS).map(([code, words]) => [code, words[locale]])),
      },
    },
    status,
  );
}
