// The talk over the API and both live streams: who may, who finds nothing, and that no stream carries a word of it.
import { exports } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit, cases, offers, users } from "../../src/db/schema.ts";
import { sendWave } from "../../src/services/offers/send-wave.ts";
import { ask, loadPeople, personWith, sessionOf, worldContext } from "./people.ts";

const ctx = worldContext();
const caseId = `cas_talk${crypto.randomUUID().slice(0, 8)}`;
const base = `/api/v2/cases/${caseId}`;
let client: string;
let lawyer: string;
let other: string;
let offerId: string;

beforeAll(async () => {
  await loadPeople();
  const clientId = `usr_of${caseId}`;
  await ctx.db
    .insert(users)
    .values({ id: clientId, name: "", email: `${clientId}@anonymous.invalid`, isAnonymous: true });
  await ctx.db.insert(cases).values({
    id: caseId,
    clientId,
    conversationId: `cnv_${caseId}`,
    status: "matching",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    area: "trabalho",
    uf: "SP",
    urgencyHours: 240,
    complexity: "medium",
    summary: "Foi demitida sem receber.",
  });
  await sendWave(ctx, { caseId, wave: 1 });
  const rows = await ctx.db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(offers.rank);
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error("nobody was asked");
  offerId = first.id;
  client = await sessionOf(clientId);
  lawyer = await sessionOf(first.professionalId.replace("pro_", "usr_"));
  other = await sessionOf(second.professionalId.replace("pro_", "usr_"));
});

/** Reads a stream until it holds `word`; what it held. */
async function hear(token: string, path: string, word: string): Promise<string> {
  const answer = await exports.default.fetch(
    new Request(`http://example.com${path}`, { headers: { authorization: `Bearer ${token}` } }),
  );
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  while (!heard.includes(word)) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error(`the stream ended without ${word}`);
    heard += value;
  }
  await reader?.cancel();
  return heard;
}

describe("the question before an acceptance", () => {
  test("is asked once, redacted, and answered; for others there is nothing", async () => {
    const path = `/api/v2/offers/${offerId}/question`;
    expect((await ask(lawyer, "GET", path)).body).toEqual({ question: null });
    const asked = await ask(lawyer, "POST", path, { text: "Houve aviso prévio? Fone 11 98765-4321" });
    expect(asked).toMatchObject({ status: 201, body: { text: "Houve aviso prévio? Fone [telefone]" } });
    expect((await ask(lawyer, "POST", path, { text: "Outra pergunta, por favor?" })).status).toBe(409);
    expect((await ask(lawyer, "POST", path, { text: "curta" })).status).toBe(422);
    expect((await ask(other, "POST", path, { text: "De outra pessoa, isto?" })).status).toBe(404);
    expect((await ask(client, "POST", path, { text: "De quem é a pergunta?" })).status).toBe(403);
    const { items } = (await ask(client, "GET", `${base}/questions`)).body;
    expect(items).toEqual([expect.objectContaining({ id: asked.body.id, answer: null })]);
    const answer = `${base}/questions/${asked.body.id}/answer`;
    expect((await ask(other, "POST", answer, { text: "Sim" })).status).toBe(404);
    expect((await ask(client, "POST", answer, { text: "Sim, em 2024." })).status).toBe(200);
    expect((await ask(lawyer, "GET", path)).body).toMatchObject({ question: { answer: "Sim, em 2024." } });
    expect(await hear(client, `/api/v2/triage/stream/${caseId}`, '"answered"')).not.toContain("aviso");
    expect(await hear(lawyer, "/api/v2/offers/stream", '"answered"')).not.toContain("2024");
  });
});

