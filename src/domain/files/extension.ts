// The ending of a file's name, which decides what opens it on the reader's machine.

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
};
/** The same bound as for a name that is cleaned. */
const MAX_NAME = 120;

/**
 * The name with an ending that fits its media type: "boleto.exe" of a PDF becomes "boleto.exe.pdf". Bytes can begin like a PDF and be
 * a program, and who downloads them opens by the name. At most 120 characters.
 */
export function withEnding(name: string, type: string): string {
  const endings = ENDINGS[type] ?? [];
  const own = name.match(/\.([^.]+)$/)?.[1]?.toLowerCase();
  if (own !== undefined && endings.includes(own)) return name;
  const ending = `.${endings[0] ?? "bin"}`;
  return name.slice(0, MAX_NAME - ending.length).toWellFormed() + ending;
}
