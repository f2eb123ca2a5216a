// Hints of danger: what people tell in passing, excuse or whisper, in patterns over folded words ("to" in English reads "estou").
import type { Rule } from "./scene-rules.ts";

const CHILD_PT = "(?:filh[oa]s?|criancas?|bebe|menin[oa]s?|garot[oa]s?|net[oa]s?|cacula|pequen[oa]s?)";
const CHILD_EN = "(?:kids?|son|dau\\w+|child|children|baby|boys?|girls?|toddler|little ones?|grandkids|grand\\w+)";
const MAN_PT = "(?:ele|marido|esposo|pai|padrasto|namorado|companheiro|ex|filho|irmao)";
const KIN_PT =
  "(?:menino|menina|filh[oa]|marido|mulher|esposa|irma[o]?|sobrinh[oa]|net[oa]|prim[oa]|pai|mae|namorad[oa])";
const PLAN_PT = "(?:plano|convenio|unimed|amil|hapvida|sulamerica|bradesco|operadora)";
const TREATMENT_PT =
  "(?:home care|cirurgia|tratamento|quimio\\w*|hemodialise|insulina|remedios?|medicament\\w*|exame|internacao|terapias?|protese)";
const TREATMENT_EN =
  "(?:home care|surgery|treatment|chemo\\w*|dialysis|insulin|medicin\\w*|medication|scan|therapy|operation|transplant)";

function hints(...sources: string[]): RegExp {
  return new RegExp(` (?:${sources.join("|")}) `);
}

