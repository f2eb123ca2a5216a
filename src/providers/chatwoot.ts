// Chatwoot's application API with an inbox of the kind API (developers.chatwoot.com/api-reference: contacts/create-contact,
// contacts/search-contacts, contacts/contact-conversations, conversations/create-new-conversation, conversation-labels/add-labels,
// conversations/conversation-details, conversations/update-custom-attributes, messages/create-new-message, messages/get-messages); key in
// the header api_access_token, an administrator's: an agent's is answered 401 where something is to be deleted, a bot's everywhere.
// Deleting: contacts/delete-contact, which takes its conversations along (issue 1929), and since June 2025 (pull request 11677) DELETE
// conversations/{id}, which the reference does not name; before, it is a 404. Both answer 200 without a body, and delete in a job.
// It knows no idempotency key: what may stand there is looked for by `content_attributes.vez_seq`, backwards by
// `before=<message id>`, twenty a page (chatwoot/chatwoot, app/finders/message_finder.rb; the reference does not name it).
import * as z from "zod";
import { VezError } from "../base/errors.ts";
import { type Desk, type DeskMessage, HUMAN_LABEL } from "../domain/desk/desk.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { Circuits } from "./circuit.ts";
import { type HttpCall, openHttpVendor } from "./http.ts";
import { statusOf } from "./vendor-failure.ts";

