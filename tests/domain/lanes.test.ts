// Which lane a message goes in: whatever wakes or hurries somebody is in the high one from its first hop on.
import { describe, expect, test } from "vitest";
import { laneOf } from "../../src/domain/messages.ts";

describe("the lane", () => {
  test.each(["self_harm", "in_danger", "detention"])("of an alert that wakes somebody is high: %s", (reason) => {
    expect(laneOf("operators.notify", { kind: "case_needs_human", params: { case_id: "cas_1", reason } })).toBe("high");
  });

  test("of an alert that is read by day is low; a dead message wakes", () => {
    const asked = { case_id: "cas_1", reason: "asked_for_person" };
    expect(laneOf("operators.notify", { kind: "case_needs_human", params: asked })).toBe("low");
    expect(laneOf("operators.notify", { kind: "verification_waits", params: {} })).toBe("low");
    expect(laneOf("operators.notify", { kind: "second_factor_changed", params: {} })).toBe("low");
    const dead = { message: "contract.open", outbox_id: "out_1" };
    expect(laneOf("operators.notify", { kind: "message_dead", params: dead })).toBe("high");
    expect(laneOf("operators.notify", { kind: "message_dead", params: { ...dead, message: "team.post" } })).toBe("low");
  });

  test("of a notice to a person is high where somebody waits for him, or time runs", () => {
    const to = { userId: "usr_1", params: {} };
    expect(laneOf("person.notify", { ...to, kind: "offer_new" })).toBe("high");
    expect(laneOf("person.notify", { ...to, kind: "sign_in_code" })).toBe("high");
    expect(laneOf("person.notify", { ...to, kind: "contract_signed" })).toBe("low");
  });

  test("of the rest is its name's", () => {
    expect(laneOf("team.page", { action: "resolve", subject: "case:cas_1" })).toBe("high");
    expect(laneOf("model.train", { windowDays: 30, by: "house" })).toBe("low");
  });
});
