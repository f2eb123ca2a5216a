// The client's conversation over the API: begin, say, read, correct, listen.
import { Hono } from "hono";
import * as z from "zod";
import { correctionInput, correctTriage } from "../services/intake/correct-triage.ts";
import { openCase, openCaseInput } from "../services/intake/open-case.ts";
import { readConversation } from "../services/intake/read-conversation.ts";
import { say, sayInput } from "../services/intake/say.ts";
import { stopReply } from "../services/intake/stop-reply.ts";
import { visibleConversation } from "../services/intake/visible-case.ts";
import { countAvailable } from "../services/matching/count-available.ts";
import type { AppEnv } from "./app-env.ts";
import { beginAnonymously } from "./begin-anonymously.ts";
import { conversationPage } from "./conversation-page.ts";
import { hostOf } from "./host-of.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";
import { streamOf } from "./stream/stream-of.ts";
import { turnBody } from "./turn-body.ts";

export const triageApi = new Hono<AppEnv>();

const idempotencyKey = z.string().min(1).max(200).optional();

triageApi.post("/", async (c) => {
  const input = await jsonBody(c, openCaseInput);
  const key = idempotencyKey.parse(c.req.header("idempotency-key")) ?? null;
  const begun = c.get("person") === null ? await beginAnonymously(c) : null;
  const person = begun?.person ?? requirePerson(c);
  const opened = await openCase(c.get("services"), person, input, key, null, hostOf(c));
  return c.json(
    {
      case_id: opened.caseId,
      conversation_id: opened.conversationId,
      message: opened.answer.message,
      status: opened.answer.status,
      ...(begun === null ? {} : { session_token: begun.token }),
    },
    201,
  );
});

triageApi.post("/:caseId/messages", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, sayInput);
  const answer = await say(c.get("services"), person, c.req.param("caseId"), input);
  return c.json(turnBody(answer));
});

triageApi.post("/:caseId/stop-reply", async (c) =>
  c.json(await stopReply(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

triageApi.get("/stream/:caseId", async (c) => {
  const person = requirePerson(c);
  const row = await visibleConversation(c.get("services"), person, c.req.param("caseId"));
  return streamOf(c, row.conversationId);
});

triageApi.get("/:caseId", async (c) => {
  const { row, snapshot } = await readConversation(
    c.get("services"),
    requirePerson(c),
    c.req.param("caseId"),
    conversationPage.parse(c.req.query()),
  );
  const { area, uf } = snapshot.understanding;
  const available = area === null ? null : await countAvailable(c.get("services"), { area, uf });
  return c.json({ case_id: row.id, case_status: row.status, available, ...conversationBody(snapshot) });
});

triageApi.patch("/:caseId", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, correctionInput);
  const key = idempotencyKey.parse(c.req.header("idempotency-key")) ?? c.get("requestId");
  return c.json(conversationBody(await correctTriage(c.get("services"), person, c.req.param("caseId"), input, key)));
});

/** The conversation as the API tells it. */
function conversationBody(snapshot: Awaited<ReturnType<typeof readConversation>>["snapshot"]) {
  return {
    conversation_id: snapshot.conversationId,
    locale: snapshot.locale,
    status: snapshot.status,
    controlled_by: snapshot.controlledBy,
    understanding: snapshot.understanding,
    safety: snapshot.safety,
    question: snapshot.question,
    events: snapshot.events,
    first_seq: snapshot.firstSeq,
    last_seq: snapshot.lastSeq,
  };
}
