// Whatever a person, an occasion and an hour are like: nobody is written to where, or when, he does not want to be.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Addressee, channelPlan } from "../../../src/domain/notifications/channel-plan.ts";
import { NOTIFICATION_KINDS } from "../../../src/domain/notifications/kinds.ts";
import { groupOf, groupsOf, urgencyOf } from "../../../src/domain/notifications/occasions.ts";
import { isWanted, UNWANTED } from "../../../src/domain/notifications/preferences.ts";
import { OUTSIDE_CHANNELS, type OutsideChannel } from "../../../src/domain/notifications/sender.ts";
import { isSafeAt } from "../../../src/domain/reach/may-reach.ts";
import { REACH_CHANNELS } from "../../../src/domain/reach/reach.ts";

const zone = fc.constantFrom("America/Sao_Paulo", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
const hours = fc.option(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 })));
const now = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }).map((ms) => new Date(ms));
const kind = fc.constantFrom(...NOTIFICATION_KINDS);
const configured = fc.subarray([...OUTSIDE_CHANNELS]).map((some): ReadonlySet<OutsideChannel> => new Set(some));

const reach = fc
  .record({ channel: fc.constantFrom(...REACH_CHANNELS), leaveMessage: fc.boolean(), hours, zone })
  .map(({ hours, channel, ...rest }) => ({
    ...rest,
    channel,
    address: channel === "page" ? null : channel === "email" ? "safe@example.org" : "+5511987654321",
    safeFrom: hours?.[0] ?? null,
    safeUntil: hours?.[1] ?? null,
    note: null,
  }));
const preferences = fc
  .record({
    off: fc.subarray([...UNWANTED]),
    first: fc.constantFrom("push" as const, "email" as const, "whatsapp" as const, null),
    phone: fc.constantFrom("+5511912345678", null),
    hours,
    zone,
    urgentAnytime: fc.boolean(),
  })
  .map(({ hours, ...rest }) => ({ ...rest, quietFrom: hours?.[0] ?? null, quietUntil: hours?.[1] ?? null }));
const addressee: fc.Arbitrary<Addressee> = fc
  .record({
    id: fc.constant("usr_1"),
    role: fc.constantFrom("client", "professional", "coordinator", "operator"),
    email: fc.constantFrom("account@example.org", null),
    reach: fc.option(reach),
    preferences: fc.option(preferences),
    hasPush: fc.boolean(),
  })
  .map((to) => ({ ...to, reach: to.role === "client" ? to.reach : null }));

const always = (check: (to: Addressee, what: Parameters<typeof channelPlan>) => void) =>
  fc.assert(
    fc.property(kind, addressee, configured, now, (...what) => check(what[1], what)),
    { numRuns: 600 },
  );
/** All that the plan names, sent or only kept. */
const rungsOf = (what: Parameters<typeof channelPlan>) => {
  const { ladder, kept } = channelPlan(...what);
  return kept === null ? ladder : [...ladder, kept];
};

describe("the channels of a message", () => {
  test("are each asked once, by somebody who carries them; without anybody one is kept", () => {
    always((_to, what) => {
      const { ladder, kept } = channelPlan(...what);
      expect(new Set(ladder.map(({ channel }) => channel)).size).toBe(ladder.length);
      expect(ladder.every(({ channel }) => what[2].has(channel))).toBe(true);
      if (kept !== null) expect([ladder.length, what[2].has(kept.channel)]).toEqual([0, false]);
    });
  });

  test("are never ones that the person does not want, but for what is about the account", () => {
    always((to, what) => {
      const group = groupOf(what[0], to.role);
      for (const { channel } of rungsOf(what)) expect(isWanted(to.preferences, group, channel)).toBe(true);
    });
  });

  test("of a client who said how to be reached safely are that one and his own browser, in the safe hours", () => {
    always((to, what) => {
      if (to.reach === null || urgencyOf(what[0]) === "immediate") return;
      for (const { channel, to: address, notBefore } of rungsOf(what)) {
        expect(channel === "push" ? to.hasPush : channel === to.reach.channel && address === to.reach.address).toBe(
          true,
        );
        expect(isSafeAt(to.reach, notBefore ?? what[3])).toBe(true);
        // What rings or stays on a phone stays only where it may.
        if (to.reach.channel !== "email") expect(to.reach.leaveMessage).toBe(true);
      }
      if (to.reach.channel === "page") expect(rungsOf(what)).toEqual([]);
    });
  });

  test("wait for the end of quiet hours, urgent ones too where the person says so", () => {
    always((to, what) => {
      if (to.reach !== null || to.preferences === null) return;
      const { quietFrom, quietUntil, zone, urgentAnytime } = to.preferences;
      const loud = urgencyOf(what[0]) !== "usual" && urgentAnytime;
      for (const { notBefore } of rungsOf(what)) {
        if (urgencyOf(what[0]) === "immediate" || loud) expect(notBefore).toBeNull();
        else expect(isSafeAt({ safeFrom: quietUntil, safeUntil: quietFrom, zone }, notBefore ?? what[3])).toBe(true);
        if (notBefore !== null) expect(notBefore.getTime()).toBeGreaterThan(what[3].getTime());
      }
    });
  });

  test("of a code or an invitation are the e-mail, at once, whatever else was chosen", () => {
    always((to, what) => {
      if (urgencyOf(what[0]) !== "immediate") return;
      const letter = to.email === null ? [] : [{ channel: "email", to: to.email, notBefore: null }];
      expect(rungsOf(what)).toEqual(letter);
    });
  });

  test("begin with the one that the person wants first, where it may be", () => {
    always((to, what) => {
      const first = to.preferences?.first ?? null;
      const { ladder } = channelPlan(...what);
      if (to.reach !== null || first === null || !ladder.some(({ channel }) => channel === first)) return;
      expect(ladder[0]?.channel).toBe(first);
    });
  });

  test("ring first where somebody waits, and are a mail first where nobody does", () => {
    const to: Addressee = {
      id: "usr_1",
      role: "professional",
      email: "a@example.org",
      reach: null,
      preferences: null,
      hasPush: true,
    };
    const ways = (what: (typeof NOTIFICATION_KINDS)[number]) =>
      channelPlan(what, to, new Set(OUTSIDE_CHANNELS), new Date(0)).ladder.map(({ channel }) => channel);
    expect(ways("offer_new")).toEqual(["push", "email"]);
    expect(ways("contract_signed")).toEqual(["email", "push"]);
  });
});

test("every kind that a role gets belongs to a group that it may choose by, or to the account", () => {
  for (const one of NOTIFICATION_KINDS) {
    const group = groupOf(one, "operator");
    expect(["team", "account"]).toContain(group);
    expect([...groupsOf("professional"), "team", "account"]).toContain(groupOf(one, "professional"));
  }
});
