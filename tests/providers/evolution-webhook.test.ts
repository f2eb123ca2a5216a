// The Evolution API's webhooks as they come: who may send them, what is heard in them, and what is passed over.
import { expect, it } from "vitest";
import { evolutionReader } from "../../src/providers/evolution-webhook.ts";
import { EVOLUTION, messageBody, webhookBody } from "../support/evolution-stand-in.ts";

const reader = evolutionReader({ token: EVOLUTION.webhookToken, instance: EVOLUTION.instance });

function read(body: unknown, token: string | null = EVOLUTION.webhookToken) {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  return reader.read({ bytes, headers, now: new Date("2026-11-21T15:00:00Z") });
}

const from = "5511987654321";

it.each([null, "wrong", `${EVOLUTION.webhookToken}x`, EVOLUTION.webhookToken.slice(1)])(
  "the token %s opens nothing",
  async (token) => {
    await expect(read(messageBody({ from, text: "Oi" }), token)).rejects.toMatchObject({
      code: "webhook_refused",
      status: 401,
    });
  },
);

it("another instance's webhook is refused", async () => {
  await expect(read(webhookBody("messages.upsert", {}, "somebody else's"))).rejects.toMatchObject({ status: 401 });
});

it.each(["{", "[]", JSON.stringify(webhookBody("messages.upsert", { key: { id: 1 } }))])(
  "what is no webhook of this API is refused without a word of it: %s",
  async (body) => {
    await expect(read(body)).rejects.toMatchObject({ code: "invalid_input", status: 400 });
  },
);

it("a text is one event, named by its id, on the line of its person", async () => {
  const [event] = await read(messageBody({ from, text: "Oi", id: "3A1" }));
  expect(event).toMatchObject({
    id: "3A1",
    type: "messages.upsert",
    body: { phone: "+5511987654321", lid: null, to: from, kind: "text", text: "Oi" },
  });
  expect(event?.line).toMatch(/^whatsapp-in:[0-9a-f]{32}$/);
  const [same] = await read(messageBody({ from: "551187654321", text: "Oi", id: "3A2" }));
  expect(same?.line).toBe(event?.line);
  expect(JSON.stringify(event?.line)).not.toContain("87654321");
});

it("a message that a phone delivers hours late is heard all the same", async () => {
  const atMs = Date.parse("2026-11-21T09:00:00Z");
  expect(await read(messageBody({ from, text: "Estava sem sinal", atMs }))).toHaveLength(1);
});

it.each([
  ["extendedTextMessage", { extendedTextMessage: { text: "Com link" } }, "text", "Com link"],
  ["a disappearing text", { ephemeralMessage: { message: { extendedTextMessage: { text: "Some" } } } }, "text", "Some"],
  ["a pressed button", { buttonsResponseMessage: { selectedDisplayText: "Sim" } }, "text", "Sim"],
  ["a voice", { audioMessage: { seconds: 4, ptt: true } }, "voice", ""],
  ["a picture with words", { imageMessage: { caption: "O papel", url: "https://mmg" } }, "file", "O papel"],
  [
    "a document",
    { documentWithCaptionMessage: { message: { documentMessage: { caption: "O contrato" } } } },
    "file",
    "O contrato",
  ],
  ["a place", { locationMessage: { degreesLatitude: -23 } }, "other", ""],
])("%s is heard as what it is", async (_name, message, kind, text) => {
  expect(await read(messageBody({ from, message }))).toMatchObject([{ body: { kind, text } }]);
});

it.each([
  ["a group", messageBody({ from: "120363041967849074@g.us", text: "Oi" })],
  ["a status", messageBody({ from: "status@broadcast", text: "Oi" })],
  ["the phone's owner", messageBody({ from, text: "Oi", key: { fromMe: true } })],
  ["a reaction", messageBody({ from, message: { reactionMessage: { text: "👍" } } })],
  ["an edit", messageBody({ from, message: { protocolMessage: { type: 14 } } })],
  ["keys", messageBody({ from, message: { senderKeyDistributionMessage: {}, messageContextInfo: {} } })],
  ["somebody who is typing", webhookBody("presence.update", { id: "1@lid" })],
  ["our own text", webhookBody("send.message", { key: { id: "3EB0" } })],
])("nothing is kept of %s", async (_name, body) => {
  expect(await read(body)).toEqual([]);
});

it("what became of a text is one event for each of its states", async () => {
  const update = { keyId: "3EB01", remoteJid: `${from}@s.whatsapp.net`, fromMe: true, status: "READ" };
  expect(await read(webhookBody("messages.update", update))).toMatchObject([
    { id: "3EB01:READ", type: "messages.update", body: { vendorId: "3EB01", status: "READ" }, line: null },
  ]);
  expect(await read(webhookBody("MESSAGES_UPDATE", update))).toHaveLength(1);
});

it("the phone's connection and what nobody here knows are told, the latter without its content", async () => {
  const data = { instance: EVOLUTION.instance, state: "close", statusReason: 428 };
  expect(await read(webhookBody("connection.update", data))).toMatchObject([{ body: { state: "close" } }]);
  expect(await read(webhookBody("newsletter.update", { words: "private" }))).toMatchObject([
    { type: "newsletter.update", body: {} },
  ]);
});
