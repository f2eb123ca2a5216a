// Holds a correction of the panel to the tables of areas, states and days.
import { VezError } from "../../base/errors.ts";
import { isArea, isSubarea } from "../legal/areas.ts";
import { isUf } from "../legal/places.ts";
import { dayOf } from "./calendar.ts";
import type { Correction, InterviewState } from "./types.ts";
import { chosenArea } from "./understand.ts";

/** Throws `invalid_correction` (422) that names the first field outside its table. */
export function checkCorrection(state: InterviewState, c: Correction): void {
  const area = c.area ?? chosenArea(state) ?? undefined;
  const wrong =
    (c.area !== undefined && !isArea(c.area) && "area") ||
    (typeof c.subarea === "string" &&
      (area === undefined ? !anySubarea(c.subarea) : !isSubarea(area, c.subarea)) &&
      "subarea") ||
    (c.uf !== undefined && !isUf(c.uf) && "uf") ||
    (c.urgencyHours !== undefined && !(Number.isFinite(c.urgencyHours) && c.urgencyHours >= 0) && "urgencyHours") ||
    (typeof c.municipality === "string" && c.municipality.length > 80 && "municipality") ||
    ((c.deadlineDates ?? []).some((day) => !isDay(day)) && "deadlineDates") ||
    ((c.deadlineDates ?? []).length > 10 && "deadlineDates");
  if (wrong) {
    throw new VezError("invalid_correction", {
      status: 422,
      detail: `The corrected ${wrong} is not one that Vez knows.`,
      extra: { fields: [wrong] },
    });
  }
}

function anySubarea(slug: string): boolean {
  return /^[a-z_]{2,40}$/.test(slug);
}

function isDay(day: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}
