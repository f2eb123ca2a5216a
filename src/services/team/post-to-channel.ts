// Posts one alert to the team's channel, once: what may have been posted is looked for before it is posted again.
import { eq } from "drizzle-orm";
import { teamPosts } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { render } from "../../domain/notifications/templates.ts";
import { teamAlert } from "../../domain/team/team-alert.ts";
import type { PostRef, TeamChannel } from "../../domain/team/team-ports.ts";
import { reasonOf, wasNotCalled } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import { alertLink } from "./alert-link.ts";
import { TEAM_TEXTS } from "./team-texts.ts";

/** A post may stand in the channel a little before the row that announced it says so: clocks differ. */
const CLOCKS_DIFFER_MS = 60_000;

/** Throws VezError `vendor_*` while the vendor has not taken it; what it may not look for it posts once and no more. */
export async function postToChannel(ctx: ServiceContext, input: MessageBody<"team.post">, key: string): Promise<void> {
  const { channel } = ctx.team;
  if (channel === null) return;
  const claimed = await ctx.db
    .insert(teamPosts)
    .values({ key, status: "posting", createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ key: teamPosts.key });
  if (claimed.length === 0) {
    const [earlier] = await ctx.db.select().from(teamPosts).where(eq(teamPosts.key, key));
    if (earlier === undefined || earlier.status !== "posting") return;
    const found = await lookFor(channel, key, new Date(earlier.createdAt.getTime() - CLOCKS_DIFFER_MS));
    if (found === "may_not_look") return settle(ctx, key, { status: "unsure" });
    if (found !== null) return settle(ctx, key, { status: "posted", ...found });
  }
  try {
    const ref = await post(ctx, channel, input, key);
    await settle(ctx, key, { status: "posted", ...ref });
  } catch (error) {
    // It surely stands nowhere: the next try posts it, whether or not it may look.
    if (claimed.length > 0 && wasNotTaken(error)) await ctx.db.delete(teamPosts).where(eq(teamPosts.key, key));
    throw error;
  }
}

function wasNotTaken(error: unknown): boolean {
  const reason = reasonOf(error);
  return wasNotCalled(reason) || reason === "rate_limited" || reason === "refused";
}

async function post(
  ctx: ServiceContext,
  channel: TeamChannel,
  { kind, params }: MessageBody<"team.post">,
  key: string,
): Promise<PostRef> {
  const { locale } = ctx.team;
  const { subject, text } = render(kind, params, locale, "operators");
  const takes = teamAlert(kind, params)?.takes ?? null;
  return channel.post({
    key,
    title: subject,
    lines: text.split("\n\n"),
    link: { label: TEAM_TEXTS.open[locale], href: alertLink(ctx, params) },
    take: takes === null ? null : { label: TEAM_TEXTS.take[locale], caseId: takes },
  });
}

async function lookFor(channel: TeamChannel, key: string, since: Date): Promise<PostRef | null | "may_not_look"> {
  try {
    return await channel.find(key, since);
  } catch (error) {
    if (reasonOf(error) !== "refused") throw error;
    return "may_not_look";
  }
}

async function settle(ctx: ServiceContext, key: string, change: Partial<typeof teamPosts.$inferInsert>): Promise<void> {
  if (change.status === "unsure") ctx.log.warn("team_post_unsure", {});
  await ctx.db.update(teamPosts).set(change).where(eq(teamPosts.key, key));
}
