// Every list of the API goes on by a cursor: small pages give everything once, and a wrong cursor is told so.
import { exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../src/base/ids.ts";
import {
  caseMessages,
  cases,
  conflictReviews,
  embeddingBackfills,
  models,
  notifications,
  offers,
  organisationMembers,
  outbox,
  shortlists,
  webhookDeliveries,
} from "../../src/db/schema.ts";
import { app } from "../../src/http/app.ts";
import { sendMessage } from "../../src/services/talk/send-message.ts";
import { addPaper } from "../../src/services/verification/papers.ts";
import { World } from "./matrix/world.ts";
import { ask, loadPeople, personWith, sessionOf, worldContext } from "./people.ts";

/** Routes that answer with one thing, bytes, or a stream. */
const NOT_LISTS: ReadonlySet<string> = new Set([
  "/api/v2/triage/:caseId",
  "/api/v2/triage/stream/:caseId",
  "/api/v2/cases/:caseId",
  "/api/v2/cases/:caseId/asks",
  "/api/v2/cases/:caseId/files/:fileId/content",
  "/api/v2/contracts/:contractId",
  "/api/v2/contracts/:contractId/pdf",
  "/api/v2/me",
  "/api/v2/me/notices",
  "/api/v2/me/reach",
  "/api/v2/me/recovery",
  "/api/v2/offers/stream",
  "/api/v2/offers/:offerId",
  "/api/v2/offers/:offerId/question",
  "/api/v2/organisation",
  "/api/v2/organisation/cases/:caseId",
  "/api/v2/professionals/me",
  "/api/v2/professionals/application",
  "/api/v2/professionals/application/papers/:paperId/content",
  "/api/v2/webhooks/:id",
  "/api/v2/operator/overview",
  "/api/v2/operator/report",
  "/api/v2/operator/stream",
  "/api/v2/operator/cases/:caseId",
  // A log: it goes on by the number of its last event (`after`, `last_seq`).
  "/api/v2/operator/conversations/:caseId",
  "/api/v2/operator/embeddings",
  "/api/v2/operator/organisations/:id",
  "/api/v2/operator/outbox/:id",
  "/api/v2/operator/professionals/:id",
  "/api/v2/operator/queues",
  "/api/v2/operator/second-factor",
  "/api/v2/operator/tenants/:id",
  "/api/v2/operator/verifications/:id",
  "/api/v2/operator/verifications/papers/:paperId/content",
]);

interface List {
  who: "client" | "professional" | "operator" | "coordinator" | "chooser" | "applicant";
  /** Where its items are, if not in `items`: figures stand beside them. */
  under?: string;
  /** A page within the answer. */
  part?: (body: Record<string, unknown>) => Record<string, unknown>;
  /** Its pages have one size. */
  fixed?: boolean;
  /** Filled in where the pattern has a parameter. */
  path?: () => string;
  /** What the list must hold, by `idOf`; nothing: only its form is looked at. */
  holds?: () => string[];
  idOf?: (item: Record<string, unknown>) => unknown;
}

const ids: Record<string, string[]> = {};
const held = (name: string) => () => ids[name] ?? [];
let caseId = "";
let choosingId = "";
let talk = { caseId: "", offerId: "" };
let webhookId = "";

const LISTS: Record<string, List> = {
  "/api/v2/cases": { who: "client", holds: held("cases") },
  "/api/v2/cases/:caseId/files": { who: "client", path: () => `/api/v2/cases/${caseId}/files`, holds: held("files") },
  "/api/v2/cases/:caseId/offers": {
    who: "client",
    path: () => `/api/v2/cases/${caseId}/offers`,
    holds: held("offers"),
  },
  "/api/v2/cases/:caseId/shortlist": { who: "client", path: () => `/api/v2/cases/${caseId}/shortlist` },
  "/api/v2/cases/:caseId/messages": { who: "client", path: () => `/api/v2/cases/${caseId}/messages` },
  "/api/v2/cases/:caseId/questions": { who: "client", path: () => `/api/v2/cases/${caseId}/questions` },
  "/api/v2/cases/:caseId/professionals": {
    who: "chooser",
    path: () => `/api/v2/cases/${choosingId}/professionals`,
  },
  "/api/v2/me/messages": { who: "client", holds: held("messages") },
  "/api/v2/me/memberships": { who: "client" },
  "/api/v2/offers": { who: "professional", holds: held("offered") },
  "/api/v2/professionals/me/turn": { who: "professional", under: "receipts", fixed: true },
  "/api/v2/professionals/me/cases": { who: "professional" },
  "/api/v2/professionals/application/papers": { who: "applicant", holds: held("papers") },
  "/api/v2/organisation/people": { who: "coordinator", holds: held("members") },
  "/api/v2/organisation/cases": { who: "coordinator", holds: held("taken"), idOf: ({ case_id }) => case_id },
  "/api/v2/webhooks": { who: "operator", holds: held("webhooks") },
  "/api/v2/webhooks/:id/deliveries": {
    who: "operator",
    path: () => `/api/v2/webhooks/${webhookId}/deliveries`,
    holds: held("deliveries"),
  },
  "/api/v2/operator/cases": { who: "operator", holds: held("cases") },
  "/api/v2/operator/cases/:caseId/talk": {
    who: "operator",
    path: () => `/api/v2/operator/cases/${talk.caseId}/talk?offer_id=${talk.offerId}`,
    fixed: true,
    part: ({ talks }) => (talks as Record<string, unknown>[])[0] ?? {},
    holds: held("said"),
  },
  "/api/v2/operator/offers": { who: "operator", holds: held("offers") },
  "/api/v2/operator/outbox": { who: "operator", holds: held("outbox") },
  "/api/v2/operator/mail": { who: "operator", holds: held("messages") },
  "/api/v2/operator/equity": { who: "operator" },
  "/api/v2/operator/jobs": { who: "operator" },
  "/api/v2/operator/conflicts": { who: "operator", holds: held("conflicts") },
  "/api/v2/operator/models": { who: "operator", holds: held("models") },
  "/api/v2/operator/embeddings/backfills": { who: "operator", holds: held("backfills") },
  "/api/v2/operator/keys": { who: "operator", holds: held("keys") },
  "/api/v2/operator/people": { who: "operator" },
  "/api/v2/operator/people/invites": { who: "operator" },
  "/api/v2/operator/organisations": { who: "operator" },
  "/api/v2/operator/professionals": { who: "operator" },
  "/api/v2/operator/reports": { who: "operator" },
  "/api/v2/operator/tenants": { who: "operator" },
  "/api/v2/operator/verifications": { who: "operator" },
};

const tokens: Partial<Record<List["who"], string>> = {};
/** Nobody else's: the database is shared. */
const run = crypto.randomUUID().slice(0, 8);
const three = (prefix: string) => [1, 2, 3].map((n) => `${prefix}_list${run.replaceAll("-", "")}${n}`);

beforeAll(async () => {
  const { db } = worldContext();
  const people = await loadPeople(3);
  const client = `usr_list${run}`;
  tokens.client = await personWith("client", client);
  tokens.operator = await personWith("operator");
  tokens.professional = await sessionOf((people[0]?.id ?? "").replace("pro_", "usr_"));
  const base = { locale: "pt-BR" as const, zone: "America/Sao_Paulo", area: "trabalho", uf: "SP" };
  // One moment for all: only their ids tell them apart.
  const at = new Date();
  ids.cases = three("cas");
  await db.insert(cases).values(
    ids.cases.map((id) => ({
      ...{ id, clientId: client, conversationId: id.replace("cas_", "cnv_"), status: "offering" as const },
      ...{ ...base, createdAt: at, triagedAt: at },
    })),
  );
  caseId = ids.cases[0] ?? "";
  const tomorrow = new Date(Date.now() + 86_400_000);
  const asked = async (of: string, professionalId: string, id: string) => {
    const shortlistId = newId("sho", at.getTime());
    await db.insert(shortlists).values({
      ...{
        id: shortlistId,
        caseId: of,
        round: Number(id.at(-1)),
        modelHash: "test",
        arm: "preset",
        preset: "balanced",
      },
      ...{ space: "lexical-384-v1", weights: { A: 1, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 } },
      ...{ bandWidth: 0.1, considered: 1, gateCounts: {}, caseFacts: {}, rankedAt: at },
    });
    await db.insert(offers).values({
      ...{ id, caseId: of, shortlistId, professionalId, wave: 1, rank: 1 },
      ...{ remindAt: tomorrow, expiresAt: tomorrow, createdAt: at },
    });
  };
  ids.offers = three("off");
  for (const [n, id] of ids.offers.entries()) await asked(caseId, people[n]?.id ?? "", id);
  ids.offered = [
    ids.offers[0] ?? "",
    ...three("off")
      .map((id) => `${id}7`)
      .slice(1),
  ];
  for (const [n, id] of ids.offered.slice(1).entries()) await asked(ids.cases[n + 1] ?? "", people[0]?.id ?? "", id);
  ids.messages = three("ntf");
  await db.insert(notifications).values(
    ids.messages.map((id) => ({
      ...{ id, key: id, userId: client, recipient: client, channel: "in_app" as const, kind: "case_unmatched" },
      ...{ subject: "x", text: "y", createdAt: at },
    })),
  );
  ids.outbox = three("out");
  await db.insert(outbox).values(
    ids.outbox.map((id) => ({
      ...{ id, lane: "low" as const, name: "file.remove", key: id, body: {}, traceId: "trc_test" },
      ...{ status: "done" as const, availableAt: at, createdAt: at },
    })),
  );
  ids.conflicts = three("cfr");
  await db.insert(conflictReviews).values(
    ids.conflicts.map((id, n) => ({
      ...{ id, caseId, professionalId: people[n]?.id ?? "", reason: "name" as const },
      ...{ createdAt: at },
    })),
  );
  ids.models = three("mod");
  await db.insert(models).values(
    ids.models.map((id) => ({
      ...{ id, vertical: "legal", hash: id, kind: "lambdamart" as const, artefact: "{}", gradedCases: 1, metrics: {} },
      ...{ createdBy: "system", createdAt: at },
    })),
  );
  ids.backfills = three("bkf");
  await db.insert(embeddingBackfills).values(
    ids.backfills.map((id) => ({
      ...{ id, space: "lexical-384-v1", status: "done" as const, total: 1, startedBy: "system" },
      ...{ startedAt: at, updatedAt: at },
    })),
  );
  ids.files = [];
  for (const n of [1, 2, 3]) {
    const form = new FormData();
    form.append("file", new File([`%PDF-1.4\n${n}\n%%EOF`], `${n}.pdf`, { type: "application/pdf" }));
    ids.files.push(await idOfUpload(form));
  }
  ids.keys = [];
  ids.webhooks = [];
  for (const n of [1, 2, 3]) {
    const key = { name: `List ${n}`, scopes: ["cases:read"] };
    ids.keys.push(String((await ask(tokens.operator, "POST", "/api/v2/operator/keys", key)).body.id));
    const hook = { url: "https://hooks.example.com/list", events: ["contract.voided"] };
    const made = await ask(tokens.operator, "POST", "/api/v2/webhooks", hook);
    ids.webhooks.push(String(made.body.id));
  }
  webhookId = ids.webhooks[0] ?? "";
  ids.deliveries = three("whd");
  await db.insert(webhookDeliveries).values(
    ids.deliveries.map((id) => ({
      ...{ id, endpointId: webhookId, eventId: id, type: "contract.signed", body: "{}", status: "delivered" as const },
      ...{ retryUntil: at, createdAt: at },
    })),
  );
  await fromTheMatrix();
});

/** A house with its people and cases, a talk, documents and a choice take more than a row each: the matrix knows how. */
async function fromTheMatrix(): Promise<void> {
  const ctx = worldContext();
  const world = await World.make();
  tokens.coordinator = world.token("coordinator") ?? "";
  tokens.chooser = world.token("owner") ?? "";
  tokens.applicant = world.token("otherClient") ?? "";
  choosingId = (await world.choosing()).caseId;
  await world.invited();
  const house = eq(organisationMembers.organisationId, world.house().id);
  ids.members = (await ctx.db.select({ id: organisationMembers.id }).from(organisationMembers).where(house)).map(
    ({ id }) => id,
  );
  talk = await world.written();
  ids.taken = [talk.caseId, (await world.taken()).caseId, (await world.taken()).caseId];
  await sendMessage(ctx, world.actor("owner"), talk.caseId, { text: "Até amanhã.", client_message_id: "w-2" });
  const reason = { reason: "Queixa do cliente." };
  await ask(tokens.operator ?? "", "POST", `/api/v2/operator/cases/${talk.caseId}/talk`, reason);
  const written = await ctx.db
    .select({ id: caseMessages.id })
    .from(caseMessages)
    .where(eq(caseMessages.caseId, talk.caseId));
  ids.said = written.map(({ id }) => id);
  const applicant = {
    kind: "person",
    userId: world.userIds.get("otherClient") ?? "",
    role: "client",
    locale: "pt-BR",
  } as const;
  ids.papers = [];
  for (const n of [1, 2, 3]) {
    const bytes = new Uint8Array(new TextEncoder().encode(`%PDF-1.7\n${n}\n%%EOF`));
    ids.papers.push((await addPaper(ctx, applicant, { kind: "card", name: `${n}.pdf`, bytes })).id);
  }
}

async function idOfUpload(body: FormData): Promise<string> {
  const answer = await exports.default.fetch(
    new Request(`http://example.com/api/v2/cases/${caseId}/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokens.client}`, "cf-connecting-ip": crypto.randomUUID() },
      body,
    }),
  );
  return String(((await answer.json()) as { id: unknown }).id);
}

