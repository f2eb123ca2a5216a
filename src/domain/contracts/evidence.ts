// What proves a manual signature, and the words of the page that shows it.
import type { Locale } from "../locale.ts";
import { isPrintable } from "./printable.ts";
import { momentWords } from "./wording.ts";

interface Signature {
  party: "client" | "professional";
  /** As typed. */
  name: string;
  signedAt: Date;
  ip: string;
  userAgent: string;
  /** SHA-256 (hex) of the agreement that was on the screen. */
  documentSha256: string;
}

export interface Evidence {
  contractId: string;
  locale: Locale;
  zone: string;
  /** SHA-256 (hex) over the exact bytes of the agreement. */
  sha256: string;
  /** Name and OAB number of the professional, as in the agreement. */
  professional: { name: string; licenceNumber: string; licenceUf: string };
  /** In the order in which they signed. */
  signatures: Signature[];
  signedAt: Date;
}

interface EvidenceWords {
  title: string;
  intro: string;
  hashLabel: string;
  parties: { heading: string; lines: { label: string; value: string }[] }[];
  /** Explains `[?]`; null when everything is printed as it was typed. */
  note: string | null;
  footer: string;
}

/** The evidence page's text. */
export function evidenceWords(evidence: Evidence): EvidenceWords {
  const { locale, zone } = evidence;
  const words = WORDS[locale];
  return {
    title: words.title,
    intro: words.intro,
    hashLabel: words.hashLabel,
    parties: evidence.signatures.map((signature) => ({
      heading: words.party[signature.party],
      lines: [
        { label: words.name, value: signature.name },
        ...(signature.party === "professional"
          ? [
              {
                label: words.licence,
                value: `OAB/${evidence.professional.licenceUf} ${evidence.professional.licenceNumber}`,
              },
            ]
          : []),
        { label: words.moment, value: momentWords(signature.signedAt, locale, zone) },
        { label: words.ip, value: signature.ip },
        { label: words.browser, value: signature.userAgent || words.unknown },
        { label: words.consentLabel, value: words.consent },
      ],
    })),
    note: evidence.signatures.every(isPrintedAsTyped) ? null : words.note,
    footer: words.footer,
  };
}

function isPrintedAsTyped({ name, userAgent }: Signature): boolean {
  return isPrintable(name) && isPrintable(userAgent);
}

/** The evidence for machines, with names exactly as typed: attached to the executed PDF. */
export function evidenceJson(evidence: Evidence): string {
  return JSON.stringify(
    {
      contract_id: evidence.contractId,
      agreement_sha256: evidence.sha256,
      zone: evidence.zone,
      signed_at: evidence.signedAt.toISOString(),
      signatures: evidence.signatures.map((signature) => ({
        party: signature.party,
        name: signature.name,
        consent: true,
        signed_at: signature.signedAt.toISOString(),
        ip: signature.ip,
        user_agent: signature.userAgent,
        document_sha256: signature.documentSha256,
      })),
    },
    null,
    2,
  );
}

const WORDS = {
  "pt-BR": {
    title: "Evidências das assinaturas",
    intro:
      "As duas partes assinaram o contrato das páginas anteriores por meio eletrônico. Esta página mostra quem assinou, quando e de onde.",
    hashLabel: "Código SHA-256 do contrato assinado (arquivo agreement.pdf, em anexo)",
    party: { client: "Cliente", professional: "Profissional" },
    name: "Nome escrito ao assinar",
    licence: "Registro",
    moment: "Data e hora",
    ip: "Endereço IP",
    browser: "Navegador",
    unknown: "Não informado",
    consentLabel: "Confirmação",
    consent: "Marcou que leu e que concorda.",
    note: "Letras que este documento não consegue imprimir aparecem como [?]. O texto exato está no arquivo evidence.json, em anexo.",
    footer: "Evidências",
  },
  en: {
    title: "Evidence of the signatures",
    intro:
      "Both parties signed the agreement on the pages before electronically. This page shows who signed, when and from where.",
    hashLabel: "SHA-256 code of the signed agreement (file agreement.pdf, attached)",
    party: { client: "Client", professional: "Lawyer" },
    name: "Name typed when signing",
    licence: "Registration",
    moment: "Date and time",
    ip: "IP address",
    browser: "Browser",
    unknown: "Not given",
    consentLabel: "Confirmation",
    consent: "Ticked that they read it and agree.",
    note: "Letters that this document cannot print are shown as [?]. The exact text is in the file evidence.json, attached.",
    footer: "Evidence",
  },
} as const;
