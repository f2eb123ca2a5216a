// Reads the state (UF) and municipality out of what a person writes.
import { capitalOf, isUf, STATES } from "../legal/places.ts";
import { foldAligned, words } from "./text.ts";

export interface Place {
  uf: string;
  municipality: string | null;
}

/**
 * The place that the text names, or null. `answering` is true when the text answers the question about the place:
 * then a bare "sp" or "patos" counts; elsewhere short and everyday words need "em", "de", "in" before them.
 */
export function findPlace(text: string, options: { answering: boolean }): Place | null {
  const folded = spelledOut(
    ` ${foldAligned(text)
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `,
    options.answering,
  );
  const stated = statedUf(text, folded, options.answering);
  const city = longestCity(folded, stated, options.answering);
  const place = city ?? (stated === null ? null : { uf: stated, municipality: null });
  return place === null ? null : capitalOrCountry(folded, place);
}

/** True when the text says "the capital" and leaves open of which state. */
export function saysCapital(text: string): boolean {
  return CAPITAL.test(` ${words(text).join(" ")} `);
}

// "SP, capital" is the city; "no interior de São Paulo" is not, though city and state share their name.
function capitalOrCountry(folded: string, place: Place): Place {
  const capital = capitalOf(place.uf);
  if (place.municipality === null) return CAPITAL.test(folded) ? { uf: place.uf, municipality: capital } : place;
  const country = place.municipality === capital && COUNTRY.test(folded) && !CAPITAL.test(folded);
  return country ? { uf: place.uf, municipality: null } : place;
}

const CAPITAL = / capital (?!(?:de giro|social|inicial|proprio|estrangeiro|gains?|letters?) )/;
const COUNTRY =
  / (?:interior|litoral|regiao metropolitana|grande sao paulo|baixada|zona rural|countryside|inland|near the coast) /;

// "BH", "moro no Rio", "Floripa" written out; in a story only where somebody lives or is there, for rivers are called rio too.
function spelledOut(folded: string, answering: boolean): string {
  const lead = answering
    ? "(?<= (?:(?:em|de|do|no|da|na|a|capital d[aeo]|sou d[aeo]|moro (?:em|no)) )?)"
    : "(?<= (?:moro|vivo|estou|sou|aqui|live|living|from|based|am) (?:em|no|do|de|d|in|here in|from) )";
  return folded.replace(
    new RegExp(
      `${lead}(${Object.keys(NICKNAMES).join("|")})(?= )(?! (?:d[aeo]s? |grande|branco|verde|claro|preto))`,
      "g",
    ),
    (name) => NICKNAMES[name] ?? name,
  );
}

const NICKNAMES: Record<string, string> = {
  bh: "belo horizonte mg",
  beaga: "belo horizonte mg",
  poa: "porto alegre rs",
  floripa: "florianopolis sc",
  sampa: "sao paulo",
  bsb: "brasilia df",
  ctba: "curitiba pr",
  cwb: "curitiba pr",
  jampa: "joao pessoa pb",
  rio: "rio de janeiro",
  "abc paulista": "regiao metropolitana sao paulo",
};

interface Entry {
  folded: string;
  name: string;
  uf: string;
  /** Also an everyday word or a person's name. */
  common: boolean;
}

// Names that are also words, surnames or saints: they need "em", "de", "in" before them, or the question.
const COMMON = new Set(
  "patos sousa serra salvador natal paulista americana santos franca palmas vitoria picos passos toledo sorriso formosa trindade gama colombo alvorada lagarto estancia timon caxias penedo guara limeira resende santa maria|santa rita|santa luzia|sao jose|sao carlos|sao vicente|santo andre|rio grande|rio claro|rio verde|boa vista|campo grande|porto seguro|belem|mariana|santarem|cameta|sumare|serrinha|contagem|praia grande|tefe|crato|balsas|barreiras|iguatu|floriano|recife|fortaleza|gramado|pinhais"
    .split("|")
    .flatMap((part) =>
      part.includes(" ") && !/^(santa|sao|santo|rio|boa|campo|porto|praia) /.test(part) ? part.split(" ") : [part],
    ),
);

