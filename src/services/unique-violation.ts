// Whether a statement failed because a unique index already held the row.

/** `constraint` is the index's name. Drizzle wraps the driver's error as `cause`. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && e.code === "23505" && "constraint" in e && e.constraint === constraint) return true;
  }
  return false;
}
