// The agreement and the executed contract as a reader sees them, and as a hash does.
import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import type { AgreementFacts } from "../../../src/domain/contracts/agreement.ts";
import { agreementPdf } from "../../../src/domain/contracts/agreement-pdf.ts";
import type { Evidence } from "../../../src/domain/contracts/evidence.ts";
import { executedPdf } from "../../../src/domain/contracts/executed-pdf.ts";
import { sha256Hex } from "../../../src/domain/contracts/sha256.ts";
import { legalAgreement, SIGNING_ANCHOR } from "../../../src/domain/contracts/template-legal.ts";
import { pdfAttachments, pdfPages } from "./pdf-text.ts";

const FACTS: AgreementFacts = {
  contractId: "ctr_01k9abcdefghjkmnpqrstvwxyz",
  locale: "pt-BR",
  zone: "America/Sao_Paulo",
  createdAt: new Date("2026-11-21T01:30:00Z"),
  professional: { name: "Ana Conceição", licenceNumber: "123456", licenceUf: "SP" },
  area: "Trabalho",
  subarea: "Demissão e verbas da rescisão",
  summary: "A pessoa foi demitida e não recebeu as verbas finais.",
  feeCents: 135_000,
};

const make = (change: Partial<AgreementFacts> = {}) => {
  const facts = { ...FACTS, ...change };
  return agreementPdf(legalAgreement(facts), facts);
};
/** Words without line breaks, as a person reads across them. */
const wordsOf = async (bytes: Uint8Array) => (await pdfPages(bytes)).join("\n").replaceAll(/\s+/g, " ");

