// A request's body as the bytes of a sound: bounded, and refused early where it says itself that it is something else.
import type { Context } from "hono";
import { VezError } from "../base/errors.ts";
import type { SoundBytes } from "../services/voice/hear.ts";
import type { AppEnv } from "./app-env.ts";

/** Browsers call a recording of sound alone a video now and then; the bytes decide. */
const SOUND_TYPE = /^(?:audio\/[a-z0-9.+-]+|video\/(?:webm|mp4|ogg)|application\/(?:ogg|octet-stream))$/;

/** Throws `sound_unknown` (415) for another media type and `sound_too_large` (413). */
export async function soundBody(c: Context<AppEnv>, mostMb: number): Promise<SoundBytes> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!SOUND_TYPE.test(type)) throw notASound();
  const most = mostMb * 1024 * 1024;
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(mostMb);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge(mostMb);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function notASound(): VezError {
  return new VezError("sound_unknown", {
    status: 415,
    detail: "Send the recording itself as the body, with its Content-Type, e.g. audio/webm. Or write it instead.",
  });
}

function tooLarge(mostMb: number): VezError {
  return new VezError("sound_too_large", {
    status: 413,
    detail: `This recording is more than ${mostMb} MB. Send it in shorter ones, or write it instead.`,
  });
}
