// Files in Cloudflare R2, or in the data folder where Miniflare plays it.
import { unavailable, type VezError } from "../base/errors.ts";
import { within } from "../base/within.ts";
import type { FileStore } from "../domain/files/file-store.ts";

/** What is used of an R2 bucket. */
export interface FileBucket {
  put(key: string, bytes: Uint8Array, options: { httpMetadata: { contentType: string } }): Promise<unknown>;
  get(key: string): Promise<{ body: ReadableStream<Uint8Array> } | null>;
  delete(key: string): Promise<void>;
}

/** A file is at most some megabytes; the bucket is beside the Worker. */
const TIMEOUT_MS = 15_000;

/** Throws `files_away` (503, retryable) where the bucket fails or does not answer in time. */
export function openFiles(bucket: FileBucket): FileStore {
  return {
    put: async (key, bytes, type) => {
      await inTime(bucket.put(key, bytes, { httpMetadata: { contentType: type } }));
    },
    get: async (key) => (await inTime(bucket.get(key)))?.body ?? null,
    remove: (key) => inTime(bucket.delete(key)),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const done = await within(work, TIMEOUT_MS).catch((cause: unknown) => {
    throw away(cause);
  });
  if (done === null) throw away("timeout");
  return done.value;
}

function away(cause: unknown): VezError {
  const detail = "The place for files does not answer. Try again in a minute; nothing else is lost.";
  return unavailable("files_away", detail, cause);
}
