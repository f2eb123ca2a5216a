// A recording over the API: as a message of its own, or as words to be read before they are sent.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { VezError } from "../base/errors.ts";
import { readConfig } from "../env.ts";
import { requireSpeech } from "../services/voice/hear.ts";
import { takeAudio } from "../services/voice/take-audio.ts";
import { transcribeAudio } from "../services/voice/transcribe-audio.ts";
import type { AppEnv } from "./app-env.ts";
import { requirePerson } from "./session.ts";
import { soundBody } from "./sound-body.ts";

export const voiceApi = new Hono<AppEnv>();

const messageId = z
  .string({ error: "Send a header Idempotency-Key that you choose, new for each recording." })
  .min(1)
  .max(100);

voiceApi.post("/:caseId/audio", async (c) => {
  const person = requirePerson(c);
  const services = c.get("services");
  requireSpeech(services);
  await limitVoice(c);
  const clientMessageId = messageId.parse(c.req.header("idempotency-key"));
  const bytes = await soundBody(c, readConfig(c.env).SPEECH_MAX_MB);
  const answer = await takeAudio(services, person, c.req.param("caseId"), { bytes, clientMessageId });
  return c.json({
    turn_id: answer.turnId,
    message_id: answer.messageId,
    message: answer.message,
    status: answer.status,
    complexity: answer.complexity,
    confidence: answer.confidence,
    seq: answer.seq,
    transcript: answer.transcript,
  });
});

voiceApi.post("/:caseId/transcript", async (c) => {
  const person = requirePerson(c);
  const services = c.get("services");
  requireSpeech(services);
  await limitVoice(c);
  const bytes = await soundBody(c, readConfig(c.env).SPEECH_MAX_MB);
  return c.json(await transcribeAudio(services, person, c.req.param("caseId"), bytes));
});

/** By address, since a session costs nothing to invent. Throws `too_many_requests` (429). */
async function limitVoice(c: Context<AppEnv>): Promise<void> {
  const key = c.req.header("cf-connecting-ip") ?? "unknown";
  if (c.env.RATE_LIMIT_VOICE === undefined || (await c.env.RATE_LIMIT_VOICE.limit({ key })).success) return;
  throw new VezError("too_many_requests", {
    status: 429,
    retryable: true,
    detail: "Too many recordings at once. Wait a minute, or write it instead; nothing you sent before is lost.",
    extra: { retry_after_seconds: 60 },
  });
}
