// The Evolution API over real HTTP: what each failure means for a text, looking for one, and a recording.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import type { Outgoing } from "../../src/domain/notifications/sender.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { type Evolution, openEvolution } from "../../src/providers/evolution.ts";
import { EVOLUTION, type EvolutionStandIn, serveEvolution } from "../support/evolution-stand-in.ts";
import { type Fault, pace } from "../support/vendor-stand-in.ts";

let standIn: EvolutionStandIn;
let evolution: Evolution;

beforeAll(async () => {
  standIn = await serveEvolution();
});
afterAll(() => standIn.close());
beforeEach(() => {
  evolution = open({});
  standIn.takeRequests();
});
afterEach(() => {
  standIn.fail(null);
  standIn.state = "open";
  Object.assign(standIn, { keepsMessages: true, ignoresMoments: false, oddRecords: [] });
  standIn.withoutWhatsApp.clear();
  standIn.accepted.length = 0;
});

function open(changed: Record<string, string>, SPEECH_MAX_MB = 1): Evolution {
  const config = { ...standIn.settings(), ...changed, EVOLUTION_TIMEOUT: 0.4, SPEECH_MAX_MB };
  const opened = openEvolution(config, { circuits: new Circuits(), metrics: new MetricsBuffer() });
  if (opened === null) throw new Error("not configured");
  return opened;
}

const words = { to: "5511987654321", text: "Oi, tudo bem?" };

it("is not there where anything that it needs is missing", () => {
  const made = { circuits: new Circuits(), metrics: new MetricsBuffer() };
  expect(
    openEvolution({ EVOLUTION_TIMEOUT: 15, SPEECH_MAX_MB: 10, EVOLUTION_URL: "https://evolution.example" }, made),
  ).toBeNull();
});

describe("a text", () => {
  it("is sent without a preview of its link, under the name that WhatsApp gives it", async () => {
    const sent = await evolution.whatsapp.send(words);
    expect(sent).toEqual({ outcome: "sent", vendorId: standIn.accepted[0]?.id });
    expect(standIn.takeRequests()).toMatchObject([
      { path: "/message/sendText/vez%20phone", body: { number: words.to, text: words.text, linkPreview: false } },
    ]);
  });

  it("to a number without WhatsApp is refused for good", async () => {
    standIn.withoutWhatsApp.add(words.to);
    expect(await evolution.whatsapp.send(words)).toMatchObject({ outcome: "refused", reason: "no_such_number" });
  });

  it("waits while the phone is off line, or the key or instance is wrong: that says nothing of the number", async () => {
    standIn.state = "close";
    expect(await evolution.whatsapp.send(words)).toMatchObject({ outcome: "failed", reason: "not_connected" });
    standIn.state = "open";
    const wrongKey = open({ EVOLUTION_API_KEY: "wrong" });
    expect(await wrongKey.whatsapp.send(words)).toMatchObject({ outcome: "failed", reason: "not_connected" });
    const wrongName = open({ EVOLUTION_INSTANCE: "other" });
    expect(await wrongName.whatsapp.send(words)).toMatchObject({ outcome: "failed", reason: "not_connected" });
  });

  it("is tried later where the server asks for it", async () => {
    standIn.fail("rate_limited");
    const sent = await evolution.whatsapp.send(words);
    expect(sent).toEqual({ outcome: "failed", reason: "rate_limited", retryAfterMs: pace.retryAfterSeconds * 1000 });
  });

  it.each(["hangs", "drips", "status_500", "truncated", "not_json", "wrong_shape", "refused_connection"] as Fault[])(
    "is in doubt, and asked for once, where the answer is %s",
    async (fault) => {
      standIn.fail(fault);
      expect(await evolution.whatsapp.send(words)).toMatchObject({ outcome: "unsure" });
      expect(standIn.takeRequests()).toHaveLength(1);
    },
  );

  it("may still be under way where a gateway gave up waiting, as after a silence", async () => {
    standIn.fail("status_504");
    expect(await evolution.whatsapp.send(words)).toMatchObject({ outcome: "unsure", reason: "timeout" });
    expect(standIn.accepted).toHaveLength(1);
  });

  it("keeps the vendor's words, the number and the key out of what is told of a failure", async () => {
    standIn.fail("status_401");
    const told = JSON.stringify(await evolution.whatsapp.send(words));
    for (const secret of [words.to, words.text, EVOLUTION.apiKey]) expect(told).not.toContain(secret);
  });
});

