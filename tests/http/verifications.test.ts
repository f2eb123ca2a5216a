// Joining and verifying over HTTP: an application by its owner alone, decisions by operators alone, each once.
import { exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { professionals, users } from "../../src/db/schema.ts";
import { ask, loadPeople, personWith, worldContext } from "./people.ts";

const APPLICATION = "/api/v2/professionals/application";
const QUEUE = "/api/v2/operator/verifications";
const DESK = "/api/v2/operator/professionals";
const FIELDS = {
  vertical: "legal",
  name: "Ana Maria de Souza",
  licence: "OAB/SP 999.321",
  years_of_practice: 12,
  uf: "SP",
  municipality: "São Paulo",
  areas: ["trabalho"],
  profile: "Atendo quem foi demitido sem receber as verbas rescisórias, com FGTS e horas extras.",
  fee_cents: 25_000,
  languages: ["pt-BR"],
  practice: "solo",
  remote: true,
};
let olga: string;

beforeAll(async () => {
  await loadPeople(3);
  olga = await personWith("operator");
});

async function upload(token: string, kind: string, text = "one") {
  const form = new FormData();
  form.set("file", new File([`%PDF-1.7\n${text}`], "carteira.pdf"));
  const headers = { authorization: `Bearer ${token}`, "cf-connecting-ip": crypto.randomUUID() };
  const request = new Request(`http://example.com${APPLICATION}/papers?kind=${kind}`, {
    method: "POST",
    headers,
    body: form,
  });
  const answer = await exports.default.fetch(request);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function applied(userId: string, fields: Record<string, unknown> = FIELDS) {
  const token = await personWith("client", userId);
  expect(await ask(token, "PATCH", APPLICATION, fields)).toMatchObject({ status: 200, body: { missing: ["card"] } });
  const paper = await upload(token, "card", userId);
  expect(paper).toMatchObject({ status: 201, body: { kind: "card" } });
  expect(await ask(token, "POST", `${APPLICATION}/send`, { declared: true })).toMatchObject({
    status: 200,
    body: { status: "pending", licence_status: "unchecked", review: { status: "open" } },
  });
  const { items } = (await ask(olga, "GET", QUEUE)).body as { items: { id: string; professional_id: string }[] };
  const [row] = await worldContext().db.select().from(professionals).where(eq(professionals.userId, userId));
  const item = items.find((one) => one.professional_id === row?.id);
  if (item === undefined || row === undefined) throw new Error("it is not in the queue");
  const review = (await ask(olga, "GET", `${QUEUE}/${item.id}`)).body as { updated_at: string };
  return { token, id: item.id, professionalId: row.id, seen: review.updated_at, paperId: String(paper.body.id) };
}

describe("an application", () => {
  test("is filled in, sent, asked about, answered and confirmed", async () => {
    const { token, id, professionalId, seen } = await applied("usr_whole");
    const me = "/api/v2/professionals/me";
    expect(await ask(token, "GET", me)).toMatchObject({ status: 200, body: { status: "pending" } });
    expect(await ask(token, "PATCH", APPLICATION, { name: "Outra Pessoa" })).toMatchObject({
      status: 409,
      body: { code: "already_sent" },
    });
    expect(await ask(olga, "POST", `${QUEUE}/${id}/ask`, { seen, question: "E o verso?" })).toMatchObject({
      status: 200,
      body: { status: "asked" },
    });
    const stale = { seen, checks: ["name", "number", "situation"] };
    expect(await ask(olga, "POST", `${QUEUE}/${id}/approve`, stale)).toMatchObject({
      status: 409,
      body: { code: "review_changed" },
    });
    expect(await ask(token, "POST", `${APPLICATION}/answer`, { text: "Mandei." })).toMatchObject({ status: 200 });
    const { updated_at: now } = (await ask(olga, "GET", `${QUEUE}/${id}`)).body;
    expect(await ask(olga, "POST", `${QUEUE}/${id}/approve`, { seen: now, checks: ["name"] })).toMatchObject({
      status: 422,
    });
    expect(await ask(olga, "POST", `${QUEUE}/${id}/approve`, { ...stale, seen: now })).toMatchObject({
      status: 200,
      body: { status: "approved", professional_id: professionalId },
    });
    expect(await ask(token, "GET", me)).toMatchObject({ body: { status: "active", licence_status: "valid" } });
    expect(await ask(token, "PATCH", me, { name: "Ana Maria Lima" })).toMatchObject({
      status: 200,
      body: { name: "Ana Maria Lima", licence_status: "unchecked" },
    });
    expect(await ask(token, "PATCH", me, { licence: "12345-E" })).toMatchObject({
      status: 422,
      body: { fields: [{ field: "licence" }] },
    });
  });

  test("is 401 for nobody, 403 for somebody without an address, 409 for the team", async () => {
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["POST", "/send"],
      ["POST", "/answer"],
      ["GET", "/papers"],
    ] as const) {
      expect((await ask(null, method, APPLICATION + path, method === "GET" ? undefined : {})).status).toBe(401);
    }
    const token = await personWith("client", "usr_nameless");
    await worldContext().db.update(users).set({ isAnonymous: true }).where(eq(users.id, "usr_nameless"));
    expect((await ask(token, "PATCH", APPLICATION, FIELDS)).status).toBe(403);
    expect(await ask(olga, "PATCH", APPLICATION, FIELDS)).toMatchObject({
      status: 409,
      body: { code: "team_account" },
    });
    expect((await upload(token, "card")).status).toBe(403);
  });

  test("says what is missing, and which document a file is", async () => {
    const token = await personWith("client");
    expect(await ask(token, "POST", `${APPLICATION}/send`, { declared: true })).toMatchObject({
      status: 409,
      body: { code: "incomplete", step: "start" },
    });
    expect(await upload(token, "selfie")).toMatchObject({ status: 422 });
  });
});

