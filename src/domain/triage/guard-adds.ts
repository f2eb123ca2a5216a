// Whether a statement brings in something that neither the person nor the script had said: an acknowledgement says back and comforts, no more.
import { words } from "./text.ts";

/**
 * True for a statement that adds more than an acknowledgement may: a sentence that says back or comforts ("Entendi que", "I am sorry that")
 * may hold two words that are new, any other none. What holds sentences together, and what comfort is made of, counts for nothing; words are
 * compared with `told` (the story and the script) by how they begin.
 */
export function addsMore(sentence: string, told: string): boolean {
  if (sentence.includes("?")) return false;
  const all = words(sentence);
  const line = ` ${all.join(" ")} `;
  const isHearing = HEARING.test(line) && !all.some((word) => TURNS.has(word));
  if (!isHearing && CLAIMS.test(line)) return true;
  return added(all, told).length > (isHearing ? 2 : 0);
}

function added(all: readonly string[], told: string): string[] {
  const known = new Set(words(told).map(stem));
  const fresh = all.filter((word) => !ORDINARY.has(word) && !/^\d+$/.test(word) && !known.has(stem(word)));
  return [...new Set(fresh)].filter((word) => !BEGINNINGS.some((beginning) => isForm(word, beginning)));
}

// How a sentence begins that says back what was told, or feels with the person.
const HEARING =
  /^ (?:(?:entao|certo|ok|tudo bem|claro|so|okay|all right|i see|oh) )?(?:entend\w+|compreend\w+|imagino|sinto|lamento|obrigad[oa]|agradeco|anotei|ouvi|li|que (?:situacao|dificil|triste|pena|bom|susto|fase|momento)|deve (?:ser|estar|ter sido)|pelo que voce|voce (?:contou|disse|escreveu|falou|fez bem)|isso (?:assusta|doi|cansa|preocupa|pesa|deve)|ninguem merece|faz sentido|perder|ficar|passar por|i (?:understand|hear|see|am sorry|am so sorry|am glad|can imagine|imagine|have noted|noted)|im (?:so |very |really )?(?:sorry|glad)|thank|thanks|that (?:sounds|must|is (?:hard|frightening|a lot|difficult))|it (?:must|sounds|makes sense|is understandable|is (?:hard|normal|natural))|you (?:told|said|wrote|mentioned|did well)|from what you|nobody deserves|no one deserves|losing|being|going through|what you) /;

// What others will do or were allowed to do: a forecast or a judgement even in the person's own words.
const CLAIMS =
  / (?:(?:vai|vao|ira|irao) \w+[aeio]r|podiam?|poderiam?|deviam?|(?<! i )will|wont|(?:is|are|was|were) not allowed|had no right|volta(?:m|ra)?(?: \w+){0,3} (?:logo|rapid\w+)) /;

// What follows these is the model's own view.
const TURNS = new Set("mas porem but however though pois porque because since logo portanto therefore thus".split(" "));

/** A short beginning is only that of a short ending: "tres" is no "trespass". */
function isForm(word: string, beginning: string): boolean {
  return word.startsWith(beginning) && (beginning.length > 4 || word.length <= beginning.length + 3);
}

function stem(word: string): string {
  return word.length <= 4 ? word : word.slice(0, word.length <= 7 ? 4 : 5);
}

const ORDINARY = new Set(
  // Portuguese: what holds sentences together.
  (
    "a o as os um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para pra com sem sob sobre entre ate desde e ou mas nem que se como quando onde quem qual quais porque pois " +
    "eu voce vc voces ele ela eles elas nos me te lhe se meu minha meus minhas seu sua seus suas dele dela deles delas isso isto aquilo esse essa esses essas este esta estes estas aquele aquela " +
    "nao sim ja ainda so tambem muito muita mais menos bem tao tanto tudo todo toda todos todas nada algo alguem ninguem algum alguma nenhum cada outro outra mesmo mesma agora hoje antes depois sempre " +
    "e ser sou foi era sao esta estou estao estava estar ter tem tenho tinha ha haver vai vou vamos ir fica ficar ficou faz fazer fez pode poder dar deu ver vem passar passa " +
    "aqui ali la assim entao ai pouco pouca vez vezes dia dias noite coisa coisas parte jeito lado fim partir tal quanto qualquer apenas " +
    // English.
    "the a an of in on at to for from by with without about into over under between until since and or but nor that this these those if as when where who whom whose which what why how because so than then " +
    "i you he she it we they me him her us them my your his its our their mine yours yourself not no yes already still only also very much many more less well all every each any some none nothing something " +
    "someone nobody anyone one ones other another same now today before after always never ever too just even again once here there there's " +
    "am is are was were be been being do does did done have has had having will would can could may might let lets get gets got go goes going went make makes made take takes took come comes came put see say said " +
    "im ive id youre youve its thats dont didnt doesnt isnt wasnt cant wont lot bit way thing things part side end day days night time times while such out up off down back away alone"
  ).split(" "),
);

