// What is asked once the area is known, per area; the first ones change most.
import type { Area } from "../legal/areas.ts";
import { ask, type Question, yesNo } from "./question.ts";

/** Asked once the area is known; the first ones change most. */
export const AREA_QUESTIONS: Record<Area, readonly Question[]> = {
  trabalho: [
    ask(
      "trabalho_end",
      "Você ainda trabalha lá? Se saiu, quando foi o último dia?",
      "Do you still work there? If you left, when was your last day?",
    ),
    ask(
      "trabalho_registered",
      "O trabalho era com carteira assinada?",
      "Was the job registered on your work card (carteira assinada)?",
      yesNo(),
    ),
  ],
  familia: [
    ask("familia_children", "Há filhos menores de 18 anos envolvidos?", "Are children under 18 involved?", yesNo()),
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
      "Chegou algum papel da Justiça ou notificação? Quando?",
      "Have you received any court paper or formal notice? When?",
    ),
    ask(
      "civil_contract",
      "Existe contrato escrito, recibo ou mensagem que mostre o combinado?",
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
      "Há data marcada na polícia ou na Justiça, ou boletim de ocorrência? Quando foi?",
      "Is there a date set by the police or the court, or a police report? When was it?",
    ),
  ],
  previdenciario: [
    ask(
      "previdenciario_denied",
      "O INSS já negou ou cortou? Quando você recebeu a resposta?",
      "Has INSS refused or cut it already? When did you get the answer?",
    ),
    ask(
      "previdenciario_exam",
      "Você tem laudos ou o comprovante do pedido?",
      "Do you have medical reports or the receipt of your request?",
      yesNo(),
    ),
  ],
  tributario: [
    ask(
      "tributario_notice",
      "Você recebeu notificação ou citação sobre esse imposto? Quando?",
      "Did you get a notice or court paper about this tax? When?",
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
      "Já existe processo, protesto ou prazo correndo? Desde quando?",
      "Is there a court case, a protest or a deadline running? Since when?",
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
      "Quando isso aconteceu, ou quando veio a negativa?",
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
      "Já existe processo, audiência marcada ou decisão do juiz?",
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
      "Você recebeu multa, embargo ou notificação? Quando?",
      "Did you get a fine, an embargo or a notice? When?",
    ),
    ask("ambiental_ongoing", "Isso continua acontecendo hoje?", "Is it still happening today?", yesNo()),
  ],
  migratorio: [
    ask(
      "migratorio_status",
      "Qual é o documento que você tem hoje e quando ele vence?",
      "Which document do you have today, and when does it expire?",
    ),
    ask(
      "migratorio_notice",
      "A Polícia Federal deu algum prazo ou notificação?",
      "Has the Federal Police given you a deadline or a notice?",
      yesNo(),
    ),
  ],
  nenhuma: [],
};
