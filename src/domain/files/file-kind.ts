// What a file is by its first bytes; what its sender calls it decides nothing.

export const FILE_KINDS = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** Null for everything that is not welcome in a case. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.slice(4, 8) === "ftyp" && HEIC_BRANDS.has(head.slice(8, 12))) return "heic";
  // Readers take a PDF whose header comes a little late (ISO 32000-1, Annex H.3).
  return head.includes("%PDF-") ? "pdf" : null;
}

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"]);

function starts(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((byte, at) => bytes[at] === byte);
}

/** A name as it may be shown: no path, no control characters, at most 120 characters; `fallback` where nothing is left. */
export function cleanFileName(name: string, fallback: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{C}"<>|:*?]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  if (plain.length <= MAX_NAME) return plain === "" ? fallback : plain;
  const extension = plain.match(/\.[a-z0-9]{1,5}$/i)?.[0] ?? "";
  return plain.slice(0, MAX_NAME - extension.length).toWellFormed() + extension;
}

const MAX_NAME = 120;
