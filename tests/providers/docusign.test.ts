// DocuSign: the token, the envelope and what it carries, being found again, signing, voiding, the document, and every way to fail.
import { createPrivateKey } from "node:crypto";
import { inspect } from "node:util";
import { PDFDocument } from "pdf-lib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ESign } from "../../src/domain/contracts/e-sign.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { TokenMemory } from "../../src/providers/docusign-token.ts";
import { docuSignEventBody, docuSignWebhook } from "../../src/providers/docusign-webhook.ts";
import { type DocuSignSettings, openESign } from "../../src/providers/open-docusign.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import {
  connectHeaders,
  type DocuSignFault,
  type DocuSignStandIn,
  startDocuSign,
} from "../support/docusign-stand-in.ts";

const NOW = new Date();
const RETURN = "https://vez.example/contracts/ctr_1?from=docusign";
let vendor: DocuSignStandIn;
let pdf: Uint8Array;

beforeAll(async () => {
  vendor = await startDocuSign();
  const document = await PDFDocument.create();
  document.addPage().drawText("Prepared by Vez on");
  pdf = await document.save();
});
afterAll(() => vendor.close());
afterEach(() => {
  vendor.fail(null);
  vendor.asked.length = 0;
});

function open(change: Partial<DocuSignSettings> = {}): ESign {
  const settings = { ...vendor.settings, DOCUSIGN_TIMEOUT: 5, PUBLIC_ORIGIN: "https://vez.example", ...change };
  const made = { circuits: new Circuits(), metrics: new MetricsBuffer(), memory: new TokenMemory() };
  const esign = openESign(settings, made);
  if (esign === null) throw new Error("not configured");
  return esign;
}

const orderOf = (contractId: string) =>
  ({
    contractId,
    locale: "en",
    subject: "Agreement",
    pdf,
    anchor: "Prepared by Vez on",
    names: { client: "Client", professional: "Ana Conceição" },
  }) as const;
const visit = (envelopeId: string, contractId: string) =>
  ({
    envelopeId,
    contractId,
    party: "client",
    name: "Maria da Silva",
    rename: true,
    returnTo: RETURN,
    budgetMs: 5000,
  }) as const;

describe("the token", () => {
  test("is asked for once with a signed assertion, and again when DocuSign takes it back", async () => {
    const before = vendor.tokens();
    const esign = open();
    const id = await esign.create(orderOf("ctr_token"));
    await esign.read(id);
    expect(vendor.tokens() - before).toBe(1);
    vendor.revoke();
    await expect(esign.read(id)).resolves.toMatchObject({ status: "open" });
    expect(vendor.tokens() - before).toBe(2);
  });

  test("takes the key as DocuSign hands it out (PKCS#1), also with its line ends written out", async () => {
    const rsa = createPrivateKey(vendor.settings.DOCUSIGN_PRIVATE_KEY).export({ type: "pkcs1", format: "pem" });
    for (const key of [String(rsa), String(rsa).replaceAll("\n", "\\n")]) {
      const esign = open({ DOCUSIGN_PRIVATE_KEY: key });
      await expect(esign.find("ctr_none", NOW)).resolves.toBeNull();
    }
  });

  test("a key that is none, or another's, is a refusal that tells nothing of the key", async () => {
    const other = await startDocuSign();
    await other.close();
    const foreign = other.settings.DOCUSIGN_PRIVATE_KEY;
    for (const key of ["-----BEGIN RSA PRIVATE KEY-----\nSECRETLETTERS\n-----END RSA PRIVATE KEY-----", foreign]) {
      const failed = await open({ DOCUSIGN_PRIVATE_KEY: key })
        .find("ctr_none", NOW)
        .catch((error: unknown) => error);
      expect(reasonOf(failed)).toBe("refused");
      expect(inspect(failed, { depth: 8 })).not.toContain(key.slice(40, 60));
    }
  });
});

describe("an envelope", () => {
  test("carries the very bytes and the contract's id, both sign from our page, and no e-mail of theirs is given away", async () => {
    const esign = open();
    const id = await esign.create(orderOf("ctr_made"));
    const envelope = vendor.envelopes.find(({ envelopeId }) => envelopeId === id);
    expect(envelope?.pdf).toEqual(pdf);
    expect(envelope?.signers).toMatchObject([
      { recipientId: "1", name: "Client", email: "client.ctr_made@vez.example", clientUserId: "ctr_made:client" },
      { recipientId: "2", name: "Ana Conceição", clientUserId: "ctr_made:professional" },
    ]);
    await expect(esign.find("ctr_made", new Date(NOW.getTime() - 60_000))).resolves.toBe(id);
    // By a clock of ours that is ahead of DocuSign's.
    await expect(esign.find("ctr_made", new Date(Date.now() + 4 * 60_000))).resolves.toBe(id);
    await expect(esign.find("ctr_other", new Date(NOW.getTime() - 60_000))).resolves.toBeNull();
  });

  test("is signed on DocuSign's page under the name that was given, and its document comes with the certificate", async () => {
    const esign = open();
    const id = await esign.create(orderOf("ctr_signed"));
    const address = await esign.signingAddress(visit(id, "ctr_signed"));
    expect(await vendor.press(address, "sign")).toBe(`${RETURN}&event=signing_complete`);
    await expect(esign.read(id)).resolves.toMatchObject({
      status: "open",
      signers: [{ party: "client", status: "signed", name: "Maria da Silva" }],
    });
    const lawyer = { ...visit(id, "ctr_signed"), party: "professional", name: "Ana Conceição", rename: false } as const;
    await vendor.press(await esign.signingAddress(lawyer), "sign");
    const state = await esign.read(id);
    expect([state.status, state.signers.length]).toEqual(["completed", 2]);
    const executed = await PDFDocument.load(await esign.executed(id));
    expect(executed.getPageCount()).toBe(2);
    // What is complete cannot be voided.
    expect(reasonOf(await esign.void(id, "too late").catch((error: unknown) => error))).toBe("refused");
  });

  test("declined and voided ones say so", async () => {
    const esign = open();
    const declined = await esign.create(orderOf("ctr_declined"));
    await vendor.press(await esign.signingAddress(visit(declined, "ctr_declined")), "decline");
    await expect(esign.read(declined)).resolves.toMatchObject({
      status: "declined",
      signers: [{ party: "client", status: "declined" }],
    });
    const voided = await esign.create(orderOf("ctr_voided"));
    await esign.void(voided, "no longer counts");
    await expect(esign.read(voided)).resolves.toMatchObject({ status: "voided" });
  });
});

