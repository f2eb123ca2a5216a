// DocuSign as its documentation describes it: tokens for a signed assertion, envelopes, a page to sign on, Connect's messages, and its failures.
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { exportPKCS8, generateKeyPair, jwtVerify } from "jose";
import { PDFDocument } from "pdf-lib";
import * as z from "zod";
import { pace } from "./vendor-stand-in.ts";

/** `lost_answer`: what was asked is done, and nobody hears of it. `refused`: somebody else is at work on it. */
const DOCUSIGN_FAULTS = [
  ...(["refused_connection", "hangs", "drips", "status_500", "rate_limited", "not_json"] as const),
  ...(["truncated", "wrong_shape", "lost_answer", "refused"] as const),
] as const;
export type DocuSignFault = (typeof DOCUSIGN_FAULTS)[number];

const SETTINGS = [
  ...(["DOCUSIGN_INTEGRATION_KEY", "DOCUSIGN_USER_ID", "DOCUSIGN_ACCOUNT_ID", "DOCUSIGN_PRIVATE_KEY"] as const),
  ...(["DOCUSIGN_CONNECT_KEYS", "DOCUSIGN_OAUTH_URL", "DOCUSIGN_BASE_URL"] as const),
] as const;

interface StoredEnvelope {
  envelopeId: string;
  status: string;
  customField: string;
  pdf: Uint8Array;
  createdAt: Date;
  changedAt: Date;
  voidedReason: string | null;
  /** How often somebody asked how it stands. */
  looks: number;
  signers: {
    recipientId: string;
    name: string;
    email: string;
    clientUserId: string;
    status: string;
    at: Date | null;
  }[];
}

/** One message of Connect, signed with every key. */
export interface ConnectMessage {
  event: string;
  body: string;
  headers: Record<string, string>;
}

export interface DocuSignStandIn {
  url: string;
  /** DOCUSIGN_* as the product needs them for this stand-in. */
  settings: Record<(typeof SETTINGS)[number], string>;
  fail(fault: DocuSignFault | null, only?: RegExp): void;
  envelopes: StoredEnvelope[];
  /** Method and path of what was asked, oldest first. */
  asked: string[];
  /** Tokens handed out so far; `revoke` makes them all worthless. */
  tokens(): number;
  revoke(): void;
  /** What Connect would post, oldest first; nothing is posted unless `connectTo` says where. */
  messages: ConnectMessage[];
  connectTo(url: string | null): void;
  /** Presses a button on the page at `address`; where the browser is led next. */
  press(address: string, button: "sign" | "decline"): Promise<string>;
  /** What DocuSign's own administrator may do. */
  voidThere(envelopeId: string): void;
  close(): Promise<void>;
}

const INTEGRATION_KEY = "7c2b8d7e-0000-4000-8000-integration0";
const USER_ID = "4799e5e9-0000-4000-8000-000000000001";
const ACCOUNT_ID = "624e3e00-0000-4000-8000-000000000002";
const VIEW_LIVES_MS = 5 * 60_000;

const order = z.object({
  status: z.literal("sent"),
  emailSubject: z.string().min(1).max(100),
  documents: z
    .array(z.object({ documentId: z.string(), documentBase64: z.base64(), fileExtension: z.literal("pdf") }))
    .length(1),
  recipients: z.object({
    signers: z.array(
      z.object({
        recipientId: z.string(),
        routingOrder: z.string(),
        name: z.string().min(1),
        email: z.email(),
        clientUserId: z.string().min(1).max(100),
        tabs: z.object({ signHereTabs: z.array(z.object({ anchorString: z.string().min(1) })).min(1) }),
      }),
    ),
  }),
  customFields: z.object({ textCustomFields: z.array(z.object({ name: z.string(), value: z.string() })).length(1) }),
});

