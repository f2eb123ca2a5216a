// A message's body as operators may see it: ids, numbers and names of kinds; every other text is somebody's.

/** What stands for a text that is left out. */
export const LEFT_OUT = "…";

/** Nested values are only counted. */
export function redacted(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, shown(key, value)]));
}

function shown(key: string, value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "string") return LEFT_OUT;
  return key === "kind" || /^(inbox_)?[a-z]{3}_[0-9a-z]+$|^inbox_operators$/.test(value) ? value : LEFT_OUT;
}
