// Takes a person's identity out of a text: phones, e-mails, documents, addresses, links and the names that were given.
import { STATES } from "../legal/places.ts";

/** The text with identities replaced by neutral words; idempotent, linear in its length. */
export function redact(text: string, names: readonly string[]): string {
  let out = text;
  for (const [pattern, replacement] of PATTERNS) out = out.replace(pattern, replacement);
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    out = out.replace(new RegExp(`(?<![\\p{L}])${escaped}(?![\\p{L}])`, "giu"), "[…]");
  }
  return out.replace(/(\[…\][ ,]*){2,}/g, "[…] ");
}

/** Names that people give of themselves or of others by a lead ("me chamo", "my name is", "Dr.", "seu"). */
export function namesIn(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.slice(0, 12_000).matchAll(INTRODUCED)) {
    const name = trimName(match[1] ?? "");
    if (name.length > 2) found.add(name);
  }
  for (const match of text.slice(0, 12_000).matchAll(FULL_NAME)) {
    const name = trimName(match[0]);
    if (name.includes(" ")) found.add(name);
  }
  return [...found].slice(0, 30);
}

const PATTERNS: readonly [RegExp, string][] = [
  [/\bhttps?:\/\/\S{1,500}/gi, "[…]"],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, "[e-mail]"],
  [/\b\d{3}\.?\d{3}\.?\d{3}-?\d{2}\b/g, "[CPF]"],
  [/\b\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}\b/g, "[CNPJ]"],
  [/\b\d{7}-?\d{2}\.?\d{4}\.?\d\.?\d{2}\.?\d{4}\b/g, "[…]"],
  [/\b\d{5}-\d{3}\b/g, "[CEP]"],
  [/(?<![\d/.-])(?:\+?55 ?)?(?:\(?\d{2}\)? ?)?9? ?\d{4}[- .]?\d{4}(?![\d/-])/g, "[telefone]"],
  [/\+\d[\d ()-]{7,18}\d/g, "[telefone]"],
  [/\b(?:RG|CPF|NIS|PIS|NIT|CTPS|RNM|OAB)(?: ?n[º°o.]?)?:? ?[\d.\-/]{4,20}[xX]?/g, "[documento]"],
  [
    /\b(?:rua|avenida|av\.|travessa|alameda|rodovia|estrada|praça|r\.)\s+(?:[\p{L}\d.]+\s+){0,5}[\p{L}\d.]+,?\s*(?:n[º°o.]?\s*)?\d{1,5}/giu,
    "[endereço]",
  ],
  [/\b\d{1,5} [A-Z]\p{L}{2,20}(?: [A-Z]\p{L}{2,20}){0,2} (?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive)\b/gu, "[address]"],
];

const WORD = "\\p{Lu}[\\p{Ll}'’-]{1,20}";
const LINK = "(?:\\s+(?:d[aeo]s?|e|van|von|de la)\\s+|\\s+)";
const FULL_NAME = new RegExp(`(?<![\\p{L}])${WORD}(?:${LINK}${WORD}){1,4}(?![\\p{L}])`, "gu");
const INTRODUCED = new RegExp(
  `(?:me chamo|meu nome (?:é|e|completo é)|eu sou [ao]|sou [ao]|aqui (?:é|e|quem fala é) [ao]?|my name is|my name's|i am called|this is|i'm|[Dd]r\\.?|[Dd]ra\\.?|[Ss]r\\.?|[Ss]ra\\.?|[Ss]eu|[Dd]ona|[Mm]r\\.?|[Mm]rs\\.?|[Mm]s\\.?|chamad[oa]|named|called|se chama)\\s+(${WORD}(?:${LINK}${WORD}){0,4})`,
  "gu",
);

// Capitals that are no person: a place, a body, a law. When in doubt it counts as a name, for a summary may lose a word but not a secret.
const NOT_A_NAME =
  /(?<!\p{L})(Brazil|Brasil|Federal|Federais|Militar|Tutelar|Conselho|Justiça|Tribunal|Ministério|Receita|Polícia|Defensoria|Banco|Caixa|Mercado Livre|Casas Bahia|Bolsa|Minha Casa|Meu INSS|Hospital|Saúde|Código|Lei|Prefeitura|Universidade|Instituto|Secretaria|Simples Nacional|Imposto|Maria da Penha|Police|Court|Bank|Airlines|United|Nacional|Vara|Cartório|Fazenda|Constituição|Ltda)(?!\p{L})/u;

const PLACES = new Set(STATES.flatMap(({ name, capital, cities }) => [name, capital, ...cities]));

const STARTERS =
  /^(?:(?:Em|No|Na|Nos|Nas|O|A|Os|As|Eu|Ele|Ela|De|Da|Do|Meu|Minha|Foi|Fui|Sou|Moro|Trabalho|Quando|Depois|Ontem|Hoje|Mas|E|Para|Com|In|At|The|My|He|She|I|On|From|And|But|When|We|They|It|Our|His|Her|Oi|Olá|Bom|Boa|Hello|Hi)\s+)+/;

function trimName(raw: string): string {
  const name = raw.trim().replace(STARTERS, "");
  return NOT_A_NAME.test(name) || PLACES.has(name) ? "" : name;
}