export async function startDocuSign(
  options: { now?: () => Date; connectKeys?: readonly string[]; delayMs?: number } = {},
): Promise<DocuSignStandIn> {
  const now = options.now ?? (() => new Date());
  const connectKeys = options.connectKeys ?? ["connect-key-one", "connect-key-two"];
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const envelopes: StoredEnvelope[] = [];
  const asked: string[] = [];
  const messages: ConnectMessage[] = [];
  const tokens = new Map<string, boolean>();
  const views = new Map<string, { envelope: StoredEnvelope; recipientId: string; returnUrl: string; endsAt: number }>();
  let fault: { kind: DocuSignFault; only: RegExp } | null = null;
  let connectUrl: string | null = null;
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const home = `/restapi/v2.1/accounts/${ACCOUNT_ID}/envelopes`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const path = request.url ?? "";
    asked.push(`${request.method} ${path}`);
    const wrong = fault?.only.test(`${request.method} ${path}`) ? fault.kind : null;
    const complaint = JSON.stringify({ errorCode: "UNSPECIFIED_ERROR", message: `bad: ${text}` });
    if (wrong === "refused_connection") return void request.socket.destroy();
    if (wrong === "hangs") return;
    if (wrong === "status_500") return send(response, 500, complaint);
    if (wrong === "refused") return send(response, 400, JSON.stringify({ errorCode: "EDIT_LOCK_NOT_LOCK_OWNER" }));
    if (wrong === "rate_limited")
      return send(response, 429, complaint, { "retry-after": String(pace.retryAfterSeconds) });
    if (options.delayMs !== undefined) await sleep(options.delayMs);
    const answer = await answerTo(request, path, text);
    if (wrong === "lost_answer") return void request.socket.destroy();
    if (wrong === "not_json") return send(response, answer.status, "<html></html>");
    if (wrong === "wrong_shape") return send(response, 200, JSON.stringify({ envelopes: "none", envelopeId: 7 }));
    if (wrong === "truncated") return send(response, answer.status, String(answer.body).slice(0, 9));
    if (wrong === "drips") return drip(response);
    send(response, answer.status, answer.body, answer.headers);
  }

  async function answerTo(request: IncomingMessage, path: string, text: string): Promise<Answer> {
    const { pathname, searchParams } = new URL(path, url);
    const method = request.method ?? "GET";
    if (pathname.startsWith("/Signing/")) return ceremony(method, pathname.slice("/Signing/".length), text);
    if (method === "POST" && pathname === "/oauth/token") return token(text);
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    if (tokens.get(bearer) !== true) return error(401, "USER_AUTHENTICATION_FAILED");
    if (!pathname.startsWith(home)) return error(404, "RESOURCE_NOT_FOUND");
    const [id = "", ...rest] = pathname.slice(home.length + 1).split("/");
    if (id === "") return method === "POST" ? create(text) : list(searchParams);
    const envelope = envelopes.find(({ envelopeId }) => envelopeId === id);
    if (envelope === undefined) return error(404, "ENVELOPE_DOES_NOT_EXIST");
    const what = `${method} ${rest.join("/")}`;
    if (what === "GET ") return look(envelope, searchParams.get("include") === "recipients");
    if (what === "PUT ") return change(envelope, JSON.parse(text));
    if (what === "PUT recipients") return rename(envelope, JSON.parse(text));
    if (what === "POST views/recipient") return view(envelope, JSON.parse(text));
    if (what === "GET documents/combined") return documents(envelope, searchParams.get("certificate") === "true");
    return error(404, "RESOURCE_NOT_FOUND");
  }

  async function token(text: string): Promise<Answer> {
    const form = new URLSearchParams(text);
    if (form.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer")
      return json(400, { error: "invalid_request" });
    try {
      const { payload } = await jwtVerify(form.get("assertion") ?? "", publicKey, {
        algorithms: ["RS256"],
        audience: host,
        issuer: INTEGRATION_KEY,
        subject: USER_ID,
        maxTokenAge: "1h",
      });
      if (payload.scope !== "signature impersonation") return json(400, { error: "invalid_scope" });
    } catch {
      return json(400, { error: "invalid_grant" });
    }
    const made = `token-${randomUUID()}`;
    tokens.set(made, true);
    return json(200, { access_token: made, token_type: "Bearer", expires_in: 3600, scope: "signature impersonation" });
  }

  function create(text: string): Answer {
    const asked = order.safeParse(JSON.parse(text));
    if (!asked.success) return error(400, "INVALID_REQUEST_BODY");
    const { documents: papers, recipients, customFields } = asked.data;
    const [field] = customFields.textCustomFields;
    const pdf = Uint8Array.from(Buffer.from(papers[0]?.documentBase64 ?? "", "base64"));
    const at = now();
    const envelope: StoredEnvelope = {
      envelopeId: randomUUID(),
      status: "sent",
      customField: `${field?.name}=${field?.value}`,
      pdf,
      createdAt: at,
      changedAt: at,
      voidedReason: null,
      looks: 0,
      signers: recipients.signers.map(({ recipientId, name, email, clientUserId }) => ({
        ...{ recipientId, name, email, clientUserId, status: "sent", at: null },
      })),
    };
    envelopes.push(envelope);
    tell("envelope-sent", envelope);
    return json(201, {
      envelopeId: envelope.envelopeId,
      status: "sent",
      statusDateTime: at.toISOString(),
      uri: `/envelopes/${envelope.envelopeId}`,
    });
  }

  function list(search: URLSearchParams): Answer {
    const from = Date.parse(search.get("from_date") ?? "");
    if (Number.isNaN(from)) return error(400, "INVALID_REQUEST_PARAMETER");
    const field = search.get("custom_field");
    const found = envelopes.filter(
      (one) => one.createdAt.getTime() >= from && (field === null || one.customField === field),
    );
    // With nothing found the list is left out, as DocuSign does.
    const listed = found.map(({ envelopeId, status }) => ({ envelopeId, status }));
    return json(200, { resultSetSize: String(found.length), ...(found.length === 0 ? {} : { envelopes: listed }) });
  }

  function look(envelope: StoredEnvelope, withRecipients: boolean): Answer {
    envelope.looks++;
    return json(200, { envelopeId: envelope.envelopeId, ...summary(envelope, withRecipients) });
  }

  function change(envelope: StoredEnvelope, body: { status?: string; voidedReason?: string }): Answer {
    if (body.status !== "voided" || !body.voidedReason) return error(400, "INVALID_REQUEST_BODY");
    if (!isOpen(envelope)) return error(400, "ENVELOPE_CANNOT_VOID_INVALID_STATE");
    voidNow(envelope, body.voidedReason);
    return json(200, { envelopeId: envelope.envelopeId });
  }

  function voidNow(envelope: StoredEnvelope, reason: string): void {
    Object.assign(envelope, { status: "voided", voidedReason: reason, changedAt: now() });
    tell("envelope-voided", envelope);
  }

  function rename(
    envelope: StoredEnvelope,
    body: { signers: { recipientId: string; name: string; email?: string }[] },
  ): Answer {
    for (const { recipientId, name } of body.signers) {
      const signer = envelope.signers.find((one) => one.recipientId === recipientId);
      if (signer !== undefined && signer.status !== "completed") signer.name = name;
    }
    return json(200, { recipientUpdateResults: body.signers.map(({ recipientId }) => ({ recipientId })) });
  }

  function view(envelope: StoredEnvelope, body: Record<string, string>): Answer {
    const signer = envelope.signers.find(
      ({ name, email, clientUserId }) =>
        name === body.userName && email === body.email && clientUserId === body.clientUserId,
    );
    if (signer === undefined || !body.authenticationMethod) return error(400, "UNKNOWN_ENVELOPE_RECIPIENT");
    if (!isOpen(envelope)) return error(400, "ENVELOPE_INVALID_STATUS");
    const key = randomUUID();
    const returnUrl = body.returnUrl ?? "";
    views.set(key, { envelope, recipientId: signer.recipientId, returnUrl, endsAt: Date.now() + VIEW_LIVES_MS });
    return json(201, { url: `${url}/Signing/${key}` });
  }

  async function documents(envelope: StoredEnvelope, withCertificate: boolean): Promise<Answer> {
    const document = await PDFDocument.load(envelope.pdf, { updateMetadata: false });
    if (withCertificate)
      document.addPage().drawText(`Certificate Of Completion ${envelope.envelopeId}`, { x: 50, y: 700, size: 10 });
    return { status: 200, body: await document.save(), headers: { "content-type": "application/pdf" } };
  }

  /** The page of the ceremony; its address is good for one use. */
  function ceremony(method: string, key: string, text: string): Answer {
    const open = views.get(key);
    if (open === undefined || open.endsAt < Date.now()) return html(200, "<h1>Session expired</h1>");
    const { envelope, recipientId } = open;
    const signer = envelope.signers.find((one) => one.recipientId === recipientId);
    if (method === "GET") {
      return html(
        200,
        `<h1>Review and sign</h1><p id="signer">${signer?.name}</p><form method="post"><button name="do" value="sign">Finish</button>
         <button name="do" value="decline">Decline to sign</button></form>`,
      );
    }
    views.delete(key);
    const back = new URL(open.returnUrl);
    if (signer !== undefined && isOpen(envelope)) {
      const isSigning = new URLSearchParams(text).get("do") === "sign";
      Object.assign(signer, { status: isSigning ? "completed" : "declined", at: now() });
      back.searchParams.set("event", isSigning ? "signing_complete" : "decline");
      if (!isSigning) envelope.status = "declined";
      else envelope.status = envelope.signers.every(({ status }) => status === "completed") ? "completed" : "delivered";
      envelope.changedAt = now();
      tell(isSigning ? "recipient-completed" : "recipient-declined", envelope, recipientId);
      if (envelope.status === "completed") tell("envelope-completed", envelope);
      if (!isSigning) tell("envelope-declined", envelope);
    }
    return { status: 302, body: "", headers: { location: back.href } };
  }

  function tell(event: string, envelope: StoredEnvelope, recipientId?: string): void {
    const { envelopeId } = envelope;
    const data = {
      ...{ accountId: ACCOUNT_ID, userId: USER_ID, envelopeId },
      ...(recipientId === undefined ? {} : { recipientId }),
      envelopeSummary: summary(envelope, true),
    };
    const body = JSON.stringify({
      event,
      apiVersion: "v2.1",
      uri: `${home}/${envelopeId}`,
      retryCount: 0,
      configurationId: 10_418_598,
      generatedDateTime: now().toISOString().replace("Z", "0000Z"),
      data,
    });
    const message = { event, body, headers: connectHeaders(connectKeys, body) };
    messages.push(message);
    if (connectUrl !== null) void post(connectUrl, message);
  }

  return {
    url,
    settings: {
      DOCUSIGN_INTEGRATION_KEY: INTEGRATION_KEY,
      DOCUSIGN_USER_ID: USER_ID,
      DOCUSIGN_ACCOUNT_ID: ACCOUNT_ID,
      DOCUSIGN_PRIVATE_KEY: await exportPKCS8(privateKey),
      DOCUSIGN_CONNECT_KEYS: ["connect-key-old", ...connectKeys].join(","),
      DOCUSIGN_OAUTH_URL: url,
      DOCUSIGN_BASE_URL: url,
    },
    fail: (kind, only = /./) => {
      fault = kind === null ? null : { kind, only };
    },
    envelopes,
    asked,
    tokens: () => tokens.size,
    revoke: () => {
      for (const key of tokens.keys()) tokens.set(key, false);
    },
    messages,
    connectTo: (to) => {
      connectUrl = to;
    },
    press: async (address, button) => {
      const body = new URLSearchParams({ do: button });
      const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
      return answer.headers.get("location") ?? "";
    },
    voidThere: (envelopeId) => {
      const envelope = envelopes.find((one) => one.envelopeId === envelopeId);
      if (envelope !== undefined) voidNow(envelope, "by the administrator");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** As Connect signs: one header for each active key, numbered from one. */
export function connectHeaders(keys: readonly string[], body: string): Record<string, string> {
  const signatures = keys.map(
    (key, index) =>
      [`x-docusign-signature-${index + 1}`, createHmac("sha256", key).update(body).digest("base64")] as const,
  );
  return {
    "content-type": "application/json",
    "x-authorization-digest": "HMACSHA256",
    ...Object.fromEntries(signatures),
  };
}

interface Answer {
  status: number;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

function summary(envelope: StoredEnvelope, withRecipients: boolean) {
  const at = envelope.changedAt.toISOString();
  const signers = envelope.signers.map(({ recipientId, name, email, clientUserId, status, at: when }) => ({
    ...{ recipientId, recipientIdGuid: randomUUID(), name, email, clientUserId, status, routingOrder: "1" },
    ...(when === null ? {} : { [status === "declined" ? "declinedDateTime" : "signedDateTime"]: when.toISOString() }),
  }));
  return {
    status: envelope.status,
    statusChangedDateTime: at,
    ...(envelope.status === "completed" ? { completedDateTime: at } : {}),
    ...(withRecipients ? { recipients: { signers, agents: [], recipientCount: String(signers.length) } } : {}),
  };
}

function isOpen({ status }: StoredEnvelope): boolean {
  return status === "sent" || status === "delivered";
}

/** Connect tries again for days; a few times are enough here. */
async function post(to: string, { body, headers }: ConnectMessage): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = await fetch(to, { method: "POST", body, headers }).catch(() => null);
    if (answer?.ok) return;
    await sleep(300);
  }
}

function json(status: number, body: unknown): Answer {
  return { status, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

function html(status: number, body: string): Answer {
  const page = `<!doctype html><meta charset="utf-8"><title>DocuSign</title>${body}`;
  return { status, body: page, headers: { "content-type": "text/html" } };
}

function error(status: number, errorCode: string): Answer {
  return json(status, { errorCode, message: `The stand-in says ${errorCode}.` });
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** A byte at a time: every read succeeds, and the answer never comes. */
async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  while (!response.destroyed) {
    response.write(" ");
    await sleep(20);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
