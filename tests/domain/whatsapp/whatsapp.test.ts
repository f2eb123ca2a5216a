import { describe, expect, it } from "vitest";
import { addressOf, isSameNumber, phoneOf } from "../../../src/domain/whatsapp/address.ts";
import { splitForPhone } from "../../../src/domain/whatsapp/split.ts";
import {
  asksForLink,
  chosenOption,
  firstNotice,
  safetyWords,
  withOptions,
} from "../../../src/domain/whatsapp/words.ts";

describe("who writes", () => {
  it("a Brazilian mobile number is one person with and without its ninth digit", () => {
    expect(addressOf({ remoteJid: "551187654321@s.whatsapp.net" })).toEqual({
      phone: "+5511987654321",
      lid: null,
      to: "551187654321",
    });
    expect(addressOf({ remoteJid: "5511987654321:7@s.whatsapp.net" })?.phone).toBe("+5511987654321");
    expect(isSameNumber("551187654321", "+55 11 98765-4321")).toBe(true);
  });

  it("a landline and a number of another country stay as they are", () => {
    expect(phoneOf("551132654321")).toBe("+551132654321");
    expect(phoneOf("351912345678")).toBe("+351912345678");
  });

  it("a hidden number is answered by its id, and known by its number where that is told", () => {
    expect(addressOf({ remoteJid: "103899771998284@lid" })).toEqual({
      phone: null,
      lid: "103899771998284@lid",
      to: "103899771998284@lid",
    });
    const known = { phone: "+5511987654321", lid: "103899771998284@lid", to: "5511987654321" };
    expect(addressOf({ remoteJid: "103899771998284@lid", remoteJidAlt: "5511987654321@s.whatsapp.net" })).toEqual(
      known,
    );
    expect(addressOf({ remoteJid: "103899771998284@lid", senderPn: "5511987654321@s.whatsapp.net" })).toEqual(known);
  });

  it.each(["120363041967849074@g.us", "status@broadcast", "5511987654321@broadcast", "120363@newsletter", "", "x@lid"])(
    "nobody to talk with is behind %s",
    (remoteJid) => {
      expect(addressOf({ remoteJid, remoteJidAlt: "5511987654321@s.whatsapp.net" })).toBeNull();
    },
  );
});

describe("a long reply", () => {
  it("is cut between paragraphs, then sentences, then words, and nothing of it is lost", () => {
    const text = `${"Um parágrafo inteiro. ".repeat(20)}\n\n${"Outra frase aqui. ".repeat(40)}`;
    const parts = splitForPhone(text, 300);
    expect(parts.every((part) => part.length <= 301 && part.length > 50)).toBe(true);
    expect(parts.join(" ").replace(/\s+/g, " ").trim()).toBe(text.replace(/\s+/g, " ").trim());
    expect(splitForPhone(`${"a".repeat(200)}\n\n${"b".repeat(200)}`, 300)).toEqual(["a".repeat(200), "b".repeat(200)]);
  });

  it("without a space is cut within, but never within a character", () => {
    const parts = splitForPhone("😀".repeat(150), 101);
    expect(parts.join("")).toBe("😀".repeat(150));
    expect(parts.every((part) => [...part].every((letter) => letter === "😀"))).toBe(true);
  });

  it("of a few words is one message, and of none is none", () => {
    expect(splitForPhone("Oi.")).toEqual(["Oi."]);
    expect(splitForPhone(" \n ")).toEqual([]);
  });
});

describe("what the page has buttons for", () => {
  const options = [{ label: "Sim" }, { label: "Não" }, { label: "Não sei" }];

  it("answers are listed with numbers, and a number is the answer", () => {
    expect(withOptions("Você está em segurança?", options, "pt-BR")).toBe(
      "Você está em segurança?\n\n1. Sim\n2. Não\n3. Não sei\nResponda com o número ou do seu jeito.",
    );
    expect(chosenOption(" 2. ", options)).toBe("Não");
    expect(chosenOption("4", options)).toBeNull();
    expect(chosenOption("2 filhos", options)).toBeNull();
    expect(chosenOption("0", options)).toBeNull();
  });

  it("what to do in danger is a message of its own with its numbers", () => {
    const box = { title: "Em perigo agora?", lines: [{ text: "Polícia:", phone: "190" }, { text: "Saia de perto." }] };
    expect(safetyWords(box)).toBe("*Em perigo agora?*\nPolícia: 190\nSaia de perto.");
  });

  it("only the word itself asks for a link", () => {
    expect(["link", "Link.", "o link", "send me the link"].map(asksForLink)).toEqual([true, true, true, true]);
    expect(asksForLink("recebi um link estranho do banco")).toBe(false);
  });

  it("the first notice says what is kept, where the page is and how to stop", () => {
    expect(firstNotice("pt-BR", "http://vez.test/w?k=1")).toContain("http://vez.test/w?k=1");
    expect(firstNotice("en", null)).toContain("write “stop”");
  });
});
