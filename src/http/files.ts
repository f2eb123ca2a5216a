// A case's files over the API: list, add, open, rename, delete; and the summary in the client's own words.
import { Hono } from "hono";
import { invalid } from "../base/errors.ts";
import { editSummary, summaryInput } from "../services/cases/edit-summary.ts";
import { addFile } from "../services/files/add-file.ts";
import { deleteFile } from "../services/files/delete-file.ts";
import { listFiles } from "../services/files/list-files.ts";
import { renameFile, renameInput } from "../services/files/rename-file.ts";
import { pageOfWhole } from "../services/whole-list.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { sendFile } from "./send-file.ts";
import { requirePerson } from "./session.ts";
import { readUpload } from "./upload.ts";

export const filesApi = new Hono<AppEnv>();

filesApi.get("/:caseId/files", async (c) =>
  c.json(pageOfWhole(await listFiles(c.get("services"), requirePerson(c), c.req.param("caseId")), c.req.query())),
);

filesApi.post("/:caseId/files", async (c) => {
  const person = requirePerson(c);
  const { files } = await readUpload(c, "file");
  const [file] = files;
  if (file === undefined || files.length > 1) throw invalid("Send one file in the field named file.");
  return c.json(await addFile(c.get("services"), person, c.req.param("caseId"), file), 201);
});

filesApi.get("/:caseId/files/:fileId/content", (c) => sendFile(c, c.req.param("caseId"), c.req.param("fileId")));

filesApi.patch("/:caseId/files/:fileId", async (c) => {
  const person = requirePerson(c);
  const { caseId, fileId } = c.req.param();
  return c.json(await renameFile(c.get("services"), person, { caseId, fileId }, await jsonBody(c, renameInput)));
});

filesApi.delete("/:caseId/files/:fileId", async (c) => {
  const { caseId, fileId } = c.req.param();
  await deleteFile(c.get("services"), requirePerson(c), { caseId, fileId });
  return c.body(null, 204);
});

filesApi.patch("/:caseId/summary", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, summaryInput);
  return c.json(await editSummary(c.get("services"), person, c.req.param("caseId"), input));
});
