// Which question comes next: safety first, then what would change the outcome; nothing twice, nothing already said.
import { AREA_NAMES } from "../legal/areas.ts";
import { AREA_QUESTIONS } from "./area-questions.ts";
import { ENOUGH_CONFIDENCE } from "./confidence.ts";
import { PANELS } from "./panel-questions.ts";
import type { Question } from "./question.ts";
import { CLARIFY, LIMIT_DATE, OTHER_SIDE, PLACE, PLACE_STATE } from "./questions.ts";
import { words } from "./text.ts";
import type { Area, CallReason, InterviewState, Understanding } from "./types.ts";

/** Questions asked in one interview at most, the opening one included. */
export const MAX_QUESTIONS = 10;

/** Areas with another side whose name the conflict check needs. */
const CONTENTIOUS: ReadonlySet<Area> = new Set<Area>([
  "trabalho",
  "familia",
  "sucessoes",
  "consumidor",
  "civil",
  "empresarial",
  "saude",
  "digital",
  "penal",
  "ambiental",
]);

/** Areas where a paper with a date is common enough to ask. */
const DATED: ReadonlySet<Area> = new Set<Area>([
  "civil",
  "tributario",
  "administrativo",
  "empresarial",
  "penal",
  "migratorio",
  "familia",
  "previdenciario",
]);

const PANEL_ORDER = ["self_harm", "violence", "detention", "health_injunction", "custody"] as const;

/** The next question, or null when nothing that could still be asked would change the outcome. */
export function nextQuestion(state: InterviewState, known: Understanding): Question | null {
  if (state.asked.length >= MAX_QUESTIONS) return null;
  return wanted(state, known).find((question) => !state.asked.includes(question.id)) ?? null;
}

/** 0..1: how much of what is wanted has been asked or said. */
export function progressOf(state: InterviewState, known: Understanding): number {
  if (state.status === "completed" || state.status === "handed_off") return 1;
  if (state.told.length === 0) return 0;
  const open = wanted(state, known).filter(({ id }) => !state.asked.includes(id) || state.waiting === id).length;
  const done = state.asked.length - (state.waiting === null ? 0 : 1);
  return Math.min(0.95, Math.round((100 * (done + 1)) / (done + 1 + open)) / 100);
}

/** The person has said not to be in a safe place: nobody asks about papers then. */
export function isUnsafe(state: InterviewState): boolean {
  return state.flags.includes("violence") && state.answers.violence_safe === "no";
}

function wanted(state: InterviewState, known: Understanding): Question[] {
  const list: Question[] = [];
  // These go to a person as soon as their own questions are asked.
  if (state.flags.includes("self_harm") && !state.humanSaw) return [...PANELS.self_harm];
  if (isUnsafe(state) && !state.humanSaw) return [...PANELS.violence];
  // The search needs the place and nothing else: a judge hears the person within a day.
  if (state.flags.includes("detention") && !state.humanSaw)
    return [...PANELS.detention, ...placeQuestions(state, known)];
  const robbed = byStrangers(state);
  for (const flag of PANEL_ORDER) {
    if (!state.flags.includes(flag)) continue;
    const panel = PANELS[flag].filter((question) => !alreadySaid(question.id, state, known));
    list.push(...(robbed ? panel.filter(({ id }) => id !== "violence_children") : panel));
  }
  if (!isClear(state, known)) {
    list.push(
      ...CLARIFY.map((question) => (question.id === "clarify_area" ? withCandidates(question, known) : question)),
    );
  }
  // "No legal problem" is a hard thing to tell a person wrongly: one more question before it is said.
  if (known.area === "nenhuma" && known.confidence >= ENOUGH_CONFIDENCE) return [...list, ...CLARIFY.slice(0, 1)];
  if (known.area !== null)
    list.push(...AREA_QUESTIONS[known.area].filter((question) => !alreadySaid(question.id, state, known)));
  list.push(...placeQuestions(state, known));
  const unnamed = state.adverseParties.length === 0 && !(robbed && !FIRM.test(toldLine(state)));
  if (known.area !== null && CONTENTIOUS.has(known.area) && unnamed) list.push(OTHER_SIDE);
  if (
    known.area !== null &&
    DATED.has(known.area) &&
    known.deadlines.length === 0 &&
    known.dates.length === 0 &&
    !PAPER_QUESTIONS.some((id) => state.answers[id] === "no" || state.answers[id] === "unknown")
  )
    list.push(LIMIT_DATE);
  return list;
}

// A danger that was told says what the matter is, even where its words leave the subject in doubt.
function isClear(state: InterviewState, { area, confidence }: Understanding): boolean {
  if (area === null) return false;
  if (confidence >= ENOUGH_CONFIDENCE) return true;
  return PANEL_ORDER.some((flag) => state.flags.includes(flag) && AREAS_OF[flag].includes(area));
}

