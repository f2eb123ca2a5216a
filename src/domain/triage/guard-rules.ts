// What no reply of a model may hold, each kind with its patterns in both languages.
import type { Locale } from "../locale.ts";
import { addsMore } from "./guard-adds.ts";
import { isEcho } from "./guard-echo.ts";
import { bringsLaw, directs, vouches } from "./guard-orders.ts";
import { PHRASES } from "./phrases.ts";
import { plainLine } from "./plain-line.ts";
import { namesIn } from "./redact.ts";
import { saysAutomated } from "./says-automated.ts";
import { foldAligned } from "./text.ts";

export type ForbiddenKind =
  | "echo"
  | "human_claim"
  | "legal_advice"
  | "outcome"
  | "promise"
  | "contact"
  | "name"
  | "medical"
  | "secret"
  | "language"
  /** More than an acknowledgement may hold. */
  | "added";

/** The first kind that forbids the sentence, or null. */
export function forbiddenIn(
  sentence: string,
  context: { locale: Locale; asked: string; known?: string; told?: string; instructions?: string },
): ForbiddenKind | null {
  const line = plainLine(sentence);
  if (isEcho(sentence, line, context.instructions ?? "")) return "echo";
  if (HUMAN_CLAIM.test(line) || ROLE_CLAIM.test(line) || NAMES_ITSELF.test(sentence)) return "human_claim";
  if (asksSecret(sentence, line)) return "secret";
  if (MEDICAL.test(line)) return "medical";
  if (LEGAL_ADVICE.test(line) || SUE_NOW.test(line)) return "legal_advice";
  if (predicts(sentence, line)) return "outcome";
  if (promises(sentence, line)) return "promise";
  if (holdsContact(sentence)) return "contact";
  if (vouches(line) && !CANNOT_TELL.test(line)) return "promise";
  if (inventsName(sentence, `${context.asked}\n${context.known ?? ""}`)) return "name";
  if (otherLanguage(line, context.locale)) return "language";
  const { told } = context;
  if (directs(sentence, line) || (told !== undefined && bringsLaw(sentence, told))) return "legal_advice";
  return told !== undefined && !isHonest(sentence, context.locale) && addsMore(sentence, told) ? "added" : null;
}

/** What answers, said by itself, is no story and need not be in one. */
function isHonest(sentence: string, locale: Locale): boolean {
  return saysAutomated(sentence) || PHRASES.honest[locale].includes(sentence);
}

// "Não sou advogado" is true and stays; "não sou um robô" is not.
const HUMAN_CLAIM =
  / ((?<!nao )(?<!nao eu )sou (?:sim |mesmo |realmente |de fato |um |uma |o |a |seu |sua )*(?:ser human[oa]|human[oa]|pessoa|gente|advogad[oa]|doutora?|atendente human[oa]|de verdade|de carne e osso|real|jurista|medic[oa]|estagiari[oa])|nao sou (?:apenas |so |nem |nenhum |nenhuma )*(?:um |uma )?(?:robo|bot|chatbot|maquina|programa|ia|inteligencia artificial|computador|sistema|automatic[oa])|nao (?:e|tem) (?:um |uma |nenhum |nenhuma )?(?:robo|bot|maquina|programa|ia) (?:aqui|falando|respondendo|nenhum\w*)|(?:aqui )?(?:nao tem|sem|nenhum) (?:robos?|bots?|maquinas?)(?: nenhum)? aqui|aqui (?:e|quem fala e|fala) (?:um |uma |o |a )?(?:advogad[oa]|pessoa|human[oa]|doutora?)|(?:voce|vc) esta (?:falando|conversando) com (?:um |uma )(?:pessoa|human[oa]|ser humano|advogad[oa]|gente)|(?:no|em) meu escritorio|minha experiencia como|meus clientes|meus anos de|(?:im|i am) (?:really |actually |definitely |just |also |indeed |in fact |a |an |your |the |real |actual |living |human |licensed |qualified |experienced |virtual )*(?:human|human being|person|lawyer|attorney|paralegal|doctor|real|flesh and blood|solicitor)|(?:im|i am) not (?:just |really |actually |even )*(?:a |an |some |any )*(?:robot|bot|chatbot|machine|program|computer|ai|automated|software|virtual)|(?:this is|its) not (?:a |an )?(?:robot|bot|machine|automated|ai|program)|(?:there (?:is|are) |theres )?no (?:robots?|bots?|machines?|ai) here|(?:you are|youre) (?:talking|speaking|chatting) (?:to|with) (?:a |an )(?:real |actual |living )?(?:person|human|lawyer|attorney)|in my (?:office|practice|firm|years|experience)|my clients|(?:a|um|uma) (?:real person|human) (?:is )?(?:here|writing)) /;

