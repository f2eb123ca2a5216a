// One thing of a conversation that is to be said on WhatsApp.
import type { SafetyBox } from "../triage/types.ts";

/** `key` names it in every attempt; `isFirst`: the greeting. */
export type Said = { key: string } & (
  | { kind: "words"; text: string; options: { label: string }[]; isFirst: boolean }
  | { kind: "safety"; box: SafetyBox }
);
