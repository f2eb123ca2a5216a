// Somebody of the team pressed "take the conversation over" in the channel: the same verb as on the console, in his own name.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import { users } from "../../db/schema.ts";
import type { PostRef, TeamChannel } from "../../domain/team/team-ports.ts";
import { TAKE_ACTION } from "../../providers/slack.ts";
import { reasonOf } from "../../providers/vendor-failure.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator, operatorName } from "../operations/as-operator.ts";
import { takeOver } from "../operations/hold-conversation.ts";
import { alertLink } from "./alert-link.ts";
import { TEAM_TEXTS, takenBy } from "./team-texts.ts";

const press = z.object({ user: z.string(), channel: z.string(), ts: z.string(), value: z.string() });

/** The same press twice is one take-over. Throws VezError `vendor_*` while the vendor cannot say who pressed. */
export async function pressButton(
  ctx: ServiceContext,
  event: { externalId: string; type: string; body: Record<string, unknown> },
): Promise<"handled" | "unknown"> {
  const { channel, locale } = ctx.team;
  // The link button tells too that it was pressed: nothing is to be done.
  if (event.type === "vez_open") return "handled";
  if (event.type !== TAKE_ACTION || channel === null) return "unknown";
  const { user, channel: where, ts, value: caseId } = press.parse(event.body);
  const actor = await operatorOf(ctx, channel, user);
  if (actor === null) {
    await channel.whisper(where, user, TEAM_TEXTS.notOperator[locale]);
    return "handled";
  }
  const refused = await take(ctx, actor, caseId, event.externalId);
  if (refused !== null) {
    await channel.whisper(where, user, TEAM_TEXTS[refused][locale]);
    return "handled";
  }
  const name = await operatorName(ctx, asOperator(actor));
  const link = alertLink(ctx, { case_id: caseId });
  await replace(ctx, channel, { channel: where, ts }, takenBy(name, link)[locale], caseId);
  return "handled";
}

/** The press has done its work: an alert that can no longer be changed (deleted, its channel archived) is no reason to do it again. */
async function replace(ctx: ServiceContext, channel: TeamChannel, post: PostRef, text: string, caseId: string) {
  try {
    await channel.replace(post, text);
  } catch (error) {
    if (reasonOf(error) !== "refused") throw error;
    ctx.log.warn("press_not_shown", { case_id: caseId, error });
  }
}

async function take(ctx: ServiceContext, actor: Actor, caseId: string, press: string) {
  try {
    await takeOver(ctx, actor, { caseId, key: `slack:${press}` });
    return null;
  } catch (error) {
    if (!(error instanceof VezError) || error.status >= 500) throw error;
    return error.code === "already_taken" ? "alreadyTaken" : "over";
  }
}

/** By the address of the vendor's account, which the workspace vouches for. */
async function operatorOf(ctx: ServiceContext, channel: TeamChannel, user: string): Promise<Actor | null> {
  const email = await channel.emailOf(user);
  if (email === null) return null;
  const [row] = await ctx.db
    .select({ id: users.id, locale: users.locale })
    .from(users)
    .where(and(eq(users.email, email), eq(users.role, "operator")));
  return row === undefined ? null : { kind: "person", userId: row.id, role: "operator", locale: row.locale };
}
