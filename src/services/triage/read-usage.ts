// What the models cost in one case so far, by provider, model and what they were asked for.
import { eq, sum } from "drizzle-orm";
import { caseModelUsage } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** The statement, for a batch: `usageView` makes its rows readable. */
export function usageOf(db: ServiceContext["db"], caseId: string) {
  const { provider, model, role } = caseModelUsage;
  return db
    .select({
      ...{ provider, model, role },
      calls: sum(caseModelUsage.calls).mapWith(Number),
      answered: sum(caseModelUsage.answered).mapWith(Number),
      inputTokens: sum(caseModelUsage.inputTokens).mapWith(Number),
      cachedInputTokens: sum(caseModelUsage.cachedInputTokens).mapWith(Number),
      outputTokens: sum(caseModelUsage.outputTokens).mapWith(Number),
      ms: sum(caseModelUsage.ms).mapWith(Number),
    })
    .from(caseModelUsage)
    .where(eq(caseModelUsage.caseId, caseId))
    .groupBy(provider, model, role)
    .orderBy(provider, role, model);
}

/** As the API tells it; tokens and calls are sums over the case, `ms` is the time of all calls together. */
export function usageView(rows: Awaited<ReturnType<typeof usageOf>>) {
  return rows.map((row) => ({
    provider: row.provider,
    model: row.model,
    role: row.role,
    calls: row.calls,
    answered: row.answered,
    input_tokens: row.inputTokens,
    cached_input_tokens: row.cachedInputTokens,
    output_tokens: row.outputTokens,
    ms: row.ms,
  }));
}

export type ModelUsage = ReturnType<typeof usageView>[number];
