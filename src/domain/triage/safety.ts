// The calm box that comes before anything else: what to do now and whom to call.
import type { Locale, Text } from "../locale.ts";
import { dayWords } from "../words/moments.ts";
import { ACT_KIND } from "./find-acts.ts";
import type { Deadline, Flag, SafetyBox } from "./types.ts";

export type SafetyKind = "self_harm" | "violence" | "detention" | "health_injunction" | "custody" | "deadline_danger";

/** Kinds in the order in which they come first when several apply. */
export const SAFETY_ORDER: readonly SafetyKind[] = [
  "self_harm",
  "violence",
  "detention",
  "health_injunction",
  "custody",
  "deadline_danger",
];

/** The kinds of box that the flags ask for, first one first. */
export function safetyKinds(flags: readonly Flag[]): SafetyKind[] {
  return SAFETY_ORDER.filter((kind) => flags.includes(kind));
}

/** One box for `kinds` (at least one), with the Defensoria of the state when it is known. */
export function safetyBox(
  kinds: readonly SafetyKind[],
  context: { locale: Locale; uf: string | null; deadlines: readonly Deadline[] },
): SafetyBox {
  const { locale } = context;
  const first = kinds[0] ?? "deadline_danger";
  const lines: { text: Text; phone?: string }[] = [];
  for (const kind of kinds) lines.push(...LINES[kind]);
  if (kinds.some((kind) => kind !== "self_harm")) lines.push(defensoria(context.uf));
  const out = dedupe(lines).map(({ text, phone }) =>
    phone === undefined ? { text: text[locale] } : { text: text[locale], phone },
  );
  const next = context.deadlines.find(({ passed }) => !passed);
  if (kinds.includes("deadline_danger") && next !== undefined) {
    out.unshift({ text: deadlineLine(next, locale) });
  }
  return { title: TITLES[first][locale], lines: out };
}

const TITLES: Record<SafetyKind, Text> = {
  self_harm: { "pt-BR": "Você não está só", en: "You are not alone" },
  violence: { "pt-BR": "Primeiro, a sua segurança", en: "Your safety comes first" },
  detention: { "pt-BR": "O que fazer agora", en: "What to do now" },
  health_injunction: { "pt-BR": "O que fazer agora pela saúde", en: "What to do now about health care" },
  custody: { "pt-BR": "O que fazer agora pela criança", en: "What to do now for the child" },
  deadline_danger: { "pt-BR": "Há um prazo correndo", en: "A deadline is running" },
};

