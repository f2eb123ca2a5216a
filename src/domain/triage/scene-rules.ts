// Scenes that tell of danger without its name: who did what to whom, in patterns over folded words.
import type { Flag } from "./types.ts";

export interface Rule {
  flag: Flag;
  pattern: RegExp;
  /** The whole text when the words mean something else. */
  unless?: RegExp;
}

const CHILD_PT = "(?:filh[oa]s?|criancas?|bebe|menin[oa]s?|garot[oa]s?|net[oa]s?|cacula)";
const CHILD_EN = "(?:kids?|son|daughter|child|children|baby|boy|girl|boys|girls|grandkids)";
const KIN_PT =
  "(?:marido|esposo|esposa|mulher|companheir[oa]|namorad[oa]|ex|pai|mae|padrasto|madrasta|filho|irmao|tio|vizinho|sogro|genro)";
const KIN_EN =
  "(?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mom|mother|stepfather|stepdad|brother|uncle|neighbou?r|son)";
const BODY_PT =
  "(?:meu (?:braco|cabelo|pescoco|rosto|dente|nariz|olho|corpo|dedo)|minha (?:cara|boca|mao|perna|cabeca|costela|mae|irma)|meus (?:dentes|filhos|cabelos)|no chao|na parede)";
const BODY_EN =
  "(?:me|us|my (?:mom|mother|sister|brother|kids?|child|children|daughter|son|arm|face|head|hair|nose|wrist|ribs))";

function scene(source: string): RegExp {
  return new RegExp(` (?:${source}) `);
}

