// What is asked once the area is known, per area; the first ones change most.
import type { Area } from "../legal/areas.ts";
import { ask, type Question, yesNo } from "./question.ts";

/** Asked once the area is known; the first ones change most. */
export const AREA_QUESTIONS: Record<Area, readonly Question[]> = {
  trabalho: [
    ask(
      "trabalho_end",
      "Você ainda trabalha lá, ou em que dia saiu?",
      "Do you still work there, or on what day did you leave?",
    ),
    ask(
      "trabalho_registered",
      "Você tinha a carteira assinada lá?",
      "Did they sign your work card (carteira) for this job?",
      yesNo(),
    ),
  ],
  familia: [
    ask(
      "familia_children",
      "Há filhos menores de 18 anos envolvidos?",
      "Are there any children under 18 in this?",
      yesNo(),
    ),
    ask(
      "familia_process",
      "Já existe processo, acordo ou decisão do juiz sobre isso?",
      "Is there already a court case, agreement or judge's decision about this?",
      yesNo(),
    ),
  ],
  sucessoes: [
    ask("sucessoes_death", "Quando a pessoa faleceu?", "When did the person die?"),
    ask(
      "sucessoes_agree",
      "Os herdeiros estão de acordo, e todos são maiores de idade?",
      "Do the heirs agree, and are all of them adults?",
      yesNo(),
    ),
  ],
  consumidor: [
    ask(
      "consumidor_when",
      "Quando foi a compra ou a cobrança, e quando o problema apareceu?",
      "When was the purchase or charge, and when did the problem appear?",
    ),
    ask(
      "consumidor_amount",
      "Qual é o valor, mais ou menos, e a empresa já respondeu?",
      "Roughly how much money is it, and has the company answered?",
    ),
  ],
  civil: [
    ask(
      "civil_papers",
      "Chegou algum papel da Justiça ou do cartório, e em que dia?",
      "Did any paper come from a court or a notary, and on what day?",
    ),
    ask(
      "civil_contract",
      "Você tem contrato, recibo ou mensagem que mostre o que foi combinado?",
      "Is there a written contract, a receipt or a message that shows what was agreed?",
      yesNo(),
    ),
  ],
  penal: [
    ask(
      "penal_role",
      "Nisso, você é a vítima, ou estão acusando você ou alguém próximo?",
      "In this, are you the victim, or are you or someone close being accused?",
      [
        { value: "victim", label: { "pt-BR": "Sou vítima", en: "I am the victim" } },
        { value: "accused", label: { "pt-BR": "Estou sendo acusado", en: "I am being accused" } },
        { value: "relative", label: { "pt-BR": "É alguém próximo", en: "It is someone close" } },
      ],
    ),
    ask(
      "penal_date",
      "A polícia ou a Justiça marcou algum dia, ou há boletim de ocorrência?",
      "Has the police or a court set a date, or is there a police report?",
    ),
  ],
  previdenciario: [
    ask(
      "previdenciario_denied",
      "Em que dia o INSS negou ou cortou, se já fez isso?",
      "On what day did INSS refuse or cut it, if it has?",
    ),
    ask(
      "previdenciario_exam",
      "Você tem laudos, documentos ou o comprovante do pedido?",
      "Do you have medical reports, other papers, or the receipt of your request?",
      yesNo(),
    ),
  ],
  tributario: [
    ask(
      "tributario_notice",
      "Chegou algum papel sobre esse imposto, e em que dia?",
      "Did any paper about this tax come, and on what day?",
    ),
    ask("tributario_amount", "Qual é o valor, mais ou menos?", "Roughly how much is it?"),
  ],
  administrativo: [
    ask(
      "administrativo_notice",
      "Quando saiu a decisão, a multa ou a notificação?",
      "When did the decision, fine or notice come out?",
    ),
    ask(
      "administrativo_appeal",
      "Você já recorreu ou pediu revisão?",
      "Have you appealed or asked for a review?",
      yesNo(),
    ),
  ],
  empresarial: [
    ask(
      "empresarial_size",
      "Qual é o tipo da empresa e quantos sócios tem?",
      "What kind of company is it, and how many partners does it have?",
    ),
    ask(
      "empresarial_process",
      "Já tem processo, protesto ou prazo que corre, e desde que dia?",
      "Is there a court case, a protest or a deadline, and since what day?",
    ),
  ],
  saude: [
    ask(
      "saude_who",
      "Quem negou ou errou: o plano de saúde, o SUS ou um profissional?",
      "Who refused or made the mistake: the health plan, the public system or a professional?",
      [
        { value: "plan", label: { "pt-BR": "Plano de saúde", en: "Health plan" } },
        { value: "sus", label: { "pt-BR": "SUS", en: "Public system (SUS)" } },
        {
          value: "professional",
          label: { "pt-BR": "Médico, dentista ou hospital", en: "Doctor, dentist or hospital" },
        },
      ],
    ),
    ask(
      "saude_when",
      "Em que dia isso foi, ou quando veio o não?",
      "When did it happen, or when did the refusal come?",
    ),
  ],
  crianca_e_adolescente: [
    ask(
      "crianca_age",
      "Qual é a idade da criança ou do adolescente, e com quem está agora?",
      "How old is the child or adolescent, and who are they with now?",
    ),
    ask(
      "crianca_process",
      "Já tem processo, dia marcado ou decisão do juiz?",
      "Is there already a court case, a hearing or a judge's decision?",
      yesNo(),
    ),
  ],
  digital: [
    ask(
      "digital_when",
      "Quando foi, e você guardou prints, comprovantes ou links?",
      "When was it, and did you keep screenshots, receipts or links?",
    ),
    ask(
      "digital_reported",
      "Você já avisou o banco, o site ou a polícia?",
      "Have you told the bank, the site or the police?",
      yesNo(),
    ),
  ],
  ambiental: [
    ask(
      "ambiental_notice",
      "Chegou multa, embargo ou outro papel do governo, e em que dia?",
      "Did you get a fine or another paper from the government, and on what day?",
    ),
    ask("ambiental_ongoing", "Isso ainda acontece hoje?", "Is it still happening today?", yesNo()),
  ],
  migratorio: [
    ask(
      "migratorio_status",
      "Qual é o documento que você tem hoje e quando ele vence?",
      "Which document do you have today, and when does it expire?",
    ),
    ask(
      "migratorio_notice",
      "A Polícia Federal deu algum prazo ou papel para você?",
      "Has the Federal Police given you a deadline or a notice?",
      yesNo(),
    ),
  ],
  nenhuma: [],
};
