// How many live streams this process holds: beyond the limit a reader is refused kindly instead of everyone failing.

/** Of workerd's file descriptors, measured: two for a stream, three for the conversation behind it while it is awake. */
const DESCRIPTORS_PER_READER = 5;
/** For the database, publishing and people who only fetch pages. */
const DESCRIPTORS_KEPT = 500;

let open = 0;

/** Streams that a process with so many file descriptors can hold, each on a conversation of its own; at least one. */
export function readersFor(fileDescriptors: number): number {
  return Math.max(1, Math.floor((fileDescriptors - DESCRIPTORS_KEPT) / DESCRIPTORS_PER_READER));
}

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
