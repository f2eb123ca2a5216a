// What is asked first when somebody may be in danger, held, or refused treatment.
import { ask, type Question, yesNo } from "./question.ts";

/** Safety questions; asked in their situations before anything else. */
export const PANELS: Record<
  "violence" | "custody" | "detention" | "health_injunction" | "self_harm",
  readonly Question[]
> = {
  violence: [
    ask("violence_safe", "Você está em um lugar seguro agora?", "Are you in a safe place right now?", yesNo()),
    ask(
      "violence_children",
      "Há crianças, arma em casa, ou alguém que impeça você de sair? Conte só o que quiser.",
      "Are there children, a weapon at home, or someone stopping you from leaving? Tell only what you want to.",
    ),
  ],
  custody: [
    ask(
      "custody_where",
      "A criança está com quem agora, e você sabe se ela está bem?",
      "Who is the child with right now, and do you know if the child is safe?",
    ),
    ask(
      "custody_order",
      "Já existe decisão de um juiz ou acordo assinado sobre a guarda?",
      "Has a judge said who the child lives with, or did you both sign a paper on it?",
      yesNo(),
    ),
  ],
  detention: [
    ask(
      "detention_where",
      "Onde a pessoa está presa e desde quando? Diga a cidade e a delegacia, se souber.",
      "Where is the person being held, and since when? Say the city and police station if you know.",
    ),
    ask(
      "detention_hearing",
      "A pessoa já foi levada a um juiz ou já tem advogado?",
      "Has the person been taken before a judge, or do they have a lawyer already?",
      yesNo(),
    ),
  ],
  health_injunction: [
    ask(
      "health_deadline",
      "O médico disse até quando isso tem que começar?",
      "Did the doctor say how soon the treatment has to start?",
    ),
    ask(
      "health_papers",
      "Você tem o pedido do médico e a negativa por escrito?",
      "Do you have the doctor's request and the refusal in writing?",
      yesNo(),
    ),
  ],
  self_harm: [
    ask(
      "self_harm_alone",
      "Tem alguém com você agora, ou alguém que possa ficar com você?",
      "Is someone with you now, or is there someone who could stay with you?",
      yesNo(),
    ),
  ],
};
