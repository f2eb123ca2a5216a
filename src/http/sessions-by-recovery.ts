// A session for a client who proved by recovery words or a link who he is: made by the identity library, so that its cookies are its own.
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

/** A plugin with one call and no address: no request from outside reaches it. */
export function sessionsByRecovery() {
  return {
    id: "recovery",
    endpoints: {
      sessionByRecovery: createAuthEndpoint(
        "/recovery-session",
        { method: "POST", body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
          if (user === null) return ctx.json({ token: null });
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ token: session.token });
        },
      ),
    },
  };
}
