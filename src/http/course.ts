// Changing course over the API: cancel, give back, ask for somebody else, reopen; and an operator's own forms of them.
import { Hono } from "hono";
import { askForAnother, voidContract } from "../services/course/ask-for-another.ts";
import { cancelAsOperator, cancelCase } from "../services/course/cancel-case.ts";
import {
  anotherInput,
  cancelInput,
  operatorCourseInput,
  operatorVoidInput,
  withdrawInput,
} from "../services/course/course-input.ts";
import { reopenAsOperator, reopenCase } from "../services/course/reopen-case.ts";
import { withdrawFromCase } from "../services/course/withdraw-from-case.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { requirePerson, requireRole } from "./session.ts";

/** Under /api/v2/cases. */
export const courseApi = new Hono<AppEnv>();

courseApi.post("/:caseId/cancel", async (c) => {
  const person = requirePerson(c);
  const input = await optionalJsonBody(c, cancelInput);
  return c.json(await cancelCase(c.get("services"), person, c.req.param("caseId"), input));
});

courseApi.post("/:caseId/another", async (c) => {
  const person = requirePerson(c);
  const input = await optionalJsonBody(c, anotherInput);
  return c.json(await askForAnother(c.get("services"), person, c.req.param("caseId"), input));
});

courseApi.post("/:caseId/reopen", async (c) =>
  c.json(await reopenCase(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

courseApi.post("/:caseId/withdraw", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, withdrawInput);
  return c.json(await withdrawFromCase(c.get("services"), person, c.req.param("caseId"), input));
});

/** Under /api/v2/operator/cases. */
export const operatorCourseApi = new Hono<AppEnv>();

operatorCourseApi.post("/:caseId/cancel", async (c) => {
  const operator = requireRole(c, "operator");
  const input = await jsonBody(c, operatorCourseInput);
  return c.json(await cancelAsOperator(c.get("services"), operator, c.req.param("caseId"), input));
});

operatorCourseApi.post("/:caseId/void-contract", async (c) => {
  const operator = requireRole(c, "operator");
  const input = await jsonBody(c, operatorVoidInput);
  return c.json(await voidContract(c.get("services"), operator, c.req.param("caseId"), input));
});

operatorCourseApi.post("/:caseId/reopen", async (c) => {
  const operator = requireRole(c, "operator");
  const input = await jsonBody(c, operatorCourseInput);
  return c.json(await reopenAsOperator(c.get("services"), operator, c.req.param("caseId"), input));
});