const CITIES: readonly Entry[] = STATES.flatMap(({ uf, capital, cities }) =>
  [capital, ...cities].map((name) => {
    const folded = foldAligned(name).replace(/[^a-z0-9]+/g, " ");
    return { folded, name, uf, common: COMMON.has(folded) };
  }),
).sort((a, b) => b.folded.length - a.folded.length);

const STATE_NAMES: readonly { folded: string; uf: string }[] = STATES.map(({ uf, name }) => ({
  folded: foldAligned(name),
  uf,
})).sort((a, b) => b.folded.length - a.folded.length);

const BEFORE = "(?:em|de|do|da|no|na|in|from|at|near|moro|cidade|para|live)";

function longestCity(folded: string, stated: string | null, answering: boolean): Place | null {
  const bare = new Set(["patos"]);
  let named: Place | null = null;
  for (const entry of CITIES) {
    if (!folded.includes(` ${entry.folded} `)) continue;
    if (stated !== null && entry.uf !== stated) continue;
    const needsLead = (entry.common || bare.has(entry.folded)) && !answering;
    if (needsLead && !new RegExp(` ${BEFORE} ${entry.folded} `).test(folded) && !besideState(folded, entry)) continue;
    // "Rio Grande do Sul" and "Mato Grosso do Sul" are states, not the cities that they begin like.
    if (
      STATE_NAMES.some(
        (s) => s.folded !== entry.folded && s.folded.startsWith(entry.folded) && folded.includes(` ${s.folded} `),
      )
    ) {
      continue;
    }
    const place = { uf: entry.uf, municipality: entry.name };
    // "Santos, São Paulo": where city and state share a name, another city beside it is the one that is meant.
    if (STATE_NAMES.some((s) => s.folded === entry.folded)) named ??= place;
    else if (named === null || named.uf === entry.uf) return place;
  }
  return named;
}

// "Santos SP", "Franca, São Paulo": beside its state an everyday word is a city.
function besideState(folded: string, { folded: city, uf }: Entry): boolean {
  const state = STATE_NAMES.find((candidate) => candidate.uf === uf)?.folded ?? "";
  return [uf.toLowerCase(), state].some((name) => folded.includes(` ${city} ${name} `));
}

function statedUf(text: string, folded: string, answering: boolean): string | null {
  // "Recife/PE", "Campinas - SP", "(MG)": capitals beside a mark are a state's letters.
  for (const match of text.matchAll(/(?:^|[\s/,(-])([A-Z]{2})(?=$|[\s,.;:)!?])/g)) {
    const uf = match[1] ?? "";
    if (
      isUf(uf) &&
      (answering ||
        /[/,(-]\s?$/.test(text.slice(Math.max(0, (match.index ?? 0) - 1), (match.index ?? 0) + 1)) ||
        !AMBIGUOUS.has(uf))
    ) {
      return uf;
    }
  }
  for (const match of folded.matchAll(/ (?:em|no|na|de|do|estado|in) ([a-z]{2}) /g)) {
    const uf = (match[1] ?? "").toUpperCase();
    if (isUf(uf) && !AMBIGUOUS.has(uf)) return uf;
  }
  if (answering) {
    const bare = folded.trim().split(" ").at(-1)?.toUpperCase() ?? "";
    if (isUf(bare)) return bare;
    const first = folded.trim().split(" ")[0]?.toUpperCase() ?? "";
    if (isUf(first) && !AMBIGUOUS.has(first)) return first;
  }
  for (const { folded: name, uf } of STATE_NAMES) {
    if (!folded.includes(` ${name} `)) continue;
    if (
      name === "para" &&
      !/ (?:no|do|estado do|estado de|in) para (?!o |a |os |as )/.test(folded) &&
      !(answering && folded.trim() === "para")
    )
      continue;
    if ((name === "acre" || name === "goias" || name === "sergipe") && folded.includes(` ${name} `)) return uf;
    return uf;
  }
  return null;
}

// Letters that are also words in capitals ("SE", "PA", "AM", "PM") or English ("MA", "SC", "PA", "AL").
const AMBIGUOUS = new Set(["SE", "PA", "AM", "MA", "AL", "AP", "TO", "RO", "AC", "ES", "SC", "MS", "PI", "DF"]);
