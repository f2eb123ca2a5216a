// What gates and ranker know of a case, out of its row.
import type { CaseFacts } from "../../domain/matching/types.ts";
import type { CaseRow } from "../intake/visible-case.ts";

/** `declinedBy` are those who were asked before and are not asked again. */
export function factsOf(row: CaseRow, declinedBy: string[]): CaseFacts {
  return {
    id: row.id,
    area: row.area ?? "nenhuma",
    subarea: row.subarea,
    urgencyHours: row.urgencyHours ?? 720,
    complexity: row.complexity ?? "medium",
    uf: row.uf,
    lat: row.lat,
    lon: row.lon,
    remoteOk: true,
    languages: row.languages,
    budgetCents: row.budgetCents,
    preset: row.preset,
    adverseParties: row.adverseParties,
    declinedBy,
  };
}
