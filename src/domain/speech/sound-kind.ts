// What kind of sound some bytes are, by their first bytes: what a sender says of them is only a claim.

export const SOUND_KINDS = ["webm", "ogg", "mp4", "mp3", "wav"] as const;
export type SoundKind = (typeof SOUND_KINDS)[number];

/** The media type of each kind, and the ending that vendors know it by. */
export const SOUND_TYPES: Record<SoundKind, { mediaType: string; ending: string }> = {
  webm: { mediaType: "audio/webm", ending: "webm" },
  ogg: { mediaType: "audio/ogg", ending: "ogg" },
  mp4: { mediaType: "audio/mp4", ending: "m4a" },
  mp3: { mediaType: "audio/mpeg", ending: "mp3" },
  wav: { mediaType: "audio/wav", ending: "wav" },
};

/**
 * Null for anything else.
 * WebM and Matroska share their mark (RFC 8794, EBML) and are told apart by their document type.
 */
export function soundKindOf(bytes: Uint8Array): SoundKind | null {
  if (begins(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3])) return text(bytes, 0, 64).includes("webm") ? "webm" : null;
  if (text(bytes, 0, 4) === "OggS") return "ogg";
  if (text(bytes, 4, 4) === "ftyp") return "mp4";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WAVE") return "wav";
  if (text(bytes, 0, 3) === "ID3" || isMpegLayer3(bytes)) return "mp3";
  return null;
}

/** A frame's head (ISO 11172-3, 2.4.1.3): eleven set bits, layer III, and a bit rate and sampling rate that exist. */
function isMpegLayer3(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0xff] = bytes;
  const synchronised = first === 0xff && (second & 0xe0) === 0xe0;
  const versionExists = (second & 0x18) !== 0x08;
  const isLayer3 = (second & 0x06) === 0x02;
  const ratesExist = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
  return synchronised && versionExists && isLayer3 && ratesExist;
}

function begins(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
