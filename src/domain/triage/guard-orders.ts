// What tells somebody what to do, or vouches for something, in any words: broader than the rules for known advice, with a short list of what is fine.

/** True for a statement that directs, recommends somebody, judges or vouches; `line` is the sentence as `plainLine` gives it. */
export function directs(sentence: string, line: string): boolean {
  if (sentence.includes("?")) return false;
  const rest = line.replace(FINE, " ");
  return MODAL.test(rest) || STARTS.test(rest) || JUDGES.test(rest) || TITLED.test(sentence);
}

/** True for a word given: that something is sure, kept or taken on. */
export function vouches(line: string): boolean {
  return VOUCHES.test(line.replace(CANNOT, " "));
}

// How the conversation goes on, and comfort: all that the house itself tells people to do.
const FINE =
  / (?:(?:voce|vc) (?:\w+ )?(?:pode|precisa|deve)|pode|(?:you|u) (?:\w+ )?(?:can|may|need to|should|could)) (?:(?:\w+ ){0,2}?(?:escrever|escreva|responder|contar|dizer|mandar|pular|parar|corrigir|mudar|falar com (?:uma pessoa|alguem)|pedir (?:uma pessoa|para)|voltar|continuar|seguir|esperar|demorar|levar o tempo|ficar tranquil\w+|respirar|se sentir|estar|ter (?:medo|certeza)|ser|write|type|answer|reply|tell|say|send|skip|stop|correct|change|talk to (?:a person|someone)|ask (?:for|me)|come back|go on|continue|wait|take (?:your|all the) time|breathe|feel|be))(?= )| (?:you|voce) (?:can|pode) (?:\w+ ){0,1}(?:help|ajudar)(?= )| nao (?:voce )?(?:precisa|pode|deve|tem que) (?:se |ter |ficar |estar |ser )?(?:preocupar|pressa|saber|lembrar|medo|culpa\w*|vergonha|responder|explicar|escrever)(?= )| (?:you )?(?:dont|do not) (?:have|need) to (?:worry|know|remember|answer|explain|write|be|hurry|apologi[sz]e)(?= )/g;

const MODAL =
  / (?:(?:voce|vc|o senhor|a senhora) (?:\w+ly |ja |so |tambem |nao |realmente |sempre |nunca |agora )?(?:deve|deveria|devia|precisa|tem que|tem de|pode|poderia)|(?:you|u) (?:really |also |now |always |never |just |only )?(?:should|must|ought|need to|have to|had better|may want|might want|can|could|cannot|cant|shouldnt|should not|must not)) \w/;

const STARTS =
  /^ (?:entao |por favor |agora |please |now |so |just |then )?(?:procure|busque|contrate|consulte|contate|acesse|visite|clique|baixe|ligue|exija|cobre|pague|peca|junte|guarde|grave|assine|recuse|negocie|espere receber|visit|click|download|contact|hire|consult|see a|get a|find a|call the|keep (?:all|your|the)|gather|collect|go to|do not (?!worry)\w|dont (?!worry|hurry)\w|never \w|nunca \w) /;

const JUDGES =
  / (?:ilegal|ilegais|ilicit[oa]|inconstitucion\w+|abusiv[oa]s?|illegal|illegally|unlawful\w*|unconstitutional) /;

// A colleague of ours is never named, and nobody else is recommended.
const TITLED = /(?<!\p{L})(?:Dra?|Doutora?|Doctor|Attorney|Atty|Lawyer|Advogad[oa])\.? \p{Lu}\p{Ll}/u;

const CANNOT =
  / (?:nao (?:posso|consigo|podemos|da para|e possivel|se pode)|ninguem pode|nao|(?:i |we )?(?:cannot|cant|can not|dont|do not|wont|will not)|no one can|nobody can) (?:\w+ ){0,2}?(?:garant\w+|promet\w+|assegur\w+|guarantee\w*|promise\w*|assure)(?= )/g;

const VOUCHES =
  / (?:garanto|garantimos|garantid[oa]s?|prometo|prometemos|asseguro|asseguramos|dou a minha palavra|pode confiar|com certeza|sem duvida|fique segur[oa]|guarantee|guaranteed|guarantees|promise|promised|i assure|my word|rest assured|without (?:a )?doubt|for sure|(?:vai|vao|ira|irao|will) (?:pegar|assumir|aceitar|defender|cuidar d[oe]|take|accept|defend|handle|represent) (?:o |a |on |of |your |the |seu |sua )?(?:\w+ )?(?:caso|processo|causa|voce|case|you)) /;
