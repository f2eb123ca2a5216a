// The object's one alarm, shared by everything that must happen later.

export class ConversationAlarm {
  readonly #storage: DurableObjectStorage;
  /** What is set now; undefined until this instance has set it once. */
  #at: number | null | undefined;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /**
   * Sets the alarm to the earliest of `moments` (ms since the epoch), or removes it when there is none.
   * Call it without an await after the change it belongs to: it is then part of the same commit.
   */
  set(moments: readonly (number | null)[]): void {
    const due = moments.filter((moment) => moment !== null);
    const at = due.length === 0 ? null : Math.min(...due);
    if (at === this.#at) return;
    this.#at = at;
    // The output gate holds every answer until this write is durable; a failure resets the object.
    void (at === null ? this.#storage.deleteAlarm() : this.#storage.setAlarm(at));
  }

  /** A fired alarm is no longer set. */
  fired(): void {
    this.#at = null;
  }
}
