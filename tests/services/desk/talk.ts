// A conversation as the desk knows it: its log, who holds it, and what was done to it, each key once.
import type { Desk } from "../../../src/domain/desk/desk.ts";
import type { LoggedEvent } from "../../../src/domain/events.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import type { ConversationPort, RpcResult } from "../../../src/domain/ports.ts";
import { openChatwoot } from "../../../src/providers/chatwoot.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { CHATWOOT_TOKEN, type ChatwootStandIn, INBOX } from "../../support/chatwoot-stand-in.ts";

/** The desk of an account at the stand-in, with a circuit of its own, as a new isolate has it. */
export function openDesk(chatwoot: ChatwootStandIn): Desk {
  const made = { timeoutMs: 400, circuits: new Circuits(), metrics: new MetricsBuffer() };
  const account = { accountId: "1", inboxId: String(INBOX), apiToken: CHATWOOT_TOKEN };
  return openChatwoot({ baseUrl: chatwoot.url, ...account, ...made });
}

export interface Talk {
  port: ConversationPort;
  acts: string[];
  status: "interviewing" | "handed_off";
  controlledBy: "agent" | "human";
  stopped: boolean;
  hears(text: string): void;
  answers(text: string): void;
}

export function makeTalk(): Talk {
  const log: LoggedEvent[] = [];
  const keys = new Set<string>();
  const add = (data: Record<string, unknown>) => log.push({ seq: log.length + 1, at: 0, type: "message", data });
  const refused = (code: string) => ({ ok: false as const, code, status: 409, detail: "", retryable: false });
  const snapshot = ({ after = 0, limit = 500 }: { after?: number; limit?: number }) => {
    const events = log.filter(({ seq }) => seq > after).slice(0, limit);
    const { status, controlledBy } = talk;
    return { ok: true, value: { events, lastSeq: log.length, status, controlledBy } } as unknown as RpcResult<never>;
  };
  const talk: Talk = {
    acts: [],
    status: "interviewing",
    controlledBy: "agent",
    stopped: false,
    hears: (text) => add({ from: "client", text }),
    answers: (text) => add({ from: "agent", text }),
    port: {
      snapshot: async (input: { after?: number; limit?: number }) => snapshot(input),
      takeOver: async ({ operatorName, key }: { operatorName: string; key: string }) => {
        if (talk.stopped) return refused("person_stopped");
        if (!keys.has(key)) talk.acts.push(`taken by ${operatorName}`);
        keys.add(key);
        talk.controlledBy = "human";
        return snapshot({});
      },
      sayAsHuman: async (input: { text: string; operatorName: string; clientMessageId: string }) => {
        if (talk.controlledBy !== "human") return refused("not_in_control");
        if (!keys.has(`said:${input.clientMessageId}`)) {
          talk.acts.push(`${input.operatorName}: ${input.text}`);
          add({ from: "human", text: input.text, client_message_id: input.clientMessageId });
        }
        keys.add(`said:${input.clientMessageId}`);
        return { ok: true, value: { seq: log.length } };
      },
      giveBack: async () => {
        if (talk.controlledBy !== "human") return refused("not_in_control");
        talk.acts.push("given back");
        talk.controlledBy = "agent";
        return { ok: true, value: { seq: log.length } };
      },
    } as unknown as ConversationPort,
  };
  return talk;
}
