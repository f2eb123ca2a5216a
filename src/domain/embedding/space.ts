// The name and the size of the lexical embedding space; a change of its features is a new name.

/** Stored with each vector: only vectors of one space are ever compared. */
export const LEXICAL_SPACE = "lexical-384-v1";
export const LEXICAL_DIMENSIONS = 384;
