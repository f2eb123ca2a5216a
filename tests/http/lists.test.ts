// Every list of the API goes on by a cursor: small pages give everything once, and a wrong cursor is told so.
import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import {
  cases,
  conflictReviews,
  embeddingBackfills,
  models,
  notifications,
  offers,
  outbox,
  shortlists,
  webhookDeliveries,
} from "../../src/db/schema.ts";
import { app } from "../../src/http/app.ts";
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
  "/api/v2/operator/professionals/:id",
  "/api/v2/operator/second-factor",
  "/api/v2/operator/tenants/:id",
  "/api/v2/operator/verifications/:id",
  "/api/v2/operator/verifications/papers/:paperId/content",
]);

interface List {
  who: "client" | "professional" | "operator" | "coordinator";
  /** Where its items are, if not in `items`: figures stand beside them. */
  under?: string;
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
  "/api/v2/cases/:caseId/professionals": { who: "client", path: () => `/api/v2/cases/${caseId}/professionals` },
  "/api/v2/me/messages": { who: "client", holds: held("messages") },
  "/api/v2/me/memberships": { who: "client" },
  "/api/v2/offers": { who: "professional", holds: held("offered") },
  "/api/v2/professionals/me/turn": { who: "professional", under: "receipts", fixed: true },
  "/api/v2/professionals/me/cases": { who: "professional" },
  "/api/v2/professionals/application/papers": { who: "client" },
  "/api/v2/organisation/people": { who: "coordinator" },
  "/api/v2/organisation/cases": { who: "coordinator" },
  "/api/v2/webhooks": { who: "operator", holds: held("webhooks") },
  "/api/v2/webhooks/:id/deliveries": {
    who: "operator",
    path: () => `/api/v2/webhooks/${webhookId}/deliveries`,
    holds: held("deliveries"),
  },
  "/api/v2/operator/cases": { who: "operator", holds: held("cases") },
  "/api/v2/operator/cases/:caseId/talk": { who: "operator", path: () => `/api/v2/operator/cases/${caseId}/talk` },
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
  tokens.coordinator = await personWith("coordinator");
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
    const shortlistId = `sho_${id.slice(4)}`;
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
});

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
  const answer = await ask(tokens[list.who] ?? null, "GET", `${path}?${query}`);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  const items = answer.body[list.under ?? "items"];
  expect(Array.isArray(items)).toBe(true);
  expect(answer.body.next === null || typeof answer.body.next === "string").toBe(true);
  return { ...answer.body, items } as unknown as Page;
}

/** What some lists say before anything else: there is none for this person. */
const FOR_NOBODY = new Set([
  "/api/v2/organisation/people",
  "/api/v2/organisation/cases",
  "/api/v2/professionals/application/papers",
  "/api/v2/cases/:caseId/professionals",
  "/api/v2/operator/cases/:caseId/talk",
]);

describe.each(Object.entries(LISTS))("%s", (pattern, list) => {
  const path = () => list.path?.() ?? pattern;

  test("bounds its pages and refuses a cursor that no list gave out", async () => {
    const limits = list.fixed ? [] : ["limit=0", "limit=100000", "limit=x"];
    for (const query of ["cursor=nonsense!", "cursor=%7B%7D", ...limits]) {
      const answer = await ask(tokens[list.who] ?? null, "GET", `${path()}?${query}`);
      if (FOR_NOBODY.has(pattern) && [403, 404, 409].includes(answer.status)) continue;
      expect(answer, query).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    }
  });

  test.skipIf(FOR_NOBODY.has(pattern))("gives everything once, one at a time", async () => {
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
    const found = seen.filter((id) => wanted.has(String(id)));
    expect(found.toSorted()).toEqual([...wanted].toSorted());
  });
});
