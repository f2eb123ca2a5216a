// Cloudflare Access's tokens: what proves an address, and every way in which one does not.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { type AccessDoor, AccessKeys, openAccess } from "../../src/providers/access.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import { ACCESS_AUD, type AccessStandIn, serveAccess } from "../support/access-stand-in.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const plus = (ms: number) => new Date(NOW.getTime() + ms);
const EMAIL = "olga@vez.test";

let standIn: AccessStandIn;
let door: AccessDoor;
beforeAll(async () => {
  standIn = await serveAccess();
});
afterAll(() => standIn.close());
beforeEach(() => {
  const config = { teamDomain: standIn.url, audience: ACCESS_AUD, timeoutMs: 500 };
  door = openAccess(config, { circuits: new Circuits(), metrics: new MetricsBuffer(), keys: new AccessKeys() });
});
afterEach(() => {
  standIn.fail(null);
  standIn.takeRequests();
});

describe("a token of Access", () => {
  test("proves its address, in lower case, and the keys are read once", async () => {
    expect(await door.emailOf(await standIn.token("Olga@Vez.test", NOW), NOW)).toBe(EMAIL);
    expect(await door.emailOf(await standIn.token(EMAIL, NOW), plus(60_000))).toBe(EMAIL);
    expect(standIn.takeRequests().map((asked) => asked.path)).toEqual(["/cdn-cgi/access/certs"]);
  });

  test.each([
    ["another audience", { aud: ["another"] }],
    ["another issuer", { iss: "https://other.cloudflareaccess.com" }],
    ["no end", { exp: undefined }],
    ["no beginning", { iat: undefined }],
    ["no person (a service token)", { email: undefined, common_name: "robot.access" }],
    ["something that is no address", { email: "olga" }],
    ["a time to come", { nbf: NOW.getTime() / 1000 + 60 }],
  ])("with %s proves nothing", async (_name, claims) => {
    expect(await door.emailOf(await standIn.token(EMAIL, NOW, claims), NOW)).toBeNull();
  });

  test("proves nothing when it has run out, is forged, is not signed, or is no token at all", async () => {
    expect(await door.emailOf(await standIn.token(EMAIL, NOW), plus(3_700_000))).toBeNull();
    expect(await door.emailOf(await standIn.forged(EMAIL, NOW), NOW)).toBeNull();
    const [, payload] = (await standIn.token(EMAIL, NOW)).split(".");
    const none = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${payload}.`;
    expect(await door.emailOf(none, NOW)).toBeNull();
    expect(await door.emailOf("nonsense", NOW)).toBeNull();
    expect(await door.emailOf("x".repeat(10_000), NOW)).toBeNull();
  });

  test("signed with a new key is looked up once more, but not for every nonsense key", async () => {
    await door.emailOf(await standIn.token(EMAIL, NOW), NOW);
    await standIn.rotate();
    const token = await standIn.token(EMAIL, NOW);
    // Within half a minute of the last look nobody looks again.
    expect(await door.emailOf(token, plus(10_000))).toBeNull();
    expect(await door.emailOf(token, plus(40_000))).toBe(EMAIL);
    expect(standIn.takeRequests()).toHaveLength(2);
  });
});

describe("keys that cannot be had", () => {
  test.each(["refused_connection", "hangs", "status_500", "not_json", "wrong_shape", "redirects"] as const)(
    "(%s) are an error of the vendor, never a yes",
    async (fault) => {
      standIn.fail(fault);
      const failed = await door.emailOf(await standIn.token(EMAIL, NOW), NOW).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(Error);
      expect(["error", "timeout", "invalid_answer", "refused"]).toContain(reasonOf(failed));
    },
  );

  test("are done without for an hour once they were read", async () => {
    expect(await door.emailOf(await standIn.token(EMAIL, NOW), NOW)).toBe(EMAIL);
    standIn.fail("status_500");
    expect(await door.emailOf(await standIn.token(EMAIL, plus(1_800_000)), plus(1_800_000))).toBe(EMAIL);
    await expect(door.emailOf(await standIn.token(EMAIL, plus(3_700_000)), plus(3_700_000))).rejects.toThrow();
  });
});
