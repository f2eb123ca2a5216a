// DocuSign eSignature (REST v2.1): one envelope a contract, signed from our own page, by people whom DocuSign writes to never.
//
// developers.docusign.com/docs/esign-rest-api/reference/envelopes/envelopes/create: POST envelopes {status: "sent", documents
// (documentBase64), recipients.signers (routingOrder, clientUserId: embedded, no e-mail is sent), tabs.signHereTabs (anchorString),
// customFields.textCustomFields, notification.expirations, eventNotification}. No idempotency key is documented: it is never repeated.
// .../envelopes/liststatuschanges: GET envelopes?from_date=&custom_field=name=value finds one again.
// .../envelopes/get (include=recipients), .../envelopes/update (PUT {status: "voided", voidedReason}: only while it is not completed),
// .../enveloperecipients/update (PUT recipients: `name` may change after it was sent; without `email` nobody is written to),
// .../envelopeviews/createrecipient (POST views/recipient: matched by userName, email and clientUserId; one use, a few minutes),
// .../envelopedocuments/get (GET documents/combined?certificate=true: one PDF).
// developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits: one status request an envelope in 15 minutes; the caller keeps it.
import * as z from "zod";
import type { EnvelopeOrder, EnvelopeState, ESign, SignerParty } from "../domain/contracts/e-sign.ts";
import type { CallOutConfig } from "./call-out.ts";
import { envelopeShape, stateOf } from "./docusign-shapes.ts";
import { type DocuSignIdentity, openTokens, type TokenMemory } from "./docusign-token.ts";
import { allowedBase, type HttpCall, openHttpVendor } from "./http.ts";
import { statusOf, vendorFailure } from "./vendor-failure.ts";

export interface DocuSignConfig extends Omit<CallOutConfig, "service">, DocuSignIdentity {
  accountId: string;
  /** Base of the account's API, e.g. https://na4.docusign.net. */
  baseUrl: string;
  memory: TokenMemory;
  /** Our own host: addresses that nobody reads are made of it. */
  publicHost: string;
  /** Where DocuSign tells what happens; null: it tells nobody, and is asked. */
  hookUrl: string | null;
}

/** What the envelope carries so that it can be found again. */
const CUSTOM_FIELD = "vez_contract";
const RECIPIENT: Record<SignerParty, string> = { client: "1", professional: "2" };
/** A document and its certificate are far smaller; more is not ours. */
const MOST_BYTES = 16_000_000;
/** An envelope that nobody finishes ends by itself, after Vez has long given the case to somebody else. */
const EXPIRE_DAYS = "30";

/** DocuSign's clock and ours may lie so far apart. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

const created = z.object({ envelopeId: z.string().min(1).max(100) });
const listed = z.object({ envelopes: z.array(created).optional() });
const view = z.object({ url: z.url() });

/** Throws an Error, at the start, for addresses that may not be called. */
export function openDocuSign(config: DocuSignConfig): ESign {
  const outward = { ...config, service: "docusign" as const };
  const tokens = openTokens(config, outward);
  const vendor = openHttpVendor({ ...outward, headers: {}, mostBytes: MOST_BYTES });
  const home = `restapi/v2.1/accounts/${encodeURIComponent(config.accountId)}/envelopes`;

  /** A token that was withdrawn is asked for anew, once: nothing was done with the first. */
  async function withToken<T>(
    budgetMs: number | undefined,
    call: (headers: Record<string, string>, budgetMs: number, keyRefusedBy: readonly number[]) => Promise<T>,
  ): Promise<T> {
    const endsAt = Date.now() + Math.min(config.timeoutMs, budgetMs ?? config.timeoutMs);
    const once = async (keyRefusedBy: readonly number[]) => {
      const token = await tokens(endsAt - Date.now());
      return { token, answer: call({ authorization: `Bearer ${token}` }, endsAt - Date.now(), keyRefusedBy) };
    };
    // A token ends, or is withdrawn; only of a fresh one it says that we are refused.
    const first = await once([403]);
    try {
      return await first.answer;
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      config.memory.forget(first.token);
      return await (await once([401, 403])).answer;
    }
  }

  const send = <T>(call: Omit<HttpCall, "headers">, read: (body: unknown) => T): Promise<T> =>
    withToken(call.budgetMs, (headers, budgetMs, keyRefusedBy) =>
      vendor.send({ ...call, headers, budgetMs, keyRefusedBy }, read),
    );

  return {
    timeoutMs: config.timeoutMs,
    create: (order) =>
      send({ method: "POST", path: home, body: envelopeOf(order, config), idempotent: false }, (body) =>
        created.parse(body),
      ).then(({ envelopeId }) => envelopeId),
    find: async (contractId, since) => {
      const query = new URLSearchParams({
        from_date: new Date(since.getTime() - CLOCKS_DIFFER_MS).toISOString(),
        custom_field: `${CUSTOM_FIELD}=${contractId}`,
      });
      const found = await send({ method: "GET", path: `${home}?${query}`, idempotent: true }, (body) =>
        listed.parse(body),
      );
      return found.envelopes?.at(0)?.envelopeId ?? null;
    },
    read: (envelopeId, budgetMs) =>
      send(
        { method: "GET", path: `${at(envelopeId)}?include=recipients`, idempotent: true, ...optional(budgetMs) },
        (body): EnvelopeState => stateOf(envelopeShape.parse(body)),
      ),
    signingAddress: async ({ envelopeId, contractId, party, name, rename, returnTo, budgetMs }) => {
      const endsAt = Date.now() + budgetMs;
      if (rename) {
        const signers = [{ recipientId: RECIPIENT[party], name }];
        await send(
          { method: "PUT", path: `${at(envelopeId)}/recipients`, body: { signers }, idempotent: true, budgetMs },
          () => undefined,
        );
      }
      const body = {
        // How we know who it is, for the certificate: a lawyer signs in by a code sent to his e-mail, a client may have no account at all.
        authenticationMethod: party === "professional" ? "Email" : "None",
        ...signerOf({ contractId, party, name }, config.publicHost, "userName"),
        returnUrl: returnTo,
      };
      const { url } = await send(
        {
          method: "POST",
          path: `${at(envelopeId)}/views/recipient`,
          body,
          idempotent: true,
          budgetMs: Math.max(1, endsAt - Date.now()),
        },
        (answer) => view.parse(answer),
      );
      return safeAddress(url);
    },
    void: (envelopeId, reason) =>
      send(
        { method: "PUT", path: at(envelopeId), body: { status: "voided", voidedReason: reason }, idempotent: true },
        () => undefined,
      ),
    executed: (envelopeId, most) =>
      withToken(most, async (headers, budgetMs, keyRefusedBy) => {
        const path = `${at(envelopeId)}/documents/combined?certificate=true`;
        const call = { method: "GET", path, headers, idempotent: true, budgetMs, keyRefusedBy } as const;
        const pdf = await vendor.file(call, "application/pdf");
        if (new TextDecoder().decode(pdf.subarray(0, 5)) !== "%PDF-") {
          throw vendorFailure("invalid_answer", "docusign: the document is no PDF");
        }
        return pdf;
      }),
  };

  function at(envelopeId: string): string {
    return `${home}/${encodeURIComponent(envelopeId)}`;
  }
}

