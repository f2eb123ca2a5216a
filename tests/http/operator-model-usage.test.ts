// What the models cost, as an operator is told it: by the API, and on the case's page in both languages.
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { TokenUsage } from "../../src/domain/triage/strategies/types.ts";
import { recordUsage } from "../../src/services/triage/record-usage.ts";
import { ask, loadPeople, personWith, worldContext } from "./people.ts";

let olga: string;

beforeAll(async () => {
  await loadPeople(1);
  olga = await personWith("operator");
});

async function begin(): Promise<string> {
  const begun = await ask(null, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
  return String(begun.body.case_id);
}

async function pageOf(caseId: string, locale: string): Promise<string> {
  const headers = { authorization: `Bearer ${olga}`, "accept-language": locale };
  return (await exports.default.fetch(new Request(`http://example.com/ops/cases/${caseId}`, { headers }))).text();
}

const CALL: TokenUsage = {
  ...{ provider: "workers_ai", model: "llama-3.3", role: "analyst", outcome: "answered" },
  ...{ inputTokens: 12_345, cachedInputTokens: 2000, outputTokens: 678, ms: 1500 },
};

test("a case without models says so, in the API and on the page", async () => {
  const caseId = await begin();
  expect((await ask(olga, "GET", `/api/v2/operator/cases/${caseId}`)).body.model_usage).toEqual([]);
  expect(await pageOf(caseId, "pt-BR")).toContain("Nenhum modelo foi consultado");
  expect(await pageOf(caseId, "en")).toContain("No model was asked");
});

test("a case with models tells tokens by provider and all together", async () => {
  const caseId = await begin();
  const usage = [CALL, { ...CALL, provider: "openai", model: "gpt-5-mini", outcome: "timeout" } as const];
  await recordUsage(worldContext(), { caseId, key: "trn_1", usage });
  const api = await ask(olga, "GET", `/api/v2/operator/cases/${caseId}`);
  expect(api.body.model_usage).toMatchObject([
    { provider: "openai", calls: 1, answered: 0, input_tokens: 12_345 },
    { provider: "workers_ai", calls: 1, answered: 1, input_tokens: 12_345, cached_input_tokens: 2000 },
  ]);
  const words = ["Workers AI", "OpenAI", "gpt-5-mini", "llama-3.3"];
  // The last is the sum of both, as each language writes it.
  for (const word of [...words, "Quanto custaram os modelos", "24.690"]) {
    expect(await pageOf(caseId, "pt-BR")).toContain(word);
  }
  for (const word of [...words, "What the models cost", "24,690"]) expect(await pageOf(caseId, "en")).toContain(word);
});

test("nobody else reads it", async () => {
  const caseId = await begin();
  expect((await ask(await personWith("professional"), "GET", `/api/v2/operator/cases/${caseId}`)).status).toBe(404);
});
