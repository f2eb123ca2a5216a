// The scripted interview: opens, takes the person's messages one by one, asks what matters, and ends or hands over.
import type { Locale } from "../locale.ts";
import { checkCorrection } from "./check-correction.ts";
import { ENOUGH_CONFIDENCE } from "./confidence.ts";
import { cryBox, isCryForHelp } from "./cry-for-help.ts";
import { flagsIn } from "./flags.ts";
import { type Intent, intentsOf } from "./intents.ts";
import { threatensVez } from "./legal-threat.ts";
import { listen } from "./listen.ts";
import { PHRASES, type Phrase } from "./phrases.ts";
import { callsNow, isUnsafe, nextQuestion } from "./plan.ts";
import type { Question } from "./question.ts";
import { OPENING, PERSON_OFFER } from "./questions.ts";
import { onlyAsksWhoAnswers } from "./robot-question.ts";
import { safetyBox, safetyKinds } from "./safety.ts";
import { cleanInput, words } from "./text.ts";
import { type Box, boxFor, silent, turn } from "./turn.ts";
import type { Analysis, CallReason, Correction, Flag, InterviewState, Turn, Understanding } from "./types.ts";
import { chosenArea, understand, votesForPerson, withVotes } from "./understand.ts";

/** The greeting: an automated assistant, not a lawyer, how to reach a person, and the first question. */
export function openInterview(input: { vertical: "legal"; locale: Locale; now: Date; zone: string }): Turn {
  const state: InterviewState = {
    version: 1,
    vertical: input.vertical,
    locale: input.locale,
    zone: input.zone,
    status: "interviewing",
    handOffReason: null,
    told: [],
    asked: [OPENING.id],
    waiting: OPENING.id,
    answers: {},
    dates: [],
    limits: [],
    flags: [],
    uf: null,
    municipality: null,
    adverseParties: [],
    ownNames: [],
    remoteOk: null,
    languages: [input.locale],
    shownBoxes: [],
    emptyTurns: 0,
    turns: 0,
    humanSaw: false,
    chosenArea: null,
    correction: {},
  };
  return turn(state, [PHRASES.greeting], OPENING, input.now, null);
}

/**
 * Takes one message. In a conversation that a person holds (`held`) the reply is empty, but to "stop"; while one is
 * only awaited it still says what it is when asked. A stopped one comes back with "voltar" or "back". `analysis`: the
 * models' votes on the story with this message.
 */
export function takeTurn(
  state: InterviewState,
  input: { text: string; now: Date; held?: boolean; analysis?: Analysis | null },
): Turn {
  const text = cleanInput(input.text);
  const intents = intentsOf(text);
  const heard: InterviewState = { ...state, turns: state.turns + 1 };
  if (state.status === "stopped") return whileStopped(heard, text, intents, input.now);
  if (saysStop(state, intents)) {
    return turn({ ...heard, status: "stopped", handOffReason: null }, [PHRASES.stopped], null, input.now, null);
  }
  if (state.status === "handed_off") {
    const awaiting = listen({ ...heard, waiting: null }, text, intents, input.now);
    if (input.held !== false || !intents.has("robot")) return silent(awaiting, input.now);
    return turn(
      awaiting,
      [PHRASES.honest, PHRASES.awaited],
      null,
      input.now,
      boxFor(awaiting, understand(awaiting, input.now, 1)),
    );
  }
  if (intents.has("empty") || text === "") return notUnderstood(heard, input.now);
  if (state.waiting === PERSON_OFFER.id && intents.has("yes")) return handOff(heard, "not_understood", input.now);
  const listened = voted(withAnger(listen({ ...heard, emptyTurns: 0 }, text, intents, input.now), text), input);
  if (threatensVez(text)) return handOff(listened, "legal_threat", input.now);
  if (intents.has("person")) {
    return handOff({ ...listened, flags: withFlag(listened.flags, "asked_for_person") }, "asked_for_person", input.now);
  }
  const angry = (listened.angryTurns ?? 0) > (state.angryTurns ?? 0);
  if (angry && listened.flags.includes("angry") && !state.humanSaw) return handOff(listened, "angry", input.now);
  if (angry && words(text).length <= ONLY_ANGER) {
    return again({ ...heard, angryTurns: listened.angryTurns }, [PHRASES.calm], input.now);
  }
  if (state.status === "completed" && understand(state, input.now, 1).area !== "nenhuma") {
    return afterCompleted(state, listened, intents, input.now);
  }
  // What seemed to be no legal problem is listened to further when the person has more to tell.
  if (state.status === "completed")
    return goOn({ ...listened, status: "interviewing" }, () => [PHRASES.thanks], input.now);
  if (isCryForHelp(text)) return again(heard, [PHRASES.cry], input.now, { kinds: [], box: cryBox(state.locale) });
  if (saysOnlyHello(intents, text)) return again(heard, [PHRASES.hello], input.now);
  if (onlyAsksWhoAnswers(text)) return again(heard, [PHRASES.honest], input.now);
  return goOn(listened, (known) => (angry ? [PHRASES.calm] : opener(state, listened, intents, known)), input.now);
}

