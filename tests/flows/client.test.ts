// The published client, as a program of somebody else's would use it, against the started product.

import { type Schemas, Vez, VezProblem } from "vez/client";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { follow, openOffers, tellCase } from "../../src/client/example.ts";
import { eventually, outboxOf, signIn } from "../support/api.ts";

const origin = inject("productOrigin");
const STORY =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.";

function reply(question: string): string {
  if (/estado|cidade/i.test(question)) return "São Paulo, SP";
  return /nome/i.test(question) ? "Padaria Central Ltda" : "não sei";
}

describe("the client", () => {
  let told: Awaited<ReturnType<typeof tellCase>>;
  let asked: string[];

  beforeAll(async () => {
    const before = new Set((await outboxOf(origin)).map(({ id }) => id));
    told = await tellCase(origin, STORY, reply);
    asked = await eventually(async () => {
      const mails = (await outboxOf(origin)).filter(
        ({ id, channel, subject }) => !before.has(id) && channel === "email" && /caso novo/i.test(subject),
      );
      return mails.length === 3 && mails.map(({ to }) => to);
    });
  });

  test("tells a case until the search begins", async () => {
    expect(told.status).toBe("completed");
    const seen = await told.vez.get("/api/v2/cases/{case_id}", { path: { case_id: told.caseId } });
    expect(seen).toMatchObject({ id: told.caseId, area: "trabalho", uf: "SP" });
  });

  test("follows the stream, and goes on after the last event that it had", async () => {
    const events = await follow(told.vez, told.caseId, ({ event }) => event === "match_ready");
    const ids = events.flatMap((event) => ("id" in event && event.id !== null ? [event.id] : []));
    expect(ids).toEqual(ids.map((_, i) => i + 1));
    const path = { case_id: told.caseId };
    const later: unknown[] = [];
    for await (const event of told.vez.stream("/api/v2/triage/stream/{case_id}", { path, after: 3 })) {
      later.push(event);
      if (later.length === 2) break;
    }
    expect(later).toEqual(events.filter((event) => "id" in event && (event.id ?? 0) > 3).slice(0, 2));
  });

  test("comes back by itself when the connection breaks, without a hole", async () => {
    let opened = 0;
    /** Each connection is cut after two events. */
    const cutting: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      opened++;
      return opened > 3 ? response : new Response(firstFrames(response.body, 2), response);
    };
    const vez = new Vez({ origin, fetch: cutting, ...(told.vez.token === null ? {} : { token: told.vez.token }) });
    const ids: number[] = [];
    for await (const event of vez.stream("/api/v2/triage/stream/{case_id}", { path: { case_id: told.caseId } })) {
      if ("id" in event && event.id !== null) ids.push(event.id);
      if (ids.length >= 8) break;
    }
    expect(opened).toBeGreaterThan(3);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("lists a professional's offers, page after page", async () => {
    const vez = new Vez({ origin, token: await signIn(origin, asked[0] ?? "") });
    const mine = (await openOffers(vez)).find((offer) => offer.case_id === told.caseId);
    expect(mine).toMatchObject({ status: "pending", area: "trabalho" });
    const all: Schemas["Offer"][] = [];
    for await (const offer of vez.each("/api/v2/offers", { query: { limit: 1 } })) all.push(offer);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ id }) => id)).toContain(mine?.id);
  });

  test("throws what the API says, as an error with its code", async () => {
    const stranger = new Vez({ origin });
    const refused = stranger.get("/api/v2/cases/{case_id}", { path: { case_id: told.caseId } });
    await expect(refused).rejects.toBeInstanceOf(VezProblem);
    await expect(refused).rejects.toMatchObject({ status: 401, code: "unauthenticated" });
    const wrong = told.vez.patch("/api/v2/triage/{case_id}", { path: { case_id: told.caseId }, body: {} });
    await expect(wrong).rejects.toMatchObject({ status: 422, code: "invalid_input", requestId: /^req_/ });
  });

  test("sends a call again under the same key when it fails on its way: one case is opened", async () => {
    const keys: (string | null)[] = [];
    const failing: typeof fetch = async (input, init) => {
      keys.push(new Headers(init?.headers).get("idempotency-key"));
      const response = await fetch(input, init);
      // It arrived, and its answer is lost.
      if (keys.length === 1) throw new TypeError("network");
      return response;
    };
    const vez = new Vez({ origin, fetch: failing, ...(told.vez.token === null ? {} : { token: told.vez.token }) });
    const opened = await vez.post("/api/v2/triage", { body: { vertical: "legal" } });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    const again = await told.vez.post("/api/v2/triage", {
      body: { vertical: "legal" },
      idempotencyKey: keys[0] ?? "",
    });
    expect(again.case_id).toBe(opened.case_id);
  });
});

/** The stream's beginning, up to so many events; then it ends as a broken connection does. */
function firstFrames(body: ReadableStream<Uint8Array> | null, count: number): ReadableStream<Uint8Array> {
  let seen = 0;
  const decoder = new TextDecoder();
  return (body ?? new ReadableStream()).pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        let text = "";
        for (const frame of decoder.decode(chunk, { stream: true }).split(/(?<=\n\n)/)) {
          if (seen >= count) break;
          text += frame;
          if (/^data:/m.test(frame)) seen++;
        }
        controller.enqueue(new TextEncoder().encode(text));
        if (seen >= count) controller.terminate();
      },
    }),
  );
}
