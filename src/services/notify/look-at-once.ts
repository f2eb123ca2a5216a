// What a vendor left open is looked for there at once, where it can be asked: most lost answers are settled before anybody is told elsewhere.
import type { Outgoing, Sender, SendOutcome } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { hasTwin, whoseText } from "./whose-text.ts";

/** As long as another one is looked for (find-unsure.ts). */
const TWINS_OF_MS = 24 * 3_600_000;

/** The same outcomes, some of them no longer `unsure`. `since`: before the first of `asked` was handed over. */
export async function lookAtOnce(
  ctx: ServiceContext,
  sender: Sender,
  asked: readonly (NotificationRow & { item: Outgoing })[],
  outcomes: readonly SendOutcome[],
  since: Date,
): Promise<SendOutcome[]> {
  const looked: SendOutcome[] = [];
  // One after another: few are in doubt, and who is in doubt has kept others waiting already.
  for (const outcome of outcomes) {
    const row = asked.find(({ id }) => id === outcome.id);
    looked.push(
      outcome.outcome === "unsure" && row !== undefined ? await look(ctx, sender, row, outcome, since) : outcome,
    );
  }
  return looked;
}

async function look(
  ctx: ServiceContext,
  sender: Sender,
  row: NotificationRow & { item: Outgoing },
  outcome: Extract<SendOutcome, { outcome: "refused" | "failed" | "unsure" }>,
  since: Date,
): Promise<SendOutcome> {
  const found = await sender.find?.(row.item, since);
  if (found === undefined) return outcome;
  const twins = hasTwin(row, ["sending", "unsure"], new Date(ctx.now().getTime() - TWINS_OF_MS));
  const one = await whoseText(ctx, found, twins);
  if (typeof one === "object") return { id: outcome.id, outcome: "sent", vendorId: one.vendorId };
  // After an answer there is nothing on its way any more; after a silence there may be.
  return one === "absent" && outcome.reason === "error" ? { ...outcome, outcome: "failed" } : outcome;
}
