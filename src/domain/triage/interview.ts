// The scripted interview: opens, takes the person's messages one by one, asks what matters, and ends or hands over.
import type { Locale } from "../locale.ts";
import { cryBox, isCryForHelp } from "./cry-for-help.ts";
import { flagsIn } from "./flags.ts";
import { type Intent, intentsOf } from "./intents.ts";
import { again, goOn, handOff, withCall, withFlag } from "./interview-steps.ts";
import { threatensVez } from "./legal-threat.ts";
import { listen } from "./listen.ts";
import { opener } from "./opener.ts";
import { PHRASES } from "./phrases.ts";
import { callsNow, isUnsafe } from "./plan.ts";
import { OPENING, PERSON_OFFER } from "./questions.ts";
import { onlyAsksWhoAnswers } from "./robot-question.ts";
import { safetyBox, safetyKinds } from "./safety.ts";
import { cleanInput, words } from "./text.ts";
import { type Box, boxFor, silent, turn } from "./turn.ts";
import type { Analysis, InterviewState, Turn } from "./types.ts";
import { understand, withVotes } from "./understand.ts";

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

/** "Socorro, ele está me batendo" begins like one and is none. */
function saysOnlyHello(intents: ReadonlySet<Intent>, text: string): boolean {
  return intents.has("greeting") && text.length < 60 && safetyKinds(flagsIn(text)).length === 0;
}
