// How many live streams this process holds: beyond the limit a reader is refused kindly instead of everyone failing.

let open = 0;

/** Takes a place and returns how to give it back (once, however often it is called); null when all are taken. */
export function takePlace(limit: number): (() => void) | null {
  if (open >= limit) return null;
  open++;
  let held = true;
  return () => {
    if (held) open--;
    held = false;
  };
}

/** Streams open now. */
export function openReaders(): number {
  return open;
}
