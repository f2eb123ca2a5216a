// A receiver of webhooks as a customer would write it: verifies every signature by the standard, and fails when it is told to.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Taken {
  id: string;
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
  raw: string;
  headers: Record<string, string>;
}

export interface WebhookReceiver {
  url: string;
  /** What was verified and taken, in order; an id twice is here twice. */
  taken: Taken[];
  /** Every request, refused ones too. */
  requests: number;
  /** Requests whose signature was missing or wrong. */
  forged: number;
  /** What the next requests get instead of 204: a status, "hang", or a place to be sent to. */
  answers: (number | "hang" | { location: string })[];
  secret: string;
  close(): Promise<void>;
}

const TOLERANCE_SECONDS = 300;

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const receiver: WebhookReceiver = {
    ...{ url: "", taken: [], requests: 0, forged: 0, answers: [], secret: "" },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer(async (request, response) => {
    receiver.requests++;
    const raw = await textOf(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = receiver.answers.shift() ?? 204;
    if (answer === "hang") return;
    if (typeof answer === "object") return response.writeHead(307, answer).end();
    if (!isGenuine(receiver.secret, headers, raw)) {
      receiver.forged++;
      return response.writeHead(401).end();
    }
    if (answer < 300) receiver.taken.push({ ...JSON.parse(raw), id: headers["webhook-id"] ?? "", raw, headers });
    response
      .writeHead(answer, { "content-type": "text/plain" })
      .end(answer === 204 ? undefined : "Ana Souza, 11 99999-0000");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return receiver;
}

/** Standard Webhooks 1.0: any of the signatures fits, and the moment is close. */
export function isGenuine(secret: string, headers: Record<string, string | undefined>, raw: string): boolean {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures = "" } = headers;
  if (Math.abs(Date.now() / 1000 - Number(at)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${at}.${raw}`).digest();
  return signatures.split(" ").some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ""), "base64");
    return one.startsWith("v1,") && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
