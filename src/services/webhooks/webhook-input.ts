// What an owner says of a receiver: where it is, and what it wants to hear.
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import { WEBHOOK_WISHES } from "../../domain/webhooks/event-types.ts";
import { refuseTarget, type TargetRefusal } from "../../domain/webhooks/target.ts";
import type { ServiceContext } from "../context.ts";

const url = z.string({ error: "Give the address that receives the webhooks." }).trim().min(1).max(500);
const events = z
  .array(z.string(), { error: "Say which events: for example case.* or contract.signed." })
  .min(1, "Choose at least one event.")
  .max(WEBHOOK_WISHES.length)
  .refine((wishes) => wishes.every((wish) => WEBHOOK_WISHES.includes(wish)), {
    error: `An event is one of ${WEBHOOK_WISHES.join(", ")}.`,
  })
  .transform((wishes) => [...new Set(wishes)]);
const description = z.string().trim().max(200);

export const createWebhookInput = z.object({ url, events, description: description.default("") });
export const updateWebhookInput = z.object({
  url: url.optional(),
  events: events.optional(),
  description: description.optional(),
  /** "enabled" takes a receiver up again that was switched off. */
  status: z.enum(["enabled", "disabled"]).optional(),
});

const WHY: Readonly<Record<TargetRefusal, string>> = {
  not_a_url: "This is not an address. It looks like https://example.com/hooks.",
  not_https: "Webhooks go to https:// addresses only.",
  has_password: "Leave name and password out of the address; the signature tells you who calls.",
  odd_port: "Webhooks go to the ports 443 and 8443 only.",
  not_public: "Webhooks go to public addresses only, not into a private network.",
  own_address: "This is Vez's own address.",
};

/** Throws `webhook_url_refused` (422), with the reason as `reason`. */
export function checkTarget(ctx: ServiceContext, text: string): string {
  const reason = targetRefusal(ctx, text);
  if (reason === null) return new URL(text).href;
  throw new VezError("webhook_url_refused", { status: 422, detail: WHY[reason], extra: { reason } });
}

export function targetRefusal(ctx: ServiceContext, text: string): TargetRefusal | null {
  return refuseTarget(text, {
    ownHost: new URL(ctx.publicOrigin).host,
    toThisMachine: ctx.settings.webhooksToThisMachine,
  });
}