test("every GET of /api/v2 is known as a list or as something else", () => {
  const patterns = app.routes
    .filter(({ method, path }) => method === "GET" && path.startsWith("/api/v2/"))
    .map(({ path }) => path);
  expect(patterns.filter((path) => !(path in LISTS) && !NOT_LISTS.has(path))).toEqual([]);
});

interface Page {
  items: Record<string, unknown>[];
  next: string | null;
}

async function page(list: List, path: string, query: string): Promise<Page> {
  const answer = await ask(tokens[list.who] ?? null, "GET", withQuery(path, query));
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  const body = list.part?.(answer.body) ?? answer.body;
  const items = body[list.under ?? "items"];
  expect(Array.isArray(items)).toBe(true);
  expect(body.next === null || typeof body.next === "string").toBe(true);
  return { ...body, items } as unknown as Page;
}

function withQuery(path: string, query: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

describe.each(Object.entries(LISTS))("%s", (pattern, list) => {
  const path = () => list.path?.() ?? pattern;

  test("bounds its pages and refuses a cursor that no list gave out", async () => {
    const limits = list.fixed ? [] : ["limit=0", "limit=100000", "limit=x"];
    for (const query of ["cursor=nonsense!", "cursor=%7B%7D", ...limits]) {
      const answer = await ask(tokens[list.who] ?? null, "GET", withQuery(path(), query));
      expect(answer, query).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    }
  });

  test("gives everything once, one at a time", async () => {
    const wanted = new Set(list.holds?.() ?? []);
    expect(list.holds === undefined || wanted.size === 3).toBe(true);
    const seen: unknown[] = [];
    let query = "limit=1";
    for (let pages = 0; pages < 200; pages++) {
      const { items, next } = await page(list, path(), query);
      expect(list.fixed || items.length <= 1).toBe(true);
      seen.push(...items.map((item) => (list.idOf ?? ((one) => one.id))(item)));
      if (next === null || (wanted.size > 0 && [...wanted].every((id) => seen.includes(id)))) break;
      if (wanted.size === 0 && pages > 5) break;
      query = `limit=1&cursor=${encodeURIComponent(next)}`;
    }
    const known = seen.filter((id) => id !== undefined);
    expect(new Set(known).size).toBe(known.length);
    const found = seen.filter((id) => wanted.has(String(id)));
    expect(found.toSorted()).toEqual([...wanted].toSorted());
  });
});
