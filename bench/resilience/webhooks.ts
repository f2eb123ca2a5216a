// What vendors tell by webhook while cases run: what became of each message, as it should be, or twice, backwards, with a wrong clock, or not.
import * as z from "zod";
import { chatwootRequest } from "../../tests/support/chatwoot-stand-in.ts";
import { pushEvent } from "../../tests/support/onesignal-stand-in.ts";
import { letterEvent } from "../../tests/support/sendgrid-stand-in.ts";
import type { StandIns } from "./vendors.ts";

export const WEBHOOK_FAULTS = ["twice", "out_of_order", "clock_skew", "no_webhooks"] as const;
export type WebhookFault = (typeof WEBHOOK_FAULTS)[number];

export const TELLING = ["docusign", "sendgrid", "onesignal", "evolution", "chatwoot", "slack"] as const;
export type Telling = (typeof TELLING)[number];

/** Within the window of five minutes, and beyond it. */
const SKEWED_SECONDS = 240;
const TOO_SKEWED_SECONDS = 400;
const LOOK_EVERY_MS = 250;

/** What the product was told of a message, by the name that its row has. */
export interface ToldReceipt {
  vendor: "sendgrid" | "onesignal" | "evolution";
  /** The notification's id, or the vendor's own. */
  name: string;
}

const connectBody = z.object({ event: z.string(), data: z.object({ envelopeId: z.string() }) });

type Post = (skewSeconds?: number) => Promise<number>;

export interface Webhooks {
  /** How this vendor's webhooks go from now on; null: as they should. */
  set(vendor: Telling, fault: WebhookFault | null): void;
  /** Posts one after another as the vendor's fault has it: `signed` where its signature holds the moment. */
  tell(vendor: Telling, posts: readonly Post[], how: { signed: boolean }): Promise<void>;
  told: ToldReceipt[];
  /** Answers that are no good: a webhook that should be taken is not, or one from another hour is. */
  troubles: string[];
  stop(): Promise<void>;
}

/** Tells of each letter, push and text that it arrived and was read, and of each envelope what Connect would. */
export function startWebhooks(origin: string, standIns: StandIns): Webhooks {
  const faults = new Map<Telling, WebhookFault | null>();
  const told: ToldReceipt[] = [];
  const troubles: string[] = [];
  const at = { letters: 0, pushes: 0, texts: 0, envelopes: 0 };
  const muted = new Set<string>();
  const urlOf = (vendor: Telling) => `${origin}/webhooks/${vendor}`;

  async function posted(vendor: Telling, post: Post, skewSeconds: number, expected: number): Promise<void> {
    // A vendor tries again: that a busy product answers late is no loss.
    for (let tries = 0; ; tries++) {
      const status = await post(skewSeconds).catch(() => 0);
      if (status === expected) return;
      if (tries === 4) return void troubles.push(`webhook of ${vendor}: ${status} instead of ${expected}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function tell(vendor: Telling, posts: readonly Post[], { signed }: { signed: boolean }): Promise<void> {
    const fault = faults.get(vendor) ?? null;
    if (fault === "no_webhooks") return;
    for (const post of fault === "out_of_order" ? posts.toReversed() : posts) {
      const skew = fault === "clock_skew" ? SKEWED_SECONDS : 0;
      if (fault === "clock_skew" && signed) await posted(vendor, post, -TOO_SKEWED_SECONDS, 401);
      const times = fault === "twice" ? 3 : 1;
      await Promise.all(Array.from({ length: times }, () => posted(vendor, post, skew, 200)));
    }
  }

  const statusOf = async (answer: Promise<Response>) => {
    const response = await answer;
    await response.body?.cancel();
    return response.status;
  };

  async function look(): Promise<void> {
    const { sendgrid, onesignal, evolution, docusign } = standIns;
    const work: Promise<void>[] = [];
    for (const letter of sendgrid.letters.slice(at.letters)) {
      const posts = ["delivered", "open"].map((name): Post => {
        const event = letterEvent(name, letter);
        return (skewSeconds = 0) => statusOf(sendgrid.tell(urlOf("sendgrid"), [event], { skewSeconds }));
      });
      work.push(tell("sendgrid", posts, { signed: true }));
      note("sendgrid", letter.notificationId);
    }
    for (const push of onesignal.pushes.slice(at.pushes)) {
      const posts = ["message.push.received", "message.push.clicked"].map((kind): Post => {
        const event = pushEvent(kind, push);
        return (skew = 0) =>
          statusOf(onesignal.tell(urlOf("onesignal"), { ...event, timestamp: Number(event.timestamp) + skew }));
      });
      work.push(tell("onesignal", posts, { signed: false }));
      note("onesignal", push.notificationId);
    }
    for (const { id } of evolution.accepted.slice(at.texts)) {
      const posts = ["DELIVERY_ACK", "READ"].map(
        (status): Post =>
          () =>
            evolution.tell(origin, "messages.update", { keyId: id, status }),
      );
      work.push(tell("evolution", posts, { signed: false }));
      note("evolution", id);
    }
    const connect = docusign.messages
      .slice(at.envelopes)
      .filter(({ body }) => !isMuted(body))
      .map(
        ({ body, headers }): Post =>
          () =>
            statusOf(fetch(urlOf("docusign"), { method: "POST", body, headers })),
      );
    work.push(tell("docusign", connect, { signed: false }));
    Object.assign(at, { letters: sendgrid.letters.length, pushes: onesignal.pushes.length });
    Object.assign(at, { texts: evolution.accepted.length, envelopes: docusign.messages.length });
    await Promise.all(work);
  }

  /** An envelope that was made while nothing was told is never told of: only a look at DocuSign brings it to its end. */
  function isMuted(body: string): boolean {
    const { event, data } = connectBody.parse(JSON.parse(body));
    if (event === "envelope-sent" && faults.get("docusign") === "no_webhooks") muted.add(data.envelopeId);
    return muted.has(data.envelopeId);
  }

  function note(vendor: ToldReceipt["vendor"], name: string): void {
    if (faults.get(vendor) !== "no_webhooks") told.push({ vendor, name });
  }

  let ends = false;
  const running = (async () => {
    while (!ends) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    await look();
  })();
  return {
    set: (vendor, fault) => void faults.set(vendor, fault),
    tell,
    told,
    troubles,
    stop: () => {
      ends = true;
      return running;
    },
  };
}

/** What somebody of the team writes in the help desk, and that he is done with it. */
export function deskPosts(origin: string, thread: number, words: string): Post[] {
  const agent = { name: "Ana", email: "ana@example.com" };
  const said = {
    event: "message_created",
    id: thread * 1000,
    content: words,
    message_type: "outgoing",
    private: false,
    sender: { ...agent, type: "user" },
    conversation: { id: thread },
  };
  const resolved = {
    event: "conversation_status_changed",
    id: thread,
    status: "resolved",
    updated_at: Date.now() / 1000,
    meta: { assignee: agent },
  };
  return [said, resolved].map(
    (event): Post =>
      async (skewSeconds = 0) => {
        const { body, headers } = chatwootRequest(event, new Date(Date.now() + skewSeconds * 1000));
        const response = await fetch(`${origin}/webhooks/chatwoot`, { method: "POST", body, headers });
        await response.body?.cancel();
        return response.status;
      },
  );
}
