// One person of each kind with a session, and things of theirs in every state that a route asks for: real rows, real services.
import { eq } from "drizzle-orm";
import {
  blockedPairs,
  caseLikenesses,
  cases,
  conflictReviews,
  embeddingBackfills,
  invites,
  models,
  notifications,
  offers,
  organisationMembers,
  organisations,
  outbox,
  papers,
  professionals,
  receipts,
  secondFactors,
  shortlists,
  users,
  verificationReviews,
  webhookEndpoints,
} from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { closeContract } from "../../../src/services/contracts/close-contract.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { cancelCase } from "../../../src/services/course/cancel-case.ts";
import { addFile } from "../../../src/services/files/add-file.ts";
import { issueKey } from "../../../src/services/keys/issue-key.ts";
import { askQuestion } from "../../../src/services/talk/ask-question.ts";
import { reportOther } from "../../../src/services/talk/report-other.ts";
import { sendMessage } from "../../../src/services/talk/send-message.ts";
import { addPaper } from "../../../src/services/verification/papers.ts";
import { suspend } from "../../../src/services/verification/suspend.ts";
import { createWebhook } from "../../../src/services/webhooks/create-webhook.ts";
import { testWebhook } from "../../../src/services/webhooks/redeliver-webhook.ts";
import { ask, loadPeople, personWith, sessionOf, worldContext } from "../people.ts";
import type { PersonName } from "./rules.ts";

const HOUR = 3_600_000;
const ctx = worldContext();
let serial = 0;

