// Fits the map from agreement to confidence on the tune splits and writes it as src/domain/triage/strategies/agreement-knots.ts.
// Run: node bench/fit-agreement.ts (simulated analysts); --live asks the models whose keys are in the environment.
import { writeFileSync } from "node:fs";
import { classify } from "../src/domain/triage/classify.ts";
import { confidenceOf } from "../src/domain/triage/confidence.ts";
import { combine } from "../src/domain/triage/strategies/combine.ts";
import type { Vote } from "../src/domain/triage/strategies/types.ts";
import { DEFAULT_WEIGHTS, PROVIDERS, parseWeights } from "../src/domain/triage/strategies/weights.ts";
import { isotonicKnots, type Knot, type Observed } from "./isotonic.ts";
import { askLive, liveModels } from "./live-analysts.ts";
import { SIMULATED, simulatedLabels } from "./simulated-analysts.ts";
import { heldOutShares } from "./train-triage.ts";
import type { Narrative } from "./triage-data.ts";

// Steps that rest on fewer examples would follow chance.
const LEAST = 150;
// The lay texts are what people write, and half as many as the examination's: together they count alike.
const LAY_REPEATS = 2;

const WEIGHTS = parseWeights(DEFAULT_WEIGHTS);
const models = process.argv.includes("--live") ? liveModels(process.env) : [];
if (process.argv.includes("--live") && models.length === 0) {
  process.stderr.write("No key of a model is in the environment: nothing was fitted.\n");
  process.exit(2);
}
const votesOf = models.length === 0 ? simulatedVotes : liveVotes;

const observed: Observed[] = [];
for (const { narrative, shares } of heldOutShares()) {
  const confidence = confidenceOf({ shares, evidence: classify(narrative.text).evidence });
  const seen = subsets(await votesOf(narrative)).map((votes): Observed => {
    const analysis = {
      strategy: "ensemble",
      votes,
      scriptedWeight: WEIGHTS.scripted,
      promptVersion: "",
      turns: 1,
    } as const;
    const { agreement, shares: pooled } = combine(shares, confidence, analysis);
    return { score: agreement, right: pooled[0]?.area === narrative.area };
  });
  const repeats = narrative.locale === undefined ? 1 : LAY_REPEATS;
  for (let time = 0; time < repeats; time++) observed.push(...seen);
}
const knots = isotonicKnots(observed, LEAST);
const file = new URL("../src/domain/triage/strategies/agreement-knots.ts", import.meta.url);
writeFileSync(file, packed(knots));
process.stdout.write(`${observed.length} examples, ${knots.length} knots\n${knots.map(lineOf).join("\n")}\n`);

function packed(found: readonly Knot[]): string {
  const readers = models.length === 0 ? "simulated analysts" : models.map(({ voter }) => voter).join(", ");
  return `// Written by bench/fit-agreement.ts from ${readers} on the tune splits; do not edit.

/** Agreement and the share of right areas there, both rising. */
export const AGREEMENT_KNOTS: readonly (readonly [agreement: number, right: number])[] = [
${found.map(([score, share]) => `  [${score.toFixed(3)}, ${share.toFixed(3)}],`).join("\n")}
];
`;
}

function lineOf([score, share]: Knot): string {
  return `agreement ${score.toFixed(3)}: right ${share.toFixed(3)}`;
}

async function simulatedVotes(narrative: Narrative): Promise<Vote[]> {
  return PROVIDERS.map((provider) => ({
    ...{ voter: provider, weight: WEIGHTS[provider], subarea: null, urgencyHours: null, complexity: null, flags: [] },
    ...simulatedLabels(narrative, provider, SIMULATED[provider]),
    needsPerson: false,
  }));
}

async function liveVotes(narrative: Narrative): Promise<Vote[]> {
  const asked = await Promise.all(models.map(async (model) => ({ model, ...(await askLive(model, narrative)) })));
  return asked.flatMap(({ model, labels }) =>
    labels === null ? [] : [{ ...labels, voter: model.voter, weight: WEIGHTS[model.provider] }],
  );
}

/** Every choice of one or more: one that answers, several, all. */
function subsets(votes: readonly Vote[]): Vote[][] {
  const choices = Array.from({ length: 2 ** votes.length - 1 }, (_, index) => index + 1);
  return choices.map((choice) => votes.filter((_, at) => (choice >> at) % 2 === 1));
}
