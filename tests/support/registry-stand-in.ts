// A register that answers from a list, and is away, slow or unreadable on demand.
import { unavailable } from "../../src/base/errors.ts";
import type { Registry, RegistryEntry, RegistryQuestion } from "../../src/domain/registration/registry.ts";

export class RegistryStandIn implements Registry {
  /** By "OAB SP 123456". */
  readonly entries = new Map<string, RegistryEntry>();
  readonly asked: RegistryQuestion[] = [];
  away = false;

  async look(question: RegistryQuestion): Promise<RegistryEntry> {
    this.asked.push(question);
    if (this.away) throw unavailable("vendor_error", "The register does not answer.");
    return this.entries.get(`${question.register} ${question.uf} ${question.number}`) ?? null;
  }
}
