// Writes a sign-in code to an address, known or not.
import { eq } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { users } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import { render } from "../../domain/notifications/templates.ts";
import type { ServiceContext } from "../context.ts";
import { letterStatus } from "./outside-row.ts";
import { storeNotifications } from "./store-notifications.ts";

/** E-mail only and at once, never in the app; the subject does not hold the code. Every code is a message of its own. */
export async function storeSignInCode(
  ctx: ServiceContext,
  input: { email: string; code: string; locale: Locale },
): Promise<void> {
  const now = ctx.now();
  const email = input.email.trim().toLowerCase();
  const [person] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
  const { subject, text } = render("sign_in_code", { code: input.code }, input.locale);
  const id = newId("ntf", now.getTime());
  const row = {
    id,
    key: `sign_in_code:${id}`,
    userId: person?.id ?? null,
    recipient: email,
    channel: "email" as const,
    kind: "sign_in_code",
    subject,
    text,
    locale: input.locale,
    status: letterStatus(ctx),
    createdAt: now,
  };
  await storeNotifications(ctx, [row]);
}
