// Hears whether somebody asks, or suspects, that no human answers: straight, misspelt, dictated, or inside a story.
import { foldAligned, MAX_MESSAGE } from "./text.ts";

/** True where the text asks who or what answers here; robots, persons and lawyers of a story are not meant. */
export function asksWhoAnswers(text: string): boolean {
  return TOPIC.test(foldAligned(text.normalize("NFC"))) && clausesOf(text).some(asks);
}

/** True where the text does nothing but ask: what stands beside the question is a greeting or an excuse, no story. */
export function onlyAsksWhoAnswers(text: string): boolean {
  if (!asksWhoAnswers(text)) return false;
  const parts = text.split(/[.!?…;\n]+/).flatMap((part) => (isShortQuestion(part) ? [part] : part.split(",")));
  return parts.every((part) => isShortQuestion(part) || tokensOf(part).every((token) => BESIDE.has(token)));
}

/** Most clauses that are looked at; nobody asks after so many. */
const MOST_CLAUSES = 300;
/** Words; a dictated question runs to some twenty, more holds a story. */
const LONGEST_QUESTION = 24;

function isShortQuestion(part: string): boolean {
  const count = tokensOf(part).length;
  return (
    count > 0 &&
    count <= LONGEST_QUESTION &&
    part.split(/,|\bmas\b|\bbut\b/).length <= 3 &&
    asksWhoAnswers(part) &&
    !STORY.test(spelled(part))
  );
}

function clausesOf(text: string): string[] {
  return text
    .split(/[.!?…;\n]+/)
    .flatMap((part) => (part.trim() === "" ? [] : [part, ...part.split(/,|\bmas\b|\bbut\b/).slice(0, 20)]))
    .slice(0, MOST_CLAUSES);
}

function asks(clause: string): boolean {
  const line = spelled(clause);
  if (reaches(line, ADDRESSED)) return true;
  const count = line.trim().split(" ").length;
  if (count <= 12 && KIND.test(line) && HERE.test(line) && !STORY.test(line)) return true;
  return (count <= 7 && BARE.test(line)) || (count <= 18 && EITHER.test(line) && !LONG_PAST.test(line));
}

// "Meu chefe disse: você é uma máquina" is told of somebody else.
function reaches(line: string, pattern: RegExp): boolean {
  for (const match of line.matchAll(pattern)) {
    if (!TOLD.test(`${line.slice(Math.max(0, match.index - 30), match.index)} `)) return true;
  }
  return false;
}

// Nothing is asked without one of these; most messages end here.
const TOPIC =
  /rob|bot|maquina|mach?in|mashine|computa|compute|program|sistema|\bia\b|\bai\b|artifi|autom|grava|recording|assist|alexa|siri|gpt|algorit|software|h?uma|pess|gente|algu|real|verdad|carne|flesh|advogad|atend|existe|exist|body|feelings|person|purson|people|some|any|lawy?er|laywer|attorney|living|alive|quem|who|atend|canned/;

const BESIDE = new Set(
  "oi ola alo bom boa dia tarde noite desculpa desculpe perguntar licenca por favor pf me diz diga fala fale responde conta a verdade uma coisa so antes moco moca entao e mas ne obrigado obrigada hello hi hey good morning afternoon evening sorry to ask asking please pls just wait tell honestly be honest the truth so and but ok okay thanks thank you quick question well um hm eu queria saber quero i want wanted know".split(
    " ",
  ),
);

// However it is put: a short clause with a word for what answers and one for here and now, and nothing of a story.
const KIND =
  / (?:robos?|robozinho|robots?|bots?|chat ?bots?|(?:uma|e|por|de|com) ia|(?:an|is|this|by|it|you|real) ai|inteligencia artificial|artificial intelligence|automatic[oa]|automatizad[oa]|automated|maquina|machine|computador|computer|humanos?|humans?|ser humano|real person|real people|someone real|pessoa(?: de verdade| real| mesmo)|gente de verdade|por uma pessoa) /;
const HERE =
  / (?:voce|aqui|ai|ness[ea] (?:chat|conversa)|est[ea] (?:chat|conversa|atendimento)|ess[ea] (?:chat|conversa|atendimento)|isso tudo|tudo isso|me (?:responde|atende|respondendo|atendendo|escreve|le)|(?:sou|to sendo) atendid[oa]|responde|respondendo|lendo|escrevendo|to falando|falando (?:sozinh[oa] )?com|conversando com|falando serio|you|this is(?: just)?|here|answering(?: me)?|answers me|reading|typing|replying|(?:being )?answered by|being helped by|talking to|chatting with|this chat|this conversation) /;
