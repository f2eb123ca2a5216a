// A bare cry for help: nothing is told yet, so the numbers that answer at once come before the first question.
import type { Locale, Text } from "../locale.ts";
import { words } from "./text.ts";
import type { SafetyBox } from "./types.ts";

/** True for "socorro", "me ajuda por favor", "help me" and the like; false as soon as anything is told beside it. */
export function isCryForHelp(text: string): boolean {
  return CRY.test(` ${words(text).join(" ")} `);
}

export function cryBox(locale: Locale): SafetyBox {
  return {
    title: TITLE[locale],
    lines: LINES.map(({ text, phone }) => ({ text: text[locale], phone })),
  };
}

const AROUND =
  "(?:(?:oi|ola|bom dia|boa tarde|boa noite|por favor|pf|pfv|pelo amor de deus|meu deus|alguem|gente|moc[oa]|urgente|agora|rapido|muito|hello|hi|please|pls|plz|somebody|someone|anyone|god|now|urgent|urgently) )*";
const CRY = new RegExp(
  `^ ${AROUND}(?:(?:(?:eu )?preciso (?:de |muito de )?(?:uma )?(?:ajuda|socorro)|(?:pode |podem |poderia )?(?:me|nos) (?:ajud[ae]m?|ajudar|socorr[ae]m?)|ajud[ae](?: eu)?(?: me)?|socorr[oe]|sos|(?:can you |can |could you )?help(?: me| us)?|i need(?: some)? help|need help) ${AROUND})+$`,
);

const TITLE: Text = { "pt-BR": "Se há perigo agora", en: "If there is danger right now" };

const LINES: readonly { text: Text; phone: string }[] = [
  { text: { "pt-BR": "Polícia: 190, dia e noite.", en: "Police: 190, day and night." }, phone: "190" },
  {
    text: {
      "pt-BR": "Violência contra a mulher: 180, grátis, 24 horas, em sigilo.",
      en: "Women's helpline: 180, free, 24 hours, confidential.",
    },
    phone: "180",
  },
  {
    text: {
      "pt-BR": "Para conversar com alguém agora, CVV: 188, grátis, dia e noite.",
      en: "To talk to someone now, CVV: 188, free, day and night (in Portuguese).",
    },
    phone: "188",
  },
];
