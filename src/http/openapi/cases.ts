// Routes of a case once it is told: its state, its files, its summary, and why somebody was proposed.
import * as z from "zod";
import { summaryInput } from "../../services/cases/edit-summary.ts";
import { input as listInput } from "../../services/cases/list-cases.ts";
import { joinInput } from "../../services/duplicates/join-case.ts";
import { renameInput } from "../../services/files/rename-file.ts";
import { input as shortlistInput } from "../../services/matching/read-shortlist.ts";
import { input as caseOffersInput } from "../../services/offers/list-case-offers.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";
import { reach } from "./reach.ts";
import { area, caseStatus, caseView } from "./shapes.ts";

const file = z
  .object({
    id: id("fil"),
    name: z.string(),
    type: z.string().meta({ description: "Media type." }),
    bytes: count,
    created_at: moment,
  })
  .meta({ id: "File" });

/** Nine figures of a ranking, each 0..1; see docs/decisions/matching.md. */
const features = z.record(z.string(), z.number());

/** What a reader gets depends on who reads: a client learns what speaks for each of the proposed, the others the figures. */
const receipt = z
  .object({
    round: z.int(),
    rank: z.int().nullable(),
    chosen: z.boolean(),
    why: z.unknown().meta({ description: "Sentences in the reader's language." }),
    accepted: z.boolean().optional(),
    professional: z
      .object({
        id: id("pro").optional(),
        name: z.string().nullable(),
        uf: z.string(),
        municipality: z.string(),
        years_of_practice: z.number().optional(),
      })
      .optional(),
    offer: z.string().nullable().optional(),
    gate: z.string().nullable().optional(),
    features: features.nullable().optional(),
    contributions: features.nullable().optional(),
    learned: z.unknown().optional(),
    score: z.number().nullable().optional(),
    target: z.number().nullable().optional(),
    shortfall: z.number().nullable().optional(),
    turn: z.number().nullable().optional(),
    final: z.number().nullable().optional(),
    in_band: z.boolean().optional(),
    rank_before_equity: z.int().nullable().optional(),
  })
  .meta({ id: "Receipt", description: "Why somebody was, or was not, proposed." });

const round = z.object({
  round: z.int(),
  ranked_at: moment,
  considered: count,
  id: id("sho").optional(),
  model_hash: z.string().optional(),
  arm: z.string().optional(),
  learned: z.unknown().optional(),
  space: z.string().optional(),
  preset: z.string().optional(),
  weights: features.optional(),
  band_width: z.number().optional(),
  gate_counts: z.record(z.string(), z.number()).optional(),
  beyond: z.record(z.string(), z.number()).nullable().optional(),
  fallbacks: z.array(z.string()).optional(),
  take: z.int().optional(),
  equity: z.unknown().optional(),
});

const ownCase = z
  .object({
    id: id("cas"),
    status: caseStatus,
    area: area.nullable(),
    subarea: z.string().nullable(),
    summary: z.string().nullable(),
    contract_id: id("ctr").nullable(),
    created_at: moment,
  })
  .meta({ id: "OwnCase" });

const caseOffer = z
  .object({
    id: id("off"),
    case_id: id("cas"),
    wave: count,
    status: z
      .enum(["open", "accepted", "over"])
      .meta({ description: "Who declined and who let it pass look the same." }),
    expires_at: moment,
    created_at: moment,
  })
  .meta({ id: "CaseOffer" });

