// A sound is known by its first bytes, and nothing else is taken for one.
import { expect, test } from "vitest";
import { SOUND_KINDS, soundKindOf } from "../../../src/domain/speech/sound-kind.ts";
import { parseSpeechProviders } from "../../../src/domain/speech/speech-to-text.ts";
import { FIRST_BYTES } from "../../support/sounds.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string) => new TextEncoder().encode(text);

test.each(SOUND_KINDS)("%s is known by its first bytes", (kind) => {
  expect(soundKindOf(FIRST_BYTES[kind])).toBe(kind);
});

test("an MP3 is known with and without its tag", () => {
  expect(soundKindOf(ascii("ID3\u0004\0\0"))).toBe("mp3");
  expect(soundKindOf(bytes(0xff, 0xf3, 0x48, 0xc4))).toBe("mp3");
});

test.each([
  ["nothing", bytes()],
  ["one byte", bytes(0xff)],
  ["a text", ascii("fui demitida ontem")],
  ["a PDF", ascii("%PDF-1.7")],
  ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe0)],
  ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47)],
  ["a Matroska film", bytes(0x1a, 0x45, 0xdf, 0xa3, ...ascii("....matroska"))],
  ["another RIFF", ascii("RIFF\0\0\0\0AVI LIST")],
  ["text in UTF-16", bytes(0xff, 0xfe, 0x66, 0x00)],
  ["AAC without a container", bytes(0xff, 0xf1, 0x50, 0x80)],
])("%s is no sound that can be read", (_name, sent) => {
  expect(soundKindOf(sent)).toBeNull();
});

test("the order of who is asked is read from a setting, and what cannot be meant is refused", () => {
  expect(parseSpeechProviders("openai, workers_ai")).toEqual(["openai", "workers_ai"]);
  expect(parseSpeechProviders("openai")).toEqual(["openai"]);
  expect(parseSpeechProviders("none")).toEqual([]);
  for (const wrong of ["", "openai,openai", "whisper", "openai,none", "openai,"]) {
    expect(() => parseSpeechProviders(wrong)).toThrow(RangeError);
  }
});
