// Small sounds of each kind, as far as their first bytes and their length matter.

/** A real WAV: `seconds` of silence, 8 kHz, 8 bits, one channel. */
export function wavOf(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * 8000);
  const bytes = new Uint8Array(44 + samples).fill(0x80, 44);
  const view = new DataView(bytes.buffer);
  const mark = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  mark(0, "RIFF");
  view.setUint32(4, 36 + samples, true);
  mark(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  mark(36, "data");
  view.setUint32(40, samples, true);
  return bytes;
}

/** The first bytes of each kind, as real files have them, and a few more. */
export const FIRST_BYTES = {
  webm: soundOf([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 0x01, 0x42, 0x82, 0x84], "webm"),
  ogg: soundOf([], "OggS\0\u0002OpusHead"),
  mp4: soundOf([0, 0, 0, 0x1c], "ftypM4A isommp42"),
  mp3: soundOf([0xff, 0xfb, 0x90, 0x64], ""),
  wav: wavOf(0.01),
} as const;

function soundOf(head: number[], text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(200);
  bytes.set(head);
  bytes.set(new TextEncoder().encode(text), head.length);
  return bytes;
}
