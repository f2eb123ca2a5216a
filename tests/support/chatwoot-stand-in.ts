// Chatwoot's application API as documented: what is said in a conversation stands there as often as it is said; its webhooks are signed.
import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Seen, type StandIn, serveVendor } from "./vendor-stand-in.ts";

export const CHATWOOT_TOKEN = "cw-stand-in-0123456789";
export const CHATWOOT_SECRET = "cw-webhook-secret-0123456789";
export const INBOX = 7;
/** Messages of one answer (app/finders/message_finder.rb). */
const PAGE = 20;

export interface DeskThread {
  id: number;
  contactId: number;
  labels: string[];
  attributes: Record<string, unknown>;
  messages: {
    id: number;
    content: string;
    message_type: string;
    private: boolean;
    content_attributes: Record<string, unknown>;
  }[];
}

export interface ChatwootStandIn extends StandIn {
  threads: DeskThread[];
  contacts: { id: number; identifier: string }[];
  /** Messages are taken, and their answers lost. */
  loseAnswers(lose: boolean): void;
  /** How it deletes: at once, in a job that has not come yet, without a route for conversations as before June 2025, or not for this token. */
  deletes(how: "at_once" | "later" | "contacts_alone" | "never"): void;
}

const message = z.object({
  content: z.string().min(1),
  message_type: z.enum(["incoming", "outgoing"]),
  private: z.boolean(),
  content_attributes: z.record(z.string(), z.unknown()),
});
const conversation = z.object({
  source_id: z.string(),
  inbox_id: z.literal(INBOX),
  contact_id: z.number(),
  status: z.literal("open"),
  custom_attributes: z.record(z.string(), z.unknown()),
});
const contact = z.object({ inbox_id: z.literal(INBOX), identifier: z.string(), name: z.string().min(1) });

