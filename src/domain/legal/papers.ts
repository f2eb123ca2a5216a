// The papers that help a case, all of them by id.
import { COMMON_PAPERS } from "./papers/common.ts";
import { CRIME_AND_BENEFIT_PAPERS } from "./papers/crime-and-benefits.ts";
import { DEALINGS_PAPERS } from "./papers/dealings.ts";
import { FAMILY_PAPERS } from "./papers/family.ts";
import { HEALTH_AND_OTHER_PAPERS } from "./papers/health-and-others.ts";
import type { Paper } from "./papers/paper.ts";
import { PUBLIC_PAPERS } from "./papers/public-matters.ts";
import { WORK_PAPERS } from "./papers/work.ts";

export type { Paper };

/** Ids are kept with the cases: they may be added, not renamed. Places are those of 2026: apps and sites of the federal government and the notaries. */
export const PAPERS = {
  ...COMMON_PAPERS,
  ...WORK_PAPERS,
  ...FAMILY_PAPERS,
  ...DEALINGS_PAPERS,
  ...CRIME_AND_BENEFIT_PAPERS,
  ...PUBLIC_PAPERS,
  ...HEALTH_AND_OTHER_PAPERS,
} as const satisfies Record<string, Paper>;

export type PaperId = keyof typeof PAPERS;
