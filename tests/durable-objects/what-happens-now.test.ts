// What the assistant answers to a message that comes after somebody has taken the case.
import { expect, test } from "vitest";
import { whatHappensNow } from "../../durable-objects/conversation-words.ts";
import type { LoggedEvent } from "../../src/domain/events.ts";

function latest(type: LoggedEvent["type"], status: string): LoggedEvent {
  return { seq: 9, type, at: Date.UTC(2026, 10, 20, 15), data: { status } };
}

test.each([latest("offer_update", "accepted"), latest("contract_update", "sent"), latest("contract_update", "signed")])(
  "says that it does not reach the professional, and how to reach them: $type $data.status",
  (event) => {
    expect(whatHappensNow(event, "pt-BR")).toMatch(/fica guardada aqui\..*não chega a(o profissional| ele).*e-mail/);
    expect(whatHappensNow(event, "en")).toMatch(/kept here\..*not passed on to (the professional|them).*e-mail/);
  },
);

test.each([null, latest("match_ready", "offered")])(
  "while nobody has taken the case there is nobody to write to",
  (event) => {
    expect(whatHappensNow(event, "pt-BR")).not.toContain("e-mail");
    expect(whatHappensNow(event, "en")).not.toContain("e-mail");
  },
);
