// A sound becomes a person's words: asked of each configured model in turn, and nothing of it kept.
import { unavailable, VezError } from "../../base/errors.ts";
import type { Locale } from "../../domain/locale.ts";
import { SOUND_KINDS, type SoundKind, soundKindOf } from "../../domain/speech/sound-kind.ts";
import type { Sound, SpeechToText } from "../../domain/speech/speech-to-text.ts";
import { wordsHeard } from "../../domain/triage/heard-nothing.ts";
import { reasonOf } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";

/** The sound of one request, not looked at yet. */
export type SoundBytes = Uint8Array<ArrayBuffer>;

/** Throws `speech_not_configured` (501): asked before a long sound is read for nothing. */
export function requireSpeech(ctx: ServiceContext): void {
  if (ctx.speech.length > 0) return;
  throw new VezError("speech_not_configured", { status: 501, detail: "Vez cannot listen here. Write it instead." });
}

/**
 * The words in `bytes`, without what models write into silence. Throws `sound_empty` and `heard_nothing` (422),
 * `sound_unknown` (415), `speech_not_configured` (501), and `speech_unavailable` (503) when every model failed.
 */
export async function hear(ctx: ServiceContext, bytes: SoundBytes, locale: Locale): Promise<string> {
  requireSpeech(ctx);
  const sound: Sound = { bytes, kind: knownKind(bytes), locale };
  for (const [index, model] of ctx.speech.entries()) {
    const tried = await attempt(ctx, model, sound);
    if ("transcript" in tried) return heardIn(ctx, model, tried.transcript);
    const next = ctx.speech[index + 1];
    if (next === undefined) throw cannotHear(tried.error);
    const reason = reasonOf(tried.error);
    const labels = { from: model.key, to: next.key, reason: reason === "refused" ? "error" : reason } as const;
    ctx.metrics.count("fallback_usage_total", labels);
  }
  throw cannotHear(undefined);
}

function knownKind(bytes: SoundBytes): SoundKind {
  if (bytes.length === 0) {
    throw new VezError("sound_empty", { status: 422, detail: "The recording is empty. Record again, or write it." });
  }
  const kind = soundKindOf(bytes);
  if (kind !== null) return kind;
  throw new VezError("sound_unknown", {
    status: 415,
    detail: `This is no sound that Vez can read. Send ${SOUND_KINDS.join(", ")} (m4a is mp4), or write it instead.`,
  });
}

async function attempt(
  ctx: ServiceContext,
  model: SpeechToText,
  sound: Sound,
): Promise<{ transcript: string } | { error: unknown }> {
  try {
    return { transcript: await model.transcribe(sound) };
  } catch (error) {
    ctx.metrics.count("speech_calls_total", { provider: model.key, outcome: reasonOf(error) });
    ctx.log.warn("speech_failed", { provider: model.key, reason: reasonOf(error) });
    return { error };
  }
}

function heardIn(ctx: ServiceContext, { key }: SpeechToText, transcript: string): string {
  const words = wordsHeard(transcript);
  ctx.metrics.count("speech_calls_total", { provider: key, outcome: words === null ? "nothing" : "heard" });
  if (words !== null) return words;
  throw new VezError("heard_nothing", {
    status: 422,
    detail: "No words could be heard. Try again closer to the microphone, or write it.",
  });
}

function cannotHear(cause: unknown): VezError {
  return unavailable(
    "speech_unavailable",
    "The recording could not be turned into words right now. Try again in a moment, or write it instead.",
    cause,
  );
}
