// Situations that change who must act and how fast: violence, custody, detention, health, self-harm, anger, foreign law.
import { SIGNS } from "./danger-signs.ts";
import { HINTS } from "./hint-rules.ts";
import { type Rule, SCENES } from "./scene-rules.ts";
import { words } from "./text.ts";
import type { Flag } from "./types.ts";

/** The flags that the text itself raises; denials ("he never hit me") raise none. */
export function flagsIn(text: string): Flag[] {
  const line = ` ${words(text).join(" ")} `;
  const raised = [...RULES, ...SCENES, ...HINTS, ...SIGNS].filter(
    ({ pattern, unless }) => hasUndenied(line, pattern) && !(unless?.test(line) ?? false),
  );
  const flags = new Set(raised.map(({ flag }) => flag));
  // "Não deixam ver meu filho" at a police station is about the arrest, unless a relative is part of it.
  if (flags.has("detention") && !RELATIVE.test(line)) flags.delete("custody");
  return [...flags];
}

const RELATIVE =
  / (ex|pai|mae|marido|esposa|avo|avos|sogra|madrasta|padrasto|genitor\w*|father|mother|mom|dad|wife|husband|grand\w+) /;

const RULES: readonly Rule[] = [
  {
    flag: "violence",
    pattern:
      / (me bat[eiu]\w*|me bateu|bate em mim|bateu em mim|me agred\w+|me espanc\w+|me enforc\w+|me machuc\w+|me empurr\w+|apanh(o|ei|ando|a)|ameac\w+ (me )?(de morte|matar)|me ameac\w+|ameac\w+ (a )?(mim|minha familia|meu filho|minha filha)|(vai|ia|quer|querendo|pode|tentou|prometeu|jurou) (me |te |nos |vos )matar|me mata|te mato|vou te (matar|pegar|bater)|tentou me matar|me deu (um )?(soco|tapa|murro|chute|facada)|violencia domestica|maria da penha|medida protetiva|estupr\w+|abus(ou|ando|a) (sexualmente )?d(e mim|a minha|o meu)|abusou|com (uma )?(faca|arma)|armad[oa]|trancad[oa] (no|na|em|dentro)|(entra|entrou|vem|veio) no meu quarto|(mexe|mexeu|mexia) comigo|me toc(a|ou|ava)|(comes?|came) into my room|touch(es|ed) me|quebrando tudo|quebrou tudo|socorro (ele|ela|meu marido|meu pai|meu padrasto)|esta me batendo|querendo me bater|help (he|she) is|breaking everything|smashing everything|me persegu\w+|carcere privado|me tranc(a|ou|ando)|nao (me )?deixa (eu )?sair de casa|vai me pegar|me pegar|me estrangul\w+|facada|jurou de morte|violent[oa]|batendo em mim|agressao|agredid[oa]|lesao corporal|hits? me|hit me|hitting me|beats? me( up)?|beating me|beaten( up)?|punch\w* me|slap\w* me|kick\w* me|chok\w+ me|threat\w+ (estou )?(kill|hurt) (me|us|my)|threaten\w* me|threatening me|kill me|hurt(s|ing)? me|domestic violence|abusive|raped?|sexually assaulted|molest\w+|stalk\w+ me|with a (knife|gun)|has a gun|locked me in|restraining order|afraid (he|she) (will|would|is going)(?! (estou )?(take|keep|move|leave with|run off) (her|him|them|the (kids?|child\w*|boys?|girls?|baby)|my (kids?|child\w*|son|daughter|boys?|girls?|baby)|our)( |$))|scared (of him|of her|estou go back)|assaulted me|attacked me|(hit|beat|hurt)s? (the|our|my) (kids?|child\w*|son|daughter))( |$)/,
    unless: / (personagem|filme|novela|livro|movie|novel) /,
  },
  {
    flag: "custody",
    pattern:
      / (levou (o |a |os |as )?(meu|minha|nosso|nossa|meus|minhas|nossos|nossas)?( \w+)? ?(filh[oa]s?|crianca?s?|net[oa]s?|bebe|menin[oa])|sumiu com (o |a |os |as )?(meu|minha|nosso|nossa|meus|nossos)?( \w+)? ?(filh[oa]s?|criancas?|bebe)|sequestr\w+ (o |a )?(meu|minha|nosso|nossa) filh[oa]|nao deix\w+ (eu |mais eu )?(ver|falar|visitar|buscar|pegar) (com )?(o |a |os |as )?(meu|minha|nosso|nossa|meus|minhas)?( \w+)? ?(filh[oa]s?|criancas?|net[oa]s?|ele|ela)?|nao (me )?devolv\w+ (o |a |os |as )?(meu|minha|nosso|nossa|meus)?( \w+)? ?(filh[oa]s?|crianca?s?)|(tirar|tomar|tiraram|tomaram|levaram|tirou|pegaram|levar) (o |a |os |as )?(meu|minha|meus|minhas|nosso|nossos|a|de mim)?( \w+)? ?(filh[oa]s?|crianca?s?|net[oa]s?|bebe)|guarda (compartilhada|unilateral|d[oae]s? \w+|provisoria)?|alienacao parental|mudar (de cidade|de pais|de estado|para \w+)( \w+){0,3} com (o |a )?(meu|minha|nosso|nossa)? ?(filh[oa]s?|crianca)|took (my|our|the) (\w+ )?(son|daughter|kids?|child\w*|baby|grandchild\w*|grandkids|grandson|granddaughter)|taken my (\w+ )?(son|daughter|kids?|child\w*)|(wont|doesnt|not|never) let(ting|s)? me (see|talk estou|visit|speak) (my |the |our )?(\w+ )?(son|daughter|kids?|child\w*|him|her|them)|custody( of)?|keeps? (my|our|the) (kids?|children|son|daughter) (away )?from me|(move|moving|leave|leaving|go|going|flee|fly) (\w+ ){0,4}with (my|our|the) (\w+ )?(son|daughter|kids?|child\w*)|take (my|our|the) (kids?|children|son|daughter) (away|from))( |$)/,
    unless: / (in custody|police custody|audiencia de custodia|guarda municipal|guarda roupa|guarda chuva)( |$)/,
  },
  {
    flag: "detention",
    pattern:
      / ((foi|fui|esta|ficou|levado|levada|levaram|ta|estao|foram|continua) (\w+ ){0,2}(pres[oa]s?|detid[oa]s?|apreendid[oa]s?|algemad[oa]s?|na cadeia|no presidio|na delegacia)|(pres[oa]|detid[oa]|apreendid[oa]) (hoje|agora|ontem|em flagrante|na delegacia|desde|aqui|faz|ha|na|no|injustamente)|prend(eram|eu) (o |a )?(meu|minha|ele|ela|um|nosso)|prenderam|lev(aram|ou) (\w+ ){0,4}(na|numa|em uma) viatura|in a police car|estou (na delegacia|pres[oa]|detid[oa]|retid[oa])|retid[oa] (na|no|pela)|i (am )?(being held|at the (federal )?police|under arrest|in custody)|police (station )?right now|pris(ao) (em flagrante|preventiva|temporaria)|flagrante|audiencia de custodia|mandado de prisao|(was|been|got|were|being|is|just) (arrested|detained|locked up|jailed|taken into custody)|arrested (my|him|her|me|us|today|yesterday|this)|(is|are|sitting|still|held|hes|shes) in (jail|prison|custody|a cell)|in police custody|police (took|arrested|have|are holding|detained) (my|him|her|me|us)|took him (estou jail|away)|held at the (airport|police|border)|warrant for (my|his|her) arrest)( |$)/,
    unless:
      / (preso no (transito|elevador|sistema)|dinheiro preso|presa (no|em) (transito|elevador)|carro (foi )?apreendid|mercadoria apreendida|(foi|fui) preso (ha|faz|em) (\w+ ){0,2}anos?|years ago (\w+ ){0,6}arrested|arrested (\w+ ){0,4}years ago)/,
  },
  {
    flag: "health_injunction",
    pattern:
      / ((plano|convenio|sus|unimed|amil|hapvida|hospital|operadora|posto|secretaria de saude|estado|prefeitura|seguradora|eles)( \w+){0,4} (neg(ou|am|a|aram|ando)|recus\w+|nao (autoriz\w+|libera\w*|liberou|cobre\w*|quer\w* (pagar|cobrir|autorizar|liberar)|fornec\w+|tem|aceit\w+))( \w+){0,8} (cirurgia|tratamento|exame|internacao|remedio|medicamento|uti|leito|quimio\w*|terapia\w*|home care|radio\w*|protese|vaga|transplante|insulina|parto|sus)|(neg(ou|aram)|recus(ou|aram)|nao autorizou|nao liberou) (a |o |minha |meu |uma )*(cirurgia|tratamento|exame|internacao|remedio|medicamento|quimio\w*|cobertura|uti)|(hospital|clinica|upa|eles) (\w+ ){0,3}(nao quer\w*|recus\w+|nao aceit\w+|se neg\w+)( a)? (internar|atender|receber|operar)|(refuses?|wont|refused|not) (estou )?(admit|treat|operate)|(vaga|leito) (\w+ ){0,2}(de |na |em |da )?uti|(precis\w+|necessit\w+|espera\w*|aguard\w+|fila)( \w+){0,5} (cirurgia|uti|leito|transplante|remedio de alto custo|quimio\w*|hemodialise|internacao)|(remedio|medicamento|medicacao|tratamento)( \w+){0,10} (custa|alto custo|nao tem no sus|falta|acabou|caro|nao tem)|nao tem (leito|vaga|uti|o remedio|remedio|insulina)|risco de (vida|morte|morrer|perder a visao)|pode morrer|vai morrer|nao pode esperar|(insurance|insurer|plan|hospital|unimed|they|sus)( \w+){0,3} (denied|denies|deny|refus\w+|reject\w+|wont (cover|pay|authori\w+|approve)|doesnt cover|says there (is|are) no\w*|has no|have no)( \w+){0,8} (surgery|treatment|scan|medicine|medication|chemo\w*|icu|bed|beds|drug|therapy|exam|operation|transplant|insulin)|(needs?|need|waiting for) (an? |the |his |her |my )*(\w+ )?(icu|surgery|operation|intensive care|transplant|chemo\w*|hospital bed)|no (icu )?beds?|(could|might|will|may) die|life threatening|cannot wait for (the|his|her|my) (surgery|treatment)|(medicine|medication|drug|treatment)( \w+){0,8} (costs|too expensive|not available|ran out|run out))( |$)/,
    unless: / (cirurgia plastica deu errado|gato|cachorro|my dog|my cat|creche|nursery|sinistro|flood|enchente)( |$)/,
  },
  {
    flag: "self_harm",
    pattern:
      / (quero (me matar|morrer(?! de (vergonha|rir|raiva|calor|fome|frio|medo))|sumir desse mundo|acabar com (a )?(minha vida|tudo))|vou (me matar|acabar com (a )?minha vida|tirar (a )?minha vida)|penso em (me matar|suicidio|morrer|tirar (a )?minha vida)|pensando em (me matar|suicidio|morrer|acabar com tudo|acabar com (a )?minha vida|tirar (a )?minha vida)|vontade de (morrer(?! de)|me matar|sumir|acabar com tudo)|nao (quero|aguento) mais viver|nao vejo (mais )?(sentido|saida)( em viver| na vida)?|me cortar|me cortei|suicid\w+|tirar (a )?(minha|propria) vida|melhor (eu )?morrer|preferia (estar )?mort[oa]|nao vale a pena viver|kill myself|end my life|want estou die|wanna die|suicid\w+|take my own life|dont want estou live|better off dead|end it all|hurt myself|cut myself|no reason estou live|cant go on living|dont want estou be alive)( |$)/,
    unless:
      / (seguro de vida|(pai|irmao|filho|mae|amigo|marido|esposa) (se suicidou|cometeu suicidio)|committed suicide|assisted suicide)( |$)/,
  },
  {
    flag: "angry",
    pattern:
      / (vai (se foder|tomar no cu|a merda|pro inferno|para inferno)|filh[oa] da puta|fdp|vsf|vtnc|porra|caralho|robo (idiota|inutil|burro|de merda)|voce e (burro|inutil|idiota|uma merda)|que merda|seu (inutil|idiota|merda)|palhacada|vao se foder|nao serve para nada|fuck (you|this|off)|fucking|bullshit|useless (bot|robot|thing|piece|crap)|you are (useless|stupid)|youre (useless|stupid)|stupid (bot|robot|machine)|piece of (shit|crap)|this is ridiculous|wtf)( |$)/,
    unless:
      / ((me|ele|ela|chefe|patrao|vizinho|gerente|marido|he|she|boss|they) (\w+ ){0,3}(cham\w+|xing\w+|disse|grit\w+|fal\w+|call\w*|said|told|yell\w*))/,
  },
];

// "nunca me bateu", "nao foi preso", "never hit me": the denial stands just before the words.
function hasUndenied(line: string, pattern: RegExp): boolean {
  const global = new RegExp(pattern.source, "g");
  for (let match = global.exec(line); match !== null; match = global.exec(line)) {
    const before = line.slice(Math.max(0, match.index - 24), match.index + 1);
    if (!DENIAL.test(before)) return true;
    global.lastIndex = match.index + 1;
  }
  return false;
}

const DENIAL =
  / (nunca|nao|jamais|nem|never|not|didnt|doesnt|isnt|wasnt|no)( (me|ele|ela|foi|esta|he|she|been|was|is|quero|tem|ha|mais))? $/;
