// DocuSign Connect: who sent it (HMAC over the raw bytes, any of several keys), and of each message only what became of the envelope.
//
// developers.docusign.com/platform/webhooks/connect/validate and .../connect/hmac: X-DocuSign-Signature-1 and so on, one for each
// active key (at most a hundred): base64 of HMAC-SHA256 over the body's bytes, keyed with the key's own text.
// developers.docusign.com/platform/webhooks/connect/json-sim-event-model: {event, generatedDateTime, retryCount, data: {accountId,
// envelopeId, recipientId?, envelopeSummary?}}. What was not taken comes again for days with the moment of its making, so an old one is
// not refused: its id is known here, and what it says has one effect. One from the future is.
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import type { EnvelopeState } from "../domain/contracts/e-sign.ts";
import type { InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { envelopeShape, moment, partyOfRecipient, stateOf } from "./docusign-shapes.ts";
import {
  base64Of,
  equalInConstantTime,
  hexOf,
  hmacSha256,
  WINDOW_SECONDS,
  webhookRefused,
} from "./webhook-signature.ts";

const told = z.object({
  event: z.string().min(1).max(100),
  generatedDateTime: moment,
  data: z.object({
    envelopeId: z.string().min(1).max(100),
    recipientId: z.string().max(100).nullish(),
    envelopeSummary: envelopeShape.omit({ envelopeId: true }).nullish().catch(null),
  }),
});

type Told = z.infer<typeof told>;

/** What a handler finds in the event: the state that it tells of, moments as ISO 8601. */
export const docuSignEventBody = z.object({
  envelopeId: z.string(),
  status: z.enum(["open", "completed", "declined", "voided"]),
  at: z.coerce.date(),
  signers: z.array(
    z.object({
      party: z.enum(["client", "professional"]),
      status: z.enum(["signed", "declined"]),
      name: z.string().nullable(),
      at: z.coerce.date(),
    }),
  ),
});

const MOST_SIGNATURES = 100;

/** `keys`: any of them may have signed. */
export function docuSignWebhook(keys: readonly string[]): InboundReader {
  return {
    vendor: "docusign",
    async read({ bytes, headers, now }) {
      if (!(await isSigned(keys, bytes, headers))) throw webhookRefused();
      const { data: message } = told.safeParse(parsed(bytes));
      if (message === undefined) throw invalid("The body is not a message of the model JSON SIM.");
      if (message.generatedDateTime.getTime() - now.getTime() > WINDOW_SECONDS * 1000) throw webhookRefused();
      const state = stateAfter(message);
      return [
        {
          id: await occurrence(message),
          type: message.event,
          body: { ...state, at: (state.at ?? message.generatedDateTime).toISOString(), signers: signersOf(state) },
          line: `docusign:${state.envelopeId}`,
        },
      ];
    },
  };
}

/** Every key is tried on every signature, so that the time tells nothing of which one fitted. */
async function isSigned(keys: readonly string[], bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<boolean> {
  const given: string[] = [];
  for (let i = 1; i <= MOST_SIGNATURES; i++) {
    const signature = headers.get(`x-docusign-signature-${i}`);
    if (signature === null) break;
    given.push(signature);
  }
  let fits = false;
  for (const key of keys) {
    const expected = base64Of(await hmacSha256(key, bytes));
    for (const signature of given) if (equalInConstantTime(signature, expected)) fits = true;
  }
  return fits;
}

/** DocuSign gives its messages no id: the same thing of the same envelope at the same moment is the same message, sent again. */
async function occurrence({ event, generatedDateTime, data }: Told): Promise<string> {
  const words = [event, data.envelopeId, data.recipientId ?? "", generatedDateTime.toISOString()].join("|");
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words))));
}

/** What the summary says, where there is one, and what the event itself says. */
function stateAfter({ event, generatedDateTime: at, data }: Told): EnvelopeState {
  const { envelopeId, envelopeSummary, recipientId } = data;
  const summary = envelopeSummary ?? { status: "sent" };
  const state = stateOf({ ...summary, envelopeId });
  const party = partyOfRecipient(recipientId ?? "");
  const what = RECIPIENT_EVENTS[event];
  const isNews = what !== undefined && party !== null && !state.signers.some((signer) => signer.party === party);
  return {
    ...state,
    status: ENVELOPE_EVENTS[event] ?? state.status,
    signers: isNews ? [...state.signers, { party, status: what, name: null, at }] : state.signers,
  };
}

const RECIPIENT_EVENTS: Partial<Record<string, "signed" | "declined">> = {
  "recipient-completed": "signed",
  "recipient-declined": "declined",
};

const ENVELOPE_EVENTS: Partial<Record<string, EnvelopeState["status"]>> = {
  "envelope-completed": "completed",
  "envelope-declined": "declined",
  "recipient-declined": "declined",
  "envelope-voided": "voided",
  "envelope-deleted": "voided",
};

function signersOf(state: EnvelopeState) {
  return state.signers.map((signer) => ({ ...signer, at: signer.at.toISOString() }));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Its words stay out of the error.
    throw invalid("The body is not JSON.");
  }
}
