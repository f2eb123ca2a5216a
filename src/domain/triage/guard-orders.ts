// What tells somebody what to do, vouches for something, or brings law and money into a reply that nobody had spoken of.
import { words } from "./text.ts";

/** True for a statement that directs, recommends somebody or judges; `line` is the sentence as `plainLine` gives it. */
export function directs(sentence: string, line: string): boolean {
  if (sentence.includes("?")) return false;
  const rest = line.replace(FINE, " ");
  return MODAL.test(rest) || MUST.test(rest) || STARTS.test(rest) || JUDGES.test(rest) || TITLED.test(sentence);
}

/** True for a word given: that something is sure, kept, done or taken on. */
export function vouches(line: string): boolean {
  return VOUCHES.test(line.replace(CANNOT, " "));
}

/**
 * True for a statement with a word of courts, remedies, terms or sums that is not in `known` (the person's story and the script): an
 * echo of what was told may hold such words, new law may not.
 */
export function bringsLaw(sentence: string, known: string): boolean {
  if (sentence.includes("?")) return false;
  const stems = words(sentence).flatMap((word) => LAW.find((stem) => isOf(word, stem)) ?? []);
  if (stems.length === 0) return false;
  const told = words(known);
  return stems.some((stem) => !told.some((word) => isOf(word, stem)));
}

/** "juiz~" is any word that begins so; without the mark the word itself. */
function isOf(word: string, stem: string): boolean {
  return stem.endsWith("~") ? word.startsWith(stem.slice(0, -1)) : word === stem;
}

const LAW = (
  "juiz~ juiza~ justica judic~ processar processo processos lei leis legal legais legalmente direito direitos prazo prazos multa~ sindicato~ delegacia~ boletim prova provas " +
  "indeniz~ devolv~ ressarc~ reembols~ dobro recorrer recurso~ sentenca~ liminar~ audiencia~ denunci~ queixa~ reclamacao crime~ guarda custodia pensao heranca~ despejo~ " +
  "fianca~ verbas rescis~ fgts decimo ferias aposentadoria procon defensoria ministerio tribunal~ cartorio~ notific~ intim~ acordo~ valor valores reais mil comprovante~ " +
  "favoravel contrato~ nulo nula testemunha~ estabilidade adicional " +
  "judge~ court~ lawsuit~ law laws legal legally lawful~ rights deadline~ union evidence contract~ compensat~ damages refund~ owe owes owed twice appeal~ ruling " +
  "verdict~ injunction~ hearing~ custody alimony inherit~ probate evict~ severance pension tribunal~ prosecut~ witness~ thousand hundred claim~ void statute~ receipts proof settlement~ ombudsman"
).split(" ");

// How the conversation goes on, and comfort: all that the house itself tells people to do.
const FINE =
  / (?:(?:voce|vc) (?:\w+ )?(?:pode|precisa|deve)|pode|(?:you|u) (?:\w+ )?(?:can|may|need to|should|could)) (?:(?:\w+ ){0,2}?(?:escrever|escreva|responder|contar|dizer|mandar|pular|parar|corrigir|mudar|falar com (?:uma pessoa|alguem)|pedir (?:uma pessoa|para)|voltar|continuar|seguir|esperar|demorar|levar o tempo|ficar tranquil\w+|respirar|se sentir|estar|ter|ser|write|type|answer|reply|tell|say|send|skip|stop|correct|change|talk to (?:a person|someone)|ask (?:for|me)|come back|go on|continue|wait|take (?:your|all the) time|breathe|feel|be))(?= )| (?:you|voce) (?:can|pode) (?:\w+ ){0,1}(?:help|ajudar)(?= )| nao (?:voce )?(?:precisa|pode|deve|tem que) (?:se |ter |ficar |estar |ser )?(?:preocupar|pressa|saber|lembrar|medo|culpa\w*|vergonha|responder|explicar|escrever)(?= )| (?:you )?(?:dont|do not) (?:have|need) to (?:have|worry|know|remember|answer|explain|write|be|hurry|apologi[sz]e)(?= )/g;

const MODAL =
  / (?:(?:voce|vc|o senhor|a senhora) (?:\w+ly |ja |so |tambem |nao |realmente |sempre |nunca |agora )?(?:deve|deveria|devia|precisa|tem que|tem de|pode|poderia)|(?:you|u) (?:really |also |now |always |never |just |only )?(?:should|must|ought|need to|have to|had better|may want|might want|can|could|cannot|cant|shouldnt|should not|must not)) \w/;

