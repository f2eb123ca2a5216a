// A professional's routes: own offers, own profile, own turn; nobody else's.
import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cases, offers, users } from "../../src/db/schema.ts";
import { inboxOf } from "../../src/domain/messages.ts";
import { sendWave } from "../../src/services/offers/send-wave.ts";
import { ask, loadPeople, personWith, sessionOf, worldContext } from "./people.ts";

const ctx = worldContext();
let caseId: string;
let asked: { offerId: string; userId: string; token: string }[];
let serial = 0;

beforeAll(async () => {
  await loadPeople();
});

beforeEach(async () => {
  caseId = `cas_http${++serial}${crypto.randomUUID().slice(0, 8)}`;
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
  asked = await Promise.all(
    rows.map(async (row) => {
      const userId = row.professionalId.replace("pro_", "usr_");
      return { offerId: row.id, userId, token: await sessionOf(userId) };
    }),
  );
});

const first = () => asked[0] ?? { offerId: "", userId: "", token: "" };
const second = () => asked[1] ?? { offerId: "", userId: "", token: "" };

describe("offers", () => {
  test("are listed, seen and accepted by their professional", async () => {
    const { token, offerId } = first();
    const list = await ask(token, "GET", "/api/v2/offers?show=open&limit=50");
    expect(list.status).toBe(200);
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id: offerId, case_id: caseId, status: "pending" }),
    );
    expect((await ask(token, "POST", `/api/v2/offers/${offerId}/seen`)).body).toMatchObject({ status: "seen" });
    const accepted = await ask(token, "POST", `/api/v2/offers/${offerId}/accept`);
    expect(accepted).toMatchObject({ status: 200, body: { id: offerId, case_id: caseId, status: "accepted" } });
    expect(accepted.body.expires_at).toEqual(expect.any(String));
    // The same press twice.
    expect((await ask(token, "POST", `/api/v2/offers/${offerId}/accept`)).status).toBe(200);
  });

  test("accepted too late get a problem that says kindly what came between", async () => {
    await ask(first().token, "POST", `/api/v2/offers/${first().offerId}/accept`);
    const late = await ask(second().token, "POST", `/api/v2/offers/${second().offerId}/accept`);
    expect(late.status).toBe(409);
    expect(late.headers.get("content-type")).toContain("application/problem+json");
    expect(late.body).toMatchObject({ code: "offer_taken", request_id: expect.stringMatching(/^req_/) });
    expect(late.body.detail).toContain("colleague");
  });

  test("are declined with a reason, with none, or without any body", async () => {
    const bodies = [{ reason: "no_time" }, {}, undefined];
    for (const [i, body] of bodies.entries()) {
      const { token, offerId } = asked[i] ?? first();
      const answer = await ask(token, "POST", `/api/v2/offers/${offerId}/decline`, body);
      expect(answer).toMatchObject({ status: 200, body: { status: "declined" } });
    }
    expect((await ask(first().token, "POST", `/api/v2/offers/${first().offerId}/decline`, { reason: 5 })).status).toBe(
      422,
    );
  });

  test("are declined with words that hold a null byte, which is left out", async () => {
    const { token, offerId } = first();
    const answer = await ask(token, "POST", `/api/v2/offers/${offerId}/decline`, { reason: "a\u0000b \ud83d" });
    expect(answer).toMatchObject({ status: 200, body: { status: "declined" } });
    const [row] = await ctx.db.select({ reason: offers.declineReason }).from(offers).where(eq(offers.id, offerId));
    expect(row).toEqual({ reason: "ab \ufffd" });
  });

  test("of someone else are 404, to colleagues, clients and operators alike", async () => {
    const path = `/api/v2/offers/${first().offerId}`;
    for (const method of ["seen", "accept", "decline"]) {
      expect((await ask(second().token, "POST", `${path}/${method}`)).status).toBe(404);
    }
    expect((await ask(second().token, "GET", path)).status).toBe(404);
    expect((await ask(first().token, "POST", "/api/v2/offers/off_none/accept")).status).toBe(404);
    expect((await ask(await personWith("client"), "POST", `${path}/accept`)).status).toBe(403);
    expect((await ask(null, "GET", "/api/v2/offers")).status).toBe(401);
    expect((await ask(first().token, "GET", path)).body).toMatchObject({ status: "pending" });
  });

  test("refuse a limit that is no number", async () => {
    expect((await ask(first().token, "GET", "/api/v2/offers?limit=many")).status).toBe(422);
  });

  test("come live to their professional's own stream", async () => {
    const { userId, token } = first();
    const event = { type: "offer_update" as const, key: "k", data: { offer_id: "off_1", status: "pending" } };
    await env.CONVERSATION.getByName(inboxOf(userId)).publish([event]);
    const request = new Request("http://example.com/api/v2/offers/stream", {
      headers: { authorization: `Bearer ${token}` },
    });
    const answer = await exports.default.fetch(request);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    while (!heard.includes("off_1")) heard += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    expect(heard).toContain("event: offer_update");
  });
});

describe("the profile", () => {
  test("is read and changed by its professional", async () => {
    const { token } = first();
    const patched = await ask(token, "PATCH", "/api/v2/professionals/me", { capacity_monthly: 9, fee_cents: 31_000 });
    expect(patched).toMatchObject({ status: 200, body: { capacity_monthly: 9, fee_cents: 31_000 } });
    expect((await ask(token, "GET", "/api/v2/professionals/me")).body).toEqual(patched.body);
  });

  test("is kept without null bytes", async () => {
    const profile = "Trabalhista há doze anos, em São\u0000 Paulo e no interior.";
    const answer = await ask(first().token, "PATCH", "/api/v2/professionals/me", { profile });
    expect(answer).toMatchObject({ status: 200, body: { profile: profile.replace("\u0000", "") } });
  });

  test("names the fields that are wrong", async () => {
    const answer = await ask(first().token, "PATCH", "/api/v2/professionals/me", { capacity_monthly: 99 });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ field: "capacity_monthly" }] } });
    expect((await ask(first().token, "PATCH", "/api/v2/professionals/me", ["x"])).status).toBe(422);
  });

  test("comes with turn and cases, and not for clients", async () => {
    const turn = await ask(first().token, "GET", "/api/v2/professionals/me/turn");
    expect(turn.body).toMatchObject({ pending_offers: expect.any(Number), receipts: expect.any(Array) });
    // An offer that is not answered yet is nobody's case.
    const mine = await ask(first().token, "GET", "/api/v2/professionals/me/cases");
    expect(mine.body).toMatchObject({ items: expect.any(Array), next: null });
    expect(mine.body.items).not.toContainEqual(expect.objectContaining({ case_id: caseId }));
    for (const path of ["", "/turn", "/cases"]) {
      expect((await ask(await personWith("client"), "GET", `/api/v2/professionals/me${path}`)).status).toBe(403);
    }
  });
});

describe("a shortlist", () => {
  test("is read by the client and by who was asked, and is 404 for strangers", async () => {
    const path = `/api/v2/cases/${caseId}/shortlist`;
    const client = await sessionOf(`usr_of${caseId}`);
    const answer = await ask(client, "GET", path);
    expect(answer.body.items).toHaveLength(3);
    expect((await ask(first().token, "GET", path)).body.items).toHaveLength(1);
    expect((await ask(await personWith("client"), "GET", path)).status).toBe(404);
    expect((await ask(await personWith("operator"), "GET", `${path}?limit=200`)).body.rounds).toHaveLength(1);
  });
});
