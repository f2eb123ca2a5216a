// How a person is told, over HTTP: his own word alone, and the link in a mail that needs neither session nor cookie.
import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { unsubscribeLink } from "../../src/services/notify/unsubscribe-link.ts";
import { ask, personWith, worldContext } from "./people.ts";

let token: string;
const ANA = "usr_ana_notices";
beforeAll(async () => {
  token = await personWith("professional", ANA);
  // The first request makes the Worker's tables.
  await ask(token, "GET", "/api/v2/me");
}, 120_000);

const notices = async () => (await ask(token, "GET", "/api/v2/me/notices")).body;

describe("/api/v2/me/notices", () => {
  test("begins with everything by the ways that there are, keeps what is said, and takes it back with the next", async () => {
    expect(await notices()).toMatchObject({ groups: ["offers", "cases", "talk", "other"], ways: ["email"], off: [] });
    const said = {
      off: ["other.email", "other.email", "no.such"],
      first: "email",
      quiet_from: "22:00",
      quiet_until: "07:30",
    };
    const kept = await ask(token, "PUT", "/api/v2/me/notices", {
      ...said,
      zone: "America/Manaus",
      phone: "(11) 98765-4321",
    });
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({
      ...{ off: ["other.email"], first: "email", phone: "+5511987654321" },
      ...{ quiet_from: "22:00", quiet_until: "07:30", zone: "America/Manaus", urgent_anytime: true },
    });
    expect(await notices()).toEqual(kept.body);
    expect((await ask(token, "PUT", "/api/v2/me/notices", {})).body).toMatchObject({
      off: [],
      phone: null,
      quiet_from: null,
    });
  });

  test.each([
    [{ quiet_from: "22:00" }],
    [{ quiet_from: "25:00", quiet_until: "07:00" }],
    [{ phone: "(11) 3456-7890" }],
    [{ first: "sms" }],
    [{ zone: "Marte/Olimpo" }],
  ])("refuses %j and says which field", async (body) => {
    const answer = await ask(token, "PUT", "/api/v2/me/notices", body);
    expect([answer.status, answer.body.code]).toEqual([422, "invalid_input"]);
  });
});

describe("/unsubscribe", () => {
  /** As a mail program asks: no cookie, no origin. */
  const visit = async (path: string, init: RequestInit = {}) => {
    const headers = { "accept-language": "en", ...(init.headers as Record<string, string> | undefined) };
    return exports.default.fetch(new Request(`http://example.com${path}`, { ...init, headers }));
  };
  const linkOf = async (group: "talk" | "cases") =>
    new URL(await unsubscribeLink(worldContext(), { userId: ANA, group })).pathname;

  test("shows and changes nothing by itself; one press of a mail program ends its group", async () => {
    const path = await linkOf("talk");
    const page = await visit(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Messages and questions");
    expect((await notices()).off).toEqual([]);
    const oneClick = await visit(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(oneClick.status).toBe(200);
    expect((await notices()).off).toEqual(["talk.email"]);
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    expect((await visit(await linkOf("cases"), { method: "POST", body: form })).status).toBe(200);
    expect((await notices()).off).toEqual(["talk.email", "cases.email"]);
    expect(await (await visit(path)).text()).toContain("Done.");
  });

  test("tells nobody anything by a link that was changed", async () => {
    const path = await linkOf("talk");
    for (const wrong of [`${path.slice(0, -4)}AAAA`, `${path}A`, "/unsubscribe/-"]) {
      const shown = await visit(wrong);
      expect(shown.status).toBe(404);
      expect(await shown.text()).toContain('href="/notices"');
      expect((await visit(wrong, { method: "POST" })).status).toBe(404);
    }
  });
});
