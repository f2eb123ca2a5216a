// Operators' routes of the ranking: conflicts of interest, learned models, embedding spaces, replays.
import * as z from "zod";
import { BACKFILL_STATUSES } from "../../db/tables/embedding.ts";
import { CONFLICT_REVIEW_STATUSES } from "../../db/tables/equity.ts";
import { MODEL_STATUSES } from "../../db/tables/models.ts";
import { SPACE_KEYS } from "../../domain/embedding/space.ts";
import { input as decisionInput } from "../../services/conflicts/decide-conflict.ts";
import { input as conflictsInput } from "../../services/conflicts/list-conflict-reviews.ts";
import { input as backfillsInput } from "../../services/embedding/list-backfills.ts";
import { input as backfillInput } from "../../services/embedding/start-backfill.ts";
import { input as modelsInput } from "../../services/models/list-models.ts";
import { input as trainingInput } from "../../services/models/request-training.ts";
import { input as servingInput } from "../../services/models/serve-model.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf, share } from "./parts.ts";
import { area, caseStatus } from "./shapes.ts";

const conflict = z.object({
  id: id("cfr"),
  status: z.enum(CONFLICT_REVIEW_STATUSES),
  reason: z.string(),
  created_at: moment,
  decided_at: moment.nullable(),
  case: z.object({ id: id("cas"), status: caseStatus, area: area.nullable(), uf: z.string().nullable() }),
  professional: z.object({ id: id("pro"), name: z.string(), licence: z.string() }),
  alike: z.array(z.object({ adverse: z.string(), represented: z.string() })),
  adverse_parties: z.array(z.string()),
  compared: count,
  represented: count,
});

const model = z
  .object({
    id: z.string(),
    vertical: z.string(),
    hash: z.string(),
    kind: z.string(),
    status: z.enum(MODEL_STATUSES),
    graded_cases: count,
    share,
    metrics: z.record(z.string(), z.number()),
    window_from: moment.nullable(),
    window_to: moment.nullable(),
    created_at: moment,
    serving_since: moment.nullable(),
    retired_at: moment.nullable(),
  })
  .meta({ id: "Model" });

const training = z.object({
  id: z.string(),
  status: z.enum(["waiting", "done", "failed"]),
  error: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  requested_at: moment,
  done_at: moment.nullable(),
});

const backfill = z
  .object({
    id: id("bkf"),
    space: z.enum(SPACE_KEYS).nullable(),
    space_name: z.string(),
    status: z.enum(BACKFILL_STATUSES),
    done: count,
    total: count,
    failed_tries: count,
    last_error: z.string().nullable(),
    per_minute: z.number().nullable(),
    estimated_end_at: moment.nullable(),
    started_by: z.string(),
    started_at: moment,
    updated_at: moment,
    finished_at: moment.nullable(),
  })
  .meta({ id: "Backfill" });

const space = z.object({
  key: z.enum(SPACE_KEYS),
  name: z.string(),
  dimensions: count,
  configured: z.boolean(),
  coverage: share,
  vectors: count,
  members: count,
  lacking: count,
});

const replay = z.object({
  shortlist_id: id("sho"),
  agrees: z.boolean(),
  model_hash: z.string().nullable(),
  stored_model_hash: z.string(),
  reason: z.enum(["formula_changed", "not_stored", "model_missing"]).nullable(),
  detail: z.string(),
  receipts: count,
  differences: z.array(
    z.object({
      professional_id: z.string().nullable(),
      field: z.string(),
      stored: z.unknown(),
      replayed: z.unknown(),
    }),
  ),
});

const operator = { who: ["operator"] } as const;

export const rankingGroup: OperationGroup = {
  tag: "Ranking",
  says: "For operators: doubts about conflicts of interest, learned models, embedding spaces, and rankings worked out again.",
  operations: [
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/conflicts",
      id: "listConflicts",
      summary: "Doubts about conflicts of interest, newest first",
      query: conflictsInput,
      answers: { 200: { json: pageOf(conflict) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/conflicts/{review_id}/decide",
      id: "decideConflict",
      summary: "Clear or confirm a doubt",
      body: z.object(decisionInput.shape).omit({ id: true }),
      bodyExample: { decision: "cleared" },
      answers: {
        200: {
          json: z.object({
            id: id("cfr"),
            case_id: id("cas"),
            status: z.enum(["cleared", "confirmed"]),
            decided_at: moment,
            searching: z.boolean(),
          }),
        },
      },
      errors: ["decided_already"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/shortlists/{shortlist_id}/replay",
      id: "replayShortlist",
      summary: "Work a ranking out again from its stored snapshot",
      answers: { 200: { json: replay } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/models",
      id: "listModels",
      summary: "Learned models, newest first",
      query: modelsInput,
      answers: { 200: { json: pageOf(model).extend({ last_training: training.nullable() }) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/models/train",
      id: "trainModel",
      summary: "Train a model on the answered offers",
      body: trainingInput,
      bodyOptional: true,
      bodyExample: { window_days: 365 },
      answers: { 202: { json: z.object({ id: z.string(), status: z.literal("waiting") }) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/models/import",
      id: "importModel",
      summary: "Bring a model that was trained elsewhere",
      query: z.object({ graded_cases: z.coerce.number().int().min(0).max(10_000_000).optional() }),
      body: {
        types: ["text/plain", "application/json"],
        says: "LightGBM's text, XGBoost's JSON, or an artefact of Vez; at most 8 MB.",
        schema: z.string(),
      },
      answers: { 201: { json: model } },
      errors: ["model_unreadable", "model_unsupported", "model_too_large"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/models/{model_id}/serve",
      id: "serveModel",
      summary: "Let a model serve from the next match on",
      body: servingInput.omit({ id: true }),
      bodyOptional: true,
      answers: { 200: { json: model } },
      errors: ["model_not_monotone", "model_changing"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/models/{model_id}/retire",
      id: "retireModel",
      summary: "Take a model out of service",
      answers: { 200: { json: model } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/embeddings",
      id: "readEmbeddings",
      summary: "Embedding spaces and the last 20 back-fills",
      answers: { 200: { json: z.object({ spaces: z.array(space), backfills: z.array(backfill) }) } },
    },
    {
      ...operator,
      method: "get",
      path: "/api/v2/operator/embeddings/backfills",
      id: "listBackfills",
      summary: "All back-fills, newest first",
      query: backfillsInput,
      answers: { 200: { json: pageOf(backfill) } },
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/embeddings/backfills",
      id: "startBackfill",
      summary: "Fill a space",
      body: backfillInput,
      bodyExample: { space: "lexical" },
      answers: { 202: { json: backfill } },
      errors: ["space_not_configured"],
    },
    {
      ...operator,
      method: "post",
      path: "/api/v2/operator/embeddings/backfills/{backfill_id}/cancel",
      id: "cancelBackfill",
      summary: "Stop a back-fill",
      answers: { 200: { json: backfill } },
    },
  ],
};
