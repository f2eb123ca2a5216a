// One legal case over the API, from the first words to the review.
import { describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, outboxOf, readStream, signIn, tellCase } from "../support/api.ts";

const origin = inject("productOrigin");
const NARRATIVE =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.";

/** Professionals who were asked for a case, by the mail that told them; only this file's cases are running. */
async function askedSince(before: Set<string>): Promise<string[]> {
  const fresh = (await outboxOf(origin)).filter((item) => !before.has(item.id));
  return fresh
    .filter((item) => item.channel === "email" && /caso novo|new case/i.test(item.subject))
    .map((item) => item.to);
}

async function caseWithOffers() {
  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  const client = await beginCase(origin);
  expect(await tellCase(origin, client, NARRATIVE)).toBe("completed");
  const asked = await eventually(async () => {
    const to = await askedSince(before);
    return to.length === 3 && to;
  });
  return { client, asked };
}

async function offerOf(token: string, caseId: string) {
  const list = await call(origin, "GET", "/api/v2/offers", { token });
  const items = list.body.items as {
    id: string;
    case_id: string;
    status: string;
    summary: string;
    expires_at: string;
  }[];
  return items.find((offer) => offer.case_id === caseId);
}

describe("a legal case", () => {
  test("goes from the first words to the review, every part real", async () => {
    const { client, asked } = await caseWithOffers();
    const caseId = client.case_id;

    const [first, second] = await Promise.all(asked.slice(0, 2).map((email) => signIn(origin, email)));
    if (first === undefined || second === undefined) throw new Error("nobody was asked");
    const offer = await offerOf(first, caseId);
    const late = await offerOf(second, caseId);
    expect(offer).toMatchObject({ status: "pending" });
    expect(JSON.stringify(offer)).not.toContain("Padaria Central");

    expect((await call(origin, "POST", `/api/v2/offers/${offer?.id}/seen`, { token: first })).body.status).toBe("seen");
    const accepted = await call(origin, "POST", `/api/v2/offers/${offer?.id}/accept`, { token: first });
    expect(accepted).toMatchObject({ status: 200, body: { id: offer?.id, case_id: caseId, status: "accepted" } });
    const refused = await call(origin, "POST", `/api/v2/offers/${late?.id}/accept`, { token: second });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "offer_taken" });

    const contractId = await eventually(async () => {
      const seen = await call(origin, "GET", `/api/v2/cases/${caseId}`, { token: client.session_token });
      return seen.body.contract_id as string | null;
    });
    const sign = (token: string, name: string) =>
      call(origin, "POST", `/api/v2/contracts/${contractId}/sign`, { token, body: { name, consent: true } });
    expect((await sign(client.session_token, "Maria de Souza")).status).toBe(200);
    expect((await sign(first, "Advogada de Teste")).status).toBe(200);
    const contract = await call(origin, "GET", `/api/v2/contracts/${contractId}`, { token: client.session_token });
    expect(contract.body).toMatchObject({ status: "signed" });
    expect((await call(origin, "GET", `/api/v2/contracts/${contractId}`, { token: second })).status).toBe(404);

    expect((await call(origin, "POST", `/api/v2/contracts/${contractId}/close`, { token: first })).status).toBe(200);
    const review = { rating: 5, outcome: "resolved", comment: "Explicou tudo com calma." };
    const reviewed = await call(origin, "POST", `/api/v2/contracts/${contractId}/review`, {
      token: client.session_token,
      body: review,
    });
    expect(reviewed.status).toBe(200);
    expect((await call(origin, "GET", `/api/v2/cases/${caseId}`, { token: client.session_token })).body.status).toBe(
      "closed",
    );

    const stream = await readStream(origin, `/api/v2/triage/stream/${caseId}`, {
      token: client.session_token,
      enough: (events) => events.some((event) => event.event === "contract_update" && event.data.status === "closed"),
    });
    const types = stream.map((event) => event.event);
    for (const type of [
      "triage_started",
      "message",
      "triage_update",
      "triage_completed",
      "match_ready",
      "offer_update",
      "contract_update",
    ]) {
      expect(types).toContain(type);
    }
    const numbers = stream.flatMap((event) => (event.id === null ? [] : [event.id]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));

    const after = await call(origin, "POST", `/api/v2/triage/${caseId}/messages`, {
      token: client.session_token,
      body: { text: "mais uma coisa", client_message_id: "late" },
    });
    expect(after).toMatchObject({ status: 409, body: { code: "case_closed" } });
  });

  test("200 acceptances at once have one winner", async () => {
    const { client, asked } = await caseWithOffers();
    const tokens = await Promise.all(asked.map((email) => signIn(origin, email)));
    const offers = await Promise.all(tokens.map((token) => offerOf(token, client.case_id)));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        call(origin, "POST", `/api/v2/offers/${offers[i % 3]?.id}/accept`, { token: tokens[i % 3] ?? "" }),
      ),
    );
    const winners = answers.filter((answer) => answer.status === 200).map((answer) => answer.body.id);
    expect(new Set(winners).size).toBe(1);
    for (const answer of answers) expect([200, 409, 429]).toContain(answer.status);
    expect(answers.some((answer) => answer.status === 409)).toBe(true);
  });

  test("all three decline: the next wave is out within five seconds", async () => {
    const { client, asked } = await caseWithOffers();
    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    for (const email of asked) {
      const token = await signIn(origin, email);
      const offer = await offerOf(token, client.case_id);
      await call(origin, "POST", `/api/v2/offers/${offer?.id}/decline`, { token, body: { reason: "no_time" } });
    }
    const next = await eventually(async () => {
      const to = await askedSince(before);
      return to.length > 0 && to;
    }, 5000);
    for (const email of asked) expect(next).not.toContain(email);
  });

  test("the client may read why the three were proposed, and nobody else may", async () => {
    const { client } = await caseWithOffers();
    const mine = await call(origin, "GET", `/api/v2/cases/${client.case_id}/shortlist`, {
      token: client.session_token,
    });
    expect(mine.status).toBe(200);
    const stranger = await beginCase(origin);
    const theirs = await call(origin, "GET", `/api/v2/cases/${client.case_id}/shortlist`, {
      token: stranger.session_token,
    });
    expect(theirs.status).toBe(404);
  });
});
