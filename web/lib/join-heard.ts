// What a browser heard in parts, as one text: some hand every part over again with the next words at its end.

/** The parts in order, cleared of those that the next one repeats from its beginning. */
export function joinHeard(parts: readonly string[]): string {
  const heard = parts.map((part) => part.trim()).filter((part) => part !== "");
  // Chrome on Android calls "fui", "fui demitida", "fui demitida ontem" three final results.
  const kept = heard.filter((part, index) => !repeats(heard[index + 1], part));
  return kept.join(" ").replace(/\s+/g, " ");
}

function repeats(next: string | undefined, part: string): boolean {
  if (next === undefined) return false;
  const [longer, shorter] = [next.toLowerCase(), part.toLowerCase()];
  return longer === shorter || longer.startsWith(`${shorter} `);
}

/** `heard` behind what stands in the field already: with a space between, and a capital where a sentence begins. */
export function appendHeard(written: string, heard: string): string {
  if (heard === "") return written;
  const before = written.trimEnd();
  const begins = before === "" || /[.!?…\n]$/.test(before);
  const said = begins ? heard.charAt(0).toUpperCase() + heard.slice(1) : heard;
  if (before === "") return said;
  return `${before}${/\n\s*$/.test(written) ? "\n" : " "}${said}`;
}
