// A place for files in memory, that can be away on demand.
import { unavailable } from "../../src/base/errors.ts";
import type { FileStore } from "../../src/domain/files/file-store.ts";

export class MemoryFiles implements FileStore {
  readonly kept = new Map<string, Uint8Array>();
  away = false;

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.#here();
    this.kept.set(key, bytes.slice());
  }

  async get(key: string): Promise<ReadableStream<Uint8Array> | null> {
    this.#here();
    const bytes = this.kept.get(key);
    return bytes === undefined ? null : new Blob([new Uint8Array(bytes)]).stream();
  }

  async remove(key: string): Promise<void> {
    this.#here();
    this.kept.delete(key);
  }

  #here(): void {
    if (this.away) throw unavailable("files_away", "The place for files does not answer.");
  }
}
