// Words, word pairs and character n-grams of a text as hashed buckets, for the trained model.
import { words } from "./text.ts";

/** Buckets that features are hashed into; the model keeps the ones that tell areas apart. */
export const BUCKETS = 1 << 16;

/** Words looked at: the start of a long narrative and its end carry the matter. */
const HEAD_WORDS = 600;
const TAIL_WORDS = 200;

/** Calls `add` with the bucket of every feature of `text`: words, pairs of words, and character 3- to 5-grams inside words. */
export function eachFeature(text: string, add: (bucket: number) => void): void {
  const all = words(text);
  const list = all.length > HEAD_WORDS + TAIL_WORDS ? [...all.slice(0, HEAD_WORDS), ...all.slice(-TAIL_WORDS)] : all;
  let previous = 0;
  for (const word of list) {
    if (FIRST_NAMES.has(word)) continue;
    const hash = hashWord(word, WORD_SEED);
    add(hash & (BUCKETS - 1));
    if (previous !== 0) add(mix(previous ^ Math.imul(hash, 0x9e3779b1)) & (BUCKETS - 1));
    previous = hash;
    eachGram(`_${word.slice(0, 24)}_`, add);
  }
}

// Who a story is about says nothing about its area; examination texts would teach otherwise.
const FIRST_NAMES = new Set(
  "maria ana joao jose pedro paulo carlos antonio lucas marcos marcelo luiz luis francisco fernando fernanda rafael gabriel bruno eduardo ricardo roberto rodrigo felipe daniel mateus tiago thiago andre gustavo leonardo julio cesar mario fabio sergio jorge claudio claudia patricia juliana mariana camila amanda beatriz larissa leticia bruna aline vanessa adriana sandra marcia lucia rosa helena joana julia laura luiza luisa isabel teresa tereza rita vera carla paula silvia simone regina sonia renata cristina silva souza santos oliveira pereira lima ferreira costa rodrigues almeida nascimento alves carvalho gomes ribeiro martins araujo barbosa caio ticio mevio alfa beta gama delta john mary james robert michael david smith jones".split(
    " ",
  ),
);

const WORD_SEED = 0x811c9dc5;
const GRAM_SEED = 0x2f0b4c47;

function eachGram(padded: string, add: (bucket: number) => void): void {
  for (let start = 0; start < padded.length - 2; start++) {
    let hash = GRAM_SEED;
    for (let length = 1; length <= 5 && start + length <= padded.length; length++) {
      hash = Math.imul(hash ^ padded.charCodeAt(start + length - 1), 0x01000193);
      if (length >= 3) add(mix(hash) & (BUCKETS - 1));
    }
  }
}

function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash) | 1;
}

// FNV's low bits repeat for short strings; the finaliser of MurmurHash3 spreads them.
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