describe("documents", () => {
  test("are downloaded by their owner and operators, and are 404 for everybody else", async () => {
    const { token, paperId } = await applied("usr_papers", { ...FIELDS, licence: "OAB/SP 999.322" });
    const own = `${APPLICATION}/papers/${paperId}/content`;
    for (const [who, path] of [
      [token, own],
      [olga, `${QUEUE}/papers/${paperId}/content`],
    ] as const) {
      const { status, headers } = await ask(who, "GET", path);
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toContain("attachment");
      expect(headers.get("cache-control")).toContain("no-store");
    }
    for (const role of ["client", "professional"] as const) {
      const stranger = await personWith(role);
      expect((await ask(stranger, "GET", own)).status).toBe(404);
      expect((await ask(stranger, "GET", `${QUEUE}/papers/${paperId}/content`)).status).toBe(404);
      expect((await ask(stranger, "DELETE", `${APPLICATION}/papers/${paperId}`)).status).toBe(404);
    }
    expect((await ask(token, "DELETE", `${APPLICATION}/papers/${paperId}`)).status).toBe(204);
    expect((await ask(token, "GET", own)).status).toBe(404);
  });
});

describe("the operators' routes", () => {
  test("are 404 for others, and 401 for nobody", async () => {
    const { id, seen, professionalId } = await applied("usr_closed", { ...FIELDS, licence: "OAB/SP 999.323" });
    const checks = ["name", "number", "situation"];
    const routes = [
      ["GET", QUEUE],
      ["GET", `${QUEUE}/${id}`],
      ["POST", `${QUEUE}/${id}/approve`, { seen, checks }],
      ["POST", `${QUEUE}/${id}/ask`, { seen, question: "Pode ser?" }],
      ["POST", `${QUEUE}/${id}/refuse`, { seen, reasons: ["incomplete"] }],
      ["POST", `${QUEUE}/${id}/look`],
      ["GET", DESK],
      ["POST", `${DESK}/search`, { q: "Ana" }],
      ["GET", `${DESK}/${professionalId}`],
      ["POST", `${DESK}/${professionalId}/suspend`, { reason: "other" }],
      ["POST", `${DESK}/${professionalId}/lift`],
      ["POST", `${DESK}/${professionalId}/leave`, { leave_from: null }],
      ["POST", `${DESK}/${professionalId}/priority`, { priority: 1, reason: "new_area" }],
    ] as const;
    const client = await personWith("client");
    const professional = await personWith("professional");
    for (const [method, path, body] of routes) {
      for (const who of [client, professional]) {
        expect([path, (await ask(who, method, path, body)).status]).toEqual([path, 404]);
      }
      expect((await ask(null, method, path, body)).status).toBe(401);
    }
  });

  test("suspend, lift, set leave and priority, and say what is wrong", async () => {
    const { professionalId } = await applied("usr_desk", { ...FIELDS, licence: "OAB/SP 999.324" });
    const at = `${DESK}/${professionalId}`;
    expect((await ask(olga, "POST", `${at}/suspend`, { reason: "mood" })).status).toBe(422);
    expect(await ask(olga, "POST", `${at}/suspend`, { reason: "complaint", until: "2999-01-01" })).toMatchObject({
      status: 200,
      body: { until: "2999-01-01T03:00:00.000Z" },
    });
    expect(await ask(olga, "POST", `${at}/suspend`, { reason: "complaint" })).toMatchObject({
      status: 409,
      body: { code: "suspended_already" },
    });
    expect(await ask(olga, "POST", `${at}/lift`)).toMatchObject({ status: 200 });
    expect(await ask(olga, "POST", `${at}/lift`)).toMatchObject({ status: 409, body: { code: "not_suspended" } });
    // Not yet verified: lifting a pause verifies nobody.
    expect(await ask(olga, "GET", at)).toMatchObject({ body: { licence_status: "unchecked", status: "pending" } });
    expect(await ask(olga, "POST", `${at}/leave`, { leave_from: "2999-01-01" })).toMatchObject({
      status: 200,
      body: { leave_from: "2999-01-01T03:00:00.000Z" },
    });
    expect(await ask(olga, "POST", `${at}/priority`, { priority: 2, reason: "new_area" })).toMatchObject({
      status: 200,
      body: { priority: 2 },
    });
    expect((await ask(olga, "POST", `${DESK}/search`, { q: "999.324" })).body).toMatchObject({
      items: [{ id: professionalId, licence: "OAB/SP 999.324" }],
    });
    expect((await ask(olga, "GET", `${DESK}?status=elsewhere`)).status).toBe(422);
    expect((await ask(olga, "GET", `${DESK}/pro_none`)).status).toBe(404);
    expect((await ask(olga, "POST", `${QUEUE}/vrf_none/look`)).status).toBe(404);
  });
});
