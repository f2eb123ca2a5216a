// Takes a person's identity out of a text: phones, e-mails, documents, addresses, links and the names that were given.

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
    if (!NOT_A_NAME.test(match[0])) found.add(match[0]);
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

// Pairs of capitals that are places, bodies and firms, which the lawyer should read.
const NOT_A_NAME =
  /(São|Sao|Santo|Santa|Rio|Belo|Porto|Campo|Boa|João|Joao|Minas|Mato|Espírito|Distrito|Feira|Vila|Nova|Duque|Ribeirão|Foz|Juiz|Cabo|Praia|Brazil|Brasil|Federal|Civil|Militar|Tutelar|Conselho|Justiça|Justica|Tribunal|Ministério|Ministerio|Receita|Polícia|Policia|Defensoria|Banco|Caixa|Econômica|Mercado|Casas|Bolsa|Minha|Meu|Hospital|Plano|Saúde|Código|Lei|Estado|Prefeitura|Universidade|Escola|Instituto|Secretaria|Simples|Imposto|Maria da Penha|Police|Court|Bank|Airlines|United|Public|City|Nacional|Nossa|Vara|Cartório|Fazenda|Direito|Trabalho|Público|Constituição|New|Ltda)/u;

function trimName(name: string): string {
  return NOT_A_NAME.test(name) ? "" : name.trim();
}
