// The events that start a limit as scenes: what must be told together, in any order and any wording, for a day beside them to count.
import * as w from "./words.ts";

/** All of the patterns of a scene must be told in the words around a day. */
export type Scene = readonly RegExp[];

/** Scenes by kind of limit; every one of a kind starts it. Patterns read folded words, see `find-limits.ts`. */
export const EVENTS: Readonly<Record<string, readonly Scene[]>> = {
  labour_accident: [[w.JOB, w.WORK_INJURY]],
  labour_two_years: [[w.ENDED_WORK], [w.JOB, w.NOT_WANTED]],
  answer_summons: [[w.COURT, w.PAPER, w.CAME, w.CLAIM]],
  criminal_answer: [[w.CRIME, w.SERVED, w.DEFEND]],
  traffic_fine: [[w.TRAFFIC, w.FINED, w.CAME]],
  tax_administrative: [[w.TAX, w.PAPER_OR_FINE, w.CAME]],
  inss_appeal: [[w.INSS, w.DENIED]],
  inss_review: [[w.PENSIONER, w.REVIEW]],
  refugee_appeal: [[w.ASYLUM, w.DENIED]],
  consumer_durable: [[w.PRODUCT, w.FAULT, w.ACQUIRED]],
  consumer_perishable: [
    [w.SERVICE, w.BADLY_DONE],
    [w.FOOD, w.SPOILED],
  ],
  consumer_damage: [
    [w.SERVICE, w.INJURED_BY, w.INDEMNITY],
    [w.PRODUCT, w.INJURED_BY, w.INDEMNITY],
  ],
  consumer_withdrawal: [[w.REMOTE, w.ACQUIRED, w.REGRET]],
  probate_opening: [[w.KIN, w.DIED]],
  survivor_pension: [[w.KIN, w.DIED, w.PENSION]],
  damages_three_years: [
    [w.VEHICLE_OR_DOG, w.COLLIDED, w.HARM],
    [w.STRUCK, w.BODY_HARM, w.NOT_MADE_GOOD],
  ],
  criminal_complaint: [
    [w.SAID, w.EPITHET],
    [w.INSULTED, w.PUBLICLY],
    [w.OFFENCE_ON_COMPLAINT, w.KNEW_WHO],
  ],
  enforcement_defence: [
    [w.TAKEN_AWAY, w.MONEY, w.BY_COURT],
    [w.EXECUTION, w.SERVED, w.COURT],
  ],
  enforcement_payment: [[w.EXECUTION, w.SERVED, w.COURT]],
  lease_renewal: [
    [w.BUSINESS_LEASE, w.LEASE],
    [w.TO_RENEW, w.BUSINESS, w.LEASE],
  ],
  eviction_leave: [[w.RENTED_HOME, w.TOLD_TO, w.LEAVE_HOME]],
  appeal: [[w.DECISION, w.LOST, w.CASE]],
  appeal_labour: [
    [w.DECISION, w.LOST, w.LABOUR_CASE],
    [w.DECISION, w.APPEALING, w.LABOUR_CASE],
  ],
  appeal_small_claims: [
    [w.DECISION, w.LOST, w.SMALL_CLAIMS],
    [w.DECISION, w.APPEALING, w.SMALL_CLAIMS],
  ],
  appeal_civil: [
    [w.DECISION, w.LOST, w.CIVIL_CASE],
    [w.DECISION, w.APPEALING, w.CIVIL_CASE],
  ],
  hearing: [[w.OFFICE, w.CALLED_TO]],
  vehicle_repossession: [[w.VEHICLE, w.SEIZED, w.UNPAID]],
  protest_notice: [[w.NOTARY, w.PROTEST]],
  insurance_claim: [[w.INSURER, w.REFUSED]],
  pix_refund: [[w.TRANSFER, w.TRICKED]],
};

/** Where the same scene is another person's story, or another limit's. */
export const NOT_EVENTS: Readonly<Record<string, RegExp>> = {
  consumer_damage: w.ROBBED,
  labour_two_years: w.A_FRIENDS_STORY,
  traffic_fine: w.PAID_ALREADY,
  tax_administrative: w.TRAFFIC,
  consumer_durable: w.ABOUT_LAND,
  consumer_withdrawal: w.ABOUT_LAND,
  probate_opening: w.NOT_ABOUT_AN_ESTATE,
  damages_three_years: w.ONLOOKER,
  criminal_complaint: w.ACCUSED_MYSELF,
  enforcement_defence: w.NOT_ENFORCED,
  eviction_leave: w.MY_OWN_TENANT,
  answer_summons: w.OTHER_PAPERS,
  appeal: w.OTHER_DECISIONS,
  appeal_labour: w.OTHER_DECISIONS,
  appeal_small_claims: w.NOT_CIVIL,
  appeal_civil: w.NOT_ORDINARY,
  enforcement_payment: w.OF_TAXES,
  labour_accident: w.A_FRIENDS_STORY,
  inss_review: w.TRAFFIC,
  insurance_claim: w.HEALTH,
  vehicle_repossession: w.BY_POLICE,
  hearing: w.NO_SUMMONS_OF_MINE,
};

/** Words of the day that itself starts the time: a fine runs from its notice, not from the day of driving. */
export const STARTS: Readonly<Record<string, RegExp>> = {
  answer_summons: w.SERVED_OR_CAME,
  enforcement_defence: w.SERVED_OR_CAME,
  enforcement_payment: w.SERVED_OR_CAME,
  rent_arrears: w.SERVED_OR_CAME,
  criminal_answer: w.SERVED_OR_CAME,
  tax_enforcement: w.SERVED_OR_CAME,
  criminal_complaint: w.KNEW_WHO,
  inss_review: /\b(pagamento|caiu|conced|comec|payment|granted|started|paid)/,
  refugee_appeal: /\b(neg|indefer|notific|notified|said no|den(ied|y)|refus|reject)/,
  traffic_fine: w.SENT_OR_CAME,
  tax_administrative: w.CAME,
  inss_appeal:
    /\b(neg|indefer|cort|cess|suspen|carta|saiu|respost|resultado|vi n|meu inss|aplicativo|abri\b|letter|app\b|website|den(ied|y)|refus|stopp|cut|result|answer)/,
  consumer_withdrawal: /\b(cheg|receb|entreg|veio|arriv|came|deliver|got it|receiv)/,
  consumer_durable: w.DELIVERED_OR_BROKE,
  eviction_leave: w.CAME,
  labour_two_years:
    /\b(demit|demiss|dispens|deslig|embora|rua|fora|contas|ultimo|sai\b|fired|let (me )?go|laid|last|dismiss|left|quit|sack|told)/,
  probate_opening: w.DIED,
  survivor_pension: w.DIED,
  hearing: w.APPOINTED,
  appeal: w.DECIDED,
  appeal_labour: w.DECIDED,
  appeal_small_claims: w.DECIDED,
  appeal_civil: w.DECIDED,
  damages_three_years: w.COLLIDED,
};
