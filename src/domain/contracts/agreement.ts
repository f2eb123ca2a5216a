// What an agreement is made from, and the text that comes out, before it is set on pages.
import type { Locale } from "../locale.ts";

export interface AgreementFacts {
  contractId: string;
  locale: Locale;
  /** IANA name, e.g. America/Sao_Paulo. */
  zone: string;
  createdAt: Date;
  professional: { name: string; licenceNumber: string; licenceUf: string };
  /** Names for people, not slugs; null when triage left them open. */
  area: string | null;
  subarea: string | null;
  /** The anonymised summary of the case. */
  summary: string | null;
  /** Price of the first consultation. */
  feeCents: number;
}

interface Clause {
  heading: string;
  paragraphs: string[];
}

export interface Agreement {
  title: string;
  /** Says that this is a model that both should read. */
  notice: string;
  /** Numbered when they are set. */
  clauses: Clause[];
  /** Under the clauses: when it was made. */
  made: string;
}
