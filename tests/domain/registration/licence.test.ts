// Registration numbers as people write them; every number here is fictitious.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UFS } from "../../../src/domain/legal/ufs.ts";
import { licenceText, type Register, readLicence } from "../../../src/domain/registration/licence.ts";

const read = (text: string, register: Register = "oab", uf: (typeof UFS)[number] | null = null) =>
  readLicence(register, text, uf);
const ok = (uf: string | null, number: string) => ({ ok: true, licence: { uf, number } });

describe("an OAB number", () => {
  test.each([
    ["OAB/SP 999.123", "SP", "999123"],
    ["oab-sp nº 999123", "SP", "999123"],
    ["OAB SP n.º 999.123-A", "SP", "999123A"],
    ["SP999123", "SP", "999123"],
    ["999.123/SP", "SP", "999123"],
    ["999123-B/RJ", "RJ", "999123B"],
    ["  012345  ", null, "12345"],
    ["OAB/SP no. 99.123", "SP", "99123"],
    ["999 123 p", null, "999123P"],
  ])("is read from %j", (text, uf, number) => {
    expect(read(text)).toEqual(ok(uf, number));
  });

  test.each([
    ["", "empty"],
    ["doze mil", "form"],
    ["12-34-AB-56", "form"],
    ["XX 12345", "form"],
    ["SP 12345 RJ", "uf_differs"],
    ["0000", "digits"],
    ["1234567", "digits"],
    ["12345-Z", "letter"],
    ["12345-E", "trainee"],
    ["CRM/SP 12345", "register"],
  ])("is refused in %j: %s", (text, why) => {
    expect(read(text)).toEqual({ ok: false, why });
  });

  test("takes its state from beside it, and never two states", () => {
    expect(read("999123", "oab", "MG")).toEqual(ok("MG", "999123"));
    expect(read("OAB/MG 999123", "oab", "MG")).toEqual(ok("MG", "999123"));
    expect(read("OAB/SP 999123", "oab", "MG")).toEqual({ ok: false, why: "uf_differs" });
  });
});

describe("a CRM number", () => {
  test("has six digits, and in Rio de Janeiro its code and a check digit beside them", () => {
    expect(read("CRM/SP 999.123", "crm")).toEqual(ok("SP", "999123"));
    expect(read("CRM-SP 9991234", "crm")).toEqual({ ok: false, why: "digits" });
    expect(read("CRM-RJ 52.99123-4", "crm")).toEqual(ok("RJ", "52991234"));
    expect(read("52-0999123-4", "crm", "RJ")).toEqual(ok("RJ", "5209991234"));
    expect(read("12345-P", "crm", "BA")).toEqual(ok("BA", "12345P"));
    expect(read("12345-A", "crm", "BA")).toEqual({ ok: false, why: "letter" });
    expect(read("OAB/SP 12345", "crm")).toEqual({ ok: false, why: "register" });
  });
});

const uf = fc.constantFrom(...UFS);
const digits = fc.integer({ min: 1, max: 999_999 });
const letter = fc.constantFrom("", "A", "B", "P");

test("every way to write one number is that number", () => {
  fc.assert(
    fc.property(uf, digits, letter, fc.nat(6), (state, number, suffix, way) => {
      const plain = String(number);
      const dotted = plain.replace(/\B(?=(\d{3})+$)/g, ".");
      const ways = [
        `OAB/${state} ${dotted}${suffix}`,
        `oab/${state.toLowerCase()} ${plain}-${suffix.toLowerCase()}`,
        `${state}${plain}${suffix}`,
        `${state} ${plain.padStart(6, "0")} ${suffix}`,
        `${dotted}${suffix}/${state}`,
        `OAB-${state} nº ${dotted}-${suffix}`,
        `${plain}${suffix} - ${state}`,
      ];
      expect(read(ways[way] ?? "")).toEqual(ok(state, plain + suffix));
    }),
  );
});

test("what is kept reads as itself, and as it is printed", () => {
  fc.assert(
    fc.property(uf, digits, letter, (state, number, suffix) => {
      const kept = `${number}${suffix}`;
      expect(read(kept, "oab", state)).toEqual(ok(state, kept));
      expect(read(licenceText("legal", state, kept))).toEqual(ok(state, kept));
    }),
  );
});

test("whatever is typed is answered, and what is taken is a number of its bounds", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), (text) => {
      const reading = read(text);
      if (reading.ok) expect(reading.licence.number).toMatch(/^[1-9]\d{0,5}[ABP]?$/);
    }),
  );
});
