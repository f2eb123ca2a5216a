// The queue of verifications over the operators' API.
import { Hono } from "hono";
import * as z from "zod";
import { approveReview, askApplicant, refuseReview } from "../services/verification/decide-review.ts";
import { listReviews } from "../services/verification/list-reviews.ts";
import { lookUpAgain } from "../services/verification/look-up.ts";
import { readReview } from "../services/verification/read-review.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { sendPaper } from "./send-paper.ts";
import { requireRole } from "./session.ts";

export const operatorVerificationsApi = new Hono<AppEnv>();

operatorVerificationsApi.get("/", async (c) => {
  return c.json(await listReviews(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

operatorVerificationsApi.get("/papers/:paperId/content", (c) => {
  requireRole(c, "operator");
  return sendPaper(c, c.req.param("paperId"));
});

operatorVerificationsApi.get("/:id", async (c) => {
  return c.json(await readReview(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});

const approval = z.object({ seen: z.unknown(), checks: z.unknown() });

operatorVerificationsApi.post("/:id/approve", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, approval);
  return c.json(await approveReview(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});

const asking = z.object({ seen: z.unknown(), question: z.unknown() });

operatorVerificationsApi.post("/:id/ask", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, asking);
  return c.json(await askApplicant(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});

const refusing = z.object({ seen: z.unknown(), reasons: z.unknown(), words: z.unknown().optional() });

operatorVerificationsApi.post("/:id/refuse", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, refusing);
  return c.json(await refuseReview(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});

operatorVerificationsApi.post("/:id/look", async (c) => {
  return c.json(await lookUpAgain(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});
