// What a client's open page makes of a change of course, in whatever order the news arrive.
import { describe, expect, test } from "vitest";
import { isBehind, mayReopen, NO_NEWS, newsAfter, standOf } from "../../../src/domain/words/case-news.ts";
import { newsLine, nowWords } from "../../../src/domain/words/case-words.ts";

type Event = { type: string; data: Record<string, unknown> };
const fold = (events: readonly Event[]) => events.reduce(newsAfter, NO_NEWS);
const READER = { locale: "pt-BR", zone: "America/Sao_Paulo" } as const;

const ACCEPTED: Event = {
  type: "offer_update",
  data: { status: "accepted", professional: "Ana Sá", offer_id: "off_1" },
};
const OPENED: Event = { type: "contract_update", data: { contract_id: "ctr_1", status: "sent", signed: [] } };
const VOIDED: Event = { type: "contract_update", data: { contract_id: "ctr_1", status: "voided", course: true } };
const AGAIN: Event = {
  type: "offer_update",
  data: { status: "searching_again", why: "withdrawn", to: "matching", offer_id: "off_1" },
};
const TOLD: Event = { type: "triage_completed", data: { area: "trabalho" } };

describe("after a professional gave the case back", () => {
  test("the stand is searching again, without name and contract, and the line says so kindly", () => {
    const before = fold([TOLD, ACCEPTED, OPENED]);
    expect(standOf(before)).toBe("to_sign");
    const news = fold([TOLD, ACCEPTED, OPENED, VOIDED, AGAIN]);
    expect([standOf(news), news.professional, news.contractId, news.signed]).toEqual(["searching", null, null, []]);
    expect(newsLine(before, VOIDED, READER)).toBeNull();
    expect(newsLine(before, AGAIN, READER)).toBe(
      "Ana Sá não pode mais cuidar do caso. Isso não diz nada sobre você. A Vez já procura outra pessoa.",
    );
  });

  test("late news of what was undone change nothing, and the next acceptance counts", () => {
    const late = fold([TOLD, VOIDED, AGAIN, ACCEPTED, OPENED]);
    expect([standOf(late), late.professional, late.contractId]).toEqual(["searching", null, null]);
    const next = newsAfter(late, { type: "offer_update", data: { ...ACCEPTED.data, offer_id: "off_2" } });
    expect(standOf(next)).toBe("accepted");
  });
});

describe("a case that is called off", () => {
  const off = fold([TOLD, { type: "offer_update", data: { status: "cancelled", why: "cancelled", to: "closed" } }]);

  test("is only read, says that nobody is asked any more, and can come back", () => {
    expect([standOf(off), mayReopen(off)]).toEqual(["called_off", true]);
    expect(nowWords(off, READER).text).toContain("reabra na página do caso");
    const back = newsAfter(off, { type: "offer_update", data: { status: "reopened", to: "matching" } });
    expect(standOf(back)).toBe("searching");
    const told = newsAfter(off, { type: "offer_update", data: { status: "reopened", to: "triage" } });
    expect(standOf(told)).toBe("telling");
  });

  test("with a contract that both had signed does not come back", () => {
    const signed = fold([
      TOLD,
      ACCEPTED,
      { type: "contract_update", data: { contract_id: "ctr_1", status: "signed" } },
    ]);
    const ended = newsAfter(signed, { type: "offer_update", data: { status: "cancelled" } });
    expect([standOf(ended), mayReopen(ended), ended.contractId]).toEqual(["called_off", false, "ctr_1"]);
    expect(nowWords(ended, READER).text).toContain("comece outra conversa");
  });

  test("is told by its row where the event is still on its way", () => {
    expect(isBehind(fold([TOLD, ACCEPTED]), "closed")).toBe(true);
    expect(isBehind(fold([TOLD, ACCEPTED]), "matching")).toBe(true);
    expect(isBehind(fold([TOLD, ACCEPTED]), "signed")).toBe(false);
    expect(isBehind(off, "closed")).toBe(false);
    expect(isBehind(off, "triage")).toBe(true);
  });
});
