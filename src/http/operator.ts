// The operators' console over the API; for everyone else none of it exists.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { OPERATORS_INBOX } from "../domain/messages.ts";
import { jobLedger } from "../job-ledger.ts";
import { listSent } from "../services/notify/list-sent.ts";
import { giveBack, readAsOperator, sayAsOperator, takeOver } from "../services/operations/hold-conversation.ts";
import { listCases } from "../services/operations/list-cases.ts";
import { listEquity, readEquity } from "../services/operations/list-equity.ts";
import { listAllOffers } from "../services/operations/list-offers.ts";
import { readCaseAsOperator } from "../services/operations/read-case.ts";
import { readOverview } from "../services/operations/read-overview.ts";
import { readReport } from "../services/operations/read-report.ts";
import { searchAgain } from "../services/operations/search-again.ts";
import { pageOfWhole } from "../services/whole-list.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";
import { streamOf } from "./stream/stream-of.ts";

export const operatorApi = new Hono<AppEnv>();

const operator = (c: Context<AppEnv>) => requireRole(c, "operator");

operatorApi.get("/overview", async (c) => c.json(await readOverview(c.get("services"), operator(c))));
operatorApi.get("/report", async (c) => c.json(await readReport(c.get("services"), operator(c), c.req.query())));
operatorApi.get("/stream", (c) => {
  operator(c);
  return streamOf(c, OPERATORS_INBOX);
});

operatorApi.get("/cases", async (c) => c.json(await listCases(c.get("services"), operator(c), c.req.query())));
operatorApi.get("/cases/:caseId", async (c) => {
  return c.json(await readCaseAsOperator(c.get("services"), operator(c), c.req.param("caseId")));
});
operatorApi.post("/cases/:caseId/search-again", async (c) => {
  return c.json(await searchAgain(c.get("services"), operator(c), c.req.param("caseId")));
});

const page = z.object({ after: z.coerce.number().int().min(0).optional() });

operatorApi.get("/conversations/:caseId", async (c) => {
  const { after } = page.parse(c.req.query());
  const read = await readAsOperator(c.get("services"), operator(c), { caseId: c.req.param("caseId"), after });
  const { row, snapshot } = read;
  return c.json({
    case_id: row.id,
    status: snapshot.status,
    controlled_by: snapshot.controlledBy,
    understanding: snapshot.understanding,
    events: snapshot.events,
    last_seq: snapshot.lastSeq,
  });
});

/** New for each press unless the sender says that it is the same one. */
const keyOf = (c: Context<AppEnv>) =>
  z
    .string()
    .min(1)
    .max(200)
    .parse(c.req.header("idempotency-key") ?? c.get("requestId"));

operatorApi.post("/conversations/:caseId/take-over", async (c) => {
  const snapshot = await takeOver(c.get("services"), operator(c), { caseId: c.req.param("caseId"), key: keyOf(c) });
  return c.json({ case_id: snapshot.caseId, status: snapshot.status, controlled_by: snapshot.controlledBy });
});

const sayBody = z.object({ text: z.unknown(), client_message_id: z.unknown() });

operatorApi.post("/conversations/:caseId/say", async (c) => {
  const person = operator(c);
  const body = await jsonBody(c, sayBody);
  return c.json(await sayAsOperator(c.get("services"), person, { caseId: c.req.param("caseId"), ...body }));
});

const noteBody = z.object({ note: z.string().max(2000).optional() });

operatorApi.post("/conversations/:caseId/give-back", async (c) => {
  const person = operator(c);
  const { note } = await optionalJsonBody(c, noteBody);
  const input = { caseId: c.req.param("caseId"), note, key: keyOf(c) };
  const answer = await giveBack(c.get("services"), person, input);
  return c.json({ case_id: input.caseId, status: answer.status, message: answer.message });
});

operatorApi.get("/offers", async (c) => c.json(await listAllOffers(c.get("services"), operator(c), c.req.query())));

/** What stands for a sign-in code, which opens an account to whoever reads it. */
export const HIDDEN_CODE = "••••••";

operatorApi.get("/mail", async (c) => {
  const { items, next } = await listSent(c.get("services"), operator(c), c.req.query());
  return c.json({ items: items.map((item) => ({ ...item, text: item.text ?? HIDDEN_CODE })), next });
});

operatorApi.get("/equity", async (c) => {
  const person = operator(c);
  const [figures, list] = await Promise.all([
    readEquity(c.get("services"), person),
    listEquity(c.get("services"), person, c.req.query()),
  ]);
  return c.json({ ...figures, ...list });
});

operatorApi.get("/jobs", async (c) => {
  operator(c);
  const runs = await jobLedger(c.env).list();
  const items = runs.map((run) => ({
    job: run.job,
    outcome: run.outcome,
    started_at: new Date(run.startedAt).toISOString(),
    finished_at: run.finishedAt === null ? null : new Date(run.finishedAt).toISOString(),
    detail: run.detail,
  }));
  return c.json(pageOfWhole(items, c.req.query()));
});
