// Rows as comma-separated values (RFC 4180) that a spreadsheet opens without running anything in them.

/** One line per row, CRLF; a cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
