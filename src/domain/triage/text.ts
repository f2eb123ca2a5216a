// Text as the rules read it: cleaned, folded to plain letters, cut into words.

/** Longest message that is looked at; the border refuses more. */
export const MAX_MESSAGE = 8000;

/**
 * What the person wrote without what could break a page, a log or a rule: control characters, null bytes,
 * direction overrides and lone surrogates go; markup stays as plain characters, nothing interprets it.
 */
export function cleanInput(raw: string): string {
  return raw
    .slice(0, MAX_MESSAGE)
    .toWellFormed()
    .normalize("NFC")
    .replace(DANGEROUS, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Lower case without accents, character for character: offsets in the result are offsets in `text` (NFC). */
export function foldAligned(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? " ";
    const code = char.charCodeAt(0);
    if (code < 128) {
      out += char;
      continue;
    }
    if (code === 0x2019 || code === 0x2018) {
      out += "'";
      continue;
    }
    const base = code < 0x250 ? char.normalize("NFD")[0] : " ";
    out += base !== undefined && base.charCodeAt(0) < 128 ? base : code === 0xba || code === 0xaa ? "o" : " ";
  }
  return out.toLowerCase();
}

/** Folded words with short forms of chat written out: "vc nao pagou" -> ["voce", "nao", "pagou"]. */
export function words(text: string): string[] {
  const out: string[] = [];
  for (const match of foldAligned(text)
    .replace(/'/g, "")
    .matchAll(/[a-z0-9]+/g)) {
    const word = squeeze(match[0]);
    out.push(SHORT_FORMS.get(word) ?? word);
  }
  return out;
}

/** Sentences in the person's own spelling; long runs without a full stop are cut at line ends and semicolons. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+|;\s+/)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
}

// "socooorro" is "socorro" shouted: three and more of a letter become one.
function squeeze(word: string): string {
  return /(.)\1\1/.test(word) && !/^(\d+|(.)\2+)$/.test(word) ? word.replace(/(.)\1{2,}/g, "$1") : word;
}

const DANGEROUS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

const SHORT_FORMS = new Map<string, string>(
  Object.entries({
    vc: "voce",
    vcs: "voces",
    c: "voce",
    q: "que",
    oq: "que",
    pq: "porque",
    n: "nao",
    num: "nao",
    naum: "nao",
    nn: "nao",
    to: "estou",
    tou: "estou",
    ta: "esta",
    tao: "estao",
    tava: "estava",
    tavam: "estavam",
    hj: "hoje",
    amnh: "amanha",
    pra: "para",
    pro: "para",
    pras: "para",
    pros: "para",
    p: "para",
    tb: "tambem",
    tbm: "tambem",
    msm: "mesmo",
    mt: "muito",
    mto: "muito",
    qdo: "quando",
    qnd: "quando",
    qto: "quanto",
    blz: "beleza",
    zap: "whatsapp",
    zapzap: "whatsapp",
    wpp: "whatsapp",
    insta: "instagram",
    adv: "advogado",
    dps: "depois",
    td: "tudo",
    cmg: "comigo",
    ctg: "contigo",
    fds: "fimdesemana",
    u: "you",
    ur: "your",
    im: "i",
    ive: "i",
    id: "i",
    pls: "please",
    plz: "please",
    bc: "because",
    cuz: "because",
    thx: "thanks",
  }),
);
