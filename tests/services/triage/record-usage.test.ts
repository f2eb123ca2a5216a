import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TokenUsage } from "../../../src/domain/triage/strategies/types.ts";
import { readCaseAsOperator } from "../../../src/services/operations/read-case.ts";
import { countDropped, countModelUse } from "../../../src/services/triage/count-models.ts";
import { recordUsage } from "../../../src/services/triage/record-usage.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const OPERATOR = { kind: "person", userId: "usr_op", role: "operator", locale: "pt-BR" } as const;

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
});

describe("what the models cost in a case", () => {
  test("is nothing while none was asked", async () => {
    const caseId = await world.addCase();
    expect(await recordUsage(world.ctx, { caseId, key: "trn_1", usage: [] })).toBe(0);
    expect((await readCaseAsOperator(world.ctx, OPERATOR, caseId)).model_usage).toEqual([]);
  });

  test("is summed over the turns, by provider, model and what they were asked for", async () => {
    const { ctx } = world;
    const caseId = await world.addCase();
    const first = [call(), call({ outcome: "invalid", outputTokens: 7 }), call({ role: "interviewer" })];
    expect(await recordUsage(ctx, { caseId, key: "trn_1", usage: first })).toBe(2);
    await recordUsage(ctx, { caseId, key: "trn_2", usage: [call(), call({ provider: "openai", model: "gpt" })] });
    expect((await readCaseAsOperator(ctx, OPERATOR, caseId)).model_usage).toEqual([
      {
        ...{ provider: "anthropic", model: "claude", role: "analyst", calls: 3, answered: 2 },
        ...{ input_tokens: 300, cached_input_tokens: 240, output_tokens: 47, ms: 1500 },
      },
      {
        ...{ provider: "anthropic", model: "claude", role: "interviewer", calls: 1, answered: 1 },
        ...{ input_tokens: 100, cached_input_tokens: 80, output_tokens: 20, ms: 500 },
      },
      {
        ...{ provider: "openai", model: "gpt", role: "analyst", calls: 1, answered: 1 },
        ...{ input_tokens: 100, cached_input_tokens: 80, output_tokens: 20, ms: 500 },
      },
    ]);
  });

  test("is counted once, however often the same turn is written", async () => {
    const { ctx } = world;
    const caseId = await world.addCase();
    const again = { caseId, key: "trn_1", usage: [call()] };
    const added = await Promise.all([recordUsage(ctx, again), recordUsage(ctx, again), recordUsage(ctx, again)]);
    expect(added.reduce((sum, rows) => sum + rows, 0)).toBe(1);
    expect((await readCaseAsOperator(ctx, OPERATOR, caseId)).model_usage).toMatchObject([{ calls: 1 }]);
  });

  test("is kept apart from that of other cases", async () => {
    const { ctx } = world;
    const [one, other] = [await world.addCase(), await world.addCase()];
    await recordUsage(ctx, { caseId: one, key: "trn_1", usage: [call()] });
    await recordUsage(ctx, { caseId: other, key: "trn_1", usage: [call(), call()] });
    expect((await readCaseAsOperator(ctx, OPERATOR, one)).model_usage).toMatchObject([{ calls: 1 }]);
    expect((await readCaseAsOperator(ctx, OPERATOR, other)).model_usage).toMatchObject([{ calls: 2 }]);
  });

  test("is written also where a vendor counts nonsense", async () => {
    const caseId = await world.addCase();
    const odd = call({ inputTokens: 10, cachedInputTokens: 50, outputTokens: Number.NaN, ms: -3 });
    await recordUsage(world.ctx, { caseId, key: "trn_1", usage: [odd] });
    expect((await readCaseAsOperator(world.ctx, OPERATOR, caseId)).model_usage).toMatchObject([
      { input_tokens: 10, cached_input_tokens: 10, output_tokens: 0, ms: 0 },
    ]);
  });
});

describe("the dashboards' counts", () => {
  test("tell calls by how they ended and tokens by whose, cached ones apart", () => {
    countModelUse(world.metrics, [
      call(),
      call({ outcome: "timeout", inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }),
    ]);
    const { model_calls_total: calls, model_tokens_total: tokens } = world.metrics.take() ?? {};
    expect(calls).toEqual({
      'provider="anthropic",role="analyst",outcome="answered"': [1],
      'provider="anthropic",role="analyst",outcome="timeout"': [1],
    });
    expect(tokens).toEqual({
      'provider="anthropic",kind="input"': [20],
      'provider="anthropic",kind="cached_input"': [80],
      'provider="anthropic",kind="output"': [20],
    });
  });

  test("tell who stood in for whom: the next interviewer, then the script", () => {
    const speaker = (said: Partial<TokenUsage>) => call({ role: "interviewer", ...said });
    countModelUse(world.metrics, [
      speaker({ outcome: "timeout" }),
      speaker({ provider: "openai", outcome: "answered" }),
      call({ outcome: "invalid" }),
      call({ outcome: "failed" }),
    ]);
    countModelUse(world.metrics, [speaker({ outcome: "failed" }), call({ outcome: "stopped" })]);
    expect(world.metrics.take()?.fallback_usage_total).toEqual({
      'from="anthropic",to="openai",reason="timeout"': [1],
      'from="anthropic",to="scripted",reason="error"': [2],
    });
  });

  test("tell of no step where one of several analysts is missing", () => {
    countModelUse(world.metrics, [call(), call({ provider: "openai", outcome: "timeout" })]);
    expect(world.metrics.take()?.fallback_usage_total).toBeUndefined();
  });

  test("tell why the guard kept sentences back, and hold no word that is not in the table", () => {
    countDropped(world.metrics, ["legal_advice", "legal_advice", "other_question", "Maria da Silva"]);
    expect(world.metrics.take()?.guard_dropped_total).toEqual({
      'kind="legal_advice"': [2],
      'kind="other_question"': [1],
      'kind="other"': [1],
    });
  });
});

function call(said: Partial<TokenUsage> = {}): TokenUsage {
  return {
    ...{ provider: "anthropic", model: "claude", role: "analyst", outcome: "answered" },
    ...{ inputTokens: 100, cachedInputTokens: 80, outputTokens: 20, ms: 500 },
    ...said,
  };
}
