// Where the bytes of files lie; rows in the database say whose they are.

export interface FileStore {
  /** Replaces what is there; returns when it is kept. */
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** Null where nothing is kept under the key. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Nothing where nothing is. */
  remove(key: string): Promise<void>;
}
