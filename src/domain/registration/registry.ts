// The public registers of lawyers and doctors: what a look-up may say, and the way for a person where nothing looks up.
import type { Uf } from "../legal/ufs.ts";
import type { Register } from "./licence.ts";
import { isSameName } from "./same-name.ts";

export interface RegistryQuestion {
  register: Register;
  uf: Uf;
  /** As domain/registration/licence.ts keeps it. */
  number: string;
}

/** One entry of a register; null where it has none under that number. */
export type RegistryEntry = { name: string; situation: "regular" | "suspended" } | null;

/** Evidence for an operator, never a decision. */
export interface Registry {
  /** Throws VezError `vendor_*` while the register is away. */
  look(question: RegistryQuestion): Promise<RegistryEntry>;
}

export const REGISTRY_FINDINGS = ["found", "not_found", "name_differs", "suspended", "away"] as const;
export type RegistryFinding = (typeof REGISTRY_FINDINGS)[number];

/** What an answer means for somebody who says that the name is `name`; a suspension weighs more than a name. */
export function findingOf(entry: RegistryEntry, name: string): RegistryFinding {
  if (entry === null) return "not_found";
  if (entry.situation === "suspended") return "suspended";
  return isSameName(entry.name, name) ? "found" : "name_differs";
}

/** Where anybody can look an entry up by number and state. */
export const PUBLIC_REGISTERS: Readonly<Record<Register, string>> = {
  oab: "https://cna.oab.org.br/",
  crm: "https://portal.cfm.org.br/busca-medicos/",
};

/** What a person compares there, and ticks. All but the last are needed to approve; the last only where there is a card. */
export const CHECKS = ["name", "number", "situation", "card"] as const;
export type Check = (typeof CHECKS)[number];
export const NEEDED_CHECKS: readonly Check[] = ["name", "number", "situation"];

export const REFUSAL_REASONS = [
  "not_in_register",
  "name_differs",
  "licence_suspended",
  "papers_unreadable",
  "number_of_another",
  "incomplete",
  "other",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const SUSPENSION_REASONS = ["licence", "complaint", "conduct", "own_wish", "data", "other"] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

export const PRIORITY_REASONS = ["missed_turn", "new_area", "legal_aid", "back_to_normal"] as const;
export type PriorityReason = (typeof PRIORITY_REASONS)[number];
