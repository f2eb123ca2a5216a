// A receiver's secret: made here, told once, kept sealed.
import { webhookSecret } from "../../domain/webhooks/signature.ts";
import type { ServiceContext } from "../context.ts";

const purposeOf = (endpointId: string) => `webhook-secret:${endpointId}`;

/** `secret` is for its owner, once; `sealed` for the row. */
export async function makeSecret(ctx: ServiceContext, endpointId: string): Promise<{ secret: string; sealed: string }> {
  const secret = webhookSecret(crypto.getRandomValues(new Uint8Array(32)));
  return { secret, sealed: await ctx.sealer.seal(purposeOf(endpointId), secret) };
}

export function openSecret(ctx: ServiceContext, endpointId: string, sealed: string): Promise<string> {
  return ctx.sealer.open(purposeOf(endpointId), sealed);
}
