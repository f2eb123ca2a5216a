// Profiles' words sent to one space's model, for whoever stores the vectors.
import type { Embedder } from "../../domain/embedding/embedder.ts";
import { embedLexical } from "../../domain/embedding/lexical.ts";
import type { SpaceKey } from "../../domain/embedding/space.ts";
import { profileText } from "../../domain/matching/profile-text.ts";
import type { MadeVector } from "./store-vectors.ts";

/** Makes vectors of any space, the one without a vendor included. */
export interface VectorMaker extends Pick<Embedder, "mostTexts" | "embed"> {
  key: SpaceKey;
}

/** Null for a space whose vendor is not configured. */
export function makerOf(embedders: readonly Embedder[], key: SpaceKey): VectorMaker | null {
  return key === "lexical" ? LEXICAL : (embedders.find((embedder) => embedder.key === key) ?? null);
}

const LEXICAL: VectorMaker = { key: "lexical", mostTexts: 100, embed: async (texts) => texts.map(embedLexical) };

export interface ProfileWords {
  id: string;
  areas: string[];
  subareas: string[];
  profile: string;
  hash: string;
}

/** Nobody waits for it, and a queue's consumer has minutes; a model that needs longer for a page is not well (ms). */
const BUDGET_MS = 60_000;

/** A vector for each profile that has any words; throws the embedder's VezError `vendor_*`, and then returns none. */
export async function embedWords(embedder: VectorMaker, profiles: readonly ProfileWords[]): Promise<MadeVector[]> {
  const said = profiles.map((words) => ({ words, text: profileText(words) })).filter(({ text }) => text.trim() !== "");
  const made: MadeVector[] = [];
  for (let i = 0; i < said.length; i += embedder.mostTexts) {
    const batch = said.slice(i, i + embedder.mostTexts);
    const vectors = await embedder.embed(
      batch.map(({ text }) => text),
      { lane: "bulk", budgetMs: BUDGET_MS },
    );
    for (const [j, vector] of vectors.entries()) {
      const words = batch[j]?.words;
      if (words !== undefined) made.push({ professionalId: words.id, hash: words.hash, vector });
    }
  }
  return made;
}
