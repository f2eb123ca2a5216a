// What a conversation's log looks like to its client: one entry for each event that is shown, on the server and live.
import type { Speaker } from "../events.ts";
import type { SafetyBox } from "../triage/types.ts";
import type { CaseNews } from "./case-news.ts";
import { newsLine, type Reader } from "./case-words.ts";

export type Entry =
  | {
      kind: "said";
      from: Speaker;
      text: string;
      messageId: string | null;
      clientMessageId: string | null;
      operatorName: string | null;
      options: Option[];
    }
  | { kind: "safety"; box: SafetyBox }
  | { kind: "news"; text: string };

export interface Option {
  value: string;
  label: string;
}

interface Event {
  type: string;
  data: Record<string, unknown>;
}

/** The entry of `event`, or null where it only changes the panel. `before` is where the case stood before it. */
export function entryOf(before: CaseNews, event: Event, reader: Reader): Entry | null {
  if (event.type === "message") return saidOf(event.data);
  if (event.type === "triage_update") {
    const box = boxOf(event.data.safety);
    return box === null ? null : { kind: "safety", box };
  }
  const text = newsLine(before, event, reader);
  return text === null ? null : { kind: "news", text };
}

/** The safety box in an event's data, or null. */
export function boxOf(value: unknown): SafetyBox | null {
  if (!isRecord(value) || typeof value.title !== "string" || !Array.isArray(value.lines)) return null;
  const lines = value.lines.filter(isRecord).map(({ text, phone }) => ({
    text: String(text),
    ...(typeof phone === "string" ? { phone } : {}),
  }));
  return { title: value.title, lines };
}

function saidOf(data: Record<string, unknown>): Entry | null {
  const from = SPEAKERS.find((speaker) => speaker === data.from);
  if (from === undefined || typeof data.text !== "string" || data.text === "") return null;
  return {
    kind: "said",
    from,
    text: data.text,
    messageId: typeof data.message_id === "string" ? data.message_id : null,
    clientMessageId: typeof data.client_message_id === "string" ? data.client_message_id : null,
    operatorName: typeof data.operator_name === "string" ? data.operator_name : null,
    options: optionsOf(data.options),
  };
}

const SPEAKERS: readonly Speaker[] = ["client", "agent", "human", "system"];

function optionsOf(value: unknown): Option[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((option) => ({ value: String(option.value), label: String(option.label) }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