/** Votes that came after the reply: what is understood anew, and the box for a danger that only they heard. Nothing is said. */
export function hearVotes(state: InterviewState, analysis: Analysis, now: Date): Turn {
  const next = withVotes(state, analysis, now);
  const known = understand(next, now, 0);
  return { ...turn(next, [], null, now, boxFor(next, known)), reply: { text: "", question: state.waiting } };
}

function voted(state: InterviewState, { analysis, now }: { analysis?: Analysis | null; now: Date }): InterviewState {
  return analysis === null || analysis === undefined ? state : withVotes(state, analysis, now);
}

/** Words; a message as short that swears at the agent tells nothing else. */
const ONLY_ANGER = 8;

// One angry message is a bad moment; at the second a person is called.
function withAnger(state: InterviewState, text: string): InterviewState {
  const angryTurns = (state.angryTurns ?? 0) + (flagsIn(text).includes("angry") ? 1 : 0);
  return angryTurns === 1
    ? { ...state, angryTurns, flags: state.flags.filter((flag) => flag !== "angry") }
    : { ...state, angryTurns };
}

/**
 * The person corrected the panel; a corrected field wins over every later inference.
 * Throws `invalid_correction` (422) for a value outside its table.
 */
export function correct(state: InterviewState, c: Correction, now: Date): Turn {
  checkCorrection(state, c);
  const correction: Correction = { ...state.correction, ...definedFields(c) };
  if (c.area !== undefined && c.subarea === undefined && c.area !== state.correction.area) delete correction.subarea;
  if (c.uf !== undefined && c.municipality === undefined && c.uf !== (state.correction.uf ?? state.uf))
    correction.municipality = null;
  const next: InterviewState = { ...state, correction, locale: c.locale ?? state.locale };
  if (c.locale !== undefined && !next.languages.includes(c.locale)) next.languages = [...next.languages, c.locale];
  if (state.status === "completed" && chosenArea(state) !== chosenArea(next)) next.status = "interviewing";
  if (next.status !== "interviewing") return turn(next, [PHRASES.corrected], null, now, null);
  if (state.told.length === 0) return again(next, [PHRASES.corrected], now);
  return goOn(next, () => [PHRASES.corrected], now);
}

/** A human gave the conversation back; `note` (what was agreed) is said back, kept in the summary, and taken in like the person's words. */
export function resumeAfterHuman(state: InterviewState, input: { note?: string; now: Date }): Turn {
  const note = cleanInput(input.note ?? "").slice(0, LONGEST_NOTE);
  const open: InterviewState = {
    ...state,
    status: "interviewing",
    handOffReason: null,
    waiting: null,
    emptyTurns: 0,
    angryTurns: 0,
    agreed: withNote(state, note),
    flags: state.flags.filter((flag) => !RESOLVED_BY_HUMAN.has(flag)),
    humanSaw: true,
  };
  const listened = note === "" ? open : listen(open, note, intentsOf(note), input.now);
  const said = afterHuman(note);
  if (listened.told.length === 0) return again({ ...listened, waiting: OPENING.id }, said, input.now);
  return goOn(
    { ...listened, flags: listened.flags.filter((flag) => !RESOLVED_BY_HUMAN.has(flag)) },
    () => said,
    input.now,
  );
}

/** A human gave back a conversation whose triage is complete: what was agreed is said and kept, nothing is asked. */
export function resumeCompleted(state: InterviewState, input: { note?: string; now: Date }): Turn {
  const note = cleanInput(input.note ?? "").slice(0, LONGEST_NOTE);
  const next: InterviewState = {
    ...state,
    status: "completed",
    handOffReason: null,
    angryTurns: 0,
    agreed: withNote(state, note),
    humanSaw: true,
  };
  return turn(next, note === "" ? [] : afterHuman(note).slice(1), null, input.now, null);
}

/** Characters of a note that are kept and said. */
const LONGEST_NOTE = 600;

