// Writes down what the models cost in one turn of a case, once.
import { caseModelUsage } from "../../db/schema.ts";
import type { TokenUsage } from "../../domain/triage/strategies/types.ts";
import type { ServiceContext } from "../context.ts";

export interface UsageInput {
  caseId: string;
  /** What it arose for, e.g. the turn's id: the same key again changes nothing. */
  key: string;
  usage: readonly TokenUsage[];
}

/** One row for each provider, model and role of this key, all in one statement; returns how many are new. Without any call it writes nothing. */
export async function recordUsage(ctx: Pick<ServiceContext, "db" | "now">, input: UsageInput): Promise<number> {
  const at = ctx.now();
  const rows = summed(input.usage).map((row) => ({ ...row, caseId: input.caseId, key: input.key, at }));
  if (rows.length === 0) return 0;
  const added = await ctx.db
    .insert(caseModelUsage)
    .values(rows)
    .onConflictDoNothing()
    .returning({ model: caseModelUsage.model });
  return added.length;
}

type Row = Omit<typeof caseModelUsage.$inferInsert, "caseId" | "key" | "at">;

function summed(usage: readonly TokenUsage[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { provider, model, role, outcome, ...spent } of usage) {
    const name = `${provider} ${role} ${model}`;
    const row = rows.get(name) ?? { provider, model, role, ...NOTHING };
    row.calls += 1;
    row.answered += outcome === "answered" ? 1 : 0;
    row.inputTokens += whole(spent.inputTokens);
    // A vendor that counts more from its cache than went in has miscounted.
    row.cachedInputTokens += Math.min(whole(spent.cachedInputTokens), whole(spent.inputTokens));
    row.outputTokens += whole(spent.outputTokens);
    row.ms += whole(spent.ms);
    rows.set(name, row);
  }
  return [...rows.values()];
}

const NOTHING = { calls: 0, answered: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, ms: 0 };

/** Counts come from vendors: no number is 0, and a row's column holds 31 bits. */
function whole(value: number): number {
  return Number.isFinite(value) ? Math.min(100_000_000, Math.max(0, Math.round(value))) : 0;
}
