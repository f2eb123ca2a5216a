// Acts on a message of DocuSign Connect.
import { docuSignEventBody } from "../../providers/docusign-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { applyEnvelopeState } from "./apply-envelope-state.ts";

/** Others of the account's events (templates, clickwraps, other people's envelopes) are not ours. */
const KNOWN = /^(envelope|recipient)-/;

/** Idempotent. `unknown` for an event of another kind, and for an envelope that Vez did not make. */
export async function hearDocuSign(
  ctx: ServiceContext,
  event: { type: string; body: Record<string, unknown> },
): Promise<"handled" | "unknown"> {
  if (!KNOWN.test(event.type)) return "unknown";
  const outcome = await applyEnvelopeState(ctx, docuSignEventBody.parse(event.body));
  return outcome === "applied" ? "handled" : "unknown";
}