// Comfort, understanding, and how the conversation goes on.
const BEGINNINGS = (
  "entend compreend imagin sint sent lament obrigad agradec cont relat fal diss diz escrev respon pergunt ouv escut list anot not regist acolh calma tranq apoi ajud cuid respeit confi corag forca " +
  "dific dur pesad doloros trist assust medo preocup angusti ansied nervos raiva irrit chate frustr injust cansa cansat esgot complic delicad grave urgente import serio perder perda luto choque susto confus perdid sozinh " +
  "tempo moment situac caso problema historia mensagem palavr detalh informac resposta coisa aconte acontec ocorr passou passad lidar enfrent viv sofr aguent merec precis quer gost saber sabe soub lembr esquec encontr procur busc " +
  "profission pessoa gente famil filh casa certo certa melhor primeir proxim simples rapid claro clareza sentido verdade realment mesm junt passo cada ordem boa bom boas bons bem-vind repente semana difer comum perto longe bastante trat trabalh empreg pod consig deix leva pes papel papeis detalhad normal natural " +
  "carreg mes meses ano anos hora lugar data exat termo correto sono noite por partes cheg volta conta vergonh esper consol abraco cuidad atenc pacien noticia duvid calm aos poucos facil feliz alivi alegr press quadro inteir clara briga machuc chatei revolt humilh vergo culp dó dor triste tristez desamp abandon inseg instav exausta exausto pesso mundo vida futuro esperanc sonho rotina cabeca coracao peito corpo sofrim vivenc baralh enrolad bagunc novidad surpres incerte virad repetid seguid sincer honest abert abrir desabaf contat palavrin recad frase linha texto tema assunto duas tres varias varios inicio meio final ultim proximo anterior logo direit mostra parec achar acho pensa pensar acredit perceb notar nota reun resum guardad ajeit organiz decid escolh tenta conseg deixar levou leve simplesmente exatamente somente principalmente especialmente infelizmente felizmente explic entender acert seguir segu continu comec termin falta pron quase mome ponto curto curta breve " +
  "understand understood sorry thank hear heard listen tell told telling share shar writ wrote answer reply ask question note noted imagine feel felt sound must hard difficult heavy tough pain hurt sad scar afraid frighten fear worr anxi upset angry anger frustrat " +
  "unfair tir exhaust stress overwhelm confus lost loss grie shock sudden serious important urgent situation case problem story message word detail information happen deal face live suffer deserv need want like know forgot forget remember find look search right " +
  "professional person people family child kid home safe care help support respect trust brave courage calm slow step glad good better best first next simple short quick clear sense real really understandable natural normal together through enough fine okay please welcome reach start begin continu finish almost point believe appreciate exact mistake matter warning pressure experience easy happy glad relie rush hurry picture whole clear annoy madden infuriat humiliat ashamed guilt helpless hopeless unsettl unsure uncertain surpris sadness grief sorrow strain burden struggl cope coping world life future hope dream routine head heart chest body mess tangled confusing unexpect honest open talk talking speak sentence line text topic subject two both few several last latest previous soon seem seems think thought notic gather sum organi decid choos choose try trying manage simply exactly mainly unfortunately luckily somebody anybody tonight friend relative mother father parent brother sister son daughter wife husband partner watch watching threat carry place date exact term breath piece sleep night month week year hour expect patient attent forget letter hold behind toll weigh rough stretch phase shame little arriv bring happening job work paper treat somewhere especially own left put two three four five small young"
).split(" ");
