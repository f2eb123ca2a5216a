// Where a form may send the reader afterwards: somewhere on this site, never elsewhere.

/** `next` when it is a path of our own, else `fallback`. */
export function safeNext(next: string | null | undefined, fallback = "/"): string {
  if (next === null || next === undefined || next.length > 500 || !next.startsWith("/")) return fallback;
  // A browser reads "//host" and "/\host" as another site; control characters are stripped before it looks.
  if (/^\/[/\\]/.test(next) || /[\p{Cc}\\]/u.test(next)) return fallback;
  return next;
}
