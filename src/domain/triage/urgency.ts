// Within how many hours somebody should act: the smallest of what flags, limits and words ask for.
import type { Area } from "../legal/areas.ts";
import { words } from "./text.ts";
import type { Deadline, Flag } from "./types.ts";

/** Hours when nothing presses, per area: how long a first answer may wait without harm. */
export const CALM_HOURS: Record<Area, number> = {
  trabalho: 336,
  familia: 336,
  sucessoes: 336,
  consumidor: 336,
  civil: 336,
  penal: 168,
  previdenciario: 336,
  tributario: 336,
  administrativo: 336,
  empresarial: 336,
  saude: 168,
  crianca_e_adolescente: 168,
  digital: 168,
  ambiental: 336,
  migratorio: 336,
  nenhuma: 720,
};

/** Hours that a flag leaves at most. */
export const FLAG_HOURS: Partial<Record<Flag, number>> = {
  detention: 2,
  self_harm: 2,
  violence: 4,
  health_injunction: 24,
  custody: 48,
  deadline_danger: 72,
};

/** Hours that a wording leaves at most, when there is a legal problem at all. */
const WORDING: readonly { hours: number; pattern: RegExp }[] = [
  {
    hours: 12,
    pattern:
      / (agora mesmo|neste momento|nesse momento|right now|at this moment|this very moment|socorro|urgentissimo|life or death|tonight|hoje a noite|esta noite) /,
  },
  {
    hours: 24,
    pattern:
      / (urgente|urgencia|urgent|urgently|emergencia|emergency|desesperad[oa]|desperate|e hoje|para hoje|ainda hoje|hoje tem|is today|by today|due today|amanha|tomorrow) /,
  },
  {
    hours: 48,
    pattern:
      / (cort(aram|ou|ando|ar|am) (minha |a |nossa )?(luz|agua|energia)|sem (luz|agua|energia)|trocou a fechadura|changed the locks|locked out|na rua com|dormindo na rua|sem (comida|lugar|teto)|no place estou (stay|sleep)|homeless|foto\w* (\w+ ){0,3}(intima\w*|nua|pelad[ao]|sem roupa)|nudes?|intimate (photo|video|picture)\w*|(fiz|fizeram) (um |uns |varios |\d{1,2} |dois |tres )?pix|(cai|levei|sofri|tomei) (\w+ ){0,2}golpe|got scammed|hackeara?m?\w*|hacked|(invadiram|invadiu|roubaram) (meu|minha) (instagram|whatsapp|conta|facebook|email)|(cut|cuts|cutting|turned|shut|switched) off (my|the|our) (power|water|electricity|lights|gas)|bloquearam minha conta|pix (\w+ ){0,16}(golp\w+|fraude|enganad[oa]|estelionat\w+)|(golpe|fraude|enganad[oa]) (\w+ ){0,16}pix|scam\w* (\w+ ){0,16}(pix|transfer\w*)|(pix|transfer\w*) (\w+ ){0,16}(scam\w*|fraud)) /,
  },
  {
    hours: 72,
    pattern:
      / ((vou|posso|vai|ser|pode) (ser )?pres[oa]|(mand(ou|aram|ada) embora|demitid[ao]|demitiu|demitiram|dispensad[ao]|justa causa) (\w+ ){0,16}(gravida|gestante|gestacao)|(gravida|gestante) (\w+ ){0,16}(mand(ou|aram|ada) embora|demitida|demitiu|demitiram|dispensad[ao])|(fired|dismissed|laid off|let me go|sacked) (\w+ ){0,12}pregnant|pregnant (\w+ ){0,12}(fired|dismissed|laid off|let me go|sacked)|go estou jail|be arrested|depois de amanha|day after tomorrow|esta semana|essa semana|this week|proxim[ao]s dias|next days|semana que vem|next week|logo|asap|o mais rapido|rapido possivel|as soon as possible) /,
  },
  {
    hours: 168,
    pattern:
      / (fui citad[oa]|citacao|intimad[oa]|intimacao|notificacao|notificad[oa]|oficial de justica|despej\w+|evict\w*|summons|served|court papers|audiencia|hearing|bo|boletim) /,
  },
];

export interface UrgencyInput {
  area: Area | null;
  text: string;
  flags: readonly Flag[];
  deadlines: readonly Deadline[];
}

/** 2..720 hours. A limit still open leaves a third of the time to its end, never more than that time, never under 2. */
export function urgencyHours(input: UrgencyInput): number {
  const line = ` ${words(input.text).join(" ")} `;
  const hours = [input.area === null ? 336 : CALM_HOURS[input.area]];
  for (const flag of input.flags) hours.push(FLAG_HOURS[flag] ?? Number.POSITIVE_INFINITY);
  if (input.area !== "nenhuma") {
    for (const { hours: bound, pattern } of WORDING) if (pattern.test(line)) hours.push(bound);
  }
  const floor = deadlineFloorHours(input.deadlines);
  if (floor !== null) hours.push(floor);
  return Math.min(720, Math.max(2, Math.round(Math.min(...hours))));
}

/**
 * The calmest urgency, in hours (2..720), that running limits and dangers allow: neither a correction nor a model may go above it.
 * 720 when nothing presses.
 */
export function urgencyFloorHours(known: { deadlines: readonly Deadline[]; flags: readonly Flag[] }): number {
  const dangers = known.flags.map((flag) => FLAG_HOURS[flag] ?? CALMEST_HOURS);
  const limit = deadlineFloorHours(known.deadlines) ?? CALMEST_HOURS;
  return Math.max(2, Math.round(Math.min(CALMEST_HOURS, limit, ...dangers)));
}

const CALMEST_HOURS = 720;

/** The urgency that the limits alone ask for, or null without one that still runs; no later answer raises it. */
export function deadlineFloorHours(deadlines: readonly Deadline[]): number | null {
  const open = deadlines.filter(({ passed }) => !passed).map(({ hoursLeft }) => Math.max(2, hoursLeft / 3));
  return open.length === 0 ? null : Math.min(...open);
}
