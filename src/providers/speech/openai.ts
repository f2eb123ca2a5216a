// Speech to text by OpenAI's transcriptions, which gateways speak as well.
//
// Taken from platform.openai.com/docs/api-reference/audio/createTranscription: POST /v1/audio/transcriptions as multipart/form-data with
// file (its name's ending says what it is), model, language (ISO 639-1) and response_format, of which gpt-4o-transcribe and -mini give
// json alone: {text}.
import * as z from "zod";
import { SOUND_TYPES } from "../../domain/speech/sound-kind.ts";
import { type Sound, type SpeechToText, spokenLanguage } from "../../domain/speech/speech-to-text.ts";
import type { CallOutConfig } from "../call-out.ts";
import { openHttpVendor } from "../http.ts";

interface OpenAiSpeechConfig extends Pick<CallOutConfig, "timeoutMs" | "circuits" | "metrics"> {
  apiKey: string;
  /** Without the path, e.g. https://api.openai.com. */
  baseUrl: string;
  /** E.g. gpt-4o-mini-transcribe. */
  model: string;
}

const MOST_BYTES = 2_000_000;

const answer = z.object({ text: z.string() });

/** Throws an Error, at the start, for a base address that may not be called. */
export function openaiSpeech({ apiKey, model, ...config }: OpenAiSpeechConfig): SpeechToText {
  const headers = { authorization: `Bearer ${apiKey}` };
  const vendor = openHttpVendor({ service: "openai", ...config, headers, mostBytes: MOST_BYTES });
  return {
    key: "openai",
    transcribe: (sound) =>
      vendor.send(
        {
          method: "POST",
          path: "v1/audio/transcriptions",
          form: formOf(sound, model),
          // Hearing the same sound twice has one effect; somebody waits, so there is one more try and not two.
          idempotent: true,
          mostTries: 2,
          lane: "speech",
        },
        (body) => answer.parse(body).text,
      ),
  };
}

function formOf(sound: Sound, model: string): FormData {
  const { mediaType, ending } = SOUND_TYPES[sound.kind];
  const form = new FormData();
  // The name says nothing of the person; its ending tells the vendor how to read the bytes.
  form.set("file", new Blob([sound.bytes], { type: mediaType }), `sound.${ending}`);
  form.set("model", model);
  form.set("language", spokenLanguage(sound.locale));
  // The only form that every model of theirs gives.
  form.set("response_format", "json");
  return form;
}