export const HINTS: readonly Rule[] = [
  {
    flag: "violence",
    pattern: hints(
      "(?:escrevendo|digitando|falando|mandando) (?:\\w+ )?escondid[oa]|escondid[oa] (?:no|do|dentro do|de dentro do) (?:banheiro|quarto|armario)",
      `${MAN_PT} (?:\\w+ ){0,6}(?:bebe|bebeu|bebad[oa]|drogad[oa]) (?:\\w+ ){0,3}(?:sobra|apanh\\w+|grit\\w+|quebr\\w+|xing\\w+|bat\\w+)`,
      "(?:tranca|trancou) a porta (?:\\w+ ){0,3}(?:leva|levou|esconde)|(?:leva|levou|esconde|escondeu) a(?:s)? (?:minha(?:s)? )?chaves? (?:\\w+ ){0,5}(?:sai|sair|casa|trabalh\\w+|trabai\\w+)",
      "(?:pescoco|olho|braco|rosto|corpo|perna|costas?) (?:\\w+ )?(?:roxo|roxa|roxos|inchad[oa]|marcad[oa])",
      "(?:falei|disse|contei|inventei|menti) (?:\\w+ ){0,6}que (?:eu )?cai",
      "nao (?:sobro|sobra|sobrava) para contar|se eu (?:largar|deixar|sair|separar|terminar) (?:\\w+ ){0,5}(?:me mata|morr\\w+|sobr\\w+|se arrepende|vai ver)",
      "(?:obriga|obrigou|forca|forcou) (?:a |eu )?(?:\\w+ )?(?:transar|sexo|deitar|ter relac\\w+)|(?:transar|sexo|relac\\w+) (?:\\w+ ){0,3}(?:a forca|sem eu querer|mesmo)",
      "me (?:segue|seguiu|seguin\\w*|seguem|vigia|vigiando|rastre\\w+)|fica (?:\\w+ ){0,5}(?:na porta|na frente|em frente|rondando) (?:do|da|de|a) (?:meu|minha|o meu|a minha)",
      "perdi (?:\\w+ ){0,2}dentes? (?:\\w+ ){0,6}(?:ele|bate\\w*|soco|marido)|bebe (?:\\w+ ){0,3}sobra para mim",
      "pass(?:a|ou|ava|ando) a mao em mim|me pass\\w+ a mao|me (?:agarr|apalp|encox|beij)\\w+ (?:a forca|sem|no trabalho|no servico)",
      "(?:hands?|arm) (?:\\w+ )?(?:around|round|on) my (?:throat|neck)|by the (?:throat|neck|hair)",
      "(?:typing|writing|texting|whispering|calling) (?:\\w+ ){0,3}(?:from|in) (?:the |my )?(?:bathroom|toilet|closet|wardrobe)",
      "(?:takes|took|hides|hid|keeps) (?:\\w+ )?keys (?:\\w+ ){0,10}(?:cant|cannot|couldnt) (?:leave|get out|go)|so (?:that )?i cant leave",
      "(?:told|said|lied) (?:\\w+ ){0,5}i (?:fell|walked into|slipped) (?:\\w+ ){0,5}(?:but|it was|stairs|door)",
      "(?:nobody|no one) (?:will|would) (?:ever )?find (?:my body|me)|if i (?:ever )?(?:leave|left|walk out|go) (?:\\w+ ){0,5}(?:dead|body|kill\\w*|regret)",
      "throws? (?:\\w+ ){1,2}at (?:me|us)|threw (?:\\w+ ){1,3}at (?:me|us)",
      "forc(?:es|ed|ing) (?:himself|herself|themselves)|forc(?:es|ed) me (?:estou )?(?:have sex|sleep with|into bed)|when i say no",
      "(?:sits|waits|parks|stands|parked|waiting) (?:\\w+ ){0,5}outside my|follow(?:s|ed|ing) me (?:home|everywhere|around|from)",
      "(?:every time|whenever|when) (?:he|she) (?:drinks|gets drunk|is drunk) (?:\\w+ ){0,4}(?:i|me|us|bru\\w+|hits?|hurts?|breaks?)|(?:with|covered in) bru\\w+|black eye",
      "at (?:gun ?point|knife ?point)",
      "me deu (?:um |uns |uma )?(?:empurra\\w*|tapas?|chacoalh\\w+|beliscao)|me (?:sacud|chacoalh|belisc|joga)\\w+|(?:he|she|ex|husband|boyfriend|partner) (?:\\w+ )?(?:shook|shakes|shoves|grabs|grabbed) (?:me|us)",
      "(?:meus|my) (?:gritos|screams?|screaming|cries)",
      "(?:durmo|dormindo|dormimos|sleep|sleeping) (?:\\w+ ){0,4}(?:porta|door|medo|afraid|scared|trancad[oa]|locked)",
      "control(?:a|ava) (?:\\w+ ){0,3}(?:celular|dinheiro|roupa|salario)|(?:keeps|controls|takes|holds) my (?:\\w+ )?(?:card|money|salary|passport)",
      "quebra (?:as|minhas) coisas|breaks? (?:stuff|things|the furniture)",
    ),
    unless: / (novela|filme|movie|futebol|jogo|game|towed|guinch\w+) /,
  },
  {
    flag: "custody",
    pattern: hints(
      `${CHILD_PT} (?:\\w+ ){0,14}nao (?:trouxe|trouxeram|devolveu|devolveram|entregou)`,
      `com (?:o |a |os |as |meu |minha |meus |minhas )*${CHILD_PT} (?:\\w+ ){0,4}nao (?:\\w+ ){0,2}(?:devolv\\w+|entreg\\w+)`,
      `(?:fala|falam|falando|falou) mal de mim (?:\\w+ ){0,3}${CHILD_PT}`,
      `(?:quero|queria|quer|queremos) ficar com (?:o |a |os |as |meu |minha |meus |minhas |nosso |nossa |nossos |nossas )*${CHILD_PT}`,
      `${CHILD_PT} (?:\\w+ ){0,12}(?:some|sumiu|sumir|desaparec\\w+) com (?:ele|ela|eles|elas)`,
      `nao (?:vejo|ve|consigo ver) (?:o |a |os |as )?(?:meu|minha|meus|minhas) ${CHILD_PT}`,
      `nao (?:me )?deix\\w+ (?:eu |mais |me )*(?:ver|falar com|visitar|buscar|pegar) (?:o |a |os |as )?(?:meu|minha|meus|minhas|nosso|nossa) ${CHILD_PT}`,
      `${CHILD_EN} (?:\\w+ ){0,12}(?:hasnt|havent|didnt|wont|never|not|refus\\w+ estou) (?:bring|brought|return\\w*|give|gave|giving|hand) (?:him|her|them|it)`,
      `let(?:s|ting)? me (?:see|visit|talk estou|speak estou|call) (?:my|our|the) (?:\\w+ )?${CHILD_EN}`,
      `(?:tells?|telling|told) (?:my |our |the )?${CHILD_EN} (?:\\w+ ){0,3}(?:lies|bad things)|turn(?:s|ed|ing)? (?:my|our|the) ${CHILD_EN} against`,
      `both want (?:the |our |my )?${CHILD_EN}|want (?:the |our |my )?${CHILD_EN} estou live with`,
      `(?:social services|child services|social workers?|cps|the council) (?:\\w+ ){0,2}(?:took|taken|removed)`,
      `${CHILD_EN} (?:\\w+ ){0,12}(?:disap\\w+|vanish\\w+) with (?:him|her|them)`,
      `tak(?:e|es|ing) (?:my|our|the) (?:\\w+ )?${CHILD_EN} (?:\\w+ ){0,2}(?:away|from me)`,
      `(?:com|levou) (?:as|os|a|o|meus|minhas|meu|minha) ${CHILD_PT} (?:\\w+ ){0,8}(?:nao (?:volta|vai voltar|voltou|atende)|sem avisar)`,
      `with (?:the|my|our) ${CHILD_EN} (?:\\w+ ){0,9}(?:not|never|isnt|wont|hasnt) (?:com\\w+|returning|return|bring\\w*) back`,
      `(?:cade|onde esta|nao sei onde (?:esta|foi|anda)) (?:o |a |os |as )?(?:meu|minha|meus|minhas) ${CHILD_PT}`,
      `(?:dont|do not|no idea|not) (?:know )?where (?:is )?(?:my|our) (?:\\w+ )?${CHILD_EN}`,
      `(?:matriculou|enrolled) (?:o |a )?(?:meu|minha|my|our) (?:\\w+ )?(?:${CHILD_PT}|${CHILD_EN})`,
      `(?:havent|hasnt|not|never) (?:been able estou see|seen|see) (?:my|our) (?:\\w+ )?${CHILD_EN}`,
    ),
    unless: / (movie|filme|video|formatura|graduation) /,
  },
  {
    flag: "detention",
    pattern: hints(
      "(?:esta|estao|foi|foram|ficou|levado para|continua) (?:\\w+ )?(?:no|para o|em|na|atras das?) (?:cdp|cadeiao|cana|tranca|xadrez|grades|presidio|penitenciaria)",
      `(?:peg|lev|par)(?:aram|aro|ou) (?:o |a )?(?:meu|minha) ${KIN_PT} (?:\\w+ ){0,4}(?:blitz|batida|operacao)`,
      `(?:segur|ret|barr|par)(?:aram|aro|iveram|ou) (?:o |a )?(?:meu|minha) ${KIN_PT} (?:\\w+ ){0,4}(?:aeroporto|fronteira|alfandega)`,
      "(?:policia|federal|delegado|delegacia|pm) nao (?:solta|soltou|libera|liberou|deixa ver)",
      "(?:been|still|now|hes|shes|is) in (?:jail|prison|a cell|lock ?up)",
      `(?:policia|federal|policiais|pm) (?:\\w+ ){0,10}(?:levou|levaram|algemou|algemaram) (?:o |a )?(?:meu |minha )?${KIN_PT}`,
      "(?:delegacia|dp|police station|station) (?:\\w+ ){0,8}(?:la dentro|is inside|nao me (?:recebe|deixa)|wont tell)",
      "(?:police|cops|officers|agents) (?:\\w+ ){0,10}(?:took|arrested|handcuffed) (?:my )?(?:dad|mom|mum|husband|wife|son|brother|father|mother|sister|boyfriend|cousin|nephew)",
      "(?:na|numa|a) cadeia(?: publica)?|rodou com|(?:busted|caught) with (?:\\w+ ){0,6}(?:jail|cell|station)|in (?:the )?(?:\\w+ )?jail",
      "picked up (?:\\w+ ){0,6}(?:station|police|cell)|(?:is|are|hes|shes|still|held) at the (?:police )?station",
      "warrant (?:\\w+ )?(?:out )?(?:for|against) (?:me|him|her|my)",
      "(?:kept|keeping|keep|sent) (?:him|her|my \\w+) (?:inside|in jail|in prison|locked|behind bars|back estou jail)",
    ),
    unless: / (years ago|anos atras|(?:ha|faz) (?:\w+ ){0,2}anos|filme|movie) /,
  },
  {
    flag: "health_injunction",
    pattern: hints(
      `(?:sus|posto|upa|prefeitura|farmacia|estado) (?:\\w+ ){0,2}nao (?:da|dao|entrega|fornece|libera) (?:mais )?(?:\\w+ ){0,3}(?:${TREATMENT_PT}|fraldas?|leite)`,
      `${TREATMENT_PT} (?:\\w+ ){0,6}${PLAN_PT} (?:\\w+ ){0,2}(?:recus\\w+|neg\\w+)`,
      `(?:fila|lista) (?:d[aoe]|por|pel[ao]|para|de espera) (?:\\w+ ){0,3}(?:${TREATMENT_PT}|biopsia|ressonancia|tomografia|cateterismo|especialista)`,
      "(?:quer|querem|vai|vao|mandou|mandaram|deu|deram) (?:dar )?alta (?:\\w+ ){0,6}(?:sem|ainda|mal|porque)",
      `(?:cancel|cort|suspend)\\w+ (?:o |a )?(?:meu|minha|nosso|nossa) ${PLAN_PT} (?:\\w+ ){0,5}(?:${TREATMENT_PT}|gravidez|gestacao|internad[oa])`,
      "(?:caroco|nodulo|tumor|ferida) (?:\\w+ ){0,3}(?:cres\\w+|aument\\w+|pior\\w+)",
      `stopped (?:giving|supplying|providing|sending) (?:\\w+ ){0,5}${TREATMENT_EN}|(?:insulin|medicin\\w*|medication) (?:\\w+ ){0,4}(?:runs|run|ran|running) out`,
      `medicin\\w* (?:\\w+ ){0,3}costs?|${TREATMENT_EN} (?:\\w+ ){0,5}(?:refused|denied|declined|said no|rejected)`,
      `(?:waiting list|queue|waiting) (?:\\w+ ){0,3}(?:scan|mri|surgery|test|exam|operation|biopsy|specialist|heart procedure)`,
      "(?:precisa|precisam|preciso|tem que) (?:\\w+ )?(?:operar|internar|fazer a cirurgia|comecar a quimio\\w*)",
      "needs? (?:a |an |his |her )?(?:\\w+ ){0,2}(?:operation|surgery|transplant|stent|injection|infusion|pacemaker)",
      `${PLAN_PT} (?:\\w+ ){0,4}(?:pedindo|pediu|quer|demora) (?:\\w+ ){0,4}(?:dias|prazo|analis\\w+)`,
      "(?:plan|insurer|insurance) (?:\\w+ ){0,3}(?:wants|needs|asked for) (?:\\w+ ){0,3}(?:days|weeks|time)",
      "(?:ministerio|ministry|government|estado|city hall|prefeitura) (?:\\w+ ){0,2}(?:diz|disse|fala|says?|said) (?:que )?(?:nao|no)",
      "(?:lump|tumou?r) (?:\\w+ ){0,3}(?:grow\\w*|bigger|spread\\w*)",
      "(?:discharge|send home|sending home|kick out|throw out) (?:\\w+ ){0,5}(?:breathe|walk|sick|ill|weak)",
      `cancel\\w* (?:my|our|his|her) (?:health )?(?:plan|insurance|cover\\w*) (?:\\w+ ){0,6}(?:${TREATMENT_EN}|pregnan\\w+)`,
      `(?:public (?:health )?(?:service|system|clinic|hospital)|health (?:post|service|system)|clinic|sus) (?:\\w+ ){0,4}(?:not|doesnt|has no|have no|out of) (?:\\w+ ){0,5}(?:insulin|medicin\\w*|medication|drugs?)`,
    ),
    unless: / (cirurgia plastica deu errado|gato|cachorro|my dog|my cat|plano de (?:celular|internet)) /,
  },
  {
    flag: "self_harm",
    pattern: hints(
      "(?:quero|queria|gostaria de|vontade de|podia) (?:\\w+ ){0,3}nao acordar",
      "(?:pensei|penso|pensando|pensado|pensar|vontade) (?:em |de )?(?:me jogar|pular|me enforcar|acabar com (?:tudo|isso tudo|a dor))",
      "(?:remedios?|comprimidos?|cartelas?|veneno|corda) (?:\\w+ ){0,3}na (?:minha )?mao",
      "(?:carta|bilhete|mensagem) (?:\\w+ )?de (?:despedida|adeus)",
      "viver (?:\\w+ )?nao (?:compensa|vale)|(?:nao compensa|nao vale a pena) (?:mais )?viver|vida nao (?:vale|faz|tem) (?:mais )?(?:sentido|nada|a pena|graca)",
      "me mato(?! (?:de|para|por|no|trabalh\\w+|estud\\w+))",
      "(?:comecei|voltei|passei) a me (?:cortar|machucar|queimar)",
      "(?:thought|think|thinking|thoughts) (?:about|of) (?:jumping|ending (?:it|my|things|everything)|dying|killing myself|hanging|disappearing)|ending it all",
      "(?:all|bottle of|handful of) (?:the |my |these )?pills (?:\\w+ ){0,3}(?:hand|here|front)",
      "disappear(?:ing)? from (?:this|the) (?:world|earth|face)|good ?bye (?:letters?|notes?)|suicide note",
      "(?:cutting|burning|hurting|harming) myself",
      "(?:forca|forcas|animo|energia) para (?:continuar|seguir|ir) (?:\\w+ )?viv\\w+|(?:strength|energy|will) (?:\\w+ )?(?:estou )(?:go on|live|keep living|carry on)",
      "(?:subi|fiquei|fui|estou|parei) (?:n[ao]|em cima d[ao]|na beira d[ao]) (?:\\w+ )?(?:laje|telhado|ponte|viaduto|predio|sacada|beira)",
      "(?:stood|standing|sat|sitting|am) (?:\\w+ )?on (?:the |a )?(?:\\w+ )?(?:roof|bridge|ledge|balcony|rail\\w*)",
      "so nao (?:fiz|acabei|me matei|fui embora) (?:\\w+ ){0,2}(?:ainda )?por causa|(?:only|the) reason (?:why |that )?i (?:havent|didnt|dont|am still)",
      "(?:life|living) (?:\\w+ ){0,3}(?:isnt|is not|not|no longer) worth(?: it| living)?",
    ),
    unless: / (demissao|resignation|goteira|telhas?|calha|antena|tiles|gutter|farewell party|colega de trabalho) /,
  },
];
