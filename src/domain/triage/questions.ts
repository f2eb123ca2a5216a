// The questions that any conversation may need, and the list of all there are; each stays under 28 words.
import { AREA_QUESTIONS } from "./area-questions.ts";
import { PANELS } from "./panel-questions.ts";
import { ask, type Question, yesNo } from "./question.ts";

export const OPENING = ask(
  "what_happened",
  "O que aconteceu? Escreva do seu jeito.",
  "What happened? Write it in your own way.",
);

/** Asked while the area is unclear, in this order. */
export const CLARIFY: readonly Question[] = [
  ask(
    "clarify_goal",
    "O que você gostaria de resolver, e quem está do outro lado?",
    "What would you like to solve, and who is on the other side?",
  ),
  ask("clarify_area", "Qual destes chega mais perto do seu problema?", "Which of these comes closest to your problem?"),
];

export const PLACE = ask("place", "Em que cidade e estado você está?", "Which city and state in Brazil are you in?");
/** When the city is said, or only "the capital", and the state is still open. */
export const PLACE_STATE = ask("place_state", "De qual estado?", "In which state is that?");
export const OTHER_SIDE = ask(
  "other_side",
  "Qual é o nome da pessoa ou empresa do outro lado? Serve só para evitar conflito de interesses.",
  "What is the name of the person or company on the other side? It is only to avoid conflicts of interest.",
);
export const LIMIT_DATE = ask(
  "limit_date",
  "Qual é o dia ou prazo no papel que você recebeu, se há um?",
  "What date or deadline is on the paper you got, if there is one?",
);
export const PERSON_OFFER = ask(
  "person_offer",
  "Quer que eu passe a conversa para uma pessoa?",
  "Would you like me to hand the conversation to a person?",
  yesNo(),
);

/** All questions, for tests and for looking one up by its id. */
export const QUESTIONS: readonly Question[] = [
  OPENING,
  ...Object.values(PANELS).flat(),
  ...CLARIFY,
  ...Object.values(AREA_QUESTIONS).flat(),
  PLACE,
  PLACE_STATE,
  OTHER_SIDE,
  LIMIT_DATE,
  PERSON_OFFER,
];

export function questionById(id: string): Question | undefined {
  return QUESTIONS.find((question) => question.id === id);
}
