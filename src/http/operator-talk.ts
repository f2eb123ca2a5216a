// Reports, and the reading of a talk with a reason, over the operators' API.
import { Hono } from "hono";
import { notFound } from "../base/errors.ts";
import { decideReport, decideReportInput } from "../services/talk/decide-report.ts";
import { listReports } from "../services/talk/list-reports.ts";
import { readTalkAsOperator, sittingOf, talkReasonInput } from "../services/talk/read-as-operator.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorTalkApi = new Hono<AppEnv>();

operatorTalkApi.get("/reports", async (c) =>
  c.json(await listReports(c.get("services"), requireRole(c, "operator"), c.req.query())),
);

operatorTalkApi.post("/reports/:id/decide", async (c) => {
  const operator = requireRole(c, "operator");
  const input = await jsonBody(c, decideReportInput);
  return c.json(await decideReport(c.get("services"), operator, c.req.param("id"), input));
});

operatorTalkApi.post("/cases/:caseId/talk", async (c) => {
  const operator = requireRole(c, "operator");
  const input = await jsonBody(c, talkReasonInput);
  return c.json(await readTalkAsOperator(c.get("services"), operator, c.req.param("caseId"), input));
});

/** Within the sitting alone. */
operatorTalkApi.get("/cases/:caseId/talk", async (c) => {
  const talk = await sittingOf(c.get("services"), requireRole(c, "operator"), c.req.param("caseId"), c.req.query());
  if (talk === null) throw notFound("talk");
  return c.json(talk);
});