describe("when DocuSign fails", () => {
  test.each([
    ["refused_connection", "error"],
    ["hangs", "timeout"],
    ["drips", "timeout"],
    ["status_500", "error"],
    ["rate_limited", "rate_limited"],
    ["not_json", "invalid_answer"],
    ["truncated", "invalid_answer"],
    ["wrong_shape", "invalid_answer"],
    ["lost_answer", "error"],
  ] as const satisfies readonly (readonly [DocuSignFault, string])[])(
    "%s while an envelope is made is %s, within the time, asked once, and says nothing of what was sent",
    async (fault, reason) => {
      const esign = open({ DOCUSIGN_TIMEOUT: 0.7 });
      await esign.find("ctr_none", NOW);
      vendor.asked.length = 0;
      vendor.fail(fault, /^POST .*envelopes$/);
      const startedAt = Date.now();
      const failed = await esign.create(orderOf("ctr_fails")).catch((error: unknown) => error);
      expect(reasonOf(failed)).toBe(reason);
      expect(Date.now() - startedAt).toBeLessThan(1500);
      expect(vendor.asked.filter((line) => line.startsWith("POST"))).toHaveLength(1);
      expect(inspect(failed, { depth: 8 })).not.toMatch(/Concei|ctr_fails/);
    },
  );

  test("a document that is none is not taken for one", async () => {
    const esign = open();
    const id = await esign.create(orderOf("ctr_paper"));
    vendor.fail("not_json", /documents/);
    expect(reasonOf(await esign.executed(id).catch((error: unknown) => error))).toBe("invalid_answer");
  });
});

describe("Connect", () => {
  const reader = docuSignWebhook(["connect-key-old", "connect-key-two"]);
  const read = (body: string, headers: Record<string, string>, now = new Date()) =>
    reader.read({ bytes: new TextEncoder().encode(body), headers: new Headers(headers), now });

  async function signedMessage(contractId: string) {
    vendor.messages.length = 0;
    const esign = open();
    const id = await esign.create(orderOf(contractId));
    await vendor.press(await esign.signingAddress(visit(id, contractId)), "sign");
    const message = vendor.messages.find(({ event }) => event === "recipient-completed");
    if (message === undefined) throw new Error("Connect said nothing");
    return { id, ...message };
  }

  test("any of several keys will do; the event is the same however often it comes, and keeps what the handler needs", async () => {
    const { id, body, headers } = await signedMessage("ctr_hook");
    const [event] = await read(body, headers);
    expect(event).toMatchObject({ type: "recipient-completed", line: `docusign:${id}` });
    expect(docuSignEventBody.parse(event?.body)).toMatchObject({
      envelopeId: id,
      status: "open",
      signers: [{ party: "client", status: "signed", name: "Maria da Silva" }],
    });
    expect(JSON.stringify(event?.body)).not.toContain("@");
    const again = body.replace('"retryCount":0', '"retryCount":3');
    const [repeated] = await read(again, connectHeaders(["connect-key-two"], again));
    expect(repeated?.id).toBe(event?.id);
  });

  test("another key, another body and a moment of tomorrow are refused; a message of last week is not", async () => {
    const { body, headers } = await signedMessage("ctr_refused");
    await expect(read(body, connectHeaders(["another"], body))).rejects.toMatchObject({ code: "webhook_refused" });
    await expect(read(`${body} `, headers)).rejects.toMatchObject({ code: "webhook_refused" });
    await expect(read(body, {})).rejects.toMatchObject({ code: "webhook_refused" });
    await expect(read(body, headers, new Date(Date.now() - 86_400_000))).rejects.toMatchObject({
      code: "webhook_refused",
    });
    await expect(read(body, headers, new Date(Date.now() + 7 * 86_400_000))).resolves.toHaveLength(1);
  });

  test("without a summary the event itself says what happened; what is no message is refused", async () => {
    const bare = (event: string, data: object) =>
      JSON.stringify({ event, generatedDateTime: new Date().toISOString(), data: { envelopeId: "e-1", ...data } });
    const signed = bare("recipient-completed", { recipientId: "2" });
    const [event] = await read(signed, connectHeaders(["connect-key-two"], signed));
    expect(event?.body).toMatchObject({
      status: "open",
      signers: [{ party: "professional", status: "signed", name: null }],
    });
    const done = bare("envelope-completed", {});
    const [completed] = await read(done, connectHeaders(["connect-key-two"], done));
    expect(completed?.body).toMatchObject({ status: "completed", signers: [] });
    for (const wrong of ["{}", "no json", '{"event":"envelope-completed"}']) {
      await expect(read(wrong, connectHeaders(["connect-key-two"], wrong))).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
  });
});
