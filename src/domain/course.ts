// Changes of course: which kinds there are, and the reasons that may be named for them.
import type { Text } from "./locale.ts";

/** `lapsed`: the professional did not sign in time; `silent`: the client did not answer for a month. */
export const CHANGE_KINDS = ["cancelled", "withdrawn", "another", "lapsed", "silent", "reopened"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Why a professional gives a case back; kept for whoever searches next. */
export const WITHDRAW_REASONS = {
  conflict: { "pt-BR": "Conflito de interesses", en: "Conflict of interest" },
  outside_area: { "pt-BR": "É de outra área que a minha", en: "It is outside my area" },
  too_far: { "pt-BR": "É longe demais para mim", en: "It is too far for me" },
  too_busy: { "pt-BR": "Não tenho tempo agora", en: "I have no time now" },
  client_unreachable: { "pt-BR": "Não consigo falar com a pessoa", en: "I cannot reach the person" },
  trust_lost: { "pt-BR": "Não há mais confiança", en: "There is no trust any more" },
  personal: { "pt-BR": "Motivo pessoal ou de saúde", en: "Personal or health reasons" },
} as const satisfies Record<string, Text>;

/** Why a client calls it off; all optional. */
export const CANCEL_REASONS = {
  solved: { "pt-BR": "Já se resolveu", en: "It is solved already" },
  found_elsewhere: { "pt-BR": "Encontrei ajuda em outro lugar", en: "I found help elsewhere" },
  too_long: { "pt-BR": "Demorou demais", en: "It took too long" },
  too_expensive: { "pt-BR": "Está caro para mim", en: "It is too expensive for me" },
  not_now: { "pt-BR": "Agora não é o momento", en: "Now is not the time" },
} as const satisfies Record<string, Text>;

/** Why a client wants another professional; all optional. */
export const ANOTHER_REASONS = {
  no_answer: { "pt-BR": "Não me responde", en: "I get no answer" },
  no_trust: { "pt-BR": "Não me senti à vontade", en: "I did not feel at ease" },
  disagree: { "pt-BR": "Vemos o caso de forma diferente", en: "We see the case differently" },
  too_expensive: { "pt-BR": "Está caro para mim", en: "It is too expensive for me" },
  know_each_other: { "pt-BR": "Conheço essa pessoa", en: "I know this person" },
} as const satisfies Record<string, Text>;

/** Beside the named one a person may use a few words. */
export const MAX_COURSE_WORDS = 500;

/** From so many changes of professional on an operator looks at the case as well. */
export const CALL_AFTER_CHANGES = 2;

/** From so many withdrawals in 30 days on an operator looks at the professional. */
export const CALL_AFTER_WITHDRAWALS = 3;
