// What turns a person's voice into words, whoever does it.
import type { Locale } from "../locale.ts";
import type { SoundKind } from "./sound-kind.ts";

export const SPEECH_PROVIDERS = ["workers_ai", "openai"] as const;
export type SpeechProvider = (typeof SPEECH_PROVIDERS)[number];

/** Lives for one request, in memory alone: never stored, never logged. */
export interface Sound {
  bytes: Uint8Array<ArrayBuffer>;
  kind: SoundKind;
  /** In which the person probably speaks: the conversation's language. */
  locale: Locale;
}

export interface SpeechToText {
  key: SpeechProvider;
  /** The words as the model heard them; empty where it heard none. Throws VezError `vendor_*`. */
  transcribe(sound: Sound): Promise<string>;
}

/** ISO 639-1, as the vendors want it. */
export function spokenLanguage(locale: Locale): "pt" | "en" {
  return locale === "en" ? "en" : "pt";
}

/** The order in which a setting like "workers_ai,openai" asks; "none" is nobody. Throws RangeError with what is wrong. */
export function parseSpeechProviders(text: string): SpeechProvider[] {
  if (text.trim() === "none") return [];
  const names = text.split(",").map((name) => name.trim());
  const known = names.flatMap((name) => SPEECH_PROVIDERS.find((provider) => provider === name) ?? []);
  if (known.length < names.length || new Set(known).size < known.length) {
    throw new RangeError(`is not "none" or a list of ${SPEECH_PROVIDERS.join(", ")}, each once`);
  }
  return known;
}