describe("the talk", () => {
  test("opens with the acceptance, is heard on both streams by id, and read by the two alone", async () => {
    const say = { text: "Palavras secretas", client_message_id: "m1" };
    expect(await ask(client, "POST", `${base}/messages`, say)).toMatchObject({
      status: 409,
      body: { code: "talk_not_open" },
    });
    expect((await ask(lawyer, "POST", `${base}/messages`, say)).status).toBe(404);
    expect((await ask(lawyer, "POST", `/api/v2/offers/${offerId}/accept`)).status).toBe(200);
    const sent = await ask(client, "POST", `${base}/messages`, say);
    expect(sent).toMatchObject({ status: 201, body: { from: "client", text: "Palavras secretas", read_at: null } });
    expect((await ask(client, "POST", `${base}/messages`, say)).body).toEqual(sent.body);
    const id = String(sent.body.id);
    for (const [token, path] of [
      [client, `/api/v2/triage/stream/${caseId}`],
      [lawyer, "/api/v2/offers/stream"],
    ] as const) {
      const heard = await hear(token, path, id);
      expect(heard).toContain("event: case_message");
      expect(heard).not.toContain("secretas");
    }
    const list = await ask(lawyer, "GET", `${base}/messages`);
    expect(list.body).toMatchObject({ items: [{ id, text: "Palavras secretas" }], next: null, state: "open" });
    expect((await ask(lawyer, "POST", `${base}/messages/read`, { up_to: id })).body).toEqual({ up_to: id, read: 1 });
    expect(await hear(client, `/api/v2/triage/stream/${caseId}`, "event: case_read")).toContain(id);

    for (const token of [other, await personWith("client"), await personWith("operator")]) {
      expect((await ask(token, "GET", `${base}/messages`)).status).toBe(404);
      expect((await ask(token, "POST", `${base}/messages`, say)).status).toBe(404);
      expect((await ask(token, "POST", `${base}/messages/read`, { up_to: id })).status).toBe(404);
      expect((await ask(token, "POST", `${base}/block`)).status).toBe(404);
      expect((await ask(token, "POST", `${base}/mute`, { hours: 1 })).status).toBe(404);
      expect((await ask(token, "POST", `${base}/report`, { reason: "rude" })).status).toBe(404);
    }
    expect((await ask(null, "GET", `${base}/messages`)).status).toBe(401);
    expect((await ask(client, "POST", `${base}/messages`, { ...say, text: " ", client_message_id: "e" })).status).toBe(
      422,
    );
    expect(
      (await ask(client, "POST", `${base}/messages`, { text: "x".repeat(4001), client_message_id: "l" })).status,
    ).toBe(422);
  });

  test("is muted, reported, decided and blocked, each by whom it is for", async () => {
    expect((await ask(client, "POST", `${base}/mute`, { hours: 8 })).body.muted_until).toEqual(expect.any(String));
    expect((await ask(client, "DELETE", `${base}/mute`)).body).toEqual({ muted_until: null });
    expect((await ask(client, "POST", `${base}/mute`, { hours: 0 })).status).toBe(422);
    const report = await ask(client, "POST", `${base}/report`, { reason: "money", words: "Pediu um Pix." });
    expect(report.status).toBe(201);
    const operator = await personWith("operator");
    const { items } = (await ask(operator, "GET", "/api/v2/operator/reports")).body;
    expect(items).toContainEqual(expect.objectContaining({ id: report.body.id, words: "Pediu um Pix." }));
    expect((await ask(client, "GET", "/api/v2/operator/reports")).status).toBe(404);
    const decide = `/api/v2/operator/reports/${report.body.id}/decide`;
    expect((await ask(lawyer, "POST", decide, { decision: "dismiss" })).status).toBe(404);
    expect((await ask(operator, "POST", decide, { decision: "dismiss" })).body).toMatchObject({ status: "dismissed" });
    expect((await ask(operator, "POST", decide, { decision: "warn" })).status).toBe(409);
    expect((await ask(lawyer, "POST", `${base}/block`)).body).toEqual({ blocked_by: "professional" });
    const late = await ask(client, "POST", `${base}/messages`, { text: "Oi?", client_message_id: "late" });
    expect(late).toMatchObject({ status: 409, body: { code: "talk_closed" } });
  });

  test("is read by an operator only with a reason, which is kept", async () => {
    const id = `usr_op${crypto.randomUUID().slice(0, 8)}`;
    const operator = await personWith("operator", id);
    const path = `/api/v2/operator/cases/${caseId}/talk`;
    expect((await ask(operator, "GET", path)).status).toBe(404);
    expect((await ask(operator, "POST", path, { reason: "curto" })).status).toBe(422);
    expect((await ask(lawyer, "POST", path, { reason: "Quero ler tudo de novo" })).status).toBe(404);
    const read = await ask(operator, "POST", path, { reason: "Denúncia de cobrança por fora" });
    expect(read.body).toMatchObject({ case_id: caseId, talks: [{ offer_id: offerId, items: [{}] }] });
    expect((await ask(operator, "GET", path)).body).toEqual(read.body);
    const rows = await ctx.db
      .select()
      .from(audit)
      .where(and(eq(audit.actor, id), eq(audit.action, "talk.read")));
    expect(rows).toEqual([
      expect.objectContaining({ subject: caseId, detail: { reason: "Denúncia de cobrança por fora" } }),
    ]);
  });
});
