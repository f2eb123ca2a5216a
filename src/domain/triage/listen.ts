// Takes one message into the state: its words, its days and limits, its flags, its place and names, its answer.
import { isArea } from "../legal/areas.ts";
import { capitalOf } from "../legal/places.ts";
import { answerTo } from "./answers.ts";
import { localDay, wakingDay } from "./calendar.ts";
import { findDates } from "./find-dates.ts";
import { findLimits } from "./find-limits.ts";
import { findPlace, saysCapital } from "./find-place.ts";
import { flagsIn } from "./flags.ts";
import { isForeign } from "./foreign.ts";
import type { Intent } from "./intents.ts";
import { partiesInAnswer, partiesInStory } from "./parties.ts";
import { questionById } from "./questions.ts";
import { namesIn } from "./redact.ts";
import type { Flag, InterviewState } from "./types.ts";

/** Characters kept of all that was told; with the rest of the state it stays well under 64 kB of JSON. */
const KEPT_CHARACTERS = 12_000;
const KEPT_DATES = 24;

/** The state after hearing `text` (cleaned); days are resolved against `now`. */
export function listen(state: InterviewState, text: string, intents: ReadonlySet<Intent>, now: Date): InterviewState {
  const today = localDay(now, state.zone);
  const waiting = state.waiting === null ? undefined : questionById(state.waiting);
  const answer = waiting === undefined ? null : answerTo(waiting, text, intents);
  const naming = waiting?.id === "other_side";
  const frame = { locale: state.locale, wakingDay: wakingDay(now, state.zone) };
  const hits = findDates(text, today, frame);
  // The event may have been told before and its day only now: read the limit in the light of both.
  const context = dateAnswerContext(state, text, waiting?.id ?? null);
  const limits = findLimits(context.text, context.text === text ? hits : findDates(context.text, today, frame), today);
  const place = findPlace(text, { answering: waiting?.id === "place" || waiting?.id === "place_state" });
  const flags = new Set<Flag>([...state.flags, ...flagsIn(text)]);
  if (isForeign(text, state.told.join("\n"))) flags.add("foreign_law");
  const next: InterviewState = {
    ...state,
    dates: mergeDates(state, hits),
    limits: mergeLimits(state.limits, limits),
    flags: [...flags],
    uf: place?.uf ?? state.uf,
    municipality:
      place === null ? state.municipality : (place.municipality ?? (place.uf === state.uf ? state.municipality : null)),
    adverseParties: merge(
      state.adverseParties,
      naming && !intents.has("skip") ? partiesInAnswer(text) : partiesInStory(text),
      8,
    ),
    ownNames: merge(state.ownNames, namesIn(text), 30),
  };
  if (waiting !== undefined && answer !== null) {
    next.answers = { ...state.answers, [waiting.id]: answer.slice(0, 400) };
    if (waiting.id === "clarify_area" && isArea(answer)) next.chosenArea = answer;
  }
  const placing = waiting?.id === "place" || waiting?.id === "place_state";
  // "Na capital" names the city once the state is known.
  if (waiting?.id === "place" && place === null && saysCapital(text))
    next.answers = { ...next.answers, place: "capital" };
  if (
    waiting?.id === "place_state" &&
    state.answers.place === "capital" &&
    place !== null &&
    place.municipality === null
  )
    next.municipality = capitalOf(place.uf);
  const placeOnly = placing && (place !== null || saysCapital(text)) && text.length < 60;
  if (
    !naming &&
    !placeOnly &&
    !(waiting?.options !== undefined && answer !== null && text.length < 40) &&
    !intents.has("skip")
  ) {
    next.told = keep([...state.told, text]);
  }
  return next;
}

// A date that answers a question is read together with the sentences that it belongs to.
function dateAnswerContext(state: InterviewState, text: string, waiting: string | null): { text: string } {
  if (waiting === null || text.length > 160 || NOT_ENDED.test(text)) return { text };
  const event = EVENT_OF[waiting];
  return event === undefined ? { text } : { text: `${event(state)} ${text}` };
}

// "Yes, since 2019" to "do you still work there?" ends nothing.
const NOT_ENDED = /\b(ainda|continuo|still|desde|since)\b|^\s*(sim|yes)\b/i;

const EVENT_OF: Record<string, (state: InterviewState) => string> = {
  trabalho_end: () => "fui demitido",
  sucessoes_death: () => "faleceu",
  limit_date: () => "prazo, data marcada:",
  civil_papers: (state) =>
    /despej|evict/i.test(state.told.join(" ")) ? "notificação de despejo, sair do imóvel" : "recebi a citação",
  tributario_notice: () => "notificação da receita",
  previdenciario_denied: () => "o INSS negou",
  administrativo_notice: (state) =>
    /concurso|edital|exam/i.test(state.told.join(" ")) ? "concurso, edital" : "multa de trânsito",
  ambiental_notice: () => "multa ambiental",
  penal_date: () => "audiência ou depoimento",
  consumidor_when: (state) => (/voo|mala|flight|luggage/i.test(state.told.join(" ")) ? "voo" : "comprei"),
};

function mergeDates(state: InterviewState, hits: readonly { date: string; quote: string }[]): InterviewState["dates"] {
  const out = [...state.dates];
  for (const { date, quote } of hits) {
    if (!out.some((known) => known.date === date)) out.push({ date, quote: quote.slice(0, 80) });
  }
  return out.slice(0, KEPT_DATES);
}

function mergeLimits(known: InterviewState["limits"], found: InterviewState["limits"]): InterviewState["limits"] {
  const out = new Map(known.map((limit) => [limit.kind, limit]));
  for (const limit of found) {
    const before = out.get(limit.kind);
    if (before === undefined || limit.date < before.date)
      out.set(limit.kind, { ...limit, quote: limit.quote.slice(0, 160) });
  }
  return [...out.values()].slice(0, KEPT_DATES);
}

function merge(known: readonly string[], found: readonly string[], limit: number): string[] {
  const out = [...known];
  for (const name of found)
    if (!out.some((other) => other.toLowerCase() === name.toLowerCase())) out.push(name.slice(0, 80));
  return out.slice(0, limit);
}

// The beginning carries the story; when room runs out the middle goes first.
function keep(told: readonly string[]): string[] {
  let total = told.reduce((sum, part) => sum + part.length, 0);
  const out = [...told];
  for (let at = 1; at < out.length - 1 && total > KEPT_CHARACTERS; ) {
    total -= out[at]?.length ?? 0;
    out.splice(at, 1);
  }
  if (total > KEPT_CHARACTERS && out.length > 1) {
    const last = out[out.length - 1] ?? "";
    out[out.length - 1] = last.slice(0, Math.max(0, KEPT_CHARACTERS - (out[0]?.length ?? 0)));
  }
  return out.map((part) => part.slice(0, KEPT_CHARACTERS));
}