export const SCENES: readonly Rule[] = [
  {
    flag: "violence",
    pattern: scene(
      [
        `(?:empurr|chut|esmurr|pux|jog|derrub|arrast|cusp|quebr|torc|apert|segur|queim|cort|esgan|estrangul|agarr|soc)(?:ou|aram|eu|a|ava|am) (?:\\w+ ){0,2}${BODY_PT}`,
        "(?:ele|ela|marido|companheiro|namorado|ex|pai|padrasto) me (?:empurr|chut|jog|derrub|arrast|segur|apert|queim|amarr|cusp|pux|esgan)\\w*",
        "me bat(?:e|ia|er|eram|endo)",
        "(?:vai|vao|ia|iam|quer|querem) (?:me )?(?:quebr|arrebent|fur|queim)\\w* (?:as |a |o |os )?(?:minhas?|meus?|nossas?)",
        "agiota (?:\\w+ ){0,8}(?:porta|ameac\\w+|matar|quebr\\w+)",
        `${CHILD_PT} (?:\\w+ ){0,16}(?:pediu|pedindo|pede|quer|mandou) (?:\\w+ ){0,2}(?:nudes?|fotos? (?:intima\\w*|sem roupa|pelad[ao])|se encontrar com ela)`,
        `(?:homem|adulto|cara|velho) (?:\\w+ ){0,10}(?:pediu|pedindo|pede|quer) (?:\\w+ ){0,2}(?:fotos?|nudes?) (?:\\w+ ){0,4}${CHILD_PT}`,
        `${CHILD_EN} (?:\\w+ ){0,16}(?:asked|asking|asks|wants|begging) (?:her |him )?for (?:\\w+ ){0,2}(?:photos?|pictures?|nudes?|pics)`,
        "(?:partiu|veio|avanc\\w+) (?:para|em) cima de mim",
        "(?:mao|maos) (?:no|em) meu pescoco",
        "(?:levei|tomei|levou|deu) (?:um|uma|uns) (?:tapas?|socos?|surra|chutes?|murros?|pontapes?)",
        "(?:minha familia|meus filhos|voce|eu) vai pagar(?: caro)?",
        "(?:slammed|smashed|banged) (?:me|my)",
        "(?:shows? up|showing up|comes|waits) (?:\\w+ ){0,6}(?:threats?|threatening)",
        `(?:medo|pavor|fug\\w+|escond\\w+|escap\\w+) d(?:o|a|e) (?:meu |minha )?${KIN_PT}`,
        `${KIN_PT} (?:\\w+ ){0,5}(?:agressiv[oa]|violent[oa])`,
        "(?:acab(?:a|ar|ava)|vai acabar|dar fim) (?:comigo|em mim)",
        "nao (?:me |nos )?deixa(?:m|va|vam|ram)? (?:eu |a gente |mais )?sair(?! (?:do (?:grupo|plano|contrato|emprego)|da (?:empresa|sociedade)|mais cedo))",
        "(?:me |nos )?(?:tranc\\w+|trancad[oa]s?) (?:(?:eu|ela|a gente|por) )?(?:dentro|em casa|no quarto|por fora|no alojamento)",
        "(?:aponto\\w+|puxou|sacou|encostou|mostrou) (?:uma |a |um |o )?(?:arma|revolver|faca|pistola|facao)",
        "(?:bate|bateu|batem|espanca|espancou) (?:na|no|nos|nas|em) (?:minha|meu|nossos|nossa|nosso|meus|mim|crianca|criancas|mae)",
        `(?:push|shov|punch|kick|slapp?|grabb?|dragg?|strangl|burn|chok)(?:ed|es|s|ing) ${BODY_EN}`,
        `(?:hits?|beats?|bit|threw|hurts?) ${BODY_EN}`,
        `(?:he|she|they|${KIN_EN}) (?:\\w+ )?(?:broke|twisted) ${BODY_EN}`,
        `(?:hiding|run away|ran away|running|escap\\w+|scared|afraid|terrified|frightened) (?:from|of) (?:my )?(?:${KIN_EN}|him|her)`,
        "(?:find me|make me pay|come after me|finish me|get me) (?:and|if|when|for)|make me pay",
        "(?:pulled|pointed|pointing|put) (?:a |the |his )?(?:gun|knife)",
        "(?:dont|wont|doesnt|never|not) let(?:s|ting)? (?:me|us) (?:leave|out|go (?:out|outside|home)|see my (?:family|friends))",
      ].join("|"),
    ),
    unless: / (novela|filme|movie|futebol|jogo|game) /,
  },
  {
    flag: "custody",
    pattern: scene(
      [
        `(?:sumiu|desapareceu|fugiu|viajou|foi embora) com (?:o |a |os |as )?(?:meu |minha |nosso |nossa |meus |minhas )?${CHILD_PT}`,
        `(?:colocar|botar|dar|mandar) (?:o |a |os )?(?:meu|minha|meus|minhas) ${CHILD_PT} (?:para adocao|no abrigo|em abrigo)`,
        `(?:buscar|pegar|ver|visitar) (?:o |a |os |as )?(?:meu |minha |meus |minhas )?${CHILD_PT} (?:\\w+ ){0,6}nao (?:quis|quer|quiseram|deixou|deixa) (?:\\w+ )?(?:entregar|deixar|devolver|ver)?`,
        `(?:nao (?:quis|quer|quiseram) (?:me )?(?:entregar|devolver)|nao (?:trouxe|devolveu|entregou)) (?:\\w+ ){0,3}${CHILD_PT}`,
        `(?:quer|vai|pretende|ameaca|planeja) (?:\\w+ ){0,5}com (?:o |a |os |as )?(?:meu |minha |nosso |nossa )?${CHILD_PT}`,
        `(?:didnt|never|not|wont|refus\\w+(?: estou)?) (?:bring|brought|return|returned|give|gave|giving) (?:\\w+ ){0,2}${CHILD_EN}`,
        `(?:disappeared|ran off|ran away|run away|left|vanished) with (?:my|our|the) (?:\\w+ )?${CHILD_EN}`,
      ].join("|"),
    ),
    unless: / (viajar|passear|passeio|sair|ficar|brincar) com (?:\w+ ){0,2}(?:filh[oa]s?|criancas?) (?:e|nas) /,
  },
  {
    flag: "detention",
    pattern: scene(
      [
        "(?:policia|pm|policiais|policial|guarda municipal|viatura) (?:\\w+ ){0,4}(?:levou|levaram|pegou|pegaram|prendeu|carregou) (?:o |a )?(?:meu|minha|ele|ela)",
        "(?:levou|levaram|pegaram|levado|levada|conduzid[oa]) (?:\\w+ ){0,7}(?:delegacia|cadeia|presidio|camburao|batalhao|dp)",
        "(?:na|da) (?:cadeia|cela|carceragem) (?:desde|ha|faz|sem|e|agora)",
        "(?:cops|police|policemen|officers) (?:\\w+ ){0,3}(?:took|grabbed|arrested|picked up|got|have) (?:my|him|her|me|our)",
        "(?:na|pra|para a|a) fundacao casa|no degase|(?:pego|pega|pegos|pegas) pela (?:policia|pm)",
        "(?:caught|picked up|taken) by (?:the )?(?:police|cops)|juvenile (?:hall|detention)",
        "(?:in|with) handcuffs|handcuffed",
        "(?:locked|being held|held) (?:him|her|me|up|in|at) (?:\\w+ ){0,3}(?:station|cell|jail|police)",
      ].join("|"),
    ),
    unless: / (years ago|anos atras|(?:ha|faz) (?:\w+ ){0,2}anos|trabalh\w+ na fundacao casa) /,
  },
  {
    flag: "health_injunction",
    pattern: scene(
      [
        "morrendo (?:no|na|em) (?:\\w+ ){0,3}(?:hospital|corredor|maca|upa|fila|casa)",
        "(?:hospital|upa|corredor|maca|fila) (?:\\w+ ){0,6}(?:ninguem|nao) (?:opera|atende|interna|faz nada|chama)",
        "(?:vaga|leito) (?:\\w+ ){0,4}(?:uti|cti|hospital)",
        "(?:fora do|nao esta no|nao consta no) rol",
        "mal (?:respira|consegue respirar|anda|acorda)",
        "(?:sus|hospital|plano|convenio|posto) nao (?:marca|agenda|faz|chama|entrega)",
        "sem (?:a |o )?(?:\\w+ ){1,4}(?:morre|vai morrer|posso morrer|pode morrer)",
        "(?:plano|convenio|unimed|amil|hapvida|sus|prefeitura|operadora) (?:\\w+ ){0,3}(?:cort|suspend|interromp|cancel|tir)(?:ou|eu|aram|eram|a|e) (?:\\w+ ){0,3}(?:terapias?|tratamento|home care|fisioterapia|fono\\w*|remedios?|medicamentos?|quimio\\w*|hemodialise|internacao)",
        "(?:insurer|insurance|plan|hospital|they) (?:\\w+ ){0,2}(?:says?|said) no (?:estou )?(?:\\w+ ){0,2}(?:scan|mri|exam|test|surgery|treatment|chemo|therapy|operation|medicine|medication)",
        "(?:cut|cut off|stopped|suspended) (?:his|her|my|our) (?:\\w+ )?(?:therapy|therapies|treatment|home care|dialysis|chemo)",
        "(?:insurer|insurance|plan|hospital) (?:rejected|turned down|wont approve|denied|refused)",
        "(?:chemo|surgery|treatment|transplant|operation|therapy|scan|medication|drug) (?:\\w+ ){0,4}(?:approved|denied|refused|authori[sz]ed|covered)",
        "(?:wont|not|doesnt|refus\\w+(?: estou)?|cant get|denied|denying) (?:\\w+ ){0,4}(?:chemo|surgery|treatment|transplant|operation|icu)",
        "(?:cirurgia|tratamento|quimio\\w*|exame|internacao|remedio) (?:\\w+ ){0,4}(?:negad[oa]|recusad[oa]|nao autorizad[oa]|nao liberad[oa])",
      ].join("|"),
    ),
    unless: / (sinistro|flood|enchente|car insurance|seguro do carro) /,
  },
  {
    flag: "self_harm",
    pattern: scene(
      [
        "fazer (?:uma |alguma )?besteira",
        "(?:tentei|tentou|pensei em|planejo) me matar",
        "(?:dormir e )?nao acordar(?: nunca)? mais",
        "(?:cant|cannot) (?:take it|take this|go on) (?:anymore|any longer|any more)|disappear forever|never wake up",
        "(?:nao tenho|sem|perdi a|nao sinto)(?: mais)?(?: a)? vontade de viver",
        "(?:melhor|melhores|bem) sem mim",
        "nao (?:aguento|suporto|quero) mais (?:essa |esta |a |minha |estar |ficar )(?:vida|aqui|viv[oa]|nesse mundo|neste mundo)",
        "(?:desistir|desisto|cansei|cansad[oa]) (?:da|de) (?:minha )?(?:vida|viver)",
        "(?:sumir|desaparecer) (?:do mapa|de vez|para sempre)",
        "(?:vou|quero) (?:me jogar|pular da ponte|pular do predio)",
        "tomei (?:um monte de|varios|muitos|uma cartela de|todos os) (?:remedios?|comprimidos?)",
        "(?:reason|point|sense) (?:estou|in|of) (?:go on|going on|live|living|keep going)",
        "(?:feel|felt|feeling) like (?:dying|ending)",
        "wish i (?:was|were) dead|better off without me|give up on life|tired of living|took (?:too many|all my|a lot of|a bunch of) pills",
      ].join("|"),
    ),
  },
];
