// Speech into the text field by a recording that Vez turns into words; it lives in this page's memory alone.
import { appendHeard } from "./join-heard.ts";
import type { VoiceProblem, VoiceSource, VoiceWorld } from "./voice-source.ts";

/** What every speech model takes; the first one that the browser can make. Safari makes MP4 only. */
const TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
/** Clear speech; two minutes are half a megabyte. */
const BITS_PER_SECOND = 32_000;
export const LONGEST_MS = 120_000;
/** Two models that are both slow, with their time to be reached. */
const TURNING_MS = 60_000;

/** Null where the browser cannot record, or nobody turns recordings into words. */
export function recording(world: VoiceWorld, url: string | undefined): VoiceSource | null {
  if (url === undefined || !("MediaRecorder" in window) || navigator.mediaDevices === undefined) return null;
  const type = TYPES.find((known) => MediaRecorder.isTypeSupported(known));
  return type === undefined ? null : new Recording(world, url, type);
}

class Recording implements VoiceSource {
  readonly told = "toldVez";
  readonly #world: VoiceWorld;
  readonly #url: string;
  readonly #type: string;
  /** Counts what was begun: what belongs to an earlier one is not heard. */
  #turn = 0;
  #recorder: MediaRecorder | null = null;
  #kept: Blob | null = null;
  #sending: AbortController | null = null;

  constructor(world: VoiceWorld, url: string, type: string) {
    this.#world = world;
    this.#url = url;
    this.#type = type;
  }

  start(): void {
    this.#forget();
    this.#world.show("asking", "asking");
    void this.#record(this.#turn);
  }

  stop(): void {
    if (this.#recorder?.state === "recording") this.#recorder.stop();
  }

  again(): void {
    if (this.#kept !== null) void this.#turnIntoWords(this.#kept);
  }

  cancel(): void {
    this.#forget();
    this.#world.ended(null, false);
  }

  #forget(): void {
    this.#turn++;
    this.#sending?.abort();
    this.#kept = null;
    if (this.#recorder?.state === "recording") this.#recorder.stop();
    this.#recorder = null;
  }

  async #record(turn: number): Promise<void> {
    const stream = await this.#openMicrophone(turn);
    if (stream === null) return;
    const parts: Blob[] = [];
    const recorder = new MediaRecorder(stream, { mimeType: this.#type, audioBitsPerSecond: BITS_PER_SECOND });
    const timer = setTimeout(() => this.stop(), LONGEST_MS);
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      clearTimeout(timer);
      // The browser's sign that somebody listens goes out.
      for (const track of stream.getTracks()) track.stop();
      if (turn === this.#turn) void this.#turnIntoWords(new Blob(parts, { type: this.#type }));
    });
    this.#recorder = recorder;
    recorder.start();
    this.#world.show("recording", "recording");
  }

  /** Null where there is none, or nobody waits for it any more. */
  async #openMicrophone(turn: number): Promise<MediaStream | null> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (turn === this.#turn) return stream;
      for (const track of stream.getTracks()) track.stop();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      if (turn === this.#turn) this.#world.ended(microphoneProblem(error), false);
    }
    return null;
  }

  async #turnIntoWords(sound: Blob): Promise<void> {
    const turn = this.#turn;
    this.#kept = sound;
    const sending = new AbortController();
    this.#sending = sending;
    this.#world.show("turning", "turning");
    const patience = setTimeout(() => sending.abort(), TURNING_MS);
    const answer = await this.#post(sound, sending.signal).finally(() => clearTimeout(patience));
    if (turn !== this.#turn) return;
    if ("problem" in answer) {
      if (answer.problem !== "kept") this.#kept = null;
      return this.#world.ended(answer.problem, false);
    }
    this.#kept = null;
    this.#world.write(appendHeard(this.#world.field.value, answer.transcript));
    this.#world.ended(null, true);
  }

  async #post(sound: Blob, signal: AbortSignal): Promise<{ transcript: string } | { problem: VoiceProblem }> {
    try {
      const answer = await fetch(this.#url, {
        method: "POST",
        headers: { "content-type": sound.type },
        body: sound,
        signal,
      });
      const body: unknown = await answer.json();
      if (answer.ok && hasTranscript(body)) return body;
      if (codeOf(body) === "heard_nothing") return { problem: "noSpeech" };
      // What is too large or unreadable stays so; the rest may pass.
      return { problem: answer.status === 413 || answer.status === 415 || answer.status === 501 ? "failed" : "kept" };
    } catch (cause) {
      // A network that fails, a wait that ran out, an answer that is no JSON: the recording is not lost.
      if (cause instanceof TypeError || cause instanceof DOMException || cause instanceof SyntaxError) {
        return { problem: "kept" };
      }
      throw cause;
    }
  }
}

function microphoneProblem({ name }: DOMException): VoiceProblem {
  if (name === "NotAllowedError" || name === "SecurityError") return "notAllowed";
  return "noMicrophone";
}

function hasTranscript(body: unknown): body is { transcript: string } {
  return typeof body === "object" && body !== null && "transcript" in body && typeof body.transcript === "string";
}

function codeOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "code" in body ? body.code : null;
}
