// Takes out of a JPEG what a phone writes beside the picture: place, time, device. Which way is up stays.

const SOI = 0xd8;
const SOS = 0xda;
const APP1 = 0xe1;
const APP13 = 0xed;
const COMMENT = 0xfe;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/**
 * The same picture without its Exif, XMP, IPTC and comment segments; an orientation other than upright gets a segment of its own.
 * Bytes that are no well-formed JPEG come back as they are. Segments as in ITU-T T.81 annex B, Exif as in CIPA DC-008.
 */
export function withoutPlace(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return jpeg;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return jpeg;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === SOS) break;
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > jpeg.length) return jpeg;
    const segment = jpeg.subarray(at, end);
    if (marker === APP1) orientation = orientationOf(segment.subarray(4)) ?? orientation;
    else if (marker !== APP13 && marker !== COMMENT) kept.push(segment);
    at = end;
  }
  const upright = orientation === 1 ? [] : [orientationSegment(orientation)];
  return joined([jpeg.subarray(0, 2), ...upright, ...kept, jpeg.subarray(at)]);
}

/** 1..8, or null where the segment says nothing of it. */
function orientationOf(body: Uint8Array): number | null {
  if (!EXIF.every((byte, at) => body[at] === byte)) return null;
  const tiff = new DataView(body.buffer, body.byteOffset + EXIF.length, body.byteLength - EXIF.length);
  try {
    const little = tiff.getUint16(0) === 0x4949;
    const directory = tiff.getUint32(4, little);
    const entries = tiff.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + 12 * entry;
      if (tiff.getUint16(at, little) !== ORIENTATION) continue;
      const value = tiff.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : null;
    }
  } catch (error) {
    // A directory that points outside its segment says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function orientationSegment(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...EXIF, ...tiff];
  return Uint8Array.from([0xff, APP1, 0, body.length + 2, ...body]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
