// The console's pages of what stands behind a match: learned models.
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { VezError } from "../../base/errors.ts";
import { countGradedCases } from "../../services/models/count-graded-cases.ts";
import { importModel, MOST_MODEL_BYTES } from "../../services/models/import-model.ts";
import { listModels } from "../../services/models/list-models.ts";
import { requestTraining } from "../../services/models/request-training.ts";
import { retireModel } from "../../services/models/retire-model.ts";
import { serveModel } from "../../services/models/serve-model.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { uploadForm } from "./form-upload.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { ModelsPage } from "./ops-models.tsx";
import { IMPORT_REFUSED, MODELS } from "./texts/ops-models.ts";

export const opsMatchPages = new Hono<AppEnv>();

opsMatchPages.get("/ops/models", (c) => modelsPage(c));

/** Brings a model in. A refusal is the same page at the same address, with the reason at its head. */
opsMatchPages.post("/ops/models", async (c) => {
  const { services, operator } = desk(c);
  try {
    const form = await uploadForm(c, MOST_MODEL_BYTES);
    const content = await sentModel(form);
    const cases = form.get("graded_cases");
    const graded_cases = typeof cases === "string" && cases.trim() !== "" ? cases.trim() : undefined;
    const model = await importModel(services, operator, { content, graded_cases });
    return c.redirect(`/ops/models#${model.id}`, 303);
  } catch (error) {
    if (!(error instanceof VezError) || !(error.code in IMPORT_REFUSED)) throw error;
    const detail = error.code.startsWith("model_") ? error.detail : "";
    return modelsPage(c, { refused: { code: error.code, detail }, status: error.status as ContentfulStatusCode });
  }
});

/** The file, or what was pasted in its place. */
async function sentModel(form: FormData): Promise<string> {
  const file: unknown = form.get("file");
  if (file instanceof File && file.size > 0) return file.text();
  const text = form.get("text");
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new VezError("nothing_sent", { status: 422, detail: "Choose a file, or paste its content." });
}

opsMatchPages.post("/ops/models/train", async (c) => {
  const { services, operator } = desk(c);
  const days = Number((await formBody(c)).get("window_days"));
  return acted(c, "/ops/models", () => requestTraining(services, operator, { window_days: days }));
});

opsMatchPages.post("/ops/models/:id/serve", async (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  const even_if_not_monotone = (await formBody(c)).get("even_if_not_monotone") === "yes";
  return acted(c, "/ops/models", () => serveModel(services, operator, { id, even_if_not_monotone }));
});

opsMatchPages.post("/ops/models/:id/retire", async (c) => {
  const { services, operator } = desk(c);
  return acted(c, "/ops/models", () => retireModel(services, operator, c.req.param("id")));
});

async function modelsPage(
  c: Context<AppEnv>,
  answer: { refused?: { code: string; detail: string }; status?: ContentfulStatusCode } = {},
): Promise<Response> {
  const { services, operator, locale, query } = desk(c);
  const [models, graded] = await Promise.all([
    listModels(services, operator, { cursor: query.cursor, limit: 200 }),
    countGradedCases(services, operator),
  ]);
  return opsPage(c, {
    section: "models",
    title: MODELS.title[locale],
    status: answer.status,
    main: <ModelsPage models={models} graded={graded} query={query} refused={answer.refused} locale={locale} />,
  });
}