describe("looking for a text", () => {
  it("finds what was taken though the answer was lost, with or without the ninth digit", async () => {
    const since = new Date();
    standIn.fail("truncated");
    await evolution.whatsapp.send(words);
    standIn.fail(null);
    const found = await evolution.whatsapp.find({ ...words, to: "551187654321", since });
    expect(found).toEqual({ vendorIds: [standIn.accepted[0]?.id], isAll: true });
  });

  it("says absent only where the server keeps what is sent", async () => {
    const since = new Date();
    expect(await evolution.whatsapp.find({ ...words, since })).toBe("absent");
    standIn.keepsMessages = false;
    expect(await evolution.whatsapp.find({ ...words, since })).toBe("unknown");
  });

  it.each([
    ["status_500", "away"],
    ["refused_connection", "away"],
    ["hangs", "away"],
    ["rate_limited", "away"],
    ["wrong_shape", "unknown"],
    ["not_json", "unknown"],
  ] as const)("an answer that is %s leaves it %s", async (fault, found) => {
    standIn.fail(fault);
    expect(await evolution.whatsapp.find({ ...words, since: new Date() })).toBe(found);
  });

  it("a no is an answer that says nothing, and nobody's absence", async () => {
    const wrongName = open({ EVOLUTION_INSTANCE: "other" });
    expect(await wrongName.whatsapp.find({ ...words, since: new Date() })).toBe("unknown");
  });

  describe("where the server ignores what it is asked of moments", () => {
    const earlier = (ms: number) => ({ id: `old_${ms}`, ...words, atMs: Date.now() - ms });
    beforeEach(() => {
      standIn.ignoresMoments = true;
    });

    it("an old text with the same words is another one", async () => {
      standIn.accepted.push(earlier(21 * 86_400_000), earlier(180_000));
      const since = new Date();
      expect(await evolution.whatsapp.find({ ...words, since })).toBe("absent");
      const sent = await evolution.whatsapp.send(words);
      const vendorIds = sent.outcome === "sent" ? [sent.vendorId] : [];
      expect(await evolution.whatsapp.find({ ...words, since })).toEqual({ vendorIds, isAll: true });
    });

    it("more than five pages are read far enough where they go back to before, else nobody can say", async () => {
      const since = new Date();
      standIn.accepted.push(
        ...Array.from({ length: 1100 }, (_, nth) => ({ ...earlier(200_000 + nth), to: "5521911112222" })),
      );
      expect(await evolution.whatsapp.find({ ...words, since })).toBe("absent");
      for (const one of standIn.accepted) one.atMs = Date.now();
      expect(await evolution.whatsapp.find({ ...words, since })).toBe("unknown");
    });
  });

  it("reads page after page where the phone says much", async () => {
    const since = new Date();
    const sent = await evolution.whatsapp.send(words);
    const more = Array.from({ length: 450 }, (_, nth) => ({
      id: `more_${nth}`,
      to: "5521911112222",
      text: "?",
      atMs: Date.now() + 5000,
    }));
    standIn.accepted.push(...more);
    const vendorIds = sent.outcome === "sent" ? [sent.vendorId] : [];
    expect(await evolution.whatsapp.find({ ...words, since })).toEqual({ vendorIds, isAll: true });
  });

  it("gives all with the same words, oldest first: whose each is others know", async () => {
    const since = new Date();
    await evolution.whatsapp.send(words);
    await evolution.whatsapp.send(words);
    const [one, two] = standIn.accepted;
    if (one !== undefined) one.atMs -= 60_000;
    expect(await evolution.whatsapp.find({ ...words, since })).toEqual({ vendorIds: [one?.id, two?.id], isAll: true });
  });

  it("a record of another shape hides no other, and is in doubt only where it carries the words", async () => {
    const since = new Date();
    standIn.oddRecords = [{ key: { id: 7 } }, "?", { key: null, message: { reactionMessage: { text: "👍" } } }];
    expect(await evolution.whatsapp.find({ ...words, since })).toBe("absent");
    await evolution.whatsapp.send(words);
    const vendorIds = [standIn.accepted[0]?.id];
    expect(await evolution.whatsapp.find({ ...words, since })).toEqual({ vendorIds, isAll: true });
    standIn.accepted.length = 0;
    standIn.oddRecords = [{ key: "3EB0", message: { conversation: words.text } }];
    expect(await evolution.whatsapp.find({ ...words, since })).toBe("unknown");
  });

  it("takes another text, or another person's, for neither", async () => {
    const since = new Date();
    await evolution.whatsapp.send({ ...words, text: "Outra coisa" });
    await evolution.whatsapp.send({ ...words, to: "5521987654321" });
    expect(await evolution.whatsapp.find({ ...words, since })).toBe("absent");
  });
});

