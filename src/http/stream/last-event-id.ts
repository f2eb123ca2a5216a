// The number after which a reader resumes, as a browser or a page sends it.

/**
 * The `Last-Event-ID` header (what a reconnecting browser sends, so the newest) or else `?last_event_id=`.
 * Rubbish is 0: the whole log is better than a hole. A number beyond the log's end means the end; the object knows it.
 */
export function lastEventId(request: Request): number {
  const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("last_event_id") ?? "";
  if (!/^\d{1,15}$/.test(asked)) return 0;
  return Number(asked);
}
