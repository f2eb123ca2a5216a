// What a person who writes on WhatsApp is told there: every word of the agent and of the team since the last that was handed over.
// The log is the truth; `told` is the number up to which it was handed over, and by which way the person wrote last.
import type { MessageData, TriageUpdateData } from "../src/domain/conversation-events.ts";
import type { LoggedEvent } from "../src/domain/events.ts";
import { isFromWhatsApp } from "../src/domain/whatsapp/message-id.ts";
import type { Said } from "../src/domain/whatsapp/said.ts";
import type { EffectQueue } from "./conversation-effect-queue.ts";
import type { ConversationLog } from "./conversation-log.ts";
import type { ConversationState, Told } from "./conversation-state.ts";

export interface Telling {
  lines: Said[];
  /** Where the log was when they were read. */
  upTo: Told;
}

/** A queue message holds some; what is left is owed again. */
const MOST_LINES = 50;

export class ConversationTelling {
  readonly #log: ConversationLog;
  readonly #state: ConversationState;
  readonly #effects: EffectQueue;

  constructor(parts: { log: ConversationLog; state: ConversationState; effects: EffectQueue }) {
    this.#log = parts.log;
    this.#state = parts.state;
    this.#effects = parts.effects;
  }

  /** The person writes on WhatsApp. A talk that begins there is told from its greeting on; of another only what comes now. */
  begin(): void {
    if (this.#state.get("told") !== null) return;
    const isNew = !this.#log.spoken(0).some(isClients);
    this.#state.set("told", { seq: isNew ? 0 : this.#log.lastSeq, by: "whatsapp" });
  }

  /** Owes what is not told yet; call it in the transaction of every change. */
  owe(nowMs: number): void {
    const told = this.#state.get("told");
    if (told === null || told.seq >= this.#log.lastSeq) return;
    const { lines, upTo } = this.read();
    if (lines.length > 0) this.#effects.owe("tell", null, this.#log.lastSeq, nowMs);
    else if (upTo.by !== told.by) this.#state.set("told", upTo);
  }

  /** What is to be said now: nothing while the person writes on the page. */
  read(): Telling {
    const told = this.#state.get("told") ?? { seq: this.#log.lastSeq, by: "page" };
    const lines: Said[] = [];
    let upTo: Told = told;
    for (const event of this.#log.spoken(told.seq)) {
      if (lines.length === MOST_LINES) break;
      const by = isClients(event) ? wayOf(event) : upTo.by;
      upTo = { seq: event.seq, by };
      if (by === "whatsapp") lines.push(...saidIn(event));
    }
    return { lines, upTo };
  }

  /** Everything up to there has been handed over. */
  done(upTo: Told): void {
    const told = this.#state.get("told");
    if (told === null || upTo.seq > told.seq) this.#state.set("told", upTo);
  }
}

function isClients({ type, data }: LoggedEvent): boolean {
  return type === "message" && data.from === "client";
}

function wayOf({ data }: LoggedEvent): Told["by"] {
  return isFromWhatsApp(data.client_message_id) ? "whatsapp" : "page";
}

function saidIn(event: LoggedEvent): Said[] {
  if (event.type === "triage_update") {
    // Written by this object alone: it has the shape that was written.
    const { turn_id, safety } = event.data as unknown as TriageUpdateData;
    return safety == null ? [] : [{ kind: "safety", key: `${turn_id}:safety`, box: safety }];
  }
  const { message_id, from, text: said, options, operator_name } = event.data as unknown as MessageData;
  if (from === "client" || said.trim() === "") return [];
  // Nobody takes the team's words for the program's, nor the other way round.
  const text = operator_name === undefined ? said : `*${operator_name}*\n${said}`;
  // The greeting is the third event of a conversation at most: after its start and what is understood of nothing.
  const isFirst = event.seq <= 3;
  return [{ kind: "words", key: message_id, text, options: options ?? [], isFirst }];
}
