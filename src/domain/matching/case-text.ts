// The words of a case that are compared with a professional's profile.
import { AREA_NAMES, isArea, subareaName } from "../legal/areas.ts";

/** The Portuguese names of area and subarea lead, since profiles are written in Portuguese; the summary follows. */
export function caseText(row: { area: string | null; subarea: string | null; summary: string | null }): string {
  const area = isArea(row.area) ? row.area : null;
  const names =
    area === null ? [] : [AREA_NAMES[area]["pt-BR"], row.subarea && subareaName(area, row.subarea)?.["pt-BR"]];
  return [...names, row.summary].filter(Boolean).join(". ");
}