function toldLine(state: InterviewState): string {
  return ` ${words(state.told.join(" ")).join(" ")} `;
}

const AREAS_OF: Record<(typeof PANEL_ORDER)[number], readonly Area[]> = {
  self_harm: [],
  violence: ["familia", "penal"],
  detention: ["penal"],
  health_injunction: ["saude"],
  custody: ["familia", "crianca_e_adolescente"],
};

/** Robbed by people whom nobody knows: there is no home to ask about, and no name for a conflict check. */
function byStrangers(state: InterviewState): boolean {
  const line = toldLine(state);
  return ROBBED.test(line) && !KNOWN_PERSON.test(line);
}

const ROBBED =
  / (assalt(aram|ou|ado|ada|ados|adas|o|antes?)|(me|nos|gente) roubaram|roubaram (\w+ )?(meu|minha|meus|minhas|tudo)|robbed|mugged|mugging|robbers?|(stole|took) (\w+ )?(my|our) (\w+ ){0,3}(at|with) (gunpoint|knifepoint|a (knife|gun))) /;
// A bank, a shop or a driver may have to answer for it.
const FIRM = / (banco|bank|loja|shop|store|mercado|uber|hotel|condominio|estacionamento|parking|onibus|bus|seguro) /;
const KNOWN_PERSON =
  / (marido|esposa|mulher|ex|namorad[oa]|companheir[oa]|pai|mae|padrasto|irma[o]?|filh[oa]|vizinh[oa]|patrao|chefe|sogr[oa]|genro|nora|prim[oa]|tio|acusad[oa]|acusam|acusando|pres[oa]|husband|wife|boyfriend|girlfriend|partner|dad|father|mom|mother|brother|sister|son|daughter|neighbou?r|boss|accus\w+|arrested) /;

function placeQuestions(state: InterviewState, known: Understanding): Question[] {
  if (known.uf !== null) return [];
  return state.answers.place === "told" || state.answers.place === "capital" ? [PLACE, PLACE_STATE] : [PLACE];
}

/** Why a person is called beside the conversation once the situation's own questions are asked; each reason once. */
export function callsNow(state: InterviewState, next: Question | null): CallReason | null {
  if (state.humanSaw) return null;
  for (const [flag, reason] of CALLED_FOR) {
    if (!state.flags.includes(flag) || state.called?.includes(reason)) continue;
    if (!PANELS[flag].some(({ id }) => id === next?.id || id === state.waiting)) return reason;
  }
  return null;
}

const CALLED_FOR = [
  ["detention", "detention"],
  ["violence", "violence"],
  ["health_injunction", "health"],
] as const;

function withCandidates(question: Question, known: Understanding): Question {
  const options = known.areaCandidates
    .filter(({ area }) => area !== "nenhuma")
    .map(({ area }) => ({ value: area as string, label: AREA_NAMES[area] }));
  return {
    ...question,
    options: [...options, { value: "other", label: { "pt-BR": "Outra coisa", en: "Something else" } }],
  };
}

// What the story already answers: a date where a question asks for when, a word where it asks for whether.
function alreadySaid(id: string, state: InterviewState, known: Understanding): boolean {
  const line = toldLine(state);
  if (WHEN_QUESTIONS.has(id) && known.dates.length > 0) return true;
  if (id === "familia_process" && (state.answers.custody_order === "yes" || SAID.custody_order?.test(line)))
    return true;
  if (id === "penal_date" && known.deadlines.some(({ kind }) => kind === "hearing")) return true;
  if (id === "trabalho_end" && known.deadlines.some(({ kind }) => kind === "labour_two_years")) return true;
  return SAID[id]?.test(line) ?? false;
}

// Who has got no paper, or knows of none, has no date on one either.
const PAPER_QUESTIONS = [
  "civil_papers",
  "tributario_notice",
  "administrativo_notice",
  "empresarial_process",
  "penal_date",
  "migratorio_notice",
];

const WHEN_QUESTIONS = new Set([
  "sucessoes_death",
  "previdenciario_denied",
  "administrativo_notice",
  "saude_when",
  "digital_when",
  "consumidor_when",
  "tributario_notice",
]);

// "R$ 48,000" is heard as "r 48 000".
const AMOUNT =
  / (\d+ (reais|real|mil|conto|contos|dolares|dollars|euros|thousand|k|grand|bucks)|\d+k|(r|rs|us|pix|pix de|brl|usd) \d+) /;

