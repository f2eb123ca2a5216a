// Identifiers: a readable prefix, 48 bits of time (sortable), 80 random bits, in Crockford base 32.

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type IdPrefix =
  | "cas"
  | "cnv"
  | "usr"
  | "pro"
  | "sho"
  | "off"
  | "ctr"
  | "sig"
  | "rev"
  | "led"
  | "out"
  | "ntf"
  | "aud"
  | "trn"
  | "msg"
  | "req"
  | "trc"
  | "mod"
  | "abs"
  | "cfr"
  | "bkf"
  | "org"
  | "mem"
  | "rec"
  | "chg"
  | "fil"
  | "tlk"
  | "rpt"
  | "qst"
  | "pap"
  | "vrf"
  | "sus"
  | "inv"
  | "key"
  | "evt"
  | "whk"
  | "whd"
  | "wha"
  | "vev"
  | "wac"
  | "wam";

/** `cas_01k9…`: unguessable (80 random bits) and sortable by `nowMs`; `random` defaults to the platform's CSPRNG. */
export function newId(
  prefix: IdPrefix,
  nowMs: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = secureRandom,
): string {
  let time = "";
  let rest = nowMs;
  for (let i = 0; i < 10; i++) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  const bytes = random(new Uint8Array(16));
  let tail = "";
  for (const byte of bytes) tail += ALPHABET[byte & 31];
  return `${prefix}_${time}${tail}`;
}

/** The last id that was given in order, so that the next one of the same millisecond lies after it. */
let last = { ms: Number.NEGATIVE_INFINITY, id: "" };

/**
 * Like `newId`, and greater than every id that this process made so before with the same or an earlier moment (the monotonic factory
 * of the ULID specification): rows of one moment keep their order.
 */
export function newOrderedId(prefix: IdPrefix, nowMs: number): string {
  const made = newId(prefix, nowMs);
  const tail = nowMs === last.ms ? next(last.id) : made.slice(prefix.length + 1);
  last = { ms: nowMs, id: tail };
  return `${prefix}_${tail}`;
}

/** The next word of the alphabet; the last of all (one in 2^80) begins anew. */
function next(word: string): string {
  const letters = [...word];
  for (let i = letters.length - 1; i >= 10; i--) {
    const value = ALPHABET.indexOf(letters[i] ?? "0");
    letters[i] = ALPHABET[(value + 1) % 32] ?? "0";
    if (value < 31) break;
  }
  return letters.join("");
}

function secureRandom(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return crypto.getRandomValues(bytes);
}
