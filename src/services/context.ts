// What every verb is given: the world it acts in, made once per request in wiring.ts.
import type { Log } from "../base/log.ts";
import type { Database } from "../db/client.ts";
import type { CaseMode } from "../domain/case-mode.ts";
import type { ESign } from "../domain/contracts/e-sign.ts";
import type { Desk } from "../domain/desk/desk.ts";
import type { Embedder } from "../domain/embedding/embedder.ts";
import type { Fairness } from "../domain/equity/pool.ts";
import type { FileStore } from "../domain/files/file-store.ts";
import type { InboundReader, InboundVendor } from "../domain/inbound/vendor-webhook.ts";
import type { Locale } from "../domain/locale.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { OutsideChannel, Sender } from "../domain/notifications/sender.ts";
import type { CaseClockPort, ConversationPort } from "../domain/ports.ts";
import type { Registry } from "../domain/registration/registry.ts";
import type { SpeechToText } from "../domain/speech/speech-to-text.ts";
import type { Team } from "../domain/team/team-ports.ts";
import type { WhatsApp } from "../domain/whatsapp/whatsapp.ts";
import type { Cache } from "../providers/cache.ts";
import type { Sealer } from "../providers/sealer.ts";
import type { WebhookSender } from "../providers/webhook-sender.ts";

export interface ServiceContext {
  db: Database;
  now: () => Date;
  log: Log;
  metrics: Metrics;
  traceId: string;
  /** Origin that links in messages lead to, e.g. https://vez.example. */
  publicOrigin: string;
  settings: Settings;
  cache: Cache;
  /** Keeps from the database's readers what must be read again. */
  sealer: Sealer;
  webhooks: WebhookSender;
  /** Reads what vendors tell; a vendor that is not configured has no reader, and no door. */
  inbound: Partial<Record<InboundVendor, InboundReader>>;
  /** The models that make vectors, the best space first; empty where none is configured: the lexical space needs none. */
  embedders: readonly Embedder[];
  /** Who turns a voice into words, first asked first; empty where nobody does. */
  speech: readonly SpeechToText[];
  /** Who carries messages out of the house, by channel; a channel without one keeps them in the mail box. */
  senders: Partial<Record<OutsideChannel, Sender>>;
  /** Speaks with people on WhatsApp; null where it is not configured. */
  whatsapp: WhatsApp | null;
  /** Takes signatures outside the house; null where nobody is configured: they are given on the contract's own page. */
  eSign: ESign | null;
  /** Looks a registration up; null where none is connected: people do it then. */
  registry: Registry | null;
  /** Where the bytes of the clients' files are. */
  files: FileStore;
  /** The help desk that mirrors conversations; null where none is configured. */
  desk: Desk | null;
  /** How the team is called outside the console. */
  team: Team;
  conversation: (conversationId: string) => ConversationPort;
  caseClock: (caseId: string) => CaseClockPort;
  /** Hands committed outbox rows to their queue; what fails here is sent by the relay. */
  enqueue: (rows: readonly QueuedRow[]) => Promise<void>;
  /** Lets work go on after the answer has left. */
  later: (work: Promise<unknown>) => void;
}

export interface QueuedRow {
  id: string;
  lane: "high" | "low";
  name: string;
  traceId: string;
  /** The queue holds it back so long; the relay hands out what is held back for more than a minute. */
  delaySeconds?: number;
}

export interface Settings {
  /** How a case finds its professional where no tenant's row says so. */
  jurisdictionMode: CaseMode;
  waveSize: number;
  offerTtlHours: number;
  urgentOfferTtlHours: number;
  /** A contract without a signature for so long: a reminder, then another professional. */
  contractRemindHours: number;
  contractLapseHours: number;
  /** A case due within this many hours is urgent. */
  urgentHours: number;
  /** How long a search waits for its client to say how to be reached; 0: not at all. */
  reachWaitMinutes: number;
  /** Messages that one phone may send in five minutes and be answered as they come. */
  whatsappMessages: number;
  /** Offers to one professional in 24 hours. */
  maxOffersPerDay: number;
  /** How much turns weigh against fit, and who fits well enough to have one. */
  fairness: Fairness;
  cacheTtlSeconds: number;
  /** Bytes of one file, and files of one case. */
  fileMaxBytes: number;
  filesPerCase: number;
  /** What a search spends on having its words embedded, in all, before it does with the lexical space. */
  embeddingQueryTimeoutMs: number;
  /** Webhooks may go to http and to addresses of this machine: on the embedded default alone. */
  webhooksToThisMachine: boolean;
}

/** Who acts: a signed-in person, or the house itself (queue, cron, alarm). */
export type Actor =
  | { kind: "person"; userId: string; role: "client" | "professional" | "coordinator" | "operator"; locale: Locale }
  | { kind: "system" };

export const SYSTEM: Actor = { kind: "system" };

/** The name of an actor in the audit. */
export function actorName(actor: Actor): string {
  return actor.kind === "person" ? actor.userId : "system";
}
