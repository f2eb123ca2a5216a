// What the tables of scopes and of kept answers say of an operation: said there once, told here.
import { NOT_FOR_KEYS, scopeFor } from "../../domain/keys/scopes.ts";
import { POSTS } from "../post-kinds.ts";
import type { Operation } from "./operation.ts";

/** What a key needs for it; null where keys are not taken. */
export function scopeOf({ method, path }: Operation): string | null {
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => `:${camel(name)}`);
  const rule = scopeFor(method.toUpperCase(), pattern);
  return rule === null || rule === NOT_FOR_KEYS ? null : rule;
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Each as the router writes it, whatever its parameters are called. */
const KEPT = new Set(
  Object.entries(POSTS).flatMap(([pattern, kind]) => (kind === "natural" ? [] : [pattern.replace(/:\w+/g, "{}")])),
);

/** Whether the same `Idempotency-Key` again is the same act. */
export function takesKey({ method, path, needsKey }: Operation): boolean {
  return needsKey === true || (method === "post" && KEPT.has(path.replace(/\{\w+\}/g, "{}")));
}
