// The address in each mail that ends such mails: sealed, so that it names nobody to who reads it, and works without signing in.
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { NOTICE_GROUPS, type NoticeGroup } from "../../domain/notifications/occasions.ts";
import type { ServiceContext } from "../context.ts";

const PURPOSE = "unsubscribe";

const said = z.tuple([z.string().min(1), z.enum(NOTICE_GROUPS)]);

/** It does not expire: a mail is kept for years, and its link should still do what it says. */
export async function unsubscribeLink(
  ctx: ServiceContext,
  what: { userId: string; group: NoticeGroup },
): Promise<string> {
  const sealed = await ctx.sealer.seal(PURPOSE, JSON.stringify([what.userId, what.group]));
  const token = sealed.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return new URL(`/unsubscribe/${token}`, ctx.publicOrigin).href;
}

/** Throws `not_found` for what was not sealed here. */
export async function readUnsubscribe(
  ctx: ServiceContext,
  token: string,
): Promise<{ userId: string; group: NoticeGroup }> {
  const sealed = token.replaceAll("-", "+").replaceAll("_", "/");
  const padded = sealed.padEnd(Math.ceil(sealed.length / 4) * 4, "=");
  try {
    if (token.length > 400) throw new RangeError("longer than any of ours");
    const [userId, group] = said.parse(JSON.parse(await ctx.sealer.open(PURPOSE, padded)));
    return { userId, group };
  } catch (error) {
    // A stranger's guess, half an address or a changed secret: all look the same from here.
    ctx.log.info("unsubscribe_unreadable", { reason: error instanceof Error ? error.name : "unknown" });
    throw notFound("page");
  }
}