const STORY =
  / (?:(?:meu|minha|meus|minhas)(?! caso| mensage\w+| historia)|my(?! messages?| case| story| texts?)|ele|ela|eles|elas|he|she|they|banco|loja|empresa|operadora|fabrica|bank|shop|store|company|factory|bought|comprei|veio|came|broke\w*|quebr\w+|lost|perdi|trabalh\w+(?! ai | aqui )|work\w*|foi|fui|was|were|trat\w+|treat\w*|substitu\w+|replaced|clon\w+|golpe|scam\w*|pix|pay|pag\w+|us(?:ou|aram|ei|ing)|used|linha|line|juiz|judge|acident\w+|accident|crime|legal|lei|law|record|if|se eu|nao sou|i am not|eu sou|only human|tech|programa?dor\w*|programmer) /;

/** Small letters without accents, slips of the keyboard and of dictation mended. */
function spelled(text: string): string {
  return ` ${tokensOf(text)
    .map((token) => SPELLING.get(token) ?? token)
    .join(" ")} `;
}

function tokensOf(text: string): string[] {
  const plain = foldAligned(text.normalize("NFC").slice(0, MAX_MESSAGE)).replace(/'/g, "");
  return (plain.match(/[a-z0-9]+/g) ?? []).map((token) => token.replace(/(.)\1{2,}/g, "$1"));
}

const SPELLING = new Map(
  Object.entries({
    vc: "voce",
    vcs: "voce",
    voces: "voce",
    ce: "voce",
    ces: "voce",
    seis: "voce",
    oce: "voce",
    vosse: "voce",
    vose: "voce",
    tu: "voce",
    eh: "e",
    es: "e",
    ta: "esta",
    tou: "to",
    estou: "to",
    umano: "humano",
    umana: "humano",
    umanos: "humano",
    humana: "humano",
    robbot: "robot",
    artifical: "artificial",
    artificail: "artificial",
    inteligence: "intelligence",
    yuo: "you",
    u: "you",
    yu: "you",
    r: "are",
    ar: "are",
    youre: "you are",
    your: "you are",
    ur: "you are",
    im: "i am",
    persom: "person",
    purson: "person",
    humam: "human",
    mashine: "machine",
    machin: "machine",
    lawer: "lawyer",
    laywer: "lawyer",
  }),
);

const MACHINE_PT =
  "(?:robos?|robot|bots?|chatbot|chat bot|maquina|computador|programa|sistema automatico|sistema|ia|inteligencia artificial|automatic[oa]|automatizad[oa]|gravacao|gravad[oa]|assistente virtual|secretaria eletronica|alexa|siri|chat ?gpt|gpt|algoritmo|software)";
const HUMAN_PT =
  "(?:ser humano|humano|pessoa|gente|alguem|real|verdadeir[oa]|de verdade|de carne e osso|advogad[oa]|atendente)";
const MACHINE_EN =
  "(?:robot|bot|bots|chatbot|chat bot|machine|computer program|computer|program|software|ai|artificial intelligence|automated|automatic|automation|recording|virtual assistant|algorithm|chat ?gpt|gpt|siri|alexa|autoresponder)";
const HUMAN_EN =
  "(?:human being|human|person|real|living|alive|lawyer|attorney|flesh and blood|somebody real|someone real)";
const LITTLE =
  "(?:(?:so|um|uma|uns|o|a|mesmo|realmente|de fato|tipo|tipo assim|sim|tambem|por acaso|aquel[ae]s?|ess[ae]s?|uma especie de) )*";
const SOME =
  "(?:(?:a|an|the|just|even|really|actually|like|only|some|some kind of|sort of|kind of|one of those|truly|honestly|an actual|a real|actual|living|live|real) )*";
// What may stand after "am I talking to a person": not "who owes me money".
const END =
  "(?= (?:$|ou |or |mesmo|de verdade|real |aqui|ai |ne |entao|agora|now|here|right|e nao|and not|por favor|please|moc[oa]|isso|escrevendo|respondendo|lendo|falando|digitando|typing|writing|answering|reading|talking|i am talking))";

const ADDRESSED = new RegExp(
  [
    ` (?:voce|o senhor|a senhora) (?:nao )?(?:(?:e|seria|sao|parece|esta parecendo) )${LITTLE}(?:${MACHINE_PT}|${HUMAN_PT}) `,
    ` (?:isso|isto|isso ai|isso aqui|aqui|ai|quem responde|quem esta \\w+|quem fala)(?: do outro lado| isso)? (?:nao )?(?:e|seria|parece) ${LITTLE}(?:(?:coisa|mensagem|resposta|atendimento) de )?(?:atendimento )?(?:${MACHINE_PT}${END}|(?:pessoa|gente|humano|ser humano|advogad[oa]|alguem)${END})`,
    ` (?:to|estava|estarei|eu falo|falo|converso|eu converso)(?: aqui)?(?: falando| conversando| escrevendo| teclando| tratando)?(?: aqui)? com ${LITTLE}(?:${MACHINE_PT}|${HUMAN_PT})${END}`,
    " com quem (?:e que )?(?:eu )?(?:to |estava )?(?:falo|falando|conversando|converso) ",
    " quem (?:e voce|(?:e que )?esta (?:falando|ai|do outro lado|respondendo|escrevendo|lendo)(?= (?:$|e |aqui|isso|comigo|ai )))",
    ` (?:tem|ha|existe) (?:algum |alguma |um |uma )?(?:alguem|gente|pessoa|humano|ser humano)(?: de verdade| real)? (?:ai(?= (?:$|ou |lendo|me |do outro))|do outro lado|lendo|escrevendo|respondendo|atras disso|por tras)`,
    " tem (?:alguem|gente) de verdade (?:ai|aqui|lendo|nisso) ",
    " (?:alguem|gente|pessoa|humano)(?: de verdade| real)? (?:vai|esta|ta) (?:mesmo )?(?:ler|lendo) (?:isso|isto|aqui|o que|as mensagens)",
    " quem (?:me )?(?:responde|atende|escreve|le)(?: isso| aqui)? (?:e|seria) (?:um |uma )?(?:pessoa|humano|gente|alguem|robo|maquina)",
    " voce (?:existe|e real|existe de verdade) ",
    ` voce(?: \\w+){1,4} ou (?:e|seria) ${LITTLE}${MACHINE_PT} `,
    ` are you (?:not )?${SOME}(?:${MACHINE_EN}|${HUMAN_EN}|made of) `,
    ` you (?:a |an )real (?:person|human)(?= (?:$|or|right))`,
    ` are you (?:\\w+ ){0,3}(?:real |actual )(?:person|human)`,
    ` you are (?:not )?${SOME}(?:robot|bot|chatbot|machine|computer program|program|software|ai|human|automated|virtual assistant)(?= (?:$|are|arent|right|or|huh|isnt|not|i |and|and not|though|too))`,
    ` you (?:sound|seem|look|talk|write|answer|act)s? (?:just )?like ${SOME}(?:${MACHINE_EN}) `,
    ` is (?:this|it|that|there) ${SOME}(?:(?:${MACHINE_EN})(?: (?:message|thing|reply|answer|response|chat|service))?${END}|(?:${MACHINE_EN}) (?:thing|message|reply|or something|service)|human(?: being)?${END}|person${END}|(?:siri|alexa|chat ?gpt))`,
    ` are (?:these|those|the) ${SOME}(?:answers|replies|messages)? ?${SOME}(?:automated|automatic|ai|canned|robotic|prerecorded) `,
    ` (?:i bet|i think|i guess|i feel like|feels like|seems like|looks like|sounds like|so) (?:this|that|it|its) (?:is |was )?${SOME}(?:robot|bot|chatbot|ai|machine|computer|automated|recording)${END}`,
    ` sounds like ${SOME}(?:robot|bot|machine|computer|ai)(?: (?:wrote|writing|talking))?(?: (?:that|this|it))?(?= $)`,
    ` am i ${SOME}(?:talking|speaking|chatting|writing|texting|typing|dealing) (?:to|with) ${SOME}(?:${MACHINE_EN}|${HUMAN_EN}|somebody|someone|people)${END}`,
    ` i am ${SOME}(?:talking|speaking|chatting|writing|texting) (?:to|with) ${SOME}(?:robot|bot|chatbot|machine|program|software|computer|ai|human)${END}`,
    " who (?:are you|am i (?:talking|speaking|chatting|writing)) ",
    " (?:is|are) there (?:(?:a|an|any|some|even|really|actually|real|actual|living|live) )*(?:person|human|human being|somebody|someone|anybody|anyone|people) (?:real )?(?:there|here(?= (?:$|or ))|on the other (?:end|side)|behind|reading|at all|out there)",
    " is (?:anyone|anybody|someone|somebody) (?:really |actually |even )*(?:there|reading|listening|answering|real)(?= (?:$|or |this|that|these|my|me|what))",
    " is (?:a|an|any) (?:real |actual )?(?:person|human|human being) (?:really |actually )*(?:reading|writing|typing|answering|listening|responding)",
    " did (?:a|an|any) (?:real |actual )?(?:human|person|machine|robot|bot|ai|computer) (?:really |actually )*(?:write|type|say|make|wrote) (?:this|that|it) ",
    " do you have (?:a body|feelings) ",
    " do you (?:even |really |actually )?exist ",
  ].join("|"),
  "g",
);

// Short and to nobody else: "é bot?", "gravação isso", "chatgpt?".
const BARE = new RegExp(
  `^ (?:oi |ola |mas |and |so |but |hi |hey |wait )?(?:(?:e|sera que e|isso e|seria|sera|isso|aqui e|resposta de|mensagem de|esta parecendo|parece) )+${LITTLE}${MACHINE_PT}(?: (?:isso|isso ai|ai|aqui|ne|mesmo|moc[oa]|que responde|que responde aqui|respondendo|falando|e))* $|^ (?:isso |isso e )?(?:e |uma |so )*(?:mensagem|resposta|atendimento|conversa) (?:automatic[oa]|de robo|de maquina|gravada)(?: (?:isso|isso ai|ne|ai|aqui))* $|^ (?:bot|robo|robot|chatbot|chat ?gpt|gravacao|ia|ai)(?: (?:isso|ai|aqui|ne))? $|^ you (?:a |an )?(?:real|robot|bot|human|machine|ai) $|^ (?:is )?(?:this )?(?:an? )?(?:automated|automatic) (?:message|reply|response|answers?) $|^ who is this $|^ (?:real person|robot|bot|human) or (?:a )?(?:real person|robot|bot|human|machine) $|^ (?:e )?o? ?chat ?gpt (?:que )?(?:responde|fala|escreve|esta \\w+)(?: aqui)? $|^ e (?:uma )?(?:pessoa|gente|humano)(?: (?:mesmo|de verdade|escrevendo|respondendo|lendo|que responde|ai|aqui))* $`,
);

// Two that exclude each other, asked of what is here.
const EITHER = new RegExp(
  [
    ` (?:${HUMAN_PT}|quem)(?: \\w+){0,5} ou (?:(?:e|com|so|um|uma|se|tem|esta|sou|tipo) )*${MACHINE_PT} `,
    ` ${MACHINE_PT}(?: \\w+){0,3} ou (?:(?:e|com|so|um|uma|se|tem|uma) )*(?:${HUMAN_PT}) `,
    ` (?:${HUMAN_EN}|somebody|someone|anybody|anyone|people)(?: \\w+){0,5} or (?:(?:is|it|are|you|with|to|just|a|an|am|i|talking|one|of|those|some|kind) )*(?:${MACHINE_EN}|those bots) `,
    ` ${MACHINE_EN}(?: \\w+){0,3} or (?:(?:is|it|are|you|with|to|just|a|an|actual|real|there) )*(?:${HUMAN_EN}|somebody|someone) `,
  ].join("|"),
);

// "Não sei se foi uma pessoa ou um robô que clonou" asks about what happened.
const LONG_PAST =
  / (?:foi|foram|era|eram|tinha|clon\w+|comprei|vend\w+|roub\w+|invad\w+|golpe|banco|loja|empresa|was|were|had|stole|bought|sold|hacked|scam\w*|bank|shop|store|company|at work|no trabalho|machine (?:broke|that)|maquina (?:de|que)) /;

const TOLD =
  / (?:disse|disseram|falou|falaram|falava|dizia|diz|chamou|chamava|chamam|gritou|xingou|said|says|told|called|calls|yelled|screamed)(?: (?:que|para mim|me|to me|that|me that|pra mim|assim)){0,2} +$/;
