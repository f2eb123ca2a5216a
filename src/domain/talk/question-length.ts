// How long the anonymous question before an acceptance, and its answer, may be; in characters.

export const QUESTION_LENGTH = { least: 10, most: 400 } as const;
export const ANSWER_LENGTH = { least: 1, most: 1000 } as const;
/** Of one case, unanswered, at the same time: more would be a second interview. */
export const MOST_OPEN_QUESTIONS = 5;
