// Speaking instead of writing: stays hidden until the page's module finds that this browser can listen or record.
import type { Locale } from "../../domain/locale.ts";
import { VOICE } from "./texts/voice.ts";

interface VoiceProps {
  /** Of the page. */
  locale: Locale;
  /** In which the person speaks: the conversation's. */
  spoken: Locale;
  /** Id of the text field that the words go into. */
  field: string;
  /** Where a recording is turned into words; left out where nobody does that. */
  transcriptUrl?: string | undefined;
}

export function Voice({ locale, spoken, field, transcriptUrl }: VoiceProps) {
  const words = Object.fromEntries(Object.entries(VOICE).map(([name, text]) => [name, text[locale]]));
  return (
    <div
      class="voice"
      id="voice"
      data-field={field}
      data-language={spoken === "en" ? "en-US" : "pt-BR"}
      data-transcript-url={transcriptUrl}
      data-words={JSON.stringify(words)}
      hidden
    >
      <div class="voice-row">
        <button type="button" class="plain small" id="voice-start">
          <Microphone />
          <span id="voice-start-label">{VOICE.start[locale]}</span>
        </button>
        <span class="voice-time" id="voice-time" role="timer" aria-label={VOICE.time[locale]} hidden>
          0:00
        </span>
        <button type="button" class="button quiet small voice-stop" id="voice-stop" hidden>
          {VOICE.stop[locale]}
        </button>
        <button type="button" class="button quiet small" id="voice-again" hidden>
          {VOICE.again[locale]}
        </button>
        <button type="button" class="plain small" id="voice-discard" hidden>
          {VOICE.discard[locale]}
        </button>
      </div>
      <p class="voice-state" id="voice-state" role="status" />
    </div>
  );
}

function Microphone() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="9" y="3" width="6" height="11" rx="3" fill="currentColor" />
      <path
        d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      />
    </svg>
  );
}
