// Recovery over the API: make the words and the link, take them back, and open a session with them.
import { type Context, Hono } from "hono";
import { unavailable } from "../base/errors.ts";
import type { Locale } from "../domain/locale.ts";
import { readConfig } from "../env.ts";
import { deleteRecovery, makeRecovery, readRecovery } from "../services/recovery/make-recovery.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { assetsOf } from "./pages/assets.ts";
import { recoverInput, recoveryInput } from "./recovery-bodies.ts";
import { recover } from "./recovery-session.ts";
import { requirePerson } from "./session.ts";

export const recoveryApi = new Hono<AppEnv>();

recoveryApi.get("/me/recovery", async (c) => {
  const known = await readRecovery(c.get("services"), requirePerson(c));
  return c.json({ made_at: known?.madeAt.toISOString() ?? null });
});

recoveryApi.post("/me/recovery", async (c) => {
  const { locale } = await optionalJsonBody(c, recoveryInput);
  const { words, link } = await newRecovery(c, locale ?? c.get("locale"));
  c.header("cache-control", "no-store");
  return c.json({ words, link }, 201);
});

recoveryApi.delete("/me/recovery", async (c) => {
  await deleteRecovery(c.get("services"), requirePerson(c));
  return c.json({ made_at: null });
});

recoveryApi.post("/recover", async (c) => {
  const { typed, alone } = await jsonBody(c, recoverInput);
  const { token } = await recover(c, { typed, alone, bring: false });
  c.header("cache-control", "no-store");
  return c.json({ session_token: token }, 201);
});

/** Shown once: the words, and the link with its token where no server sees it. */
export async function newRecovery(c: Context<AppEnv>, locale: Locale): Promise<{ words: string[]; link: string }> {
  const { words, token } = await makeRecovery(c.get("services"), requirePerson(c), {
    words: await wordsOf(c, locale),
    secret: readConfig(c.env).BETTER_AUTH_SECRET,
  });
  return { words, link: `${new URL("/recover", c.get("services").publicOrigin).href}#${token}` };
}

/** The lists are assets: they would weigh more in the Worker than the code that reads them. */
async function wordsOf(c: Context<AppEnv>, locale: Locale): Promise<string[]> {
  const asset = await assetsOf(c.env);
  const answer = await c.env.ASSETS.fetch(`https://assets.local${asset(`words-${locale}.txt`)}`);
  if (!answer.ok) throw unavailable("words_away", "The words cannot be made right now. Try again in a minute.");
  return (await answer.text()).split("\n").filter((word) => word !== "");
}