/** Ids that nobody else has; the matrix runs on a database that other files share. */
const fresh = (prefix: string) => `${prefix}_m${++serial}${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;

const PROFESSIONAL = {
  licenceUf: "SP",
  uf: "SP",
  municipality: "São Paulo",
  areas: ["trabalho"],
  subareas: [],
  profile: "Defende trabalhadores em São Paulo há dois anos, no fórum e em acordos.",
  yearsOfPractice: 2,
  qualifications: [],
  feeCents: 20_000,
  languages: ["pt-BR"],
  capacityMonthly: 5,
};

type Person = Extract<Actor, { kind: "person" }>;

export class World {
  readonly userIds = new Map<PersonName, string>();
  readonly #tokens = new Map<PersonName, string>();
  readonly #professionalIds = new Map<PersonName, string>();
  #organisationId = "";

  static async make(): Promise<World> {
    const world = new World();
    await world.#clients();
    await world.#professionals();
    await world.#houses();
    await world.#key();
    return world;
  }

  /** Null for nobody. */
  token(name: PersonName): string | null {
    if (name === "nobody") return null;
    const token = this.#tokens.get(name);
    if (token === undefined) throw new Error(`${name} has no session`);
    return token;
  }

  /** A session that may be ended. */
  async spareToken(name: PersonName): Promise<string | null> {
    const userId = this.userIds.get(name);
    return userId === undefined ? this.token(name) : sessionOf(userId);
  }

  actor(name: "owner" | "holder" | "asked"): Person {
    return {
      kind: "person",
      userId: this.#userId(name),
      role: name === "owner" ? "client" : "professional",
      locale: "pt-BR",
    };
  }

  #userId(name: PersonName): string {
    const id = this.userIds.get(name);
    if (id === undefined) throw new Error(`${name} is nobody`);
    return id;
  }

  async #clients(): Promise<void> {
    const begun = await ask(null, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
    this.#tokens.set("owner", String(begun.body.session_token));
    const [row] = await ctx.db
      .select({ clientId: cases.clientId })
      .from(cases)
      .where(eq(cases.id, String(begun.body.case_id)));
    this.userIds.set("owner", row?.clientId ?? "");
    for (const name of ["otherClient", "operator"] as const) {
      const id = fresh("usr");
      this.userIds.set(name, id);
      this.#tokens.set(name, await personWith(name === "operator" ? "operator" : "client", id));
    }
  }

  async #professionals(): Promise<void> {
    const people = await loadPeople(20);
    for (const [i, name] of (["asked", "holder", "otherProfessional"] as const).entries()) {
      const { id } = people[i]!;
      this.#professionalIds.set(name, id);
      this.userIds.set(name, id.replace("pro_", "usr_"));
      this.#tokens.set(name, await sessionOf(id.replace("pro_", "usr_")));
    }
    const userId = fresh("usr");
    this.userIds.set("pendingProfessional", userId);
    this.#tokens.set("pendingProfessional", await personWith("professional", userId));
    const paula = { id: fresh("pro"), userId, name: "Paula Pendente", licenceNumber: "999999" };
    await ctx.db
      .insert(professionals)
      .values({ ...PROFESSIONAL, ...paula, status: "pending", licenceStatus: "unchecked" });
  }

  async #houses(): Promise<void> {
    const joinedAt = new Date(Date.now() - 24 * HOUR);
    for (const name of ["coordinator", "otherCoordinator"] as const) {
      const organisationId = fresh("org");
      if (name === "coordinator") this.#organisationId = organisationId;
      await ctx.db
        .insert(organisations)
        .values({ id: organisationId, name: `Casa de ${name}`, kind: "firm", createdAt: joinedAt });
      const userId = fresh("usr");
      this.userIds.set(name, userId);
      this.#tokens.set(name, await personWith("coordinator", userId));
      await this.#member(organisationId, userId, "coordinator", joinedAt);
      if (name === "coordinator") await this.#member(organisationId, this.#userId("holder"), "professional", joinedAt);
    }
  }

  async #member(
    organisationId: string,
    userId: string | null,
    role: "coordinator" | "professional",
    joinedAt: Date | null,
  ): Promise<string> {
    const id = fresh("mem");
    await ctx.db.insert(organisationMembers).values({
      id,
      organisationId,
      email: `${id}@vez.test`,
      userId,
      role,
      state: joinedAt === null ? "invited" : "member",
      invitedBy: "usr_operator",
      invitedAt: new Date(),
      joinedAt,
    });
    return id;
  }

  /** A key needs one scope at least: this one opens routes that the table asks a person for. */
  async #key(): Promise<void> {
    const operator = { kind: "person", userId: this.#userId("operator"), role: "operator", locale: "pt-BR" } as const;
    const input = { name: "Sem alcance", scopes: ["offers:read"], rate_per_minute: 6000, expires_in_days: 1 };
    this.#tokens.set("keyWithoutScope", (await issueKey(ctx, operator, input)).key);
  }

  async key() {
    const operator = { kind: "person", userId: this.#userId("operator"), role: "operator", locale: "pt-BR" } as const;
    const input = { name: "Avulsa", scopes: ["cases:read"], rate_per_minute: 60, expires_in_days: 1 };
    return { id: (await issueKey(ctx, operator, input)).id };
  }

  /** A case of the owner whose interview goes on. */
  async talking() {
    const begun = await ask(this.token("owner"), "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
    return { caseId: String(begun.body.case_id) };
  }

  /** The same, held by the operator. */
  async held() {
    const things = await this.talking();
    const path = `/api/v2/operator/conversations/${things.caseId}/take-over`;
    const { status } = await ask(this.token("operator"), "POST", path);
    if (status !== 200) throw new Error(`the operator could not take over: ${status}`);
    return things;
  }

  async #case(change: Partial<typeof cases.$inferInsert>): Promise<{ caseId: string }> {
    const caseId = fresh("cas");
    await ctx.db.insert(cases).values({
      id: caseId,
      clientId: this.#userId("owner"),
      conversationId: caseId.replace("cas_", "cnv_"),
      status: "offering",
      locale: "pt-BR",
      zone: "America/Sao_Paulo",
      area: "trabalho",
      subarea: "verbas_rescisorias",
      uf: "SP",
      urgencyHours: 240,
      complexity: "medium",
      confidence: 0.8,
      summary: "A pessoa foi demitida e não recebeu as verbas finais.",
      languages: ["pt-BR"],
      triagedAt: new Date(),
      wave: 1,
      ...change,
    });
    return { caseId };
  }

  async #shortlist(caseId: string, professionalId: string): Promise<string> {
    const id = fresh("sho");
    const rankedAt = new Date();
    await ctx.db.insert(shortlists).values({
      id,
      caseId,
      round: 1,
      modelHash: "test",
      arm: "preset",
      space: "lexical-384-v1",
      preset: "balanced",
      weights: { A: 1, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 },
      bandWidth: 0.1,
      considered: 1,
      gateCounts: {},
      caseFacts: {},
      rankedAt,
    });
    await ctx.db
      .insert(receipts)
      .values({ shortlistId: id, professionalId, inBand: true, chosen: true, rank: 1, snapshot: {} });
    return id;
  }

  /** A case of the owner for which `asked` has an open offer. */
  async offered() {
    const { caseId } = await this.#case({});
    const professionalId = this.#professionalIds.get("asked") ?? "";
    const shortlistId = await this.#shortlist(caseId, professionalId);
    return { caseId, shortlistId, offerId: await this.#offer(caseId, shortlistId, professionalId, "pending") };
  }

  async #offer(caseId: string, shortlistId: string, professionalId: string, status: "pending" | "accepted") {
    const offerId = fresh("off");
    const tomorrow = new Date(Date.now() + 24 * HOUR);
    await ctx.db.insert(offers).values({
      ...{ id: offerId, caseId, shortlistId, professionalId, wave: 1, rank: 1, status },
      ...{ remindAt: tomorrow, expiresAt: tomorrow, createdAt: new Date() },
      ...(status === "accepted" ? { answeredAt: new Date() } : {}),
    });
    return offerId;
  }

  /** A case of the owner in a house where the client chooses. */
  choosing() {
    return this.#case({ mode: "directory", status: "choosing", wave: 0 });
  }

  /** A case of the owner that nobody took. */
  unmatched() {
    return this.#case({ status: "unmatched" });
  }

  /** A case of the owner that `holder` took, with its contract as it was sent to both. */
  async taken() {
    // Rows before this one may have parted the two.
    await this.#unblock();
    const { caseId } = await this.#case({ status: "accepted" });
    const professionalId = this.#professionalIds.get("holder") ?? "";
    const shortlistId = await this.#shortlist(caseId, professionalId);
    const offerId = await this.#offer(caseId, shortlistId, professionalId, "accepted");
    const { contractId } = await openContract(ctx, { offerId });
    return { caseId, shortlistId, offerId, contractId };
  }

  async signed() {
    const taken = await this.taken();
    const evidence = { contractId: taken.contractId, consent: true, ip: "203.0.113.9", userAgent: "test" } as const;
    await signContract(ctx, this.actor("owner"), { ...evidence, name: "Maria da Silva" });
    await signContract(ctx, this.actor("holder"), { ...evidence, name: "Ana Conceição" });
    return taken;
  }

  async closed() {
    const signed = await this.signed();
    await closeContract(ctx, this.actor("holder"), { contractId: signed.contractId });
    return signed;
  }

  /** A case in whose talk both have written. */
  async written() {
    const taken = await this.taken();
    let messageId = "";
    for (const name of ["owner", "holder"] as const) {
      const said = { text: "Olá.", client_message_id: "w-1" };
      messageId = (await sendMessage(ctx, this.actor(name), taken.caseId, said)).id;
    }
    return { ...taken, messageId };
  }

  async #unblock() {
    await ctx.db.delete(blockedPairs).where(eq(blockedPairs.clientId, this.#userId("owner")));
  }

  async questioned() {
    const offered = await this.offered();
    const text = "Havia carteira assinada desde o primeiro dia?";
    const { id } = await askQuestion(ctx, this.actor("asked"), offered.offerId, { text });
    return { ...offered, questionId: id };
  }

  async reported() {
    const { caseId } = await this.taken();
    return reportOther(ctx, this.actor("owner"), caseId, { reason: "other", words: "Fala alto." });
  }

  /** A talk that the operator has begun to read, and said why. */
  async readTalk() {
    const taken = await this.written();
    const path = `/api/v2/operator/cases/${taken.caseId}/talk`;
    await ask(this.token("operator"), "POST", path, { reason: "Queixa do cliente." });
    return taken;
  }

  /** A file in a case that `holder` took. */
  async withFile() {
    const taken = await this.taken();
    const bytes = new Uint8Array(new TextEncoder().encode(`%PDF-1.7\n${taken.caseId}`));
    const file = await addFile(ctx, this.actor("owner"), taken.caseId, { name: "Rescisão.pdf", bytes });
    return { ...taken, fileId: file.id };
  }

  /** A file that the holder added. */
  async withHolderFile() {
    const taken = await this.taken();
    const bytes = new Uint8Array(new TextEncoder().encode(`%PDF-1.7\n${taken.caseId} holder`));
    const file = await addFile(ctx, this.actor("holder"), taken.caseId, { name: "Petição.pdf", bytes });
    return { ...taken, fileId: file.id };
  }

  /** A case that its client called off. */
  async cancelled() {
    const taken = await this.taken();
    await cancelCase(ctx, this.actor("owner"), taken.caseId, { words: "" });
    return taken;
  }

  /** Two cases of the owner. */
  async pair() {
    const [{ caseId }, { caseId: into }] = [await this.#case({ status: "matching" }), await this.#case({})];
    return { caseId, into };
  }

  /** A case of the owner that is like an earlier one of his; he has not said yet whether it is the same. */
  async alike() {
    const { caseId, into } = await this.pair();
    await ctx.db.insert(caseLikenesses).values({ caseId, earlierId: into, likeness: 0.9, askedAt: new Date() });
    return { caseId };
  }

  /** A document that proves a registration, of a client who wants to join. */
  async paper() {
    const bytes = new Uint8Array(new TextEncoder().encode(`%PDF-1.7\n${crypto.randomUUID()}`));
    // One person keeps a few only.
    await ctx.db.delete(papers).where(eq(papers.userId, this.#userId("otherClient")));
    const actor = { kind: "person", userId: this.#userId("otherClient"), role: "client", locale: "pt-BR" } as const;
    const { id } = await addPaper(ctx, actor, { kind: "card", name: "Carteira.pdf", bytes });
    return { paperId: id };
  }

  /** A verified professional who is nobody else's in these tests. */
  async spareProfessional() {
    return { id: await this.#professional("active", "valid") };
  }

  async #professional(status: "active" | "pending", licenceStatus: "valid" | "unchecked") {
    const userId = fresh("usr");
    await personWith("professional", userId);
    const id = fresh("pro");
    const licenceNumber = String(100_000 + ++serial);
    await ctx.db
      .insert(professionals)
      .values({ ...PROFESSIONAL, id, userId, name: "Sara Avulsa", status, licenceStatus, licenceNumber });
    return id;
  }

  async suspended() {
    const { id } = await this.spareProfessional();
    await suspend(ctx, this.#operator(), { id, reason: "own_wish" });
    return { id };
  }

  /** An application that waits for an operator. */
  async review() {
    const professionalId = await this.#professional("pending", "unchecked");
    const id = fresh("ver");
    const now = new Date();
    const [row] = await ctx.db.select().from(professionals).where(eq(professionals.id, professionalId));
    const claims = {
      name: row?.name ?? "",
      licence_number: row?.licenceNumber ?? "",
      licence_uf: row?.licenceUf ?? "",
      other_licences: [],
      qualifications: [],
    };
    await ctx.db
      .insert(verificationReviews)
      .values({ id, professionalId, kind: "join", claims, createdAt: now, updatedAt: now });
    return { id, seen: now.toISOString() };
  }

  #operator() {
    return { kind: "person", userId: this.#userId("operator"), role: "operator", locale: "pt-BR" } as const;
  }

  /** A receiver of the operators'. */
  async webhook() {
    await ctx.db.delete(webhookEndpoints);
    const url = `https://hooks.example.org/${crypto.randomUUID()}`;
    return { id: (await createWebhook(ctx, this.#operator(), { url, events: ["case.*"] })).id };
  }

  async delivery() {
    const { id } = await this.webhook();
    return { id, delivery: (await testWebhook(ctx, this.#operator(), id)).id };
  }

  /** A message to the owner in the app. */
  async message() {
    const id = fresh("ntf");
    await ctx.db.insert(notifications).values({
      ...{ id, key: id, userId: this.#userId("owner"), channel: "in_app", recipient: "app", kind: "case_accepted" },
      ...{ subject: "Seu caso", text: "Alguém aceitou.", status: "stored", createdAt: new Date() },
    });
    return { id };
  }

  async deadMessage() {
    const id = fresh("obx");
    const now = new Date();
    await ctx.db.insert(outbox).values({
      ...{ id, key: id, lane: "low", name: "person.notify", body: {}, status: "dead", traceId: "trc_test" },
      ...{ availableAt: now, createdAt: now },
    });
    return { id };
  }

  async doubt() {
    const { caseId } = await this.#case({});
    const id = fresh("cfr");
    const professionalId = this.#professionalIds.get("otherProfessional") ?? "";
    await ctx.db
      .insert(conflictReviews)
      .values({ id, caseId, professionalId, reason: "name", status: "open", createdAt: new Date() });
    return { id };
  }

  /** Another operator, with an app. */
  async colleague() {
    const id = fresh("usr");
    await personWith("operator", id);
    const now = new Date();
    await ctx.db.insert(secondFactors).values({ userId: id, sealedSecret: "sealed", lastStep: 0, createdAt: now });
    return { id };
  }

  async invite() {
    const id = fresh("inv");
    const now = new Date();
    await ctx.db.insert(invites).values({
      ...{ id, email: `${id}@vez.test`, role: "operator", tokenHash: id, invitedBy: this.#userId("operator") },
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + HOUR) },
    });
    return { id };
  }

  async backfill() {
    const id = fresh("bkf");
    const now = new Date();
    await ctx.db.insert(embeddingBackfills).values({
      ...{ id, space: `matrix-${id}`, status: "running", total: 1, startedBy: this.#userId("operator") },
      ...{ startedAt: now, updatedAt: now },
    });
    return { id };
  }

  /** Known by name alone: it never served, and its trees cannot be read. */
  async model() {
    const id = fresh("mdl");
    await ctx.db.insert(models).values({
      ...{ id, hash: id, kind: "lightgbm", artefact: "damaged", gradedCases: 0, metrics: {} },
      ...{ createdBy: this.#userId("operator"), createdAt: new Date() },
    });
    return { id };
  }

  house() {
    return { id: this.#organisationId };
  }

  /** A house that can be closed. */
  async spareHouse() {
    const id = fresh("org");
    await ctx.db.insert(organisations).values({ id, name: "Casa", kind: "legal_aid", createdAt: new Date() });
    return { id };
  }

  /** Somebody who was invited to the coordinator's house. */
  async invited() {
    return { id: await this.#member(this.#organisationId, null, "professional", null) };
  }

  /** An invitation to `otherProfessional`'s own address. */
  async invitation() {
    const { id } = await this.invited();
    const [user] = await ctx.db
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, this.#userId("otherProfessional")));
    const email = user?.email ?? "";
    // One at a time is open for an address.
    await ctx.db.delete(organisationMembers).where(eq(organisationMembers.email, email));
    await ctx.db.update(organisationMembers).set({ email }).where(eq(organisationMembers.id, id));
    return { id };
  }

  /** A house that `pendingProfessional` belongs to. */
  async membership() {
    const { id } = await this.spareHouse();
    await ctx.db.delete(organisationMembers).where(eq(organisationMembers.userId, this.#userId("pendingProfessional")));
    return { id: await this.#member(id, this.#userId("pendingProfessional"), "professional", new Date()) };
  }
}
