// The documents are made inside the Worker's own runtime, where they have to hash the same every time too.
import { expect, test } from "vitest";
import { agreementPdf } from "../../src/domain/contracts/agreement-pdf.ts";
import { executedPdf } from "../../src/domain/contracts/executed-pdf.ts";
import { sha256Hex } from "../../src/domain/contracts/sha256.ts";
import { legalAgreement } from "../../src/domain/contracts/template-legal.ts";

test("an agreement and its executed form are made in workerd, for names of any script", async () => {
  const facts = {
    contractId: "ctr_1",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    createdAt: new Date("2026-11-21T01:30:00Z"),
    professional: { name: "Łukasz 李 😀", licenceNumber: "123456", licenceUf: "SP" },
    area: "Trabalho",
    subarea: null,
    summary: "محمد ✓ café",
    feeCents: 35_000,
  } as const;
  const agreement = await agreementPdf(legalAgreement(facts), facts);
  const sha256 = await sha256Hex(agreement);
  expect(await sha256Hex(await agreementPdf(legalAgreement(facts), facts))).toBe(sha256);
  const signature = {
    name: "محمد",
    signedAt: facts.createdAt,
    ip: "203.0.113.9",
    userAgent: "",
    documentSha256: sha256,
  };
  const executed = await executedPdf(agreement, {
    ...facts,
    sha256,
    signedAt: facts.createdAt,
    signatures: [
      { party: "client", ...signature },
      { party: "professional", ...signature },
    ],
  });
  expect(new TextDecoder().decode(executed.slice(0, 5))).toBe("%PDF-");
  expect(executed.length).toBeGreaterThan(agreement.length);
});
