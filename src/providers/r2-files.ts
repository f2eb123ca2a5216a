// Files in Cloudflare R2, or in the data folder where Miniflare plays it.
import { unavailable } from "../base/errors.ts";
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
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("timeout")), TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    throw unavailable(
      "files_away",
      "The place for files does not answer. Try again in a minute; nothing else is lost.",
      cause,
    );
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
