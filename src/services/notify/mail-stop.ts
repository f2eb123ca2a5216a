// Why letters no longer go to a person's address, for himself: nobody else would tell him.
import type { Actor, ServiceContext } from "../context.ts";
import { readRecipients } from "./recipients.ts";
import { whyStopped } from "./suppression.ts";

export interface MailStop {
  address: string;
  /** `bounced`: a letter came back for good. `complained`: one was marked as unwanted there. */
  why: "bounced" | "complained";
  /** True where a client named the address as the way to be reached; false for the one that he signs in with. */
  isReach: boolean;
}

/** Null where letters go, or would not go anyway. */
export async function mailStop(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
): Promise<MailStop | null> {
  const person = (await readRecipients(ctx, [actor.userId])).get(actor.userId);
  if (person === undefined) return null;
  const { reach, email } = person;
  const address = reach === null ? email : reach.channel === "email" ? reach.address : null;
  if (address === null) return null;
  const reason = await whyStopped(ctx, { channel: "email", recipient: address });
  if (reason === null) return null;
  const isReach = address.toLowerCase() !== email?.toLowerCase();
  // Whose an address is that was only named here nobody has checked: what its reader said of Vez is not told.
  if (reason === "complaint" && isReach) return null;
  return { address, why: reason === "complaint" ? "complained" : "bounced", isReach };
}
