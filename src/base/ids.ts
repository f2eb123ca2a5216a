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
  | "vev";

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

function secureRandom(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return crypto.getRandomValues(bytes);
}
