// The answers already given, by the sender's own key: the same message twice is one message and the same answer.

export type AnswerKind = "open" | "say" | "human" | "correct" | "take_over" | "give_back";

export class ConversationAnswers {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The stored answer, or null when the key is new. `T` is what `keep` was given under this kind. */
  find<T>(kind: AnswerKind, key: string): T | null {
    const row = this.#sql
      .exec<{ answer: string }>("SELECT answer FROM answers WHERE kind = ? AND key = ?", kind, key)
      .toArray()[0];
    return row ? JSON.parse(row.answer) : null;
  }

  keep<T>(kind: AnswerKind, key: string, answer: T): T {
    this.#sql.exec("INSERT INTO answers (kind, key, answer) VALUES (?, ?, ?)", kind, key, JSON.stringify(answer));
    return answer;
  }
}
