// The two vendors' speech-to-text as documented: Whisper on Workers AI over REST, and OpenAI's transcriptions.
import { z } from "zod";
import { soundKindOf } from "../../src/domain/speech/sound-kind.ts";
import { OPENAI_KEY } from "./openai-stand-in.ts";
import { type StandIn, serveVendor } from "./vendor-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN } from "./workers-ai-stand-in.ts";

export interface SpeechStandIn extends StandIn {
  /** What is heard in every sound from now on. */
  hear(words: string): void;
}

const workersAiRequest = z.strictObject({
  audio: z.base64().min(1),
  task: z.literal("transcribe"),
  language: z.enum(["pt", "en"]),
  vad_filter: z.boolean(),
  condition_on_previous_text: z.boolean(),
});

export async function serveWorkersAiSpeech(words: string): Promise<SpeechStandIn> {
  const said = { words };
  const standIn = await serveVendor((asked) => {
    if (asked.path !== `/client/v4/accounts/${CLOUDFLARE_ACCOUNT}/ai/run/@cf/openai/whisper-large-v3-turbo`) {
      return refusal(404);
    }
    if (asked.authorization !== `Bearer ${CLOUDFLARE_TOKEN}`) return refusal(401);
    const { data: sent } = workersAiRequest.safeParse(asked.body);
    if (sent === undefined || soundKindOf(Buffer.from(sent.audio, "base64")) === null) return refusal(400);
    const result = {
      transcription_info: { language: sent.language, language_probability: 1, duration: 2.5 },
      text: said.words,
      word_count: said.words.split(" ").length,
      segments: [{ start: 0, end: 2.5, text: said.words, no_speech_prob: 0.01 }],
    };
    return { status: 200, body: { result, success: true, errors: [], messages: [] } };
  });
  return withWords(standIn, said);
}

const openAiRequest = z.strictObject({
  file: z.object({
    name: z.string().regex(/\.(webm|ogg|m4a|mp3|wav)$/),
    type: z.string().startsWith("audio/"),
    bytes: z.instanceof(Uint8Array),
  }),
  model: z.literal("gpt-4o-mini-transcribe"),
  language: z.enum(["pt", "en"]),
  response_format: z.literal("json"),
});

export async function serveOpenAiSpeech(words: string): Promise<SpeechStandIn> {
  const said = { words };
  const standIn = await serveVendor((asked) => {
    const bad = (status: number) => ({ status, body: { error: { message: "no", type: "invalid_request_error" } } });
    if (asked.path !== "/v1/audio/transcriptions") return bad(404);
    if (asked.authorization !== `Bearer ${OPENAI_KEY}`) return bad(401);
    const { data: sent } = openAiRequest.safeParse(asked.body);
    if (sent === undefined || soundKindOf(sent.file.bytes) === null) return bad(400);
    return { status: 200, body: { text: said.words, usage: { type: "tokens", input_tokens: 14, output_tokens: 9 } } };
  });
  return withWords(standIn, said);
}

function withWords(standIn: StandIn, said: { words: string }): SpeechStandIn {
  return {
    ...standIn,
    hear: (words) => {
      said.words = words;
    },
  };
}

function refusal(status: number) {
  return { status, body: { result: null, success: false, errors: [{ code: 7000, message: "no" }], messages: [] } };
}
