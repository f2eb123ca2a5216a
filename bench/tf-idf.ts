// The plain baseline of text search: cosine of (1 + ln tf) * ln(N / df), on stems, fitted on the corpus alone.
import { stem, words } from "../src/domain/embedding/tokens.ts";

/** Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988 (scheme ltc). */
export function tfIdf(corpus: readonly string[]): {
  embed: (text: string) => Map<string, number>;
  similarity: (a: Map<string, number>, b: Map<string, number>) => number;
} {
  const documents = new Map<string, number>();
  for (const text of corpus)
    for (const term of new Set(termsOf(text))) documents.set(term, (documents.get(term) ?? 0) + 1);

  return {
    embed(text) {
      const counts = new Map<string, number>();
      for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
      const weights = new Map<string, number>();
      for (const [term, count] of counts) {
        const df = documents.get(term);
        if (df !== undefined) weights.set(term, (1 + Math.log(count)) * Math.log(corpus.length / df));
      }
      const length = Math.hypot(...weights.values());
      if (length > 0) for (const [term, weight] of weights) weights.set(term, weight / length);
      return weights;
    },
    similarity(a, b) {
      let dot = 0;
      for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
      return dot;
    },
  };
}

function termsOf(text: string): string[] {
  return words(text).map(stem);
}