describe("the agreement", () => {
  test("names who signs, what is done, what it costs and when it was made", async () => {
    const words = await wordsOf(await make());
    for (const part of [
      "Contrato de prestação de serviços advocatícios",
      "Ana Conceição, OAB/SP 123456",
      "Assunto: Trabalho: Demissão e verbas da rescisão.",
      "A pessoa foi demitida e não recebeu as verbas finais.",
      "A primeira consulta custa R$ 1.350,00.",
      "modelo",
      "Conflito de interesses",
      "Lei Geral de Proteção de Dados",
      "Como encerrar",
      // Half past ten at night in São Paulo, already the next day in UTC.
      "20 de novembro de 2026",
    ]) {
      expect(words).toContain(part);
    }
  });

  test("says the same in English", async () => {
    const words = await wordsOf(await make({ locale: "en" }));
    expect(words).toContain("Agreement for legal services");
    expect(words).toContain("The first consultation costs R$1,350.00.");
    expect(words).toContain("November 20, 2026");
  });

  test.each(["pt-BR", "en"] as const)(
    "has one place where DocuSign sets both signatures, on its last page, in %s",
    async (locale) => {
      const lines = (await pdfPages(await make({ locale }))).map((page) => page.split("\n"));
      const places = lines.map((page) => page.filter((line) => line.includes(SIGNING_ANCHOR[locale])).length);
      expect(places).toEqual([...places.slice(1).map(() => 0), 1]);
    },
  );

  test("numbers its clauses and its pages", async () => {
    const pages = await pdfPages(await make());
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Página ${index + 1} de ${pages.length}`);
    });
    const numbers = [...pages.join("\n").matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(8);
  });

  test("has the same bytes for the same facts, and others for other facts", async () => {
    const first = await sha256Hex(await make());
    expect(await sha256Hex(await make())).toBe(first);
    expect(await sha256Hex(await make({ feeCents: 135_001 }))).not.toBe(first);
    expect(await sha256Hex(await make({ createdAt: new Date("2026-11-21T01:30:01Z") }))).not.toBe(first);
  });

  test("carries the contract's moment and language, not the machine's", async () => {
    const document = await PDFDocument.load(await make(), { updateMetadata: false });
    expect(document.getCreationDate()).toEqual(FACTS.createdAt);
    expect(document.getModificationDate()).toEqual(FACTS.createdAt);
    expect(document.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 });
  });

  test("holds whatever a summary or a name may hold", async () => {
    const summary = `👩‍⚖️ مرحبا 你好 \u202E${"palavra".repeat(60)}\n\n<b>&amp;</b> ${"muito texto ".repeat(800)}`;
    const bytes = await make({ summary, professional: { ...FACTS.professional, name: "Łukasz 李" } });
    const words = await wordsOf(bytes);
    expect(words).toContain("Lukasz [?], OAB/SP 123456");
    expect((await pdfPages(bytes)).length).toBeGreaterThan(3);
  });

  test("says so when nothing is known of the subject, and when the consultation is free", async () => {
    const words = await wordsOf(await make({ area: null, subarea: null, summary: null, feeCents: 0 }));
    expect(words).toContain("Assunto: a definir na primeira consulta.");
    expect(words).toContain("A primeira consulta não tem custo.");
    expect(words).not.toMatch(/null|undefined|R\$/);
  });

  test("keeps every line inside the page", async () => {
    const { wrap } = await import("../../../src/domain/contracts/typeset.ts");
    const document = await PDFDocument.create();
    const font = await document.embedFont("Helvetica");
    const lines = wrap(`${"i".repeat(400)} um dois ${"W".repeat(90)}\n\nfim`, font, 10.5, 200);
    for (const line of lines) expect(font.widthOfTextAtSize(line, 10.5)).toBeLessThanOrEqual(200);
    expect(lines.join("").replaceAll(" ", "")).toBe(`${"i".repeat(400)}umdois${"W".repeat(90)}fim`);
    expect(lines.at(-2)).toBe("");
  });

  test.each(["pt-BR", "en"] as const)("shouts nowhere and speaks no Latin in %s", (locale) => {
    const { title, notice, clauses, made } = legalAgreement({ ...FACTS, locale });
    const text = [title, notice, made, ...clauses.flatMap((clause) => [clause.heading, ...clause.paragraphs])].join(
      "\n",
    );
    expect(text).not.toContain("!");
    expect(text).not.toMatch(/\b(ad hoc|pro bono|ex officio|data venia|ad judicia|pacta|inter partes|bona fide)\b/i);
  });
});

describe("the executed contract", () => {
  const evidenceOf = (sha256: string, change: Partial<Evidence> = {}): Evidence => ({
    contractId: FACTS.contractId,
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    sha256,
    professional: FACTS.professional,
    signedAt: new Date("2026-11-21T13:00:00Z"),
    signatures: [
      {
        party: "client",
        name: "محمد José 😀",
        signedAt: new Date("2026-11-21T12:59:58Z"),
        ip: "2001:db8::1",
        userAgent: "Mozilla/5.0 (Android 10)",
        documentSha256: sha256,
      },
      {
        party: "professional",
        name: "Ana Conceição",
        signedAt: new Date("2026-11-21T13:00:00Z"),
        ip: "203.0.113.9",
        userAgent: "",
        documentSha256: sha256,
      },
    ],
    ...change,
  });

  test("shows who signed, when in their zone, from where, and the hash of what they signed", async () => {
    const agreement = await make();
    const sha256 = await sha256Hex(agreement);
    const pages = await pdfPages(await executedPdf(agreement, evidenceOf(sha256)));
    const page = (pages.at(-1) ?? "").replaceAll(/\s+/g, " ");
    for (const part of [
      "Evidências das assinaturas",
      sha256,
      "[?] José",
      "Ana Conceição",
      "OAB/SP 123456",
      "21 de novembro de 2026 às 09:59:58 GMT-3",
      "21 de novembro de 2026 às 10:00:00 GMT-3",
      "2001:db8::1",
      "203.0.113.9",
      "Mozilla/5.0 (Android 10)",
    ]) {
      expect(page).toContain(part);
    }
  });

  test("explains the mark for letters that it cannot print, only where it stands", async () => {
    const agreement = await make();
    const evidence = evidenceOf(await sha256Hex(agreement));
    const note = "Letras que este documento não consegue imprimir";
    expect(await wordsOf(await executedPdf(agreement, evidence))).toContain(note);
    const plain = { ...evidence, signatures: evidence.signatures.filter((one) => one.party === "professional") };
    expect(await wordsOf(await executedPdf(agreement, plain))).not.toContain(note);
  });

  test("carries the signed bytes and the exact evidence, so that one file proves itself", async () => {
    const agreement = await make();
    const sha256 = await sha256Hex(agreement);
    const files = await pdfAttachments(await executedPdf(agreement, evidenceOf(sha256)));
    expect(await sha256Hex(files.get("agreement.pdf") ?? new Uint8Array())).toBe(sha256);
    const evidence: unknown = JSON.parse(new TextDecoder().decode(files.get("evidence.json")));
    expect(evidence).toMatchObject({
      contract_id: FACTS.contractId,
      agreement_sha256: sha256,
      signatures: [
        { party: "client", name: "محمد José 😀", consent: true, signed_at: "2026-11-21T12:59:58.000Z" },
        { party: "professional", name: "Ana Conceição" },
      ],
    });
  });

  test("has the same bytes for the same evidence", async () => {
    const agreement = await make();
    const sha256 = await sha256Hex(agreement);
    const first = await sha256Hex(await executedPdf(agreement, evidenceOf(sha256)));
    expect(await sha256Hex(await executedPdf(agreement, evidenceOf(sha256)))).toBe(first);
    expect(await sha256Hex(await executedPdf(agreement, evidenceOf(sha256, { zone: "America/Manaus" })))).not.toBe(
      first,
    );
  });
});
