// A person with a phone: the real verbs over a real database and a real HTTP server of the vendor; the conversation is a recorder.
import { eq } from "drizzle-orm";
import { whatsappContacts, whatsappMessages } from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import type { ConversationPort, ConversationSnapshot, SayInput } from "../../../src/domain/ports.ts";
import type { Said } from "../../../src/domain/whatsapp/said.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openEvolution } from "../../../src/providers/evolution.ts";
import { evolutionReader } from "../../../src/providers/evolution-webhook.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { receiveEvents } from "../../../src/services/inbound/receive-events.ts";
import { tellOnWhatsApp } from "../../../src/services/whatsapp/tell-on-whatsapp.ts";
import type { TestDatabase } from "../../support/database.ts";
import {
  EVOLUTION,
  type EvolutionStandIn,
  messageBody,
  serveEvolution,
  type Written,
} from "../../support/evolution-stand-in.ts";
import { makeWorld, type World } from "../../support/world.ts";

export interface Scene {
  world: World;
  ctx: ServiceContext;
  evolution: EvolutionStandIn;
  /** What each conversation heard, by its id; the same id twice is one. */
  heard: Map<string, SayInput[]>;
  /** The answers that the conversation's question offers. */
  options: { value: string; label: string }[];
  /** Takes a webhook in as the door does, and does what follows. */
  write(written: Written): Promise<void>;
  take(body: unknown): Promise<{ taken: number; repeated: number }>;
  tell(
    caseId: string,
    lines: readonly Partial<Said>[],
    status?: "interviewing" | "completed" | "stopped",
  ): Promise<void>;
  contact(phone: string): Promise<typeof whatsappContacts.$inferSelect>;
  /** Nobody has written yet, and everything works. */
  forget(): Promise<void>;
  messages(): Promise<(typeof whatsappMessages.$inferSelect)[]>;
}

export async function makeScene(database: TestDatabase): Promise<Scene> {
  const world = await makeWorld(database, { professionals: 3 });
  const evolution = await serveEvolution();
  const opened = openEvolution(
    { ...evolution.settings(), EVOLUTION_TIMEOUT: 0.5, SPEECH_MAX_MB: 1 },
    { circuits: new Circuits(), metrics: new MetricsBuffer() },
  );
  if (opened === null) throw new Error("not configured");
  const heard = new Map<string, SayInput[]>();
  const scene = { options: [] as Scene["options"] };
  const former = world.ctx.conversation;
  const ctx = Object.assign(world.ctx, {
    whatsapp: opened.whatsapp,
    senders: { whatsapp: opened.sender },
    conversation: (id: string) => recorder(former(id), id, heard, () => scene.options),
  });
  const reader = evolutionReader({ token: EVOLUTION.webhookToken, instance: EVOLUTION.instance });
  const take = async (body: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const headers = new Headers({ authorization: `Bearer ${EVOLUTION.webhookToken}` });
    return receiveEvents(ctx, "evolution", await reader.read({ bytes, headers, now: ctx.now() }));
  };
  return Object.assign(scene, {
    ...{ world, ctx, evolution, heard, take },
    write: async (written: Written) => {
      await take(messageBody(written));
      await world.drain();
    },
    tell: async (
      caseId: string,
      lines: readonly Partial<Said>[],
      status: "interviewing" | "completed" | "stopped" = "interviewing",
    ) => {
      const whole = lines.map((line) => ({ kind: "words", options: [], isFirst: false, ...line }) as Said);
      await tellOnWhatsApp(ctx, { caseId, status, locale: "pt-BR", lines: whole });
    },
    contact: async (phone: string) => {
      const [row] = await ctx.db.select().from(whatsappContacts).where(eq(whatsappContacts.phone, phone));
      if (row === undefined) throw new Error("nobody with this number");
      return row;
    },
    forget: async () => {
      await database.sql`DELETE FROM whatsapp_contacts`;
      await database.sql`DELETE FROM outbox`;
      await database.sql`DELETE FROM vendor_events`;
      await database.sql`DELETE FROM notifications`;
      heard.clear();
      evolution.fail(null);
      evolution.accepted.length = 0;
      evolution.withoutWhatsApp.clear();
      Object.assign(evolution, { state: "open", keepsMessages: true, ignoresMoments: false, oddRecords: [] });
      ctx.speech = [];
      scene.options = [];
    },
    messages: () => ctx.db.select().from(whatsappMessages).orderBy(whatsappMessages.createdAt, whatsappMessages.id),
  });
}

/** Opens once, keeps what it hears, and shows its greeting. */
function recorder(
  former: ConversationPort,
  id: string,
  heard: Map<string, SayInput[]>,
  options: () => Scene["options"],
): ConversationPort {
  const greeting = { message_id: `msg_${id}`, from: "agent", text: "Oi, eu sou o assistente da Vez." };
  const snapshot = {
    events: [{ seq: 3, at: 0, type: "message", data: greeting }],
    ...{ firstSeq: 1, lastSeq: 3, question: { id: "q", options: options() } },
  } as unknown as ConversationSnapshot;
  const notOpen = { ok: false, code: "not_open", status: 404, detail: "", retryable: false } as const;
  return {
    ...former,
    open: async () => {
      if (!heard.has(id)) heard.set(id, []);
      const value = {
        turnId: "trn",
        messageId: "msg",
        message: "",
        status: "interviewing",
        complexity: "low",
      } as const;
      return { ok: true, value: { ...value, confidence: 0, seq: 3 } };
    },
    hear: async (input) => {
      const words = heard.get(id);
      if (words === undefined) return notOpen;
      if (!words.some(({ clientMessageId }) => clientMessageId === input.clientMessageId)) words.push(input);
      return { ok: true, value: { heard: true } };
    },
    snapshot: async () => (!heard.has(id) ? notOpen : { ok: true, value: snapshot }),
  };
}
