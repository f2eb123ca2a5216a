// The queues over HTTP: figures, one message, a replay that is counted first, over the API and by the page's own forms.
import { exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { notifications, outbox } from "../../src/db/schema.ts";
import { ask, personWith, worldContext } from "./people.ts";

const PATH = "/api/v2/operator";
let olga: string;
let serial = 0;

beforeAll(async () => {
  olga = await personWith("operator");
});

/** A dead message that nobody can do: its offer is nobody's. */
async function dead(lastError = "not_found"): Promise<string> {
  const id = `out_queue${++serial}`;
  const at = new Date(Date.now() - 3_600_000);
  await worldContext()
    .db.insert(outbox)
    .values({
      ...{ id, key: id, lane: "low", name: "contract.open", body: { offerId: "off_none" }, traceId: "trc_1" },
      ...{ status: "dead", lastError, attempts: 3, availableAt: at, createdAt: at },
    });
  return id;
}

const statusOf = async (id: string) =>
  (await worldContext().db.select().from(outbox).where(eq(outbox.id, id)))[0]?.status;

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { authorization: `Bearer ${olga}`, "cf-connecting-ip": crypto.randomUUID() };
  const body = new URLSearchParams(fields);
  return exports.default.fetch(
    new Request(`http://example.com${path}`, { method: "POST", headers, body, redirect: "manual" }),
  );
}

test("an operator reads the queues and one message, and replays what was counted, once", async () => {
  const id = await dead("of_the_api");
  expect((await ask(olga, "GET", `${PATH}/queues`)).body).toMatchObject({
    lanes: [{ lane: "high" }, { lane: "low" }],
    groups: expect.arrayContaining([expect.objectContaining({ name: "contract.open", error: "of_the_api", count: 1 })]),
  });
  expect((await ask(olga, "GET", `${PATH}/outbox/${id}`)).body).toMatchObject({
    body: { offerId: "off_none" },
    editable: ["offerId"],
  });
  const which = { name: "contract.open", error: "of_the_api" };
  const counted = await ask(olga, "POST", `${PATH}/outbox/replay`, { ...which, dry_run: true });
  expect(counted).toMatchObject({ status: 200, body: { found: 1, replayed: 0 } });
  const send = { ...which, until: counted.body.until, dry_run: false };
  expect((await ask(olga, "POST", `${PATH}/outbox/replay`, send)).body).toMatchObject({ replayed: 1 });
  expect((await ask(olga, "POST", `${PATH}/outbox/replay`, send)).body).toMatchObject({ replayed: 0 });
  expect(await ask(olga, "POST", `${PATH}/outbox/replay`, {})).toMatchObject({
    status: 422,
    body: { code: "invalid_input", fields: [{ field: "dry_run" }] },
  });
});

test("a changed field is checked before the message goes back", async () => {
  const id = await dead();
  const wrong = await ask(olga, "POST", `${PATH}/outbox/${id}/retry`, { changes: { nothing: "x" } });
  expect(wrong).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  expect(await statusOf(id)).toBe("dead");
  expect((await ask(olga, "POST", `${PATH}/outbox/${id}/retry`, { changes: { offerId: "off_other" } })).status).toBe(
    200,
  );
});

test("the pages show why messages are parked, count before they send, and change what is shown", async () => {
  const [first, second] = [await dead("by_hand"), await dead("by_hand")];
  const list = await ask(olga, "GET", "/ops/outbox?status=dead");
  expect(list.body.text).toContain("by_hand");
  const counted = await post("/ops/outbox/replay", { name: "contract.open", error: "by_hand" });
  const page = await counted.text();
  expect(page).toContain("2 mensagens paradas");
  expect([await statusOf(first), await statusOf(second)]).toEqual(["dead", "dead"]);
  const until = /name="until" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const sent = await post("/ops/outbox/replay", { name: "contract.open", error: "by_hand", until, how: "send" });
  expect(sent.headers.get("location")).toBe("/ops/outbox?status=dead&replayed=2");
  const third = await dead("by_hand");
  const shown = await ask(olga, "GET", `/ops/outbox/${third}`);
  expect(shown.body.text).toContain('name="field.offerId"');
  await post(`/ops/outbox/${third}/settle`, { how: "retry", "field.offerId": "off_third" });
  const [row] = await worldContext().db.select().from(outbox).where(eq(outbox.id, third));
  expect(row?.body).toEqual({ offerId: "off_third" });
});

test("a letter whose dead sending is let go stands in the mail box as such", async () => {
  const id = await dead("status_500");
  const letter = {
    id: "ntf_let_go",
    key: "let_go",
    recipient: "ana@vez.test",
    channel: "email" as const,
    locale: "pt-BR" as const,
  };
  const now = new Date();
  await worldContext()
    .db.insert(notifications)
    .values({ ...letter, kind: "contract_signed", subject: "s", text: "t", status: "queued", createdAt: now });
  await worldContext()
    .db.update(outbox)
    .set({ name: "notification.send", body: { notificationId: letter.id } })
    .where(eq(outbox.id, id));
  expect((await ask(olga, "POST", `${PATH}/outbox/${id}/discard`)).body).toMatchObject({ status: "done" });
  expect((await ask(olga, "GET", "/ops/mail?status=failed")).body.text).toContain("descartado por quem opera");
});

test("a message that was emptied says so", async () => {
  const id = await dead("emptied");
  const change = { status: "done", doneAt: new Date(), body: {} } as const;
  await worldContext().db.update(outbox).set(change).where(eq(outbox.id, id));
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${olga}`, "cf-connecting-ip": crypto.randomUUID() };
    return (await exports.default.fetch(new Request(`http://example.com${path}`, { headers }))).text();
  };
  expect(await read(`/ops/outbox/${id}`)).toMatch(/Emptied|Esvaziado/);
  expect(await read("/ops/outbox?status=done")).toMatch(/emptied|esvaziado/);
});
