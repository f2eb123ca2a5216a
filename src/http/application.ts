// Joining as a professional over the API: draft, documents, sending, answering.
import { Hono } from "hono";
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import { answerQuestion } from "../services/verification/answer-question.ts";
import { saveDraft } from "../services/verification/draft.ts";
import { addPaper, deletePaper, isPaperKind, listPapers } from "../services/verification/papers.ts";
import { readApplication } from "../services/verification/read-application.ts";
import { submitApplication } from "../services/verification/submit-application.ts";
import { pageOfWhole } from "../services/whole-list.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { sendPaper } from "./send-paper.ts";
import { requirePerson } from "./session.ts";
import { readUpload } from "./upload.ts";

export const applicationApi = new Hono<AppEnv>();

applicationApi.get("/", async (c) => c.json(await readApplication(c.get("services"), requirePerson(c))));

applicationApi.patch("/", async (c) => {
  const person = requirePerson(c);
  await saveDraft(c.get("services"), person, await jsonBody(c, z.unknown()));
  return c.json(await readApplication(c.get("services"), person));
});

const sending = z.object({ declared: z.unknown() });

applicationApi.post("/send", async (c) => {
  const person = requirePerson(c);
  return c.json(await submitApplication(c.get("services"), person, await jsonBody(c, sending)));
});

const answering = z.object({ text: z.unknown() });

applicationApi.post("/answer", async (c) => {
  const person = requirePerson(c);
  return c.json(await answerQuestion(c.get("services"), person, await jsonBody(c, answering)));
});

applicationApi.get("/papers", async (c) => {
  return c.json(pageOfWhole(await listPapers(c.get("services"), requirePerson(c)), c.req.query()));
});

applicationApi.post("/papers", async (c) => {
  const person = requirePerson(c);
  const kind = c.req.query("kind");
  if (!isPaperKind(kind)) throw invalid("Say which document it is: ?kind=card, proof or other.");
  const { files } = await readUpload(c, "file");
  const [file] = files;
  if (file === undefined || files.length > 1) throw invalid("Send one file in the field named file.");
  return c.json(await addPaper(c.get("services"), person, { kind, ...file }), 201);
});

applicationApi.get("/papers/:paperId/content", (c) => sendPaper(c, c.req.param("paperId")));

applicationApi.delete("/papers/:paperId", async (c) => {
  await deletePaper(c.get("services"), requirePerson(c), c.req.param("paperId"));
  return c.body(null, 204);
});
