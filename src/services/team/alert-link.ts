// Where an alert leads to: the case on the console, or the console.
import type { Params } from "../../domain/notifications/template-shape.ts";
import type { ServiceContext } from "../context.ts";

/** Absolute; an id alone, and what it opens asks who is there. */
export function alertLink(ctx: ServiceContext, params: Params): string {
  const path = params.case_id === undefined ? "/ops" : `/ops/cases/${encodeURIComponent(params.case_id)}`;
  return new URL(path, ctx.publicOrigin).href;
}
