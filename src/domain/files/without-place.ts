// Takes out of a JPEG what a phone writes beside the picture: place, time, device. Which way is up stays.

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;
/** What a decoder needs to show the right colours; a list of what is welcome, since makers invent segments of their own. */
const WELCOME: Readonly<Record<number, string>> = { [APP0]: "JFIF\0", [APP2]: "ICC_PROFILE\0", [APP14]: "Adobe" };

/**
 * The same picture to the bit, with nothing beside it: no Exif, XMP, IPTC, comments or makers' segments, and nothing behind its end,
 * where phones put a second picture or a short film. An orientation other than upright gets a segment of its own. What stands between
 * segments is passed over, as decoders do. Null for bytes without a picture. ITU-T T.81 annex B, Exif as in CIPA DC-008.
 */
export function withoutPlace(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return null;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let hasPicture = false;
  for (let at = nextMarker(jpeg, 2); at < jpeg.length && jpeg[at + 1] !== EOI; ) {
    const marker = jpeg[at + 1] ?? 0;
    const end = standsAlone(marker) ? at + 2 : at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    if (end > jpeg.length || end < at + 2) break;
    const segment = jpeg.subarray(at, end);
    // Behind the header of a scan come its bytes, up to the next marker.
    const next = nextMarker(jpeg, end);
    if (marker === SOS) {
      hasPicture = true;
      kept.push(jpeg.subarray(at, next));
    } else if (marker === APP1) orientation = orientationOf(segment.subarray(4)) ?? orientation;
    else if (isPartOfPicture(marker, segment)) kept.push(segment);
    at = next;
  }
  if (!hasPicture) return null;
  const upright = orientation === 1 ? [] : [orientationSegment(orientation)];
  return joined([jpeg.subarray(0, 2), ...upright, ...kept, Uint8Array.of(0xff, EOI)]);
}

/** Where the next marker begins; the length of all where none does. Stuffed zeros and restarts belong to a scan. */
function nextMarker(jpeg: Uint8Array, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const code = jpeg[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && !isRestart(code)) return at;
  }
  return jpeg.length;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Markers without a length. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || marker === SOI;
}

function isPartOfPicture(marker: number, segment: Uint8Array): boolean {
  if (standsAlone(marker) || marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const name = WELCOME[marker];
  return name !== undefined && String.fromCharCode(...segment.subarray(4, 4 + name.length)) === name;
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
