// Where a reader's replay starts: the one decision on which "nothing twice, nothing lost" rests.

export interface ResumePoint {
  /** Replay is strictly after this number. */
  after: number;
  /** What the reader can no longer get, or null. */
  gap: { from: number; to: number } | null;
}

/** `asked` is the last number the reader has; beyond the log's end it means the end, before its first event a gap. */
export function resumePoint(asked: number, firstSeq: number, lastSeq: number): ResumePoint {
  const after = Math.min(asked, lastSeq);
  if (after + 1 >= firstSeq) return { after, gap: null };
  return { after: firstSeq - 1, gap: { from: after + 1, to: firstSeq - 1 } };
}