export interface ChatwootConfig {
  baseUrl: string;
  accountId: string;
  inboxId: string;
  apiToken: string;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

/** What a message of Vez carries, so that its own webhook is recognised. */
export const SEQ_ATTRIBUTE = "vez_seq";

const id = z.number().int().positive();
const inbox = z.object({ source_id: z.string(), inbox: z.object({ id }) });
const contact = z.object({ id, identifier: z.string().nullish(), contact_inboxes: z.array(inbox).default([]) });
const found = z.object({ payload: z.array(contact) });
const created = z.object({ payload: z.object({ contact, contact_inbox: inbox.nullish() }) });
const threads = z.object({ payload: z.array(z.object({ id, inbox_id: id })) });
const thread = z.object({ id });
const labels = z.object({ payload: z.array(z.string()) });
const messages = z.object({
  payload: z.array(z.object({ id, content_attributes: z.record(z.string(), z.unknown()).nullish() })),
});
const details = z.object({
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
  meta: z.object({ sender: z.object({ identifier: z.string().nullish() }).nullish() }).nullish(),
});
const anything = z.unknown();
/** Twenty messages each. */
const MOST_PAGES = 25;

export function openChatwoot(config: ChatwootConfig): Desk {
  const vendor = openHttpVendor({
    service: "chatwoot",
    headers: { api_access_token: config.apiToken },
    mostBytes: 4_000_000,
    ...config,
  });
  const account = `api/v1/accounts/${encodeURIComponent(config.accountId)}`;
  const call = <T>(how: Pick<HttpCall, "method" | "body">, path: string, idempotent: boolean, shape: z.ZodType<T>) =>
    vendor.send({ ...how, path: `${account}/${path}`, idempotent }, (body) => shape.parse(body));
  const get = <T>(path: string, shape: z.ZodType<T>) => call({ method: "GET" }, path, true, shape);
  const post = <T>(path: string, body: unknown, shape: z.ZodType<T>, idempotent = false) =>
    call({ method: "POST", body }, path, idempotent, shape);

  async function knownContact(identifier: string): Promise<z.infer<typeof contact> | undefined> {
    const { payload } = await get(`contacts/search?${new URLSearchParams({ q: identifier })}`, found);
    return payload.find((one) => one.identifier === identifier);
  }

  async function contactOf(identifier: string, name: string): Promise<{ contactId: number; sourceId: string | null }> {
    const known = await knownContact(identifier);
    if (known !== undefined) return { contactId: known.id, sourceId: sourceOf(known.contact_inboxes) };
    const body = { inbox_id: Number(config.inboxId), identifier, name };
    const { payload: fresh } = await post("contacts", body, created);
    const own = fresh.contact_inbox?.source_id ?? sourceOf(fresh.contact.contact_inboxes);
    return { contactId: fresh.contact.id, sourceId: own };
  }

  /** What it deletes it says without a word. */
  async function remove(path: string): Promise<void> {
    const how = { method: "DELETE", path: `${account}/${path}`, idempotent: true } as const;
    await unlessGone(vendor.file(how, "application/json"));
  }

  function sourceOf(inboxes: z.infer<typeof inbox>[]): string | null {
    return inboxes.find((one) => one.inbox.id === Number(config.inboxId))?.source_id ?? null;
  }

  return {
    openThread: async ({ caseId, title, link }) => {
      const { contactId, sourceId } = await contactOf(identifierOf(caseId), title);
      const { payload } = await get(`contacts/${contactId}/conversations`, threads);
      const known = payload.find((one) => one.inbox_id === Number(config.inboxId));
      if (known !== undefined) return String(known.id);
      const body = {
        ...(sourceId === null ? {} : { source_id: sourceId }),
        inbox_id: Number(config.inboxId),
        contact_id: contactId,
        status: "open",
        custom_attributes: { vez_case: caseId, vez_link: link },
      };
      return String((await post("conversations", body, thread)).id);
    },
    say: async (of, { seq, from, text }: DeskMessage) => {
      const body = {
        content: text,
        message_type: from === "client" ? "incoming" : "outgoing",
        private: false,
        content_attributes: { [SEQ_ATTRIBUTE]: seq, vez_from: from },
      };
      await post(`conversations/${of}/messages`, body, thread);
    },
    has: async (of, seq) => {
      let query = "";
      for (let page = 1; page <= MOST_PAGES; page++) {
        const { payload } = await get(`conversations/${of}/messages${query}`, messages);
        const shown = payload.map(({ content_attributes }) => Number(content_attributes?.[SEQ_ATTRIBUTE] ?? 0));
        if (shown.includes(seq)) return true;
        // They stand in order: before an earlier one it is not. Notes are 0.
        if (payload.length === 0 || shown.some((other) => other > 0 && other < seq)) return false;
        query = `?before=${Math.min(...payload.map(({ id }) => id))}`;
      }
      return false;
    },
    mark: async (of, { isHuman, controlledBy, status }) => {
      const { payload } = await get(`conversations/${of}/labels`, labels);
      const wanted = [...payload.filter((label) => label !== HUMAN_LABEL), ...(isHuman ? [HUMAN_LABEL] : [])];
      if (payload.includes(HUMAN_LABEL) !== isHuman) {
        await post(`conversations/${of}/labels`, { labels: wanted }, anything, true);
      }
      // What is sent replaces all that stands there; `merge` is known to new versions alone.
      const { custom_attributes: known } = await get(`conversations/${of}`, details);
      const body = { custom_attributes: { ...known, controlled_by: controlledBy, vez_status: status }, merge: true };
      await post(`conversations/${of}/custom_attributes`, body, anything, true);
    },
    forget: async ({ caseId, thread: of }) => {
      const identifier = identifierOf(caseId);
      const seen = of === null ? null : await unlessGone(get(`conversations/${of}`, details));
      // In another account the same number is another's conversation.
      const isOurs = seen?.custom_attributes?.vez_case === caseId || seen?.meta?.sender?.identifier === identifier;
      if (isOurs) await remove(`conversations/${of}`);
      const known = await knownContact(identifier);
      if (known !== undefined) await remove(`contacts/${known.id}`);
      if (seen !== null && !isOurs) {
        throw new VezError("desk_thread_not_ours", {
          status: 409,
          detail: "Look in the help desk: it was not deleted.",
        });
      }
      return seen === null && known === undefined ? "nothing" : "deleted";
    },
    note: async (of, text) => {
      const body = {
        content: text,
        message_type: "outgoing",
        private: true,
        content_attributes: { [SEQ_ATTRIBUTE]: 0 },
      };
      await post(`conversations/${of}/messages`, body, thread);
    },
  };
}

/** One contact a case: it is deleted with it. */
function identifierOf(caseId: string): string {
  return `vez:${caseId}`;
}

/** Null where it is not, or no longer, there. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return null;
  }
}
