// What a conversation knows between turns: who it is about, the interview, and where it stands.
import type { ConversationStatus, OpenConversation } from "../src/domain/ports.ts";
import type { InterviewState, SafetyBox, Understanding } from "../src/domain/triage/types.ts";
import type { PendingTurn } from "./pending-turn.ts";

/** Where the conversation stands, as a snapshot shows it. */
export interface Standing {
  status: ConversationStatus;
  controlledBy: "agent" | "human";
  operatorName: string | null;
  understanding: Understanding;
  /** The last safety box that was shown. */
  safety: SafetyBox | null;
  question: { id: string | null; options: { value: string; label: string }[] };
  /** True from the moment at which a triage was complete that needs a professional. */
  triaged: boolean;
  /** When the person last wrote, ms since the epoch. */
  heardAt: number;
  /** When it was to be forgotten and turned out to be a case after all, ms since the epoch. */
  keptAt?: number;
  /** True when the person has been reminded since then. */
  reminded: boolean;
}

/** Up to where what was said was handed over to a phone, and by which way the person wrote last. */
export interface Told {
  seq: number;
  by: "whatsapp" | "page";
}

interface Parts {
  about: OpenConversation;
  interview: InterviewState;
  standing: Standing;
  pending: PendingTurn | null;
  /** Only of a conversation that is held, or was, on WhatsApp. */
  told: Told;
}

/** Written by this class alone, so what is read back has the shape that was written. */
export class ConversationState {
  readonly #sql: SqlStorage;
  #kept: Partial<Parts> | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  get<N extends keyof Parts>(name: N): Parts[N] | null {
    this.#kept ??= this.#read();
    return this.#kept[name] ?? null;
  }

  set<N extends keyof Parts>(name: N, value: Parts[N]): void {
    this.#kept ??= this.#read();
    this.#sql.exec("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", name, JSON.stringify(value));
    this.#kept[name] = value;
  }

  /** Forgets what a rolled back transaction had set. */
  reload(): void {
    this.#kept = null;
  }

  #read(): Partial<Parts> {
    const rows = this.#sql.exec<{ name: string; value: string }>("SELECT name, value FROM state").toArray();
    return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value)]));
  }
}
