// A review's comment as it is kept.

/** Line feeds stay, other control characters (a null byte would be refused by the database) go; none around. */
export function tidyComment(comment: string): string {
  return comment
    .normalize("NFC")
    .replaceAll("\r\n", "\n")
    .replace(/[\p{Cc}--[\n\t]]/gv, "")
    .trim();
}