export const casesGroup: OperationGroup = {
  tag: "Cases",
  says: "A case as its client, the professional who took it, and operators see it.",
  operations: [
    {
      method: "get",
      path: "/api/v2/cases",
      id: "listOwnCases",
      summary: "The cases that one opened, newest first",
      who: ["signed_in"],
      query: listInput,
      answers: { 200: { json: pageOf(ownCase) } },
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/offers",
      id: "listCaseOffers",
      summary: "How many were asked, and how it stands",
      notes: "Not who they are.",
      who: ["client"],
      query: caseOffersInput,
      answers: { 200: { json: pageOf(caseOffer) } },
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/asks",
      id: "readAsks",
      summary: "What the case asks its client: how to be reached, whether it is the same as an earlier one",
      who: ["client"],
      answers: {
        200: {
          json: z.object({
            reach: reach.nullable(),
            asks_reach: z.boolean(),
            waits_until: moment.nullable().meta({ description: "Until when the search waits for the answer." }),
            like: z.object({ case_id: id("cas"), opened_at: moment }).nullable(),
          }),
        },
      },
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/join",
      id: "joinCase",
      summary: "It is the same as another case, and goes on there",
      who: ["client"],
      body: joinInput,
      bodyExample: { into: "cas_01kd9r7m4v8q2t6w0x3y5z7a9b" },
      answers: {
        200: {
          json: z.object({
            id: id("cas"),
            status: z.literal("closed"),
            close_reason: z.literal("joined"),
            joined_into: id("cas"),
          }),
        },
      },
      errors: ["wrong_state", "case_moved", "join_target_over", "already_joined"],
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/keep-apart",
      id: "keepApart",
      summary: "It is another one than the earlier case",
      who: ["client"],
      answers: { 200: { json: z.object({ case_id: id("cas"), answer: z.literal("different") }) } },
      errors: ["already_joined"],
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}",
      id: "readCase",
      summary: "A case",
      who: ["client", "professional", "operator"],
      answers: { 200: { json: caseView } },
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/shortlist",
      id: "readShortlist",
      summary: "Why somebody was, or was not, proposed",
      notes:
        "The client reads the proposed, a professional the own line, operators everything (the latest search first).",
      who: ["client", "asked_professional", "operator"],
      query: shortlistInput.omit({ caseId: true }),
      answers: { 200: { json: pageOf(receipt).extend({ case_id: id("cas"), rounds: z.array(round) }) } },
    },
    {
      method: "patch",
      path: "/api/v2/cases/{case_id}/summary",
      id: "editSummary",
      summary: "Put the summary into own words",
      notes: "Until somebody took the case. Professionals read it without names and numbers.",
      who: ["client"],
      body: summaryInput,
      bodyExample: { text: "Fui demitida sem receber as verbas.", version: 0 },
      answers: {
        200: {
          json: z.object({ summary: z.string(), version: count }),
          example: { summary: "Fui demitida sem receber as verbas.", version: 1 },
        },
      },
      errors: ["summary_changed", "summary_fixed"],
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/files",
      id: "listFiles",
      summary: "The case's files, oldest first",
      notes: "All of them at once: a case holds `FILES_PER_CASE` at most.",
      who: ["client", "professional", "operator"],
      answers: { 200: { json: z.object({ items: z.array(file), next: z.null() }) } },
    },
    {
      method: "post",
      path: "/api/v2/cases/{case_id}/files",
      id: "addFile",
      summary: "Add a file",
      notes: "The same bytes again are the same file. PDF, JPEG, PNG, WebP or HEIC up to `FILE_MAX_MB`.",
      who: ["client"],
      body: {
        types: ["multipart/form-data"],
        says: "One file in the field `file`.",
        schema: z.object({ file: z.file() }),
      },
      answers: { 201: { json: file } },
      errors: [
        "file_deleted",
        "file_kind",
        "file_too_large",
        "file_empty",
        "not_a_form",
        "too_many_files",
        "case_closed",
        "files_away",
      ],
    },
    {
      method: "get",
      path: "/api/v2/cases/{case_id}/files/{file_id}/content",
      id: "downloadFile",
      summary: "A file's bytes, as a download",
      who: ["client", "professional", "operator"],
      answers: {
        200: {
          raw: {
            types: ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic"],
            says: "The file.",
          },
        },
      },
      errors: ["files_away"],
    },
    {
      method: "patch",
      path: "/api/v2/cases/{case_id}/files/{file_id}",
      id: "renameFile",
      summary: "Give a file another name",
      who: ["client"],
      body: renameInput,
      bodyExample: { name: "Rescisão.pdf" },
      answers: { 200: { json: file } },
    },
    {
      method: "delete",
      path: "/api/v2/cases/{case_id}/files/{file_id}",
      id: "deleteFile",
      summary: "Delete a file",
      who: ["client"],
      answers: { 204: { says: "It is gone, also when it was gone before." } },
    },
  ],
};
