// Every message in both languages: complete, calm, and nothing private where a locked screen shows it.
import { describe, expect, test } from "vitest";
import { AREA_NAMES, AREAS } from "../../../src/domain/legal/areas.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { NOTIFICATION_KINDS } from "../../../src/domain/notifications/kinds.ts";
import { render } from "../../../src/domain/notifications/templates.ts";

const PARAMS = {
  code: "482913",
  case_id: "cas_1",
  offer_id: "off_1",
  contract_id: "ctr_1",
  reason: "angry",
  message: "case.match",
  outbox_id: "out_1",
  name: "Maria da Silva",
  area: "familia",
};
const all = LOCALES.flatMap((locale) =>
  NOTIFICATION_KINDS.flatMap((kind) =>
    (["person", "operators"] as const).map((audience) => ({ kind, locale, audience })),
  ),
);

describe.each(all)("$kind in $locale for $audience", ({ kind, locale, audience }) => {
  const full = render(kind, PARAMS, locale, audience);

  test("has a short subject that tells nothing private", () => {
    expect(full.subject.length).toBeGreaterThan(5);
    expect(full.subject.length).toBeLessThan(60);
    expect(full.subject).not.toMatch(/\d|_|Maria/);
    // Whole words only: "Empresas" is an area, "trabalho" is also a word of its own.
    for (const area of AREAS.filter((slug) => slug !== "trabalho")) {
      expect(full.subject.toLowerCase()).not.toContain(AREA_NAMES[area][locale].toLowerCase());
    }
  });

  test("is calm and plain", () => {
    expect(full.text).not.toContain("!");
    expect(full.text.length).toBeGreaterThan(40);
    for (const sentence of full.text.split(/[.?]\s/)) expect(sentence.split(/\s+/).length).toBeLessThan(32);
  });

  test("reads well when a param is missing", () => {
    const bare = render(kind, {}, locale, audience);
    expect(bare.text).not.toMatch(/undefined|null|\(\)| {2}/);
    expect(bare.text.length).toBeGreaterThan(30);
  });

  test("leads to a page of this house", () => {
    expect(
      full.path === null || /^\/((pro|ops|contracts|conversations|invitations)(\/[\w-]+)*(#[a-z]+)?)?$/.test(full.path),
    ).toBe(true);
  });
});

describe("the messages", () => {
  test("differ between the languages, each with words of its own", () => {
    for (const kind of NOTIFICATION_KINDS) {
      const [pt, en] = [render(kind, PARAMS, "pt-BR"), render(kind, PARAMS, "en")];
      expect(pt.subject).not.toBe(en.subject);
      expect(pt.text).not.toBe(en.text);
    }
  });

  test("carry the code in the text and only there", () => {
    const message = render("sign_in_code", { code: "482913" }, "pt-BR");
    expect(message.text).toContain("482913");
    expect(message.subject).not.toContain("482913");
    expect(message.path).toBeNull();
  });

  test("tell a client and an operator of an unmatched case in different words", () => {
    expect(render("case_unmatched", PARAMS, "en").text).not.toContain("cas_1");
    expect(render("case_unmatched", PARAMS, "en", "operators").text).toContain("cas_1");
  });

  test("keep an id from leading anywhere else", () => {
    expect(render("contract_ready", { contract_id: "../../evil?x" }, "en").path).toBe("/contracts/..%2F..%2Fevil%3Fx");
  });
});
