// Speech into the text field by the browser's own recogniser; nothing is sent: the person reads, corrects and sends.
import { appendHeard, joinHeard } from "./join-heard.ts";
import type { VoiceProblem, VoiceSource, VoiceWorld } from "./voice-source.ts";

/** What is used of SpeechRecognition (Web Speech API); browsers that have it name it with or without a prefix. */
interface Recogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  start(): void;
  stop(): void;
  abort(): void;
}
type RecogniserClass = new () => Recogniser;

/** Some browsers have the name and nobody behind it: they never begin and never fail. Time enough to read a question and answer it. */
const BEGINS_MS = 30_000;

/** Null where the browser has none. */
export function dictation(world: VoiceWorld): VoiceSource | null {
  const names = window as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass };
  const recogniser = names.SpeechRecognition ?? names.webkitSpeechRecognition;
  return recogniser === undefined ? null : new Dictation(recogniser, world);
}

class Dictation implements VoiceSource {
  readonly told = "toldBrowser";
  readonly #make: RecogniserClass;
  readonly #world: VoiceWorld;
  /** Ends what is being listened to; whatever comes later from it is not heard. */
  #leave: (() => void) | null = null;
  #recogniser: Recogniser | null = null;

  constructor(make: RecogniserClass, world: VoiceWorld) {
    this.#make = make;
    this.#world = world;
  }

  start(): void {
    this.#leave?.();
    const { field, language, show } = this.#world;
    const listening = new AbortController();
    const { signal } = listening;
    const recogniser = new this.#make();
    recogniser.lang = language;
    recogniser.continuous = true;
    recogniser.interimResults = true;
    const before = field.value;
    let heard = "";
    let problem: VoiceProblem | null = null;
    const silent = setTimeout(() => {
      this.#leave?.();
      this.#world.ended("failed", false);
    }, BEGINS_MS);
    signal.addEventListener("abort", () => clearTimeout(silent));
    const begun = () => {
      clearTimeout(silent);
      show("listening", "listening");
    };
    recogniser.addEventListener("start", begun, { signal });
    recogniser.addEventListener(
      "result",
      (event) => {
        const { results } = event as SpeechRecognitionEvent;
        heard = joinHeard(Array.from(results, (result) => result[0]?.transcript ?? ""));
        this.#world.write(appendHeard(before, heard));
      },
      { signal },
    );
    recogniser.addEventListener(
      "error",
      (event) => {
        const { error } = event as Event & { error?: string };
        // Silence after words is only the end of them.
        if (error !== "aborted" && !(error === "no-speech" && heard !== "")) problem = problemOf(error);
      },
      { signal },
    );
    const end = () => {
      listening.abort();
      this.#leave = null;
      this.#recogniser = null;
    };
    recogniser.addEventListener(
      "end",
      () => {
        end();
        this.#world.ended(problem, heard !== "");
      },
      { signal },
    );
    this.#recogniser = recogniser;
    this.#leave = () => {
      end();
      recogniser.abort();
    };
    show("asking", "asking");
    recogniser.start();
  }

  /** The last words may still come. */
  stop(): void {
    this.#recogniser?.stop();
  }

  cancel(): void {
    if (this.#leave === null) return;
    this.#leave();
    this.#world.ended(null, false);
  }
}

function problemOf(error: string | undefined): VoiceProblem {
  if (error === "not-allowed") return "notAllowed";
  if (error === "no-speech") return "noSpeech";
  if (error === "audio-capture") return "noMicrophone";
  if (error === "network") return "network";
  if (error === "language-not-supported") return "otherLanguage";
  return "failed";
}
