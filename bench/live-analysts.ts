// Real models as analysts of labelled narratives: those whose keys are in the environment, asked as the product asks them.

import { MetricsBuffer } from "../src/domain/metrics/buffer.ts";
import { openInterview, takeTurn } from "../src/domain/triage/interview.ts";
import type { AnalyseInput } from "../src/domain/triage/strategies/types.ts";
import { configSchema } from "../src/env.ts";
import { Circuits } from "../src/providers/circuit.ts";
import type { ChatModel } from "../src/providers/models/chat-model.ts";
import { openChatModels } from "../src/providers/models/open-chat-models.ts";
import { askLabels, type LabelsAsked } from "../src/services/triage/model-call.ts";
import type { Narrative } from "./triage-data.ts";

const chatSchema = configSchema.omit({ DATABASE_URL: true, PUBLIC_ORIGIN: true, BETTER_AUTH_SECRET: true });

/** The settings of chat models and votes, with their defaults. Throws where one is wrong. */
export function modelConfig(env: Record<string, string | undefined>) {
  return chatSchema.parse(env);
}

/** Best first; empty without a key. */
export function liveModels(env: Record<string, string | undefined>): ChatModel[] {
  return openChatModels(modelConfig(env), undefined, { circuits: new Circuits(), metrics: new MetricsBuffer() });
}

/** What one model says of a narrative as a person's first message. */
export function askLive(model: ChatModel, narrative: Narrative): Promise<LabelsAsked> {
  return askLabels(model, asTold(narrative));
}

/** The narrative as the first message of an interview. */
export function asTold(narrative: Narrative): AnalyseInput {
  const { locale = "pt-BR", text } = narrative;
  const opened = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  const { state, understanding } = takeTurn(opened.state, { text, now: NOW });
  return {
    ...{ state: { ...state, told: [text] }, history: [{ from: "client", text }], scripted: understanding },
    ...{ budgetMs: 20_000, signal: new AbortController().signal },
  };
}

// A fixed afternoon, so that "yesterday" means the same in every run.
const NOW = new Date("2026-11-20T18:00:00Z");
