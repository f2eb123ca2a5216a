// Routes on which a case changes its course.
import * as z from "zod";
import { CLOSE_REASONS } from "../../domain/case-state.ts";
import {
  anotherInput,
  cancelInput,
  operatorCourseInput,
  operatorVoidInput,
  withdrawInput,
} from "../../services/course/course-input.ts";
import type { OperationGroup } from "./operation.ts";
import { id } from "./parts.ts";
import { caseStatus } from "./shapes.ts";

const outcome = z
  .object({ id: id("cas"), status: caseStatus, close_reason: z.enum(CLOSE_REASONS).nullable() })
  .meta({ id: "CourseOutcome" });
const answers = { 200: { json: outcome } };
const errors = ["wrong_state", "case_moved"];

export const courseGroup: OperationGroup = {
  tag: "Changing course",
  says: "A case is called off, given back, searched for again or reopened; what is done already answers as it stands.",
  operations: [
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/cancel",
      id: "cancelCase",
      summary: "Call the case off",
      notes: "A contract that both have not signed is void; a signed one ends.",
      who: ["client"],
      body: cancelInput,
      bodyOptional: true,
      bodyExample: { reason: "solved", words: "" },
      answers,
      errors,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/another",
      id: "askForAnother",
      summary: "Ask for another professional",
      notes:
        "`offer_id` of the case names who is meant: sent again after somebody else has accepted, nothing is changed.",
      who: ["client"],
      body: anotherInput,
      bodyOptional: true,
      bodyExample: { reason: "no_answer", words: "" },
      answers,
      errors,
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/reopen",
      id: "reopenCase",
      summary: "Take a cancelled or silent case up again",
      who: ["client"],
      answers,
      errors: [...errors, "may_come_back"],
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/withdraw",
      id: "withdrawFromCase",
      summary: "Give a case back",
      notes: "Counted. The case is never offered to the same professional again.",
      who: ["professional"],
      body: withdrawInput,
      bodyExample: { reason: "conflict", words: "" },
      answers,
      errors,
    },
    {
      method: "post",
      path: "/api/v2/operator/cases/{case_id}/cancel",
      id: "cancelCaseAsOperator",
      summary: "Call a case off, with the reason",
      who: ["operator"],
      body: operatorCourseInput,
      bodyExample: { words: "Pediu por telefone." },
      answers,
      errors,
    },
    {
      method: "post",
      path: "/api/v2/operator/cases/{case_id}/void-contract",
      id: "voidContract",
      summary: "Void the contract and search again, with the reason",
      who: ["operator"],
      body: operatorVoidInput,
      bodyExample: { words: "Dados errados no contrato." },
      answers,
      errors,
    },
    {
      method: "post",
      path: "/api/v2/operator/cases/{case_id}/reopen",
      id: "reopenCaseAsOperator",
      summary: "Take a cancelled or silent case up again, with the reason",
      who: ["operator"],
      body: operatorCourseInput,
      bodyExample: { words: "Pediu por telefone." },
      answers,
      errors: [...errors, "may_come_back", "person_stopped"],
    },
  ],
};
