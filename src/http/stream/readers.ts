// How many live streams this process holds: beyond the limit a reader is refused kindly instead of everyone failing.

/** Of workerd's file descriptors, measured: two for a stream, three for the conversation behind it while it is awake. */
const DESCRIPTORS_PER_READER = 5;
/** For the database, publishing and people who only fetch pages. */
const DESCRIPTORS_KEPT = 500;

/** A flood of readers must not keep the console dark: operators may go so far past the limit. DESCRIPTORS_KEPT has room. */
const OPERATORS_MORE = 20;

let open = 0;
/** Streams open now, for each person who has any. */
const openOf = new Map<string, number>();

export interface Reader {
  /** Whose stream it is; several of one person are counted together. */
  personId: string;
  operator: boolean;
}

/** Why there is no place: the process holds all it can, or the person has all that one person gets. */
export type NoPlace = "process_full" | "person_full";

/** Streams that a process with so many file descriptors can hold, each on a conversation of its own; at least one. */
export function readersFor(fileDescriptors: number): number {
  return Math.max(1, Math.floor((fileDescriptors - DESCRIPTORS_KEPT) / DESCRIPTORS_PER_READER));
}

/** Takes a place and returns how to give it back (once, however often it is called), or why there is none. */
export function takePlace(limits: { process: number; person: number }, reader: Reader): (() => void) | NoPlace {
  const { personId, operator } = reader;
  if (open >= limits.process + (operator ? OPERATORS_MORE : 0)) return "process_full";
  const own = openOf.get(personId) ?? 0;
  if (own >= limits.person) return "person_full";
  open++;
  openOf.set(personId, own + 1);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    open--;
    const left = (openOf.get(personId) ?? 1) - 1;
    if (left > 0) openOf.set(personId, left);
    else openOf.delete(personId);
  };
}

/** Streams open now. */
export function openReaders(): number {
  return open;
}