const ROLE_CLAIM =
  /^ (?:como (?:seu |sua |um |uma )?(?:advogad[oa]|human[oa]|pessoa|defensora?)|as (?:a|an|your) (?:human|lawyer|attorney|person|paralegal|doctor)) /;

const NAMES_ITSELF =
  /^(?:[^.?]{0,20}[,:] )?(?:[Aa]qui (?:é|fala|quem fala é)(?: [ao])?|(?:[Oo] )?[Mm]eu nome é|[Mm]e chamo|(?:[Ee]u )?[Ss]ou [ao]|[Mm]y name is|[Tt]his is(?= \p{L}+ (?:from|of|at|here))|I(?:['’]m| am)) (?!Vez)\p{Lu}\p{Ll}{2,}(?![\p{L}])|^(?!Vez)\p{Lu}\p{Ll}{2,} (?:here|speaking|aqui|falando)[,.]/u;

const SUE_NOW =
  /^ (?:then |so |please |just |now |first )*(?:sue|appeal|refuse|file|sign|press charges|report|demand|dispute|contest|hire) (?:them|him|her|it|your|the|this|a|an|against|for) /;

const VERBS_PT =
  "processar|processe|entrar com|ajuizar|mover|assinar|recorrer|acionar|denunciar|registrar|abrir (?:um |uma )?(?:processo|acao|reclamacao|boletim|bo|queixa)|pagar|recusar|aceitar|contestar|sair d[aeo]|pedir (?:demissao|indenizacao|o divorcio|a guarda|a rescisao|uma liminar|medida)|notificar|parar de|requerer|exigir|fazer (?:um |uma )?(?:acordo|boletim|bo|reclamacao|denuncia)|cobrar|negociar|divorciar|renunciar|confessar|rescindir|desocupar|procurar (?:a |o )?(?:justica|procon|juizado|delegacia|sindicato|ministerio)|buscar (?:a |os )?(?:justica|seus direitos)|gravar";
const VERBS_EN =
  "sue|file|sign|appeal|refuse|accept|press charges|report|take (?:them|him|her|it|your|the) (?:\\w+ )?to court|pay|contest|dispute|claim|demand|negotiate|settle|divorce|quit|resign|evict|plead|confess|move out|leave the|stop paying|withhold|hire|record|send (?:a|them|him|her) (?:\\w+ )?(?:notice|letter)|seek (?:damages|compensation|custody|an injunction)|ask the (?:judge|court)|go to (?:court|the police|small claims)";

const LEGAL_ADVICE = new RegExp(
  ` (?:(?:voce|vc|o senhor|a senhora) (?:(?:ja |so |tambem |realmente |certamente |ate )*(?:deve|deveria|devia|precisa|precisara|tem que|tem de|pode e deve|poderia|pode|ja pensou em|pensou em)) (?:\\w+ ){0,2}?(?:${VERBS_PT})|(?:por que (?:voce )?nao|que tal|vale a pena|convem|e melhor|o (?:melhor|ideal|certo|caminho|mais seguro)(?: agora| a fazer| caminho| mesmo)? e|basta|e (?:preciso|necessario|importante|essencial|recomendavel|aconselhavel)) (?:voce )?(?:\\w+ ){0,2}?(?:${VERBS_PT})|(?:eu )?(?:recomendo|aconselho|sugiro|oriento)|(?:minha |a )?(?:recomendacao|sugestao|orientacao) (?:e|seria)|meu conselho|se (?:eu )?fosse voce|no seu lugar|par[ea] de (?:pagar|trabalhar|ir a|responder|falar)|(?:voce )?nao (?:precisa|tem que|tem de|e obrigad[oa] a|deve) (?:sair|pagar|devolver|desocupar|aceitar|assinar|ir|entregar|cumprir)|(?:te|lhe) dev(?:e|em) (?:tudo|o|a|os|as|\\d)|voce recebe (?:tudo|o|a|os|as)|nao (?:assine|pague|aceite|saia d[aeo]|entregue|confesse|fale com|responda a|devolva|negocie|desocupe|va (?:a|ao) (?:audiencia|delegacia))|(?:processe|ajuize|recorra|denuncie|conteste|recuse|exija|entre com|abra um|registre (?:um|uma)|peca (?:indenizacao|demissao|a guarda|uma liminar|o divorcio|rescisao)|assine|procure (?:o |a )?(?:procon|juizado|justica|delegacia|sindicato|ministerio))|(?:voce|vc|ele|ela|eles) (?:tem|teria|tinha|tera) (?:\\w+ )?direitos? (?:a|ao|aos|as|de)|(?:a lei|o codigo|a clt|a constituicao|o artigo|o estatuto) (?:diz|garante|preve|obriga|proibe|determina|permite|manda|protege|assegura)|(?:segundo|conforme|de acordo com|pela|nos termos d[ao]|com base n[ao]) (?:a |o )?(?:lei|codigo|clt|constituicao|artigo|art|jurisprudencia|estatuto|sumula)|art(?:igo)? \\d+|(?:pela|segundo a) (?:lei|clt|constituicao)|(?:isso|isto|ele|ela|a demissao|a cobranca|o despejo|essa \\w+|esse \\w+) (?:e|foi|configura|caracteriza|seria) (?:um |uma |totalmente |claramente )?(?:ilegal|crime|abusiv[oa]|nul[oa]|assedio|fraude|inconstitucional|justa causa|dano moral|estelionato)|cabe (?:acao|recurso|indenizacao|dano|processo|liminar|mandado|habeas)|(?:empresa|patrao|banco|plano|loja|empregador|locador) (?:e obrigad[oa]|nao (?:pode|podia|poderia)|tem (?:a obrigacao|o dever|que (?:te )?pagar))|(?:you|u) (?:really |also |probably |definitely |certainly )*(?:should|must|need to|ought to|have to|had better|could|can|may|might want to|might|would be wise to|are able to) (?:\\w+ ){0,2}?(?:${VERBS_EN})|(?:why dont you|have you (?:thought|considered)(?: about| of)?|consider|it (?:is|would be|might be|may be) (?:best|better|important|advisable|worth|wise) to|its (?:best|better|important|advisable|worth|wise) to|the best (?:thing|option|course|step) is to|try to|be sure to|make sure (?:to|you)) (?:\\w+ ){0,2}?(?:${VERBS_EN}|suing|filing|signing|appealing|refusing|going to court|reporting|pressing charges)|i (?:would )?(?:recommend|advise|suggest|urge)|id (?:recommend|advise|suggest|urge)|my (?:advice|recommendation|suggestion)|if i were you|id (?:file|sue|sign|appeal|refuse|report|ask the|go to court|take them)|in your (?:place|position|shoes) i|(?:dont|do not|never) (?:sign|pay|accept|leave the|move out|answer (?:the|any)|talk to|speak (?:to|with)|hand over|admit|confess|agree to|negotiate|resign|quit|give (?:them|him|her))|(?:owes?|owed) you(?! said)|stop (?:paying|working|answering|talking|going)|(?:you )?(?:dont|do not|neednt) (?:have|need) to (?:leave|pay|sign|accept|go|return|move|give|hand|vacate)|you(?:re| are)? (?:have (?:a|the) (?:legal |strong |good |clear |full )*(?:rights? to|claim|case)|entitled to|legally|within your rights|protected by)|(?:have|has) (?:strong |good |legal |solid )*grounds|(?:the law|the code|the constitution|the statute|labou?r law|brazilian law) (?:says|requires|guarantees|protects|prohibits|forbids|allows|gives|states|provides|entitles)|(?:under|according to|by) (?:the |brazilian |labou?r |consumer )*(?:law|code|clt|constitution|statute|article)|article \\d+|section \\d+|(?:this|that|it|its|what \\w+ did) (?:is |was |would be |may be |could be |counts as |amounts to )?(?:clearly |totally |completely |definitely )?(?:illegal|unlawful|a crime|unconstitutional|harassment|fraud|wrongful|an abusive|against the law)|(?:company|boss|employer|landlord|bank|insurer|plan|store|they|he|she) (?:is |are )?(?:legally )?(?:required|obliged|obligated|must|cannot|cant|cannot legally|not allowed) (?:to |pay|give|evict|fire|refuse|charge)) `,
);

function predicts(sentence: string, line: string): boolean {
  if (CANNOT_TELL.test(line)) return false;
  return OUTCOME.test(line) || (/\d\s*(?:%|por cento|percent)/i.test(sentence) && CHANCE.test(line));
}

// "Não posso prometer um resultado" is what it should say.
const CANNOT_TELL =
  / (nao (?:posso|consigo|podemos|da para|e possivel|sei|temos como|tenho como) (?:\w+ ){0,2}(?:prever|garantir|prometer|dizer|saber|avaliar|responder)|nao (?:prometo|garanto|prevejo)|(?:cannot|cant|can not|do not|dont|will not|wont|unable to|not able to) (?:\w+ ){0,2}(?:predict|promise|guarantee|say|tell|know|judge)|no one can (?:promise|predict|guarantee)|ninguem pode (?:prometer|prever|garantir)) /;

const OUTCOME =
  / ((?:voce|vc|a gente|nos) (?:ja )?(?:vai|vamos|ira|deve|certamente vai|com certeza vai|provavelmente vai|provavelmente) (?:\w+ )?(?:ganhar|ganha|vencer|perder|conseguir (?:tudo|o|a|os|as|sua|seu|seus|suas|indenizacao|liminar)|receber (?:tudo|o dinheiro|a indenizacao|indenizacao|uma indenizacao|dinheiro|os valores|o valor|seus direitos|de volta|o que|r|\d+|pelo menos|no minimo|mais de)|recuperar|ser indenizad[oa]|ser absolvid[oa]|ser solt[oa]|ficar com a guarda)|(?:voce|vc) (?:ganhara|vencera|perdera|recebera|conseguira|recuperara)|(?:suas|as|tem|ha|boas|grandes|muitas|poucas|altas) chances? (?:de |sao|e |reais|altas|boas)|(?:tem|ha) (?:muita |boa |grande |pouca |alguma )+chance|chances? (?:de ganhar|de exito|de sucesso|de vitoria|boas|grandes)|causa (?:ganha|perdida)|ganho de causa|(?:seu |o |um |esse |este )caso (?:e |parece |esta |ja )?(?:muito |bem |bastante |super )?(?:forte|ganho|facil|perdido|fraco|bom|solido|claro)|(?:vai|sera|deve|vao|serao) (?:ser )?(?:solt[oa]s?|absolvid[oa]s?|condenad[oa]s?|inocentad[oa]s?)|indenizacao (?:\w+ ){0,6}(?:r )?\d+|(?:o |a )?(?:juiz|juiza|justica|tribunal) (?:vai|ira|deve|provavelmente|certamente|costuma|sempre|dara|decidira)|(?:vai|tudo vai) (?:dar certo|dar tudo certo|acabar bem|se resolver|ficar tudo bem)|eu (?:garanto|prometo)|(?:e |esta )?garantid[oa]|com certeza (?:voce|ele|ela|o juiz)|e (?:praticamente |quase )?cert[oa] que|indenizacao de (?:ate |pelo menos |cerca de |mais de )?(?:r |\d)|youll (?:\w+ )?(?:win|lose|get (?:your|the|everything|compensation|paid|money|back|it|damages|custody|out)|receive (?:your|the|compensation|money|damages|at least)|recover|succeed|prevail|be (?:acquitted|compensated|released|awarded|fine))|you (?:will|would|are going to|are likely to|are sure to|are bound to|should|could|can expect to) (?:\w+ )?(?:win|lose|get (?:your|the|everything|compensation|paid|money|back|it|damages|custody|out)|receive (?:your|compensation|money|damages|at least|the money)|recover|succeed|prevail|be (?:acquitted|compensated|released|awarded|fine))|(?:your|the|good|great|high|strong|excellent|poor|slim|fair) (?:chances?|odds|prospects) (?:are|of|is|to|look)|(?:good|great|high|strong|excellent|poor|slim|fair) (?:chance|chances|odds)|(?:strong|winning|weak|solid|good|great|airtight|easy|hopeless) case|(?:the |a )?(?:judge|court|jury) (?:will|would|should|is likely|usually|always|is going|tends)|its (?:guaranteed|certain)|i (?:guarantee|promise)|guaranteed|(?:everything|it|this|all) (?:will|is going to|ll) (?:be (?:fine|ok|okay|alright|all right)|work out|turn out)|(?:will|would|is going to|should) (?:\w+ )?be (?:released|acquitted|convicted|freed|let go)|(?:compensation|damages|settlement) (?:\w+ ){0,6}(?:r )?\d+|(?:easy|sure|certain|clear) (?:win|victory)|youre (?:going to|sure to|likely to) (?:win|lose|get|receive|succeed)|you cant lose|you are right about the law) /;

const CHANCE =
  / (chances?|probabilidade|sucesso|exito|ganh\w+|vencer|certeza|provavel|casos?|odds|probability|success|win\w*|likel\w+|sure|certain|cases?|outcome) /;

function promises(sentence: string, line: string): boolean {
  if (PROMISE.test(line)) return true;
  if (
    !HELPLINE.test(line) &&
    FREE_OR_SECRET.test(line) &&
    !/ nao (?:posso|consigo) prometer | (?:cannot|cant) promise /.test(line)
  )
    return true;
  return !sentence.includes("?") && WHO_ACTS.test(line) && HOW_SOON.test(line) && !/ (1[89]0|192|samu) /.test(line);
}

const HELPLINE = / (180|188|190|192|100|129|cvv|samu|disque|defensoria|public defender|helpline) /;

const FREE_OR_SECRET =
  / (gratis|gratuit[oa]s?|gratuitamente|de graca|sem custos?|sem cobrar|nao (?:custa|paga|vai pagar|cobra\w*|tem custo)( nada)?|nao vai gastar|sigilo|sigilos[oa]|confidencia\w+|ninguem (?:vai|ira|fica\w*) (?:saber|sabendo|ver|ler)|fica entre nos|em segredo|seus dados estao (?:seguros|protegidos)|100 segur[oa]|anonim[oa]|free of charge|for free|(?:is|are|its|completely|totally|absolutely) free(?! (?:to|for your|now))|at no (?:cost|charge)|no (?:cost|charge|fee)|without (?:cost|charge|paying)|costs (?:you )?nothing|(?:wont|will not|dont|do not) (?:cost|pay|charge|be charged)( you)?( anything)?|confidential\w*|(?:stays|remains|is|kept|keep this|keep it) (?:a )?(?:secret|private|between us)|no one (?:will|else will|can) (?:know|see|read|find out)|nobody (?:will|else will|can) (?:know|see|read|find out)|attorney client|privileged|anonymous\w*|your data is (?:safe|secure|protected)) /;

const PROMISE =
  / ((?:vou|vamos|iremos|posso|podemos) (?:agora |ja |mesmo |hoje )?(?:entrar com|ajuizar|processar|ligar|telefonar|te ligar|chamar (?:a policia|uma viatura|o samu|uma ambulancia|o 190)|denunciar|notificar|representar voce|te representar|te defender|defender voce|cuidar de tudo|resolver (?:isso|tudo|o seu|seu|para voce)|pagar|depositar|te dar (?:dinheiro|um desconto))|(?:fazemos|oferecemos|temos) (?:um )?desconto|(?:seu )?dinheiro de volta|(?:o |a )?(?:advogad[oa]|profissional) (?:so )?(?:cobra|recebe|ganha) (?:so |apenas |somente )?(?:se|no final|depois|\d)|(?:so|apenas|somente) pag[ae] (?:se|quando|no final|depois)|(?:ill|i will|we will|well|i can|we can|i am going to|im going to) (?:now |also |personally )?(?:file|sue|call (?:them|him|her|the police|you|an ambulance|your)|phone|report (?:them|him|her|it|this)|represent you|defend you|fight for you|take care of (?:everything|it|this)|handle everything|solve (?:this|it|your|everything)|fix (?:this|it|your|everything)|pay|give you (?:money|a discount|a refund)|refund|get you (?:out|your|money|justice))|money back|(?:the )?(?:lawyer|attorney|professional) (?:only )?(?:charges|gets paid|is paid) (?:only |just )?(?:if|when|after|\d)|no win no fee|only pay (?:if|when|after)) /;

const WHO_ACTS =
  / (vou|vamos|vai|vao|ira|irao|iremos|ter[ae]|retorn\w+|responde\w*|respondemos|entra\w* em contato|resolv\w+|encontr\w+|ach(o|amos)|liga\w*|receber\w*|recebe|sera|atend\w+|demora|leva|fica pront[oa]|will|ill|well|youll|theyll|hell|shell|going to|gets? back|reply|replies|answers?|calls?|contacts?|takes|resolved|solved|receive|find|hear) /;

const HOW_SOON =
  / ((?:em|dentro de|daqui a|no maximo|menos de|ate|cerca de|umas?|uns|apenas|so) (?:(?:de|mais de|no maximo|ate|a|em) )?(?:\d+|uma?|dois|duas|tres|quatro|cinco|dez|quinze|vinte|trinta|poucos|poucas|alguns|algumas)(?: (?:segundos?|minutos?|min|horas?|h|dias?|semanas?|mes|meses)|h)|hoje mesmo|ainda hoje|ate (?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|o fim d\w+|o final d\w+)|(?:em |daqui a )?(?:poucos|alguns) (?:minutos|instantes|segundos|dias)|em (?:breve|instantes)|imediatamente|(?:within|in|under|about|less than|at most|only|just|takes) (?:the next |an? |a few |a couple of |about |less than |around )*(?:\d+|one|two|three|five|ten|twenty|thirty|few|couple|half)? ?(?:second|minute|min|hour|day|week|month)s?|by (?:today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|the end)|(?:later )?today|tomorrow|tonight|right away|immediately|shortly|very soon|as soon as possible|o mais rapido possivel) /;

/** Numbers that the house itself gives to people. */
const OUR_NUMBERS = new Set(["190", "180", "188", "192", "100", "129", "08007734340"]);

function holdsContact(sentence: string): boolean {
  if (
    /https?:|www\.|[\p{L}\d-]+@|@[\p{L}\d_]{3,}|\b[a-z0-9-]{2,}\.(?:com|org|net|gov|jus|br|io|app|dev|info|me|ai)\b/iu.test(
      sentence,
    )
  )
    return true;
  const folded = foldAligned(sentence)
    .replace(/\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/g, " ")
    .replace(/r\$ ?[\d.,]+|(?:us)?\$ ?[\d.,]+|[\d.,]+ ?(?:reais|mil|dollars)/g, " ");
  for (const match of folded.matchAll(/\+?\(?\d[\d ().-]{1,20}\d/g)) {
    const digits = match[0].replace(/\D/g, "");
    if (digits.length >= 8 && !OUR_NUMBERS.has(digits)) return true;
  }
  const call =
    /(?:ligue|ligar|liga|disque|telefone|call|dial|phone|numero|number|whatsapp|zap)(?: \w+){0,3}:? (?:para |to |on |no |o |at )*(\d[\d-]{1,8})/.exec(
      folded,
    );
  return call !== null && !OUR_NUMBERS.has((call[1] ?? "").replace(/\D/g, ""));
}

// Bodies that a reply may name beside what `namesIn` passes over already.
const BODIES =
  /(?<!\p{L})(?:Vez|Defender|Defenders|Council|Disque|Central|Procon|Juizado|Junta|Detran|Conselho|Samu|Public|Labou?r|Social Security|Women|Office|Portuguese|Brazilian|City|State|Estado|Cidade|Opções|Options|Ordem|Reclame)(?!\p{L})/u;

function inventsName(sentence: string, known: string): boolean {
  const lower = foldAligned(known.normalize("NFC"));
  return namesIn(sentence).some(
    (name) =>
      !BODIES.test(name) &&
      !foldAligned(name.normalize("NFC"))
        .split(/\s+/)
        .every((part) => lower.includes(part)),
  );
}

const MEDICAL =
  / ((?:tome|tomar|toma) (?:um |uma |o |a |os |seu |sua |seus |mais |menos |algum )*(?:remedio\w*|medicament\w+|calmante\w*|comprimid\w+|dipirona|ibuprofeno|paracetamol|rivotril|antidepressiv\w+|medicacao|insulina|dose)|(?:pare de|deixe de|nao) tom(?:ar|e) (?:\w+ )?(?:remedi\w*|medica\w+|comprimid\w+|insulina)|(?:aument\w+|diminu\w+|dobr\w+|reduz\w+) a (?:dose|medicacao)|(?:voce|vc|ele|ela) (?:tem|esta com|sofre de|parece (?:ter|estar com|com)|deve estar com) (?:\w+ )?(?:depressao|ansiedade|panico|transtorno|burnout|tept|estresse pos|bipolar\w*|infeccao|infarto|avc|cancer)|(?:voce|vc) esta (?:deprimid[oa]|doente|em depressao|em surto)|e (?:um )?(?:caso|quadro|sinal|sintoma) de (?:depressao|ansiedade|panico|infarto|avc|infeccao|burnout)|(?:o |seu )?diagnostico (?:e|parece|deve)|take (?:a |an |some |your |the |more |less |two )*(?:pills?|painkillers?|medicine|medication|aspirin|ibuprofen|paracetamol|tylenol|xanax|antidepressants?|insulin|dose|sedatives?)|(?:stop|quit|keep) taking (?:\w+ )?(?:pills?|medicine|medication|antidepressants?|insulin)|(?:increase|double|reduce|lower) (?:your|the|his|her) (?:dose|dosage|medication)|(?:you|he|she) (?:probably |clearly |may |might |seem to |sounds? like you )?(?:have|has|suffers? from|are suffering from|is suffering from) (?:\w+ )?(?:depression|anxiety|ptsd|panic|burnout|a disorder|bipolar|an infection|a heart attack|a stroke|cancer)|(?:youre|you are) (?:clinically )?(?:depressed|mentally ill|bipolar)|sounds like (?:\w+ )?(?:depression|ptsd|anxiety|a panic|a heart attack|a stroke|an infection)|(?:a )?(?:sign|symptom)s? of (?:\w+ )?(?:depression|ptsd|anxiety|heart attack|stroke|infection|panic|burnout)|(?:your|the) diagnosis (?:is|seems|must)) /;

const SECRET_THING =
  "(?:(?:uma )?fotos? d[oae] (?:seu |sua )?(?:cartao|rg|cpf|cnh|documentos?|passaporte|identidade)|(?:a )?(?:photos?|pictures?|copy) of (?:your |the )?(?:card|credit card|cpf|rg|id|passport|licen[cs]e|identity)|numero d[oea] (?:seu |sua )?(?:conta|rg|documento|passaporte|cartao|titulo|pis|nis|cnh|beneficio|processo)|cpf|rg|cnh|senhas?|codigo de (?:seguranca|verificacao|acesso)|codigo que (?:chegou|recebeu|voce recebeu|enviamos)|(?:dados|numero) (?:d[oe] |da )?(?:seu |sua )?(?:cartao|conta)(?: bancaria)?|dados bancarios|conta bancaria|agencia e conta|chave pix|cvv do cartao|token|(?:passport|id|identity|document|card|credit card|debit card|bank account|account|social security|cpf|rg|benefit|licen[cs]e|rnm) (?:number|numbers|details|data)|cpf|ssn|passwords?|pin|security code|verification code|code (?:we|you|that) \\w+|bank details|card details|pix key)";
const ASKING =
  "(?:qual(?: e| seria)?|quais(?: sao)?|informe|me informe|envie|me envie|mande|me mande|passe|me passe|diga|me diga|digite|preciso d[oae]|precisamos d[oae]|forneca|confirme|me confirme|escreva|compartilhe|me da|me de|poderia (?:me )?\\w+|pode (?:me )?(?:dizer|informar|enviar|mandar|passar|confirmar|escrever|dar|fornecer)|what(?: is| are|s|re)?|send|share|give|tell|provide|confirm|enter|type|write|i need|we need|need|could you \\w+|can you \\w+|may i have|let me have)";
const SECRET = new RegExp(
  ` ${ASKING} (?:(?:me|us|o|a|os|as|seu|sua|seus|suas|your|the|full|last|complete|completo|com|by|here|aqui|with|of|e|and|nome|name|rg|cpf|digitos|digits|ultimos|four|quatro|\\d) ){0,6}${SECRET_THING} `,
);

function asksSecret(sentence: string, line: string): boolean {
  if (
    / (?:nao (?:preciso|precisa|envie|mande|informe|passe|escreva|compartilhe|digite|peco|pedimos|e preciso)|nunca|(?:dont|do not|never|no need to|please avoid)) /.test(
      line,
    )
  )
    return false;
  return (
    SECRET.test(line) ||
    (sentence.includes("?") &&
      new RegExp(
        ` (?:tem|have) (?:o |a |seu |sua |your |the )*${SECRET_THING} (?:a mao|em maos|at hand|ready|handy)`,
      ).test(line))
  );
}

const PT_WORDS = new Set(
  "que nao voce para com uma por mais seu sua isso ele ela foi esta estou tem vou quando onde como qual quem sobre aqui mas ou se em os as um eu sinto muito obrigado obrigada pode entendi ola oi ja agora pelo pela dos das ao".split(
    " ",
  ),
);
const EN_WORDS = new Set(
  "the you your and is are was were this that what when where who how have has will would can could with about from for of to it in on my i am im they there please thank thanks sorry understand hello tell if or not be".split(
    " ",
  ),
);
const ES_WORDS = new Set(
  "el los las usted y pero muy gracias hola una del con puede cuando donde lo siento estoy esta es mi su que ha yo soy ayudar por favor entiendo cual quien tiene".split(
    " ",
  ),
);

const FURTHER_WORDS = new Set(
  (
    "vous votre nous notre avec pour dans est une tout mais pas suis cette etes devez je il elle ce sur au aux plus etre " +
    "sie ihr ihre und der die das ist nicht mit ein eine ich wir auf fur den dem zu haben mussen sollten " +
    "il lei suo sua deve non per che della nel con sono questo una gli anche subito"
  ).split(" "),
);

// A quoted word of the other language ("person") is no other language.
function otherLanguage(line: string, locale: Locale): boolean {
  const tokens = line.trim().split(" ");
  const count = (set: ReadonlySet<string>) => tokens.filter((token) => set.has(token)).length;
  const own = count(locale === "en" ? EN_WORDS : PT_WORDS);
  const others = [count(locale === "en" ? PT_WORDS : EN_WORDS), count(ES_WORDS), own === 0 ? count(FURTHER_WORDS) : 0];
  return others.some((other) => (own === 0 && other >= 2) || (other >= 3 && other > 2 * own));
}
