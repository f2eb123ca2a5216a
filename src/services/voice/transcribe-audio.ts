// The words of a recording, given back to whoever spoke, to be read before they are sent; nothing is sent.
import type { Actor, ServiceContext } from "../context.ts";
import { hear, type SoundBytes } from "./hear.ts";
import { openToSpeech } from "./open-to-speech.ts";

/** For the case's client alone. Throws what `openToSpeech` and `hear` throw. */
export async function transcribeAudio(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  bytes: SoundBytes,
): Promise<{ transcript: string }> {
  const { locale } = await openToSpeech(ctx, actor, caseId);
  return { transcript: await hear(ctx, bytes, locale) };
}
