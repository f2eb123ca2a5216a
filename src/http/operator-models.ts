// Learned models and replays over the operators' API; for everyone else none of it exists.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { replayShortlist } from "../services/matching/replay-shortlist.ts";
import { importModel, MOST_MODEL_BYTES } from "../services/models/import-model.ts";
import { listModels } from "../services/models/list-models.ts";
import { requestTraining } from "../services/models/request-training.ts";
import { retireModel } from "../services/models/retire-model.ts";
import { serveModel } from "../services/models/serve-model.ts";
import type { AppEnv } from "./app-env.ts";
import { bodyText, optionalJsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorModelsApi = new Hono<AppEnv>();

const operator = (c: Context<AppEnv>) => requireRole(c, "operator");

operatorModelsApi.post("/shortlists/:id/replay", async (c) => {
  return c.json(await replayShortlist(c.get("services"), operator(c), c.req.param("id")));
});

operatorModelsApi.get("/models", async (c) => {
  return c.json(await listModels(c.get("services"), operator(c), c.req.query()));
});

const trainBody = z.object({ window_days: z.unknown().optional() });

operatorModelsApi.post("/models/train", async (c) => {
  const person = operator(c);
  const { window_days } = await optionalJsonBody(c, trainBody);
  return c.json(await requestTraining(c.get("services"), person, { window_days }), 202);
});

/** The file itself is the body, not JSON around it: a dump is long, and its bytes are what its hash is taken of. */
operatorModelsApi.post("/models/import", async (c) => {
  const person = operator(c);
  const content = await bodyText(c.req.raw, MOST_MODEL_BYTES);
  const graded_cases = c.req.query("graded_cases");
  return c.json(await importModel(c.get("services"), person, { content, graded_cases }), 201);
});

const serveBody = z.object({ even_if_not_monotone: z.unknown().optional() });

operatorModelsApi.post("/models/:id/serve", async (c) => {
  const person = operator(c);
  const { even_if_not_monotone } = await optionalJsonBody(c, serveBody);
  return c.json(await serveModel(c.get("services"), person, { id: c.req.param("id"), even_if_not_monotone }));
});

operatorModelsApi.post("/models/:id/retire", async (c) => {
  return c.json(await retireModel(c.get("services"), operator(c), c.req.param("id")));
});
