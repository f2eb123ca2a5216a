import { describe, expect, test } from "vitest";
import { type CaseNews, NO_NEWS, newsAfter, standOf } from "../../../src/domain/words/case-news.ts";
import { newsLine, nowWords } from "../../../src/domain/words/case-words.ts";
import { entryOf } from "../../../src/domain/words/transcript.ts";

type Event = { type: string; data: Record<string, unknown> };

const COMPLETED: Event = { type: "triage_completed", data: { area: "trabalho" } };
const ASKED: Event = { type: "match_ready", data: { asked: 3, wave: 1, answer_by: "2026-11-22T17:30:00.000Z" } };
const ACCEPTED: Event = { type: "offer_update", data: { status: "accepted", professional: "Ana Lima" } };
const OPENED: Event = { type: "contract_update", data: { contract_id: "ctr_1", status: "sent", signed: [] } };
const reader = { locale: "pt-BR", zone: "America/Sao_Paulo" } as const;

function newsOf(...events: Event[]): CaseNews {
  return events.reduce(newsAfter, NO_NEWS);
}

describe("where a case stands", () => {
  test("follows it from the first word to the end", () => {
    const closed: Event = { type: "contract_update", data: { contract_id: "ctr_1", status: "closed", signed: [] } };
    const signed: Event = { type: "contract_update", data: { contract_id: "ctr_1", status: "signed", signed: [] } };
    const way = [COMPLETED, ASKED, ACCEPTED, OPENED, signed, closed];
    expect(way.map((_, i) => standOf(newsOf(...way.slice(0, i + 1))))).toEqual([
      "searching",
      "asked",
      "accepted",
      "to_sign",
      "signed",
      "closed",
    ]);
  });

  test("says who is there before how far the search is", () => {
    const taken: Event = { type: "handoff", data: { state: "taken", operator_name: "Bia" } };
    const back: Event = { type: "handoff", data: { state: "given_back" } };
    expect(standOf(newsOf(COMPLETED, ASKED, taken))).toBe("with_person");
    expect(standOf(newsOf(COMPLETED, ASKED, taken, back))).toBe("asked");
    expect(nowWords(newsOf(taken), reader).text).toMatch(/^Bia está lendo/);
  });

  test("is not moved by events that it does not know", () => {
    expect(newsOf({ type: "something_new", data: {} }, { type: "match_ready", data: {} }).asked).toBeNull();
    expect(newsOf({ type: "contract_update", data: { signed: "x", contract_id: 4 } }).contractId).toBeNull();
  });

  test("names the hour until which professionals can answer, in the reader's zone and language", () => {
    const news = newsOf(COMPLETED, ASKED);
    expect(nowWords(news, reader).text).toContain("22 de novembro às 14:30");
    expect(nowWords(news, { locale: "en", zone: "UTC" }).text).toContain("22 November at 17:30");
  });
});

describe("a line of news", () => {
  test("says who accepted, and whose signature is missing", () => {
    expect(newsLine(newsOf(COMPLETED, ASKED), ACCEPTED, reader)).toBe("Ana Lima aceitou o seu caso.");
    const byOther = { ...OPENED, data: { ...OPENED.data, signed: ["professional"] } };
    expect(newsLine(newsOf(COMPLETED, ASKED, ACCEPTED, OPENED), byOther, reader)).toBe(
      "Ana Lima assinou. Falta só a sua assinatura.",
    );
  });

  test("is not made of events that only change the panel", () => {
    expect(entryOf(NO_NEWS, { type: "complexity_update", data: { from: "low", to: "high" } }, reader)).toBeNull();
    expect(entryOf(NO_NEWS, { type: "triage_update", data: { safety: null } }, reader)).toBeNull();
  });
});
