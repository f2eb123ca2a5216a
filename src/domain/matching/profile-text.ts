// The words of a professional that cases are compared with.
import { AREA_NAMES, isArea, subareaName } from "../legal/areas.ts";

/** The names of areas and subareas lead, in Portuguese as profiles are; the written profile follows. */
export function profileText(row: { areas: readonly string[]; subareas: readonly string[]; profile: string }): string {
  const known = row.areas.filter(isArea);
  const names = known.map((area) => AREA_NAMES[area]["pt-BR"]);
  const finer = known.flatMap((area) => row.subareas.map((slug) => subareaName(area, slug)?.["pt-BR"]).filter(Boolean));
  return [...names, ...finer, row.profile].join(". ");
}
