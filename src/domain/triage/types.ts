// The shapes of the triage interview: what is understood, what is answered, what is kept between turns.
import type { Area } from "../legal/areas.ts";
import type { Locale, Text } from "../locale.ts";

export type { Area } from "../legal/areas.ts";
export type { Locale } from "../locale.ts";

export type Complexity = "low" | "medium" | "high";

export type Flag =
  | "violence"
  | "custody"
  | "detention"
  | "health_injunction"
  | "self_harm"
  | "deadline_danger"
  | "foreign_law"
  | "asked_for_person"
  | "angry"
  | "low_confidence";

export interface Deadline {
  /** Slug of the limit, e.g. `labour_two_years`. */
  kind: string;
  /** Last day, YYYY-MM-DD in the conversation's zone, counted the cautious way. */
  date: string;
  label: Text;
  /** The statute that sets the limit. */
  source: string;
  /** The person's words that it was read from; empty when it came from a correction. */
  quote: string;
  /** Hours from now to the end of the last day; 0 when passed. */
  hoursLeft: number;
  passed: boolean;
}

export interface FoundDate {
  /** YYYY-MM-DD in the conversation's zone. */
  date: string;
  quote: string;
}

export interface AreaShare {
  area: Area;
  /** 0..1; all shares of one classification sum to 1. */
  share: number;
}

export interface Understanding {
  area: Area | null;
  subarea: string | null;
  /** The three likeliest areas, likeliest first. */
  areaCandidates: AreaShare[];
  /** Hours within which somebody should act, 2..720. */
  urgencyHours: number;
  complexity: Complexity;
  /** 0..1, roughly calibrated: how often an area held with this confidence is right. */
  confidence: number;
  deadlines: Deadline[];
  dates: FoundDate[];
  flags: Flag[];
  uf: string | null;
  municipality: string | null;
  adverseParties: string[];
  remoteOk: boolean;
  languages: Locale[];
  /** Third person, anonymised, in the conversation's locale; empty until something was told. */
  summary: string;
  /** 0..1 */
  progress: number;
  /** Names of the fields that the person corrected on the panel. */
  corrected: string[];
}

export interface SafetyBox {
  title: string;
  lines: { text: string; phone?: string }[];
}

export type Status = "interviewing" | "completed" | "handed_off" | "stopped";

export interface Reply {
  text: string;
  /** Id of the question that the reply ends with, or null. */
  question: string | null;
  options?: { value: string; label: string }[];
}

export interface Turn {
  state: InterviewState;
  reply: Reply;
  understanding: Understanding;
  safety: SafetyBox | null;
  status: Status;
  /** `asked_for_person`, `detention`, `foreign_law`, `self_harm`, `in_danger`, `angry`, `legal_threat`, `low_confidence`, `needs_person` or `not_understood`. */
  handOffReason: string | null;
  /** Why this turn calls a person beside the conversation, which goes on: `violence`, `detention` or `health`; else null. */
  calls: CallReason | null;
}

export type CallReason = "violence" | "detention" | "health";

export interface Correction {
  area?: Area;
  subarea?: string | null;
  urgencyHours?: number;
  uf?: string;
  municipality?: string | null;
  /** Replaces the limits that were read from the text; YYYY-MM-DD. */
  deadlineDates?: string[];
  locale?: Locale;
}

/** A limit whose first day is known; the last day follows from the table of limits. */
export interface LimitRead {
  kind: string;
  /** Last day, YYYY-MM-DD. */
  date: string;
  quote: string;
}

export type Strategy = "simple" | "failover" | "ensemble";

/** One voter's opinion about the whole story so far. */
export interface Vote {
  /** Provider and model, e.g. `openai:gpt-5-mini`; `scripted` for the lexical classifier. */
  voter: string;
  /** Weight from the configuration, above 0. */
  weight: number;
  /** `nenhuma` is the label for no legal problem. */
  area: Area;
  subarea: string | null;
  /** How sure the voter says it is, 0..1. */
  confidence: number;
  /** Hours within which somebody should act, 2..720, or null where it gave none. */
  urgencyHours: number | null;
  complexity: Complexity | null;
  /** Dangers that it heard in the story. */
  flags: Flag[];
  needsPerson: boolean;
}

/** The models' votes on one state of the interview; plain JSON, kept beside it. The scripted vote is added when it is counted. */
export interface Analysis {
  strategy: Strategy;
  /** Only of voters that answered; never empty. */
  votes: Vote[];
  /** Weight of the scripted classifier in the same vote. */
  scriptedWeight: number;
  promptVersion: string;
  /** `InterviewState.turns` of the story that was read. */
  turns: number;
}

/**
 * Everything that one conversation keeps between turns: plain JSON under 64 kB.
 * Dates are resolved when they are said ("yesterday" ages), so the found facts are kept beside the words.
 */
export interface InterviewState {
  version: 1;
  vertical: "legal";
  locale: Locale;
  zone: string;
  status: Status;
  handOffReason: string | null;
  /** What the person told, cleaned; answers that name someone are kept out. */
  told: string[];
  /** Ids of the questions asked, in order. */
  asked: string[];
  /** The question that waits for its answer. */
  waiting: string | null;
  /** Question id -> what was understood: `yes`, `no`, `unknown`, an option's value or free words. */
  answers: Record<string, string>;
  dates: FoundDate[];
  limits: LimitRead[];
  flags: Flag[];
  uf: string | null;
  municipality: string | null;
  adverseParties: string[];
  /** Names that the person gave of himself or of others; redacted from the summary, never shown. */
  ownNames: string[];
  remoteOk: boolean | null;
  languages: Locale[];
  /** Safety boxes already shown, so that each comes once. */
  shownBoxes: string[];
  /** Messages in a row that said nothing. */
  emptyTurns: number;
  /** Person's messages so far. */
  turns: number;
  /** Angry messages so far; the second calls a person. */
  angryTurns?: number;
  /** What a person has been called for beside the conversation, each once. */
  called?: CallReason[];
  /** What humans agreed with the person, oldest first; it is told again in the summary. */
  agreed?: string[];
  /** A human held this conversation once: what it was handed over for does not hand it over again. */
  humanSaw: boolean;
  /** The area that the person picked when asked, or null. */
  chosenArea: Area | null;
  correction: Correction;
  /** The models' latest votes; without any the script's labels stand. */
  analysis?: Analysis;
}
