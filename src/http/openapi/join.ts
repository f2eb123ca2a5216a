// Routes of joining as a professional.
import * as z from "zod";
import { LICENCE_STATUSES, PROFESSIONAL_STATUSES } from "../../db/tables/professionals.ts";
import { PAPER_KINDS, REVIEW_KINDS, REVIEW_STATUSES } from "../../db/tables/verification.ts";
import { REFUSAL_REASONS, SUSPENSION_REASONS } from "../../domain/registration/registry.ts";
import { input as answerInput } from "../../services/verification/answer-question.ts";
import { joinFields } from "../../services/verification/join-fields.ts";
import { input as sendInput } from "../../services/verification/submit-application.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";

export const paper = z
  .object({
    id: id("pap"),
    kind: z.enum(PAPER_KINDS),
    name: z.string(),
    type: z.string(),
    bytes: count,
    created_at: moment,
  })
  .meta({ id: "Paper" });

export const words = z.object({ by: z.enum(["team", "applicant"]), text: z.string(), at: moment });

const standing = z
  .object({
    professional_id: id("pro"),
    vertical: z.string(),
    status: z.enum(PROFESSIONAL_STATUSES),
    licence_status: z.enum(LICENCE_STATUSES),
    review: z
      .object({
        id: id("vrf"),
        kind: z.enum(REVIEW_KINDS),
        status: z.enum(REVIEW_STATUSES),
        claims: z.object({
          name: z.string(),
          licence_number: z.string(),
          licence_uf: z.string(),
          other_licences: z.array(z.string()),
          qualifications: z.array(z.string()),
        }),
        words: z.array(words),
        refusal_reasons: z.array(z.enum(REFUSAL_REASONS)),
        refusal_words: z.string().nullable(),
        created_at: moment,
        decided_at: moment.nullable(),
      })
      .nullable(),
    suspension: z
      .object({
        reason: z.enum(SUSPENSION_REASONS),
        words: z.string().nullable(),
        since: moment,
        until: moment.nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Standing" });

const application = z.object({
  email: z.email(),
  open: z.boolean(),
  draft: z.record(z.string(), z.unknown()),
  missing: z.array(z.string()),
  papers: z.array(paper),
  standing: standing.nullable(),
});

export const PAPER = {
  types: ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"],
  says: "The file.",
};
const FILE_ERRORS = ["file_empty", "file_kind", "file_too_large", "too_many_files", "files_away"] as const;
const signedIn = { who: ["signed_in"] } as const;

export const joinGroup: OperationGroup = {
  tag: "Joining",
  says: "Joining as a professional: a draft in any parts, documents, sending, and answering what the team asks.",
  operations: [
    {
      ...signedIn,
      method: "get",
      path: "/api/v2/professionals/application",
      id: "readApplication",
      summary: "What was told so far, what is missing, and where it stands",
      answers: { 200: { json: application } },
      errors: ["team_account"],
    },
    {
      ...signedIn,
      method: "patch",
      path: "/api/v2/professionals/application",
      id: "saveApplication",
      summary: "Tell any part of it; what was told stays",
      body: joinFields,
      bodyExample: { vertical: "legal", name: "Ana Maria de Souza", licence: "OAB/SP 999.123" },
      answers: { 200: { json: application } },
      errors: ["team_account", "already_sent", "already_professional"],
    },
    {
      ...signedIn,
      method: "post",
      path: "/api/v2/professionals/application/send",
      id: "sendApplication",
      summary: "Send it to be checked; twice is once",
      body: sendInput,
      bodyExample: { declared: true },
      answers: { 200: { json: standing } },
      errors: ["team_account", "incomplete", "already_professional"],
    },
    {
      ...signedIn,
      method: "post",
      path: "/api/v2/professionals/application/answer",
      id: "answerVerification",
      summary: "Answer the team, or add a word",
      body: answerInput,
      bodyExample: { text: "The back of the card is there now." },
      answers: { 200: { json: standing } },
      errors: ["nothing_open"],
    },
    {
      ...signedIn,
      method: "get",
      path: "/api/v2/professionals/application/papers",
      id: "listPapers",
      summary: "One's documents, oldest first",
      answers: { 200: { json: pageOf(paper) } },
    },
    {
      ...signedIn,
      method: "post",
      path: "/api/v2/professionals/application/papers",
      id: "addPaper",
      summary: "Add a document",
      query: z.object({ kind: z.enum(PAPER_KINDS) }),
      body: { types: ["multipart/form-data"], says: "One file.", schema: z.object({ file: z.file() }) },
      answers: { 201: { json: paper } },
      errors: ["team_account", ...FILE_ERRORS],
    },
    {
      ...signedIn,
      method: "get",
      path: "/api/v2/professionals/application/papers/{paper_id}/content",
      id: "openPaper",
      summary: "The bytes of a document of one's own",
      answers: { 200: { raw: PAPER } },
      errors: ["files_away"],
    },
    {
      ...signedIn,
      method: "delete",
      path: "/api/v2/professionals/application/papers/{paper_id}",
      id: "deletePaper",
      summary: "Take a document back; one that was decided by stays",
      answers: { 204: {} },
      errors: ["already_sent"],
    },
  ],
};
