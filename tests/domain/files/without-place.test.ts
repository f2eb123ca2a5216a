import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutPlace } from "../../../src/domain/files/without-place.ts";

const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];
const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
const EXIF = [...ascii("Exif"), 0, 0];
/** Little-endian, one entry: orientation. */
const turned = (value: number) => [
  ...EXIF,
  0x49,
  0x49,
  42,
  0,
  8,
  0,
  0,
  0,
  1,
  0,
  0x12,
  0x01,
  3,
  0,
  1,
  0,
  0,
  0,
  value,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
];
const JFIF = segment(0xe0, [...ascii("JFIF"), 0, 1, 1]);
const TABLE = segment(0xdb, [0, 1, 2, 3]);
const PICTURE = [...segment(0xda, [1, 2, 3]), 9, 8, 7, 0xff, 0, 6, 0xff, 0xd9];
const jpeg = (...parts: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);
const textOf = (bytes: Uint8Array | null) => String.fromCharCode(...(bytes ?? []));

test("place, XMP, IPTC and comments are gone, the picture is the same to the byte", () => {
  const before = jpeg(
    JFIF,
    segment(0xe1, [...turned(1), ...ascii("GPS-23.55,-46.63")]),
    segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/ home")),
    segment(0xed, ascii("Photoshop 3.0 Ana")),
    segment(0xfe, ascii("at home")),
    TABLE,
    PICTURE,
  );
  expect(withoutPlace(before)).toEqual(jpeg(JFIF, TABLE, PICTURE));
});

test("a picture that lies on its side still does", () => {
  const after = withoutPlace(jpeg(JFIF, segment(0xe1, [...turned(6), ...ascii("GPS")]), TABLE, PICTURE));
  expect(textOf(after)).not.toContain("GPS");
  const at = textOf(after).indexOf("Exif");
  expect(at).toBe(6);
  // The value of the one entry, big-endian.
  expect(after?.[at + 6 + 8 + 2 + 9]).toBe(6);
  expect(textOf(after).endsWith(textOf(jpeg(JFIF, TABLE, PICTURE).subarray(2)))).toBe(true);
  expect(withoutPlace(after ?? new Uint8Array())).toEqual(after);
});

test.each([
  ["a second picture behind its end", [PICTURE, [0xff, 0xd8], segment(0xe1, ascii("Exif HOME")), PICTURE]],
  ["a short film behind its end", [PICTURE, ascii("ftypmp42 HOME")]],
  ["an Exif segment between two scans", [PICTURE.slice(0, -2), segment(0xe1, ascii("Exif HOME")), PICTURE]],
  ["a maker's own segment", [segment(0xeb, ascii("JP HOME")), PICTURE]],
  ["a list of further pictures", [segment(0xe2, ascii("MPF HOME")), PICTURE]],
  ["stray bytes before its Exif", [[0, 7], segment(0xe1, ascii("Exif HOME")), PICTURE]],
])("nothing is left of %s", (_what, parts) => {
  const after = withoutPlace(jpeg(...parts));
  expect(textOf(after)).not.toContain("HOME");
  expect(after?.slice(-2)).toEqual(Uint8Array.of(0xff, 0xd9));
});

test("colours, several scans and restarts within them stay to the byte", () => {
  const whole = jpeg(
    JFIF,
    segment(0xe2, [...ascii("ICC_PROFILE"), 0, 1, 1, 5]),
    segment(0xee, ascii("Adobe")),
    TABLE,
    [...segment(0xda, [1, 2, 3]), 9, 0xff, 0xd0, 8, 0xff, 0, 7],
    TABLE,
    PICTURE,
  );
  expect(withoutPlace(whole)).toEqual(whole);
});

test("one that was cut off on the way keeps what came", () => {
  const cut = jpeg(TABLE, segment(0xda, [1, 2, 3]), [9, 8, 7]);
  expect(withoutPlace(cut)).toEqual(Uint8Array.from([...cut, 0xff, 0xd9]));
});

test("bytes without a picture are none", () => {
  for (const bytes of [Uint8Array.from([1, 2, 3]), jpeg([0xff, 0xe1, 0xff, 0xff, 1]), jpeg(ascii("<script>"))]) {
    expect(withoutPlace(bytes)).toBeNull();
  }
});

test("never throws, and never grows by more than one small segment", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
      const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, ...rest]);
      expect(withoutPlace(bytes)?.length ?? 0).toBeLessThanOrEqual(bytes.length + 40);
    }),
  );
});