const SAID: Record<string, RegExp> = {
  trabalho_end:
    / (ainda trabalho|continuo trabalhando|estou trabalhando|trabalho la|still work|(demitid[oa]|mandad[oa] [ei]mbora|mandou [ei]mbora|fired|laid off|let me go) (\w+ ){0,6}(ontem|hoje|semana|mes|ano|dias|meses|anos|yesterday|today|week|month|year|days|months|years|ago)|(meses|dias|anos|semanas|months|weeks|years) (atras|ago)) /,
  trabalho_registered:
    / (carteira assinada|sem carteira|sem registro|nao (assinou|registrou)|nunca (assinou|registrou)|clt|registrad[oa]|off the books|without (papers|registration|a contract)|work card|not registered|undeclared) /,
  familia_children:
    / (filh[oa]s?|crianca?s?|bebe|menor|kids?|child|children|son|daughter|baby|sem filhos|nao temos filhos|no kids) /,
  familia_process:
    / (processo|juiz|juiza|acordo|audiencia|judge|court (case|order)|agreement|estou court|no court|na justica) /,
  consumidor_amount: AMOUNT,
  civil_contract: / (contrato|recibo|comprovante|conversa|prints?|contract|receipt|messages?|lease) /,
  civil_papers: / (oficial de justica|citacao|citad[oa]|intimacao|notificacao|summons|court papers|notice) /,
  penal_role:
    / (vitima|roubaram|assaltad[oa]|me (ameac\w+|bateu|roub\w+|agred\w+|assalt\w+)|acusad[oa]|acusam|me acus\w+|preso|presa|victim|robbed|arrested|accus\w+|stole|broke into) /,
  tributario_amount: AMOUNT,
  saude_who:
    / (plano|convenio|sus|posto|unimed|hapvida|amil|medic[oa]|dentista|hospital|health plan|insurance|insurer|doctor|surgeon|public hospital) /,
  crianca_age: / (\d+ anos|\d+ meses|recem nascid[oa]|years old|months old|\d+ year old) /,
  crianca_process: / (processo|juiz|juiza|audiencia|judge|court|hearing) /,
  migratorio_status: / (protocolos?|visto|rnm|crnm|passaporte|protocol|visa|permit|passport|overstay\w*) /,
  health_papers:
    / (laudo|relatorio medico|por escrito|in writing|medical report|doctors (report|request|order|letter)|pedido (do|da) medic[oa]|negativa (por|no) \w+|denial (by|letter)) /,
  custody_order:
    / ((never|not|havent|hasnt|didnt) (\w+ ){0,2}(went|been|gone|go) estou court|no court (order|case)|(nunca|nao) (\w+ ){0,3}(na|para a) justica|court order|judges? (order|decision|gave|ruled)|signed agreement|full custody|ordem judicial|decisao do juiz|decisao judicial|juiz (deu|decidiu|determinou)|guarda (e minha|e dele|e dela|definitiva|provisoria|compartilhada|unilateral)|tenho a guarda) /,
  health_deadline:
    / (medic\w+|doutor\w*|doctor|surgeon|cardiolog\w+|oncolog\w+) (\w+ ){0,10}(semanas?|dias|horas|hoje|amanha|urgen\w+|imediat\w+|week|weeks|days|hours|today|tomorrow|urgent\w*|immediately) /,
  sucessoes_agree: / (de acordo|concord\w+|discord\w+|brig\w+|agrees?|disagrees?|fighting|quarrel\w*|menor de idade) /,
  previdenciario_exam:
    / (laudos?|relatorios? medicos?|exames|protocolo|comprovante|(tenho|juntei|levei|mandei|guardei) (\w+ ){0,3}(documentos?|papeis|notas?)|(have|kept|sent) (\w+ ){0,3}(documents|papers|records|reports)|medical (reports?|records?)|receipt) /,
  penal_date: / (boletim|bo|registrei ocorrencia|police report|filed a report|reported it) /,
  digital_reported:
    / (boletim|avisei|registrei|(liguei|falei) (\w+ ){0,2}(banco|bradesco|itau|santander|nubank|caixa|inter)|denunciei|reclamei|o banco (disse|falou|nao)|reported|told the bank|police report|bank (says|said|refus\w+)) /,
  administrativo_appeal: / (recorri|ja recorri|entrei com recurso|pedi revisao|appealed|asked for a review) /,
  empresarial_size: / (\d+ socios|dois socios|somos dois|meu socio|ltda|mei|eireli|partners?|two of us) /,
  ambiental_ongoing: / (continua|ainda|todo dia|toda noite|every day|every night|still|keeps?) /,
  migratorio_notice:
    / (policia federal (\w+ ){0,4}(deu|notificou|mandou|entregou)|federal police (\w+ ){0,4}(gave|told|notified|sent)) /,
  custody_where: / (esta comigo|esta com (ele|ela|o pai|a mae|a avo)|is with (me|him|her|his|my)) /,
};
