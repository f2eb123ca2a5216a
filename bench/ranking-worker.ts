// The trainer in a Worker: one request brings the rows, each further one trains on them, so that only training is timed.
import type { RankingDataset } from "../src/domain/learning/dataset.ts";
import { train } from "../src/domain/learning/train.ts";
import { digestOf, settingsFor } from "./ranking-model.ts";
import { parseRanking } from "./ranking-parse.ts";

let dataset: RankingDataset | null = null;

export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const queries = searchParams.get("queries");
    if (queries !== null) {
      dataset = parseRanking(await request.text(), queries);
      return new Response(String(dataset.labels.length));
    }
    if (dataset === null) return new Response("Bring the rows first.", { status: 409 });
    const { forest } = train(dataset, settingsFor(Number(searchParams.get("seed"))));
    return new Response(await digestOf(forest));
  },
};