it("gives the bytes of a recording, and fails as a vendor for one that is not there", async () => {
  const sound = new TextEncoder().encode("OggS and what follows");
  standIn.sounds.set("3AVOICE", sound);
  expect(await evolution.whatsapp.media("3AVOICE")).toEqual(sound);
  await expect(evolution.whatsapp.media("3ANONE")).rejects.toMatchObject({ code: "vendor_refused" });
});

describe("recordings", () => {
  const kB = (count: number) => new Uint8Array(count * 1024).fill(7);

  it("larger than is listened to are told as such, however much larger, and open no circuit", async () => {
    const small = open({}, 0.01);
    standIn.sounds.set("3AFITS", kB(10));
    standIn.sounds.set("3AABOVE", kB(11));
    standIn.sounds.set("3AHUGE", kB(300));
    for (let nth = 0; nth < 4; nth++) {
      for (const id of ["3AABOVE", "3AHUGE"]) {
        await expect(small.whatsapp.media(id)).rejects.toMatchObject({ code: "sound_too_large", status: 413 });
      }
    }
    // Asked for once each: another try would bring no less.
    expect(standIn.takeRequests()).toHaveLength(8);
    expect(await small.whatsapp.media("3AFITS")).toEqual(kB(10));
  });

  it("that the server cannot give keep nobody's text back", async () => {
    standIn.fail("status_500");
    for (let nth = 0; nth < 4; nth++) await expect(evolution.whatsapp.media("3AVOICE")).rejects.toThrow();
    await expect(evolution.whatsapp.media("3AVOICE")).rejects.toMatchObject({ code: "vendor_open_circuit" });
    standIn.fail(null);
    expect(await evolution.whatsapp.send(words)).toMatchObject({ outcome: "sent" });
  });
});

describe("notifications", () => {
  const item = (id: string, to = "+5511987654321"): Outgoing => ({
    ...{ id, to, subject: "Alguém aceitou", text: `Alguém aceitou\nhttp://vez.test/${id}`, html: null },
    ...{ link: `http://vez.test/${id}`, locale: "pt-BR", unsubscribe: null },
  });

  it("each has an outcome of its own", async () => {
    standIn.withoutWhatsApp.add("5521911111111");
    const outcomes = await evolution.sender.send([item("ntf_1"), item("ntf_2", "+5521911111111"), item("ntf_3")]);
    expect(outcomes).toMatchObject([
      { id: "ntf_1", outcome: "sent", vendorId: standIn.accepted[0]?.id },
      { id: "ntf_2", outcome: "refused", reason: "no_such_number" },
      { id: "ntf_3", outcome: "sent" },
    ]);
    expect(evolution.sender).toMatchObject({ channel: "whatsapp", vendor: "evolution", isIdempotent: false });
  });

  it("one whose answer was lost is in doubt, and whoever asked can have it looked for", async () => {
    const since = new Date();
    standIn.fail("truncated");
    expect(await evolution.sender.send([item("ntf_9")])).toMatchObject([{ id: "ntf_9", outcome: "unsure" }]);
    standIn.fail(null);
    const vendorIds = [standIn.accepted[0]?.id];
    expect(await evolution.sender.find?.(item("ntf_9"), since)).toEqual({ vendorIds, isAll: true });
  });
});