export async function serveChatwoot(): Promise<ChatwootStandIn> {
  const contacts: { id: number; identifier: string }[] = [];
  const threads: DeskThread[] = [];
  let serial = 100;
  let lost = false;
  let deleting: "at_once" | "later" | "contacts_alone" | "never" = "at_once";
  const inboxOf = (id: number) => ({ source_id: `source-${id}`, inbox: { id: INBOX } });

  /** 200 without a body, whether the job has come or not; a contact takes its conversations along. */
  function remove(kind: string | undefined, id: number): { status: number; body: unknown } {
    const isContact = kind === "contacts";
    const isKnown = (isContact ? contacts : threads).some((one) => one.id === id);
    if (!isKnown) return { status: 404, body: { error: "Resource could not be found" } };
    if (deleting === "never") return { status: 401, body: { error: "You are not authorized to do this action" } };
    if (deleting === "contacts_alone" && !isContact) return { status: 404, body: {} };
    if (deleting === "later") return { status: 200, body: undefined };
    const gone = threads.filter((one) => (isContact ? one.contactId : one.id) === id);
    for (const one of gone) threads.splice(threads.indexOf(one), 1);
    if (isContact)
      contacts.splice(
        contacts.findIndex((one) => one.id === id),
        1,
      );
    return { status: 200, body: undefined };
  }

  function answer(asked: Seen, token: unknown, method: string): { status: number; body: unknown } {
    const refused = (status: number) => ({ status, body: { error: "no" } });
    const done = (body: unknown) => ({ status: 200, body });
    if (token !== CHATWOOT_TOKEN) return refused(401);
    const url = new URL(asked.path, "http://chatwoot");
    const route = url.pathname.replace("/api/v1/accounts/1/", "");
    const isPost = asked.body !== null;
    if (method === "DELETE") {
      const [, kind, id] = /^(contacts|conversations)\/(\d+)$/.exec(route) ?? [];
      return remove(kind, Number(id));
    }
    if (route === "contacts/search") {
      const q = url.searchParams.get("q") ?? "";
      const payload = contacts.filter(({ identifier }) => identifier.includes(q));
      return done({ meta: {}, payload: payload.map((one) => ({ ...one, contact_inboxes: [inboxOf(one.id)] })) });
    }
    if (route === "contacts" && isPost) {
      const { data } = contact.safeParse(asked.body);
      if (data === undefined || contacts.some(({ identifier }) => identifier === data.identifier)) return refused(422);
      const made = { id: ++serial, identifier: data.identifier };
      contacts.push(made);
      return done({ payload: { contact: { ...made, contact_inboxes: [] }, contact_inbox: inboxOf(made.id) } });
    }
    if (route === "conversations" && isPost) {
      const { data } = conversation.safeParse(asked.body);
      if (data === undefined || data.source_id !== `source-${data.contact_id}`) return refused(422);
      const id = ++serial;
      threads.push({ id, contactId: data.contact_id, labels: [], attributes: data.custom_attributes, messages: [] });
      return done({ id, inbox_id: INBOX });
    }
    const ofContact = /^contacts\/(\d+)\/conversations$/.exec(route);
    if (ofContact !== null) {
      const own = threads.filter(({ contactId }) => contactId === Number(ofContact[1]));
      return done({ payload: own.map(({ id }) => ({ id, inbox_id: INBOX })) });
    }
    const [, number, part] = /^conversations\/(\d+)(?:\/(\w+))?$/.exec(route) ?? [];
    const thread = threads.find(({ id }) => id === Number(number));
    return thread === undefined ? refused(404) : inThread(thread, part, asked.body, url.searchParams);
  }

  function inThread(
    thread: DeskThread,
    part: string | undefined,
    body: unknown,
    query: URLSearchParams,
  ): { status: number; body: unknown } {
    if (part === undefined) {
      const sender = {
        id: thread.contactId,
        identifier: contacts.find(({ id }) => id === thread.contactId)?.identifier,
      };
      return { status: 200, body: { id: thread.id, custom_attributes: thread.attributes, meta: { sender } } };
    }
    if (part === "messages" && body === null) {
      const before = Number(query.get("before") ?? Number.POSITIVE_INFINITY);
      const payload = thread.messages.filter(({ id }) => id < before).slice(-PAGE);
      return { status: 200, body: { meta: {}, payload } };
    }
    if (part === "messages") {
      const { data } = message.safeParse(body);
      if (data === undefined) return { status: 422, body: {} };
      const id = ++serial;
      thread.messages.push({ id, ...data });
      return lost ? { status: 500, body: {} } : { status: 200, body: { id, ...data } };
    }
    if (part === "labels") {
      if (body !== null) thread.labels = z.object({ labels: z.array(z.string()) }).parse(body).labels;
      return { status: 200, body: { payload: thread.labels } };
    }
    if (part === "custom_attributes") {
      const { custom_attributes } = z.object({ custom_attributes: z.record(z.string(), z.unknown()) }).parse(body);
      // All of them are replaced; a version that knows `merge` is not yet everywhere.
      thread.attributes = custom_attributes;
      return { status: 200, body: { custom_attributes: thread.attributes } };
    }
    return { status: 404, body: {} };
  }

  const standIn = await serveVendor((asked, _fault, method, headers) =>
    answer(asked, headers.api_access_token, method),
  );
  return {
    ...standIn,
    threads,
    contacts,
    loseAnswers: (lose) => {
      lost = lose;
    },
    deletes: (how) => {
      deleting = how;
    },
  };
}

/** A webhook as it is sent, signed at `at`. */
export function chatwootRequest(event: unknown, at: Date, secret = CHATWOOT_SECRET) {
  const body = JSON.stringify(event);
  const stamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", secret).update(`${stamp}.${body}`).digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-chatwoot-timestamp": stamp,
    "x-chatwoot-signature": `sha256=${signature}`,
    "x-chatwoot-delivery": "5b0d7d1c-3a52-4a52-9a86-7f2e5a5d0001",
  };
  return { body, headers };
}
