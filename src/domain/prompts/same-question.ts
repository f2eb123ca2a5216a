// Whether a question in other words still asks for the same thing.
import { words } from "../triage/text.ts";

/**
 * True when the two share a word that carries meaning, or a question word where the scripted question has no other. It looks at the
 * beginnings of words, so that "recebeu" and "receber" are one.
 */
export function asksTheSame(question: string, scripted: string): boolean {
  const wanted = stems(scripted);
  return [...stems(question)].some((stem) => wanted.has(stem));
}

function stems(text: string): Set<string> {
  const all = words(text);
  const telling = all.filter((word) => word.length > 2 && !COMMON.has(word));
  return new Set((telling.length > 0 ? telling : all).map((word) => word.slice(0, 5)));
}

// Words that any question may have.
const COMMON = new Set(
  (
    "que qual quais quem como onde quando quanto voce voces para por com sem uma uns umas dos das nos nas seu sua seus suas esse essa este esta isso isto aquilo " +
    "tem ter teve foi ser esta estao mais algum alguma pode poderia gostaria quer contar dizer sobre aqui agora ainda mas ele ela eles elas meu minha " +
    "what which who how where when you your yours the and for with from this that these those have has had was were are is did does can could would like tell about " +
    "here now still but they them his her any some there their please"
  ).split(" "),
);