// "Deve ser difícil" and "it must be hard" are comfort.
const MUST =
  / (?:(?:(?<!ninguem )(?:tem|vai ter|vao ter|tera|terao) (?:que|de))|(?:deve|devem|deveria) (?!ser|estar|ter sido|doer|assustar|cansar|pesar|parecer|dar medo)\w+|(?:has|will have) to(?! be)|must (?!be|have been|feel|hurt|seem|weigh|sting)\w+|(?:o (?:melhor|ideal|certo|mais seguro|primeiro passo)|the (?:best|safest|right|first) (?:thing|step|option|course))(?: \w+){0,2} (?:e|seria|is|would be)|no seu (?:caso|lugar)|se fosse (?:eu|comigo)|in your (?:place|case|shoes)|(?:it is|its|melhor) (?:better |best |wiser |safer |wise )?(?:not to|nao) \w+|(?:it is|its) (?:better|best|wiser|safer|wise) to|if i were|if it were me|i would (?!like|love|be)\w+|eu (?!gostaria|poderia|teria|seria)\w+(?:aria|eria|iria)) /;

const STARTS =
  /^ (?:entao |por favor |agora |primeiro |depois |tambem |please |now |so |just |then |first |also )?(?:procure|busque|contrate|consulte|contate|acesse|visite|clique|baixe|ligue|exija|cobre|pague|peca|junte|guarde|grave|assine|recuse|negocie|espere receber|faca|tire|leve|va|fale com|mude|troque|bloqueie|registre|reuna|anote|chame|saia|fuja|entre|abra|envie|mande|deixe|pare|evite|lembre de|nao (?:deixe|esqueca|aceite|assine|pague|saia|fale|va|responda|entregue|devolva|volte|espere)|visit|click|download|contact|hire|consult|see a|get a|find a|call|keep|gather|collect|go|block|file|report|talk to|speak to|change|leave|move|stop|ask the|ask for a|refuse|demand|make sure|be sure|remember to|bring|sign|document|write down|(?:do not|dont) (?!worry|hurry|send|write|share)\w+|never|nunca) /;

const JUDGES =
  / (?:ilegal|ilegais|ilicit[oa]|inconstitucion\w+|abusiv[oa]s?|illegal|illegally|unlawful\w*|unconstitutional|(?:breaks?|broke|violat\w+|against) (?:the|a|every) (?:law|rules?)|configur\w+|caracteriz\w+|counts? as|perante a lei|por lei|by law|costum\w+ (?:dar|ganhar|vencer|perder)|usually (?:won|lost|win|lose|wins|loses)|(?:would|will|fica|ficara|ficaria) (?:side )?(?:do seu lado|a seu favor|with you|in your favou?r)) /;

// A colleague of ours is never named, and nobody else is recommended.
const TITLED = /(?<!\p{L})(?:Dra?|Doutora?|Doctor|Attorney|Atty|Lawyer|Advogad[oa])\.? \p{Lu}\p{Ll}/u;

const CANNOT =
  / (?:nao (?:posso|consigo|podemos|da para|e possivel|se pode)|ninguem pode|nao|(?:i |we )?(?:cannot|cant|can not|dont|do not|wont|will not)|no one can|nobody can) (?:\w+ ){0,2}?(?:garant\w+|promet\w+|assegur\w+|guarantee\w*|promise\w*|assure)(?= )/g;

const VOUCHES =
  / (?:garanto|garantimos|garantid[oa]s?|prometo|prometemos|asseguro|asseguramos|dou a minha palavra|pode confiar|com certeza|sem duvida|fique segur[oa]|guarantee|guaranteed|guarantees|promise|promised|i assure|my word|rest assured|without (?:a )?doubt|for sure|(?:vai|vao|ira|irao|will) (?:pegar|assumir|aceitar|defender|cuidar d[oe]|take|accept|defend|handle|represent) (?:o |a |on |of |your |the |seu |sua )?(?:\w+ )?(?:caso|processo|causa|voce|case|you)|ja (?:encaminhei|enviei|mandei|avisei|falei com|liguei|registrei|marquei|abri)|i(?:ve| have)(?: already| just)? (?:sent|filed|called (?!a person)|told|forwarded|contacted|spoken|booked|reported)|i (?:already |just )?(?:sent|filed|called (?!a person)|forwarded|contacted|booked|reported) |(?:nunca|jamais) (?:perde\w+|falha\w+)|never (?:lost|fail\w*|lose)|(?:nao )?vai (?:te |lhe )?custar|ninguem (?:mais )?(?:le|ve)(?: |$)|(?:nobody|no one) (?:else )?(?:reads?|sees?)|(?:vai|vao|ira|will) (?:probably |provavelmente )?(?:receber|ganhar|get|win|receive)|(?:provavelmente|probably) (?:\w+ )?(?:recebe\w*|ganha\w*|get|win|receive)|(?:you|voce) (?:get|fica com a|gets|ganha a) (?:the )?(?:custody|guarda)|(?:consigo|conseguimos) (?:isso|resolver|fazer|para)|i can (?:get|do|make|sort|fix) (?:it|that|this)|estar(?:ei)? com voce (?:ate|sempre)|be with you all) /;
