// The events that start a limit as scenes: what must be told together, in any order and any wording, for a day beside them to count.
import * as w from "./words.ts";

/** All of the patterns of a scene must be told in the words around a day. */
export type Scene = readonly RegExp[];

/** Scenes by kind of limit; every one of a kind starts it. Patterns read folded words, see `find-limits.ts`. */
export const EVENTS: Readonly<Record<string, readonly Scene[]>> = {
  labour_two_years: [[w.ENDED_WORK], [w.JOB, w.NOT_WANTED]],
  answer_summons: [[w.COURT, w.PAPER, w.CAME, w.CLAIM]],
  criminal_answer: [[w.CRIME, w.SERVED, w.DEFEND]],
  traffic_fine: [[w.TRAFFIC, w.FINED, w.CAME]],
  tax_administrative: [[w.TAX, w.PAPER_OR_FINE, w.CAME]],
  inss_appeal: [[w.INSS, w.DENIED]],
  consumer_durable: [[w.PRODUCT, w.FAULT, w.ACQUIRED]],
  consumer_perishable: [[w.SERVICE, w.BADLY_DONE]],
  consumer_withdrawal: [[w.REMOTE, w.ACQUIRED, w.REGRET]],
  probate_opening: [[w.KIN, w.DIED]],
  survivor_pension: [[w.KIN, w.DIED, w.PENSION]],
  damages_three_years: [[w.VEHICLE_OR_DOG, w.COLLIDED, w.HARM]],
  criminal_complaint: [
    [w.SAID, w.EPITHET],
    [w.INSULTED, w.PUBLICLY],
  ],
  enforcement_defence: [[w.TAKEN_AWAY, w.MONEY, w.BY_COURT]],
  eviction_leave: [[w.RENTED_HOME, w.TOLD_TO, w.LEAVE_HOME]],
  appeal: [[w.DECISION, w.LOST, w.CASE]],
  hearing: [[w.OFFICE, w.CALLED_TO]],
  vehicle_repossession: [[w.VEHICLE, w.SEIZED, w.UNPAID]],
  protest_notice: [[w.NOTARY, w.PROTEST]],
  insurance_claim: [[w.INSURER, w.REFUSED]],
  pix_refund: [[w.TRANSFER, w.TRICKED]],
};

/** Where the same scene is another person's story, or another limit's. */
export const NOT_EVENTS: Readonly<Record<string, RegExp>> = {
  labour_two_years: w.A_FRIENDS_STORY,
  traffic_fine: w.PAID_ALREADY,
  tax_administrative: w.TRAFFIC,
  consumer_durable: w.ABOUT_LAND,
  consumer_withdrawal: w.ABOUT_LAND,
  probate_opening: w.NOT_ABOUT_AN_ESTATE,
  damages_three_years: w.ONLOOKER,
  criminal_complaint: w.ACCUSED_MYSELF,
  enforcement_defence: w.TRICKED,
  eviction_leave: w.MY_OWN_TENANT,
  answer_summons: w.OTHER_PAPERS,
  appeal: w.OTHER_DECISIONS,
  insurance_claim: w.HEALTH,
  vehicle_repossession: w.BY_POLICE,
  hearing: w.NO_SUMMONS_OF_MINE,
};

/** Words of the day that itself starts the time: a fine runs from its notice, not from the day of driving. */
export const STARTS: Readonly<Record<string, RegExp>> = {
  answer_summons: w.CAME,
  traffic_fine: w.CAME,
  tax_administrative: w.CAME,
  inss_appeal:
    /\b(neg|indefer|cort|cess|suspen|carta|saiu|respost|resultado|perici|apt[oa]\b|letter|den(ied|y)|refus|stopp|cut|result|answer)/,
  consumer_withdrawal: /\b(cheg|receb|entreg|veio|arriv|came|deliver|got it|receiv)/,
  consumer_durable: /\b(cheg|receb|entreg|veio|comprei|bought|arriv|came|deliver|receiv)/,
  eviction_leave: w.CAME,
  labour_two_years:
    /\b(demit|demiss|dispens|deslig|embora|rua|fora|contas|ultimo|sai\b|fired|let (me )?go|laid|last|dismiss|left|quit|sack|told)/,
  probate_opening: /\b(falec|morr|enterr|perd|partiu|se foi|descans|obito|died|passed|lost|death|funeral|buried)/,
  appeal: /\b(sentenca|decisao|decid|julg|saiu|publica|perd|juiz|lost|judge|rul|decision|verdict)/,
  damages_three_years: w.COLLIDED,
};