const LINES: Record<SafetyKind, readonly { text: Text; phone?: string }[]> = {
  self_harm: [
    {
      text: {
        "pt-BR": "Converse agora com alguém do CVV: 188, grátis, dia e noite.",
        en: "Talk to someone at CVV now: 188, free, day and night (in Portuguese).",
      },
      phone: "188",
    },
    {
      text: {
        "pt-BR": "Se houver perigo agora, chame o SAMU: 192.",
        en: "If there is danger right now, call an ambulance: 192.",
      },
      phone: "192",
    },
    {
      text: {
        "pt-BR": "Se puder, fique perto de alguém em quem confia.",
        en: "If you can, stay close to someone you trust.",
      },
    },
  ],
  violence: [
    { text: { "pt-BR": "Em perigo agora: Polícia, 190.", en: "In danger now: police, 190." }, phone: "190" },
    {
      text: {
        "pt-BR": "Central de Atendimento à Mulher: 180, grátis, 24 horas, em sigilo.",
        en: "Women's helpline: 180, free, 24 hours, confidential.",
      },
      phone: "180",
    },
    {
      text: {
        "pt-BR": "Se a vítima é criança ou adolescente: Disque 100, grátis, 24 horas.",
        en: "If a child or adolescent is the victim: dial 100, free, 24 hours.",
      },
      phone: "100",
    },
    {
      text: {
        "pt-BR": "Se puder, vá para um lugar seguro.",
        en: "If you can, go somewhere safe.",
      },
    },
    {
      text: {
        "pt-BR":
          "Alguém mexe no seu celular? Em Opções, toque em “Tirar deste aparelho”. O caso continua; para voltar a ele, escolha antes “Guardar com e-mail”.",
        en: "Does someone check your phone? Under Options, press “Remove from this device”. Your case goes on; to come back to it, choose “Keep with e-mail” first.",
      },
    },
  ],
  detention: [
    {
      text: {
        "pt-BR":
          "A pessoa presa pode ficar calada e tem direito a advogado antes de falar. Estrangeiros também a intérprete e ao consulado.",
        en: "The person held may stay silent and has the right to a lawyer before speaking. Foreigners also to an interpreter and their consulate.",
      },
    },
    {
      text: {
        "pt-BR": "Em até 24 horas depois da prisão ela deve ser levada a um juiz (audiência de custódia).",
        en: "Within 24 hours of the arrest the person must be brought before a judge (custody hearing).",
      },
    },
    {
      text: {
        "pt-BR":
          "Se tem menos de 18 anos: a família deve ser avisada na hora, e um promotor ouve o adolescente em até 24 horas.",
        en: "If under 18: the family must be told at once, and a prosecutor hears the adolescent within 24 hours.",
      },
    },
    {
      text: {
        "pt-BR": "Tenha em mãos o nome completo e um documento da pessoa, e pergunte em qual delegacia ela está.",
        en: "Have the person's full name and an identity paper ready, and ask which police station it is.",
      },
    },
  ],
  health_injunction: [
    {
      text: { "pt-BR": "Risco de vida agora: SAMU, 192.", en: "Life in danger now: ambulance (SAMU), 192." },
      phone: "192",
    },
    {
      text: {
        "pt-BR": "Peça ao médico um relatório que diga que é urgente e por quê, e a negativa por escrito.",
        en: "Ask the doctor for a report saying that it is urgent and why, and get the refusal in writing.",
      },
    },
    {
      text: {
        "pt-BR": "Um juiz de plantão pode decidir em horas, de noite e no fim de semana também.",
        en: "A judge on duty can decide within hours, at night and at weekends too.",
      },
    },
  ],
  custody: [
    {
      text: { "pt-BR": "Criança em perigo agora: Polícia, 190.", en: "A child in danger now: police, 190." },
      phone: "190",
    },
    {
      text: {
        "pt-BR":
          "Disque 100 recebe denúncias sobre crianças, grátis, 24 horas. O Conselho Tutelar da cidade também ajuda.",
        en: "Dial 100 takes reports about children, free, 24 hours. The city's Child Council (Conselho Tutelar) helps too.",
      },
      phone: "100",
    },
    {
      text: {
        "pt-BR": "Não busque a criança à força. Guarde mensagens e documentos.",
        en: "Do not take the child back by force. Keep messages and papers.",
      },
    },
  ],
  deadline_danger: [
    {
      text: {
        "pt-BR": "Guarde o papel e o envelope, e não deixe para o último dia.",
        en: "Keep the paper and its envelope, and do not leave it for the last day.",
      },
    },
  ],
};

// 129 is the Defensoria's short number where the state has taken it up; elsewhere people find the nearest office.
const SHORT_NUMBER = new Set(["RJ", "BA", "CE", "DF", "PA"]);

function defensoria(uf: string | null): { text: Text; phone?: string } {
  if (uf !== null && SHORT_NUMBER.has(uf)) {
    return {
      text: {
        "pt-BR": `Sem dinheiro para advogado: Defensoria Pública (${uf}), 129, de graça, em horário comercial.`,
        en: `If you cannot pay a lawyer: Public Defender (Defensoria Pública, ${uf}), 129, free, in office hours.`,
      },
      phone: "129",
    };
  }
  if (uf === "SP") {
    return {
      text: {
        "pt-BR": "Sem dinheiro para advogado: Defensoria Pública (SP), 0800 773 4340, de graça, em horário comercial.",
        en: "If you cannot pay a lawyer: Public Defender (Defensoria Pública, SP), 0800 773 4340, free, in office hours.",
      },
      phone: "08007734340",
    };
  }
  const place = uf === null ? { "pt-BR": "do seu estado", en: "of your state" } : { "pt-BR": `(${uf})`, en: `(${uf})` };
  return {
    text: {
      "pt-BR": `Sem dinheiro para advogado: procure a Defensoria Pública ${place["pt-BR"]}, é de graça.`,
      en: `If you cannot pay a lawyer: go to the Public Defender (Defensoria Pública) ${place.en}, it is free.`,
    },
  };
}

function deadlineLine(deadline: Deadline, locale: Locale): string {
  const day = dayWords(deadline.date, locale);
  if (deadline.kind === ACT_KIND) {
    return locale === "en"
      ? `From what you tell, this is to happen on ${day}. Look for help today: in an emergency a judge on duty can decide at night and at weekends too.`
      : `Pelo que você conta, isso acontece em ${day}. Procure ajuda hoje: em emergência, um juiz de plantão pode decidir de noite e no fim de semana também.`;
  }
  return locale === "en"
    ? `${deadline.label.en}: last day ${day}, counted the cautious way.`
    : `${deadline.label["pt-BR"]}: último dia ${day}, contado do jeito mais seguro.`;
}

function dedupe(lines: readonly { text: Text; phone?: string }[]): { text: Text; phone?: string }[] {
  const seen = new Set<string>();
  return lines.filter(({ text, phone }) => {
    const key = phone ?? text["pt-BR"];
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
