// The embedding spaces: name, size and version of each; a change of a model or of its features is a new name.

/** From the best to the one that always answers. */
export const SPACE_KEYS = ["openai", "bge_m3", "lexical"] as const;
export type SpaceKey = (typeof SPACE_KEYS)[number];

/** `name` is stored with each vector: only vectors of one name are ever compared. */
export const SPACES: Readonly<Record<SpaceKey, { name: string; dimensions: number }>> = {
  openai: { name: "openai-text-embedding-3-small-v1", dimensions: 1536 },
  bge_m3: { name: "workers-ai-bge-m3-v1", dimensions: 1024 },
  lexical: { name: "lexical-384-v1", dimensions: 384 },
};

export const LEXICAL_SPACE = SPACES.lexical.name;
export const LEXICAL_DIMENSIONS = SPACES.lexical.dimensions;

/** A text in one space. */
export interface EmbeddedText {
  key: SpaceKey;
  vector: ArrayLike<number>;
}