function envelopeOf(order: EnvelopeOrder, config: DocuSignConfig) {
  const { contractId, names } = order;
  return {
    status: "sent",
    emailSubject: order.subject.slice(0, 100),
    documents: [{ documentId: "1", name: contractId, fileExtension: "pdf", documentBase64: toBase64(order.pdf) }],
    recipients: {
      signers: (["client", "professional"] as const).map((party) => ({
        recipientId: RECIPIENT[party],
        // Both at once: whoever comes first signs first.
        routingOrder: "1",
        ...signerOf({ contractId, party, name: names[party] }, config.publicHost, "name"),
        tabs: { signHereTabs: [signHere(order.anchor, party)] },
      })),
    },
    customFields: {
      textCustomFields: [{ name: CUSTOM_FIELD, value: contractId, show: "false", required: "false" }],
    },
    notification: {
      useAccountDefaults: "false",
      reminders: { reminderEnabled: "false" },
      expirations: { expireEnabled: "true", expireAfter: EXPIRE_DAYS, expireWarn: "0" },
    },
    ...(config.hookUrl === null ? {} : { eventNotification: eventNotification(config.hookUrl) }),
  };
}

/**
 * One of the two, as DocuSign knows him: nobody's e-mail is given away, so that nobody is ever written to from there, and the id is the
 * contract's, since a client's own changes when he opens an account.
 */
function signerOf<N extends "name" | "userName">(
  of: { contractId: string; party: SignerParty; name: string },
  host: string,
  nameField: N,
) {
  return {
    [nameField]: of.name,
    email: `${of.party}.${of.contractId}@${host}`,
    clientUserId: `${of.contractId}:${of.party}`,
  };
}

/** Side by side under the document's last line. Pixels are points of the page here (anchorUnits of the reference). */
function signHere(anchor: string, party: SignerParty) {
  return {
    anchorString: anchor,
    anchorUnits: "pixels",
    anchorXOffset: party === "client" ? "0" : "230",
    anchorYOffset: "44",
    anchorIgnoreIfNotPresent: "false",
    scaleValue: "0.7",
  };
}

/** JSON SIM messages with what both have done, signed with the account's Connect keys. */
function eventNotification(url: string) {
  return {
    url,
    requireAcknowledgment: "true",
    loggingEnabled: "true",
    includeHMAC: "true",
    deliveryMode: "SIM",
    events: ["envelope-completed", "envelope-declined", "envelope-voided", "recipient-completed", "recipient-declined"],
    eventData: { version: "restv2.1", format: "json", includeData: ["recipients"] },
  };
}

/** A browser is only led to https, or to this machine. */
function safeAddress(url: string): string {
  try {
    allowedBase(url);
    return url;
  } catch {
    throw vendorFailure("invalid_answer", "docusign: the signing address is not https");
  }
}

function optional(budgetMs: number | undefined): { budgetMs?: number } {
  return budgetMs === undefined ? {} : { budgetMs };
}

/** In chunks: spreading a large array into String.fromCharCode overflows the stack. */
function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
