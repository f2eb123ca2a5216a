// A help desk in which the team reads and answers conversations beside the console (Chatwoot): what Vez asks of it.
import type { Speaker } from "../events.ts";

/** The label by which a conversation belongs to a person; set by Vez when it calls one, and by the team to take it. */
export const HUMAN_LABEL = "humano";

export interface DeskMessage {
  /** Number of the event in the conversation: the same number is the same message. */
  seq: number;
  from: Speaker;
  text: string;
}

export interface Desk {
  /** The desk's own conversation of a case; asked twice, it is one. */
  openThread(input: { caseId: string; title: string; link: string }): Promise<string>;
  /** Not idempotent: whoever does not know looks with `has` first. */
  say(thread: string, message: DeskMessage): Promise<void>;
  /** Whether the message of this number stands in the thread already: of its newest five hundred; said since, that many hide it. */
  has(thread: string, seq: number): Promise<boolean>;
  /** Puts the label on or takes it off, other labels stay; and says who holds the conversation. */
  mark(thread: string, input: { isHuman: boolean; controlledBy: "agent" | "human"; status: string }): Promise<void>;
  /**
   * Deletes the thread and the contact that was made for the case; `nothing` where neither stands there. It may take its time after it
   * said yes. Throws `vendor_refused` where Vez may not, `desk_thread_not_ours` where the number is somebody else's.
   */
  forget(input: { caseId: string; thread: string | null }): Promise<"deleted" | "nothing">;
  /** Words that only the team sees. */
  note(thread: string, text: string): Promise<void>;
}