function withNote({ agreed = [] }: InterviewState, note: string): string[] {
  return note === "" ? agreed : [...agreed, note].slice(-5);
}

function afterHuman(note: string): Phrase[] {
  if (note === "") return [PHRASES.afterHuman];
  const ended = /[.!?…]["”’)]?$/.test(note) ? note : `${note}.`;
  const said = { "pt-BR": `${PHRASES.agreed["pt-BR"]} ${ended}`, en: `${PHRASES.agreed.en} ${ended}` };
  return [PHRASES.afterHuman, said];
}

type HandOffReason =
  | "asked_for_person"
  | "detention"
  | "foreign_law"
  | "self_harm"
  | "in_danger"
  | "angry"
  | "legal_threat"
  | "low_confidence"
  | "needs_person"
  | "not_understood";

// What a human has dealt with does not throw the conversation back to him at once.
const RESOLVED_BY_HUMAN: ReadonlySet<Flag> = new Set<Flag>([
  "asked_for_person",
  "angry",
  "low_confidence",
  "foreign_law",
]);

function goOn(state: InterviewState, saying: (known: Understanding) => readonly Phrase[], now: Date): Turn {
  if (state.flags.includes("foreign_law") && !state.humanSaw) return handOff(state, "foreign_law", now);
  const known = understand(state, now, 0);
  const question = nextQuestion(state, known);
  if (question !== null) return ask(state, saying(known), question, known, now);
  if (!state.humanSaw) {
    if (state.flags.includes("self_harm")) return handOff(state, "self_harm", now);
    if (isUnsafe(state)) return handOff(state, "in_danger", now);
    if (known.area === null || known.confidence < ENOUGH_CONFIDENCE) {
      const reason = state.flags.includes("detention") ? "detention" : "low_confidence";
      return handOff({ ...state, flags: withFlag(state.flags, "low_confidence") }, reason, now);
    }
    if (votesForPerson(state, now)) return handOff(state, "needs_person", now);
  }
  const closing = known.area === "nenhuma" ? PHRASES.completedNoCase : PHRASES.completed;
  const calls = callsNow({ ...state, waiting: null }, null);
  const done: InterviewState = { ...withCall(state, calls), status: "completed", waiting: null };
  return turn(done, calls === null ? [closing] : [closing, PHRASES.readBeside], null, now, boxFor(state, known), calls);
}

function withCall(state: InterviewState, calls: CallReason | null): InterviewState {
  return calls === null ? state : { ...state, called: [...(state.called ?? []), calls] };
}

function ask(
  state: InterviewState,
  said: readonly Phrase[],
  question: Question,
  known: Understanding,
  now: Date,
): Turn {
  const calls = callsNow({ ...state, waiting: null }, question);
  const next = { ...withCall(state, calls), waiting: question.id, asked: [...state.asked, question.id] };
  const saying = calls === null ? said : [...said, PHRASES.calledBeside];
  return turn(next, saying, question, now, boxFor(state, known), calls);
}

// Asks again what is waiting; it counts once, however often it has to be put.
function again(state: InterviewState, said: readonly Phrase[], now: Date, box: Box | null = null): Turn {
  const known = understand(state, now, 0);
  const question =
    state.waiting === OPENING.id || state.told.length === 0
      ? OPENING
      : (waitingQuestion(state, known) ?? nextQuestion(state, known));
  if (question === null) return goOn(state, () => said, now);
  const asked = state.asked.includes(question.id) ? state.asked : [...state.asked, question.id];
  return turn({ ...state, waiting: question.id, asked }, said, question, now, box);
}

function waitingQuestion(state: InterviewState, known: Understanding): Question | null {
  if (state.waiting === null) return null;
  return nextQuestion({ ...state, asked: state.asked.filter((id) => id !== state.waiting) }, known);
}

function notUnderstood(state: InterviewState, now: Date): Turn {
  const next = { ...state, emptyTurns: state.emptyTurns + 1 };
  if (state.status === "completed") return turn(next, [PHRASES.empty], null, now, null);
  if (next.emptyTurns < 2) return again(next, [PHRASES.empty], now);
  if (state.waiting === PERSON_OFFER.id) return handOff(next, "not_understood", now);
  const asked =
    next.asked.includes(PERSON_OFFER.id) || next.asked.length >= 10 ? next.asked : [...next.asked, PERSON_OFFER.id];
  return turn({ ...next, waiting: PERSON_OFFER.id, asked }, [PHRASES.emptyAgain], PERSON_OFFER, now, null);
}

/** "Bye" after the questions ends nothing, and whoever may be in danger keeps the person who was called for him. */
function saysStop(state: InterviewState, intents: ReadonlySet<Intent>): boolean {
  if (!intents.has("stop")) return false;
  if (state.status === "interviewing") return true;
  if (intents.has("bye")) return false;
  return state.status === "completed" || !(isUnsafe(state) || state.flags.includes("self_harm"));
}

function whileStopped(state: InterviewState, text: string, intents: ReadonlySet<Intent>, now: Date): Turn {
  if (intents.has("person")) {
    return handOff({ ...state, flags: withFlag(state.flags, "asked_for_person") }, "asked_for_person", now);
  }
  if (!intents.has("back")) {
    const said = intents.has("robot") ? [PHRASES.honest, PHRASES.stillStopped] : [PHRASES.stillStopped];
    return turn(state, said, null, now, numbersFor(state, text));
  }
  return again({ ...state, status: "interviewing" }, [PHRASES.back], now);
}

// Nothing of it is kept, but nobody in danger is left without the numbers.
function numbersFor(state: InterviewState, text: string): Box | null {
  const kinds = safetyKinds(flagsIn(text));
  if (kinds.length === 0) return null;
  return { kinds: [], box: safetyBox(kinds, { locale: state.locale, uf: state.uf, deadlines: [] }) };
}

// After the triage too nobody is left alone with what is told only now.
function afterCompleted(before: InterviewState, state: InterviewState, intents: ReadonlySet<Intent>, now: Date): Turn {
  if (state.flags.includes("self_harm") && !before.flags.includes("self_harm")) return handOff(state, "self_harm", now);
  const said = intents.has("robot") ? PHRASES.honest : PHRASES.afterCompleted;
  const calls = callsNow(state, null);
  const words = calls === null ? [said] : [said, PHRASES.readBeside];
  return turn(withCall(state, calls), words, null, now, boxFor(state, understand(state, now, 1)), calls);
}

function handOff(state: InterviewState, reason: HandOffReason, now: Date): Turn {
  const next: InterviewState = { ...state, status: "handed_off", handOffReason: reason, waiting: null };
  return turn(next, [HAND_OFF_PHRASES[reason]], null, now, boxFor(state, understand(state, now, 1)));
}

const HAND_OFF_PHRASES: Record<HandOffReason, Phrase> = {
  asked_for_person: PHRASES.person,
  detention: PHRASES.detention,
  foreign_law: PHRASES.foreign,
  self_harm: PHRASES.selfHarm,
  in_danger: PHRASES.inDanger,
  angry: PHRASES.angry,
  legal_threat: PHRASES.threat,
  low_confidence: PHRASES.uncertain,
  needs_person: PHRASES.uncertain,
  not_understood: PHRASES.person,
};

function opener(
  before: InterviewState,
  after: InterviewState,
  intents: ReadonlySet<Intent>,
  known: Understanding,
): Phrase[] {
  const grave = after.flags.some((flag) => GRAVE.has(flag) && !before.flags.includes(flag));
  const first = intents.has("robot") ? [PHRASES.honest] : [];
  if (grave) return [...first, PHRASES.sorry];
  if (intents.has("skip")) return [...first, PHRASES.skipped];
  if (before.told.length > 0) return [...first, PHRASES.noted];
  if (after.limits.some(({ kind }) => OF_A_DEATH.has(kind))) return [...first, PHRASES.loss];
  return [...first, GRAVE_MATTERS.has(`${known.area}/${known.subarea}`) ? PHRASES.sorry : PHRASES.thanks];
}

const GRAVE: ReadonlySet<Flag> = new Set<Flag>(["violence", "custody", "detention", "self_harm", "health_injunction"]);

// Nobody is thanked for telling these.
const GRAVE_MATTERS = new Set([
  "digital/exposicao_intima",
  "penal/crimes_sexuais",
  "penal/violencia_ameaca",
  "familia/violencia_domestica",
  "crianca_e_adolescente/maus_tratos",
  "saude/erro_medico",
]);
const OF_A_DEATH = new Set(["probate_opening", "survivor_pension"]);

function saysOnlyHello(intents: ReadonlySet<Intent>, text: string): boolean {
  return intents.has("greeting") && text.length < 60;
}

function withFlag(flags: readonly Flag[], flag: Flag): Flag[] {
  return flags.includes(flag) ? [...flags] : [...flags, flag];
}

function definedFields(c: Correction): Correction {
  return Object.fromEntries(Object.entries(c).filter(([, value]) => value !== undefined));
}
