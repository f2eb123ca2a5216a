// What listens to a person: the browser's recogniser, or a recording that Vez turns into words.

/** A name of the page's words for what went wrong. */
export type VoiceProblem =
  | "notAllowed"
  | "noMicrophone"
  | "noSpeech"
  | "network"
  | "otherLanguage"
  | "failed"
  /** Nothing is lost: the recording waits to be tried again. */
  | "kept";

/** What the page shows while somebody listens. */
export type VoiceState = "idle" | "asking" | "listening" | "recording" | "turning" | "kept";

export interface VoiceSource {
  /** Name of the line that says honestly who gets the sound. */
  readonly told: "toldBrowser" | "toldVez";
  start(): void;
  /** The person has said what they wanted. */
  stop(): void;
  /** Nothing more of it is wanted; words that are in the field stay. */
  cancel(): void;
  /** Only for a recording that is still there. */
  again?(): void;
}

export interface VoiceWorld {
  field: HTMLTextAreaElement;
  /** BCP 47, e.g. pt-BR. */
  language: string;
  /** The whole text of the field from now on. */
  write(text: string): void;
  /** `words` names what is said beside it. */
  show(state: VoiceState, words: string): void;
  /** `heard` is true where words were written. */
  ended(problem: VoiceProblem | null, heard: boolean): void;
}
