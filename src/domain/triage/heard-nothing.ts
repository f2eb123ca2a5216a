// What was really said in a transcript: what speech models write into silence and noise is taken out.
import { isCryForHelp } from "./cry-for-help.ts";
import { foldAligned } from "./text.ts";

/**
 * The transcript without credits, sounds in brackets and loops, or null where no words of a person are left. A transcript
 * with nothing of that in it comes back as it is, but for its ends. What a person may well say ("obrigado", "não") is
 * kept even though models write it into silence too: to lose an answer is worse than to read a courtesy.
 */
export function wordsHeard(transcript: string): string | null {
  const spoken = withoutSounds(transcript);
  const parts = partsOf(spoken);
  const said = parts.filter((part) => !isForeign(part) && !isInvented(plain(part)));
  const kept = said.length === parts.length ? spoken : said.join(" ");
  const heard = withoutLoops(kept).replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N}]/u.test(heard) ? heard : null;
}

/** Square brackets, stars and notes hold sounds; round ones only where a sound's name is in them: people have phone numbers. */
function withoutSounds(text: string): string {
  return text
    .replace(/\[[^\]]{0,80}\]/g, " ")
    .replace(/\*[^*]{1,40}\*/g, " ")
    .replace(/[♪♫♬][^♪♫♬]{0,500}(?:[♪♫♬]|$)/g, " ")
    .replace(/\(([^)]{0,60})\)/g, (whole, inner: string) => (SOUND.test(plain(inner)) ? " " : whole));
}

const SOUND =
  /^(?:(?:som|sons|barulho|ruido) d|(?:musica|aplausos|risos|risadas|silencio|inaudivel|ininteligivel|suspiro|tosse|choro|music|applause|laughter|laughs|silence|inaudible|unintelligible|sigh|cough|crying|blank audio|noise|background noise)\b)/;

/** Sentences and lines, their full stops included. */
function partsOf(text: string): string[] {
  // "Amara.org" has a full stop within: only one that is followed by a space ends a sentence.
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function plain(text: string): string {
  return foldAligned(text.normalize("NFC"))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Asked for Portuguese or English, a model that writes mostly in another script heard no voice. */
function isForeign(sentence: string): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 2 * latin;
}

function isInvented(sentence: string): boolean {
  return sentence === "" || SIGN_OFFS.has(sentence) || CREDIT.test(sentence) || AMARA.test(sentence);
}

/** The volunteers' site is credited in every language; a sentence about it is longer. */
const AMARA = /^(?=.{0,90}$).*\bamara org\b/;

// Whisper learnt from subtitles of videos; these ends and credits are what it hears in silence, in Portuguese and English.
// Collected from reports, e.g. github.com/openai/whisper/discussions/928; only a whole sentence counts, since a case may be
// about a video channel.
const SIGN_OFFS = new Set([
  "legendas pela comunidade amara org",
  "legendas pela comunidade de amara org",
  "amara org",
  "e ai pessoal tudo bem",
  "obrigado por assistir",
  "obrigada por assistir",
  "obrigado por assistirem",
  "obrigado por assistir ate o proximo video",
  "obrigado por terem assistido",
  "ate o proximo video",
  "nos vemos no proximo video",
  "inscreva se no canal",
  "inscreva se no nosso canal",
  "se inscreva no canal",
  "se inscreva no canal e ative o sininho",
  "se inscreva no canal e deixe o seu like",
  "nao se esqueca de se inscrever no canal",
  "nao esqueca de se inscrever no canal",
  "deixe o seu like",
  "deixe seu like",
  "curta e compartilhe",
  "ative o sininho",
  "thank you for watching",
  "thanks for watching",
  "thank you so much for watching",
  "thanks for watching and see you next time",
  "see you in the next video",
  "see you next time",
  "please subscribe",
  "please subscribe to my channel",
  "please subscribe to the channel",
  "subscribe to my channel",
  "like and subscribe",
  "please like and subscribe",
  "dont forget to subscribe",
  "don t forget to subscribe",
  "you",
]);

const CREDIT =
  /^(?:(?:legendas?|legendado|legendagem|transcricao|(?:traducao|transcricao) e legendas?|subtitulos?) (?:por|pela|pelo|feitas? por)|(?:subtitles|captions|captioning|transcription|transcribed|subtitled|translated) by|subtitulos realizados por|sous titres? real|legenda adriana zanotto) ?[a-z0-9 ]{0,80}$/;

/** Nobody says the same so often without a breath, but for somebody who calls for help. */
const MOST_REPEATS = 5;
/** Longest phrase, in words, that is looked for as a loop. */
const LONGEST_LOOP = 12;

/** A phrase that comes more than five times in a row stands once; a transcript that is nothing else is empty, unless it is a cry for help. */
function withoutLoops(text: string): string {
  const tokens = text.split(/\s+/).filter((token) => token !== "");
  const folded = tokens.map(plain);
  const kept: string[] = [];
  let loops = 0;
  for (let at = 0; at < tokens.length; ) {
    const loop = loopAt(folded, at);
    if (loop === null) {
      kept.push(tokens[at] ?? "");
      at++;
    } else {
      kept.push(...tokens.slice(at, at + loop.size));
      at += loop.size * loop.times;
      loops++;
      if (loop.size * loop.times === tokens.length && !isCryForHelp(kept.join(" "))) return "";
    }
  }
  return loops === 0 ? text : kept.join(" ");
}

/** The shortest phrase that is repeated from `at` on, or null. */
function loopAt(words: readonly string[], at: number): { size: number; times: number } | null {
  for (let size = 1; size <= LONGEST_LOOP; size++) {
    // A number may well be read out as the same figure again and again.
    if (/^[\d ]*$/.test(words.slice(at, at + size).join(" "))) continue;
    let same = 0;
    while (at + size + same < words.length && words[at + same] === words[at + size + same]) same++;
    const times = Math.floor(same / size) + 1;
    if (times > MOST_REPEATS) return { size, times };
  }
  return null;
}
