// A recording over the API: as a message of its own, or as words to be read before they are sent.
import { Hono } from "hono";
import * as z from "zod";
import { readConfig } from "../env.ts";
import { requireSpeech } from "../services/voice/hear.ts";
import { takeAudio } from "../services/voice/take-audio.ts";
import { transcribeAudio } from "../services/voice/transcribe-audio.ts";
import type { AppEnv } from "./app-env.ts";
import { limitByAddress } from "./limit-by-address.ts";
import { requirePerson } from "./session.ts";
import { soundBody } from "./sound-body.ts";
import { turnBody } from "./turn-body.ts";

export const voiceApi = new Hono<AppEnv>();

const messageId = z
  .string({ error: "Send a header Idempotency-Key that you choose, new for each recording." })
  .min(1)
  .max(100);

const TOO_MANY = "Too many recordings at once. Wait a minute, or write it instead; nothing you sent before is lost.";

voiceApi.post("/:caseId/audio", async (c) => {
  const person = requirePerson(c);
  const services = c.get("services");
  requireSpeech(services);
  await limitByAddress(c, c.env.RATE_LIMIT_VOICE, TOO_MANY);
  const clientMessageId = messageId.parse(c.req.header("idempotency-key"));
  const bytes = await soundBody(c, readConfig(c.env).SPEECH_MAX_MB);
  const answer = await takeAudio(services, person, c.req.param("caseId"), { bytes, clientMessageId });
  return c.json({ ...turnBody(answer), transcript: answer.transcript });
});

voiceApi.post("/:caseId/transcript", async (c) => {
  const person = requirePerson(c);
  const services = c.get("services");
  requireSpeech(services);
  await limitByAddress(c, c.env.RATE_LIMIT_VOICE, TOO_MANY);
  const bytes = await soundBody(c, readConfig(c.env).SPEECH_MAX_MB);
  return c.json(await transcribeAudio(services, person, c.req.param("caseId"), bytes));
});
