// Under which of one's own messages "read" stands: the last one that the other side has read.

/** `items` oldest first; null where nothing of `side`'s was read yet. */
export function lastRead<T extends { from: string; read_at: string | null }>(
  items: readonly T[],
  side: string,
): T | null {
  return items.findLast((item) => item.from === side && item.read_at !== null) ?? null;
}
