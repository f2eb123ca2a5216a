// The talk of a case over the API: read, write, mark as read, mute, report, block; and the client's answers to questions.
import { Hono } from "hono";
import { answerInput, answerQuestion } from "../services/talk/answer-question.ts";
import { blockOther } from "../services/talk/block-other.ts";
import { listMessages } from "../services/talk/list-messages.ts";
import { listQuestions } from "../services/talk/list-questions.ts";
import { muteInput, muteTalk, unmuteTalk } from "../services/talk/mute-talk.ts";
import { readInput, readUpTo } from "../services/talk/read-up-to.ts";
import { reportInput, reportOther } from "../services/talk/report-other.ts";
import { sendMessage, sendMessageInput } from "../services/talk/send-message.ts";
import { pageOfWhole } from "../services/whole-list.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const talkApi = new Hono<AppEnv>();

talkApi.get("/:caseId/messages", async (c) =>
  c.json(await listMessages(c.get("services"), requirePerson(c), c.req.param("caseId"), c.req.query())),
);

talkApi.post("/:caseId/messages", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, sendMessageInput);
  return c.json(await sendMessage(c.get("services"), person, c.req.param("caseId"), input), 201);
});

talkApi.post("/:caseId/messages/read", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, readInput);
  return c.json(await readUpTo(c.get("services"), person, c.req.param("caseId"), input));
});

talkApi.post("/:caseId/mute", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, muteInput);
  return c.json(await muteTalk(c.get("services"), person, c.req.param("caseId"), input));
});

talkApi.delete("/:caseId/mute", async (c) =>
  c.json(await unmuteTalk(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

talkApi.post("/:caseId/report", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, reportInput);
  return c.json(await reportOther(c.get("services"), person, c.req.param("caseId"), input), 201);
});

talkApi.post("/:caseId/block", async (c) =>
  c.json(await blockOther(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

talkApi.get("/:caseId/questions", async (c) =>
  c.json(
    pageOfWhole((await listQuestions(c.get("services"), requirePerson(c), c.req.param("caseId"))).items, c.req.query()),
  ),
);

talkApi.post("/:caseId/questions/:questionId/answer", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, answerInput);
  const { caseId, questionId } = c.req.param();
  return c.json(await answerQuestion(c.get("services"), person, { caseId, questionId }, input));
});
