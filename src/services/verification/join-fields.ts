// What somebody tells to join, field by field: kept as a draft in any part, sent as a whole.
import * as z from "zod";
import { type Area, isArea, isSubarea } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import { licenceText, readLicence, VERTICALS, type Vertical } from "../../domain/registration/licence.ts";
import { LICENCE_PROBLEMS } from "../../domain/registration/words.ts";
import { plainText } from "../plain-text.ts";
import { registerOf } from "../professionals/claims.ts";
import { CLAIM_FIELDS, PROFILE_FIELDS } from "../professionals/profile-patch.ts";

const MOST_YEARS = 75;

const fields = {
  vertical: z.enum(VERTICALS, { error: "Choose lawyer or doctor." }),
  ...CLAIM_FIELDS,
  years_of_practice: z
    .number({ error: "Write the years as a whole number." })
    .int({ error: "Write the years as a whole number." })
    .min(0)
    .max(MOST_YEARS, { error: `At most ${MOST_YEARS} years.` }),
  uf: z.enum(UFS, { error: "Choose the state where you work." }),
  municipality: plainText().trim().min(2, { error: "Write the city." }).max(80, { error: "At most 80 characters." }),
  ...PROFILE_FIELDS,
};

/** What of it is verified by law or law alone. */
const LEGAL_ONLY = ["areas", "subareas"] as const;

export const joinFields = z
  .strictObject(fields, { error: "Send an object with the fields of the application; one of these is not known." })
  .partial();

export type JoinFields = z.output<typeof joinFields>;
export type JoinField = keyof JoinFields;

/** The short steps of the page, and what each asks. */
export const JOIN_STEPS = {
  start: ["vertical"],
  registration: ["name", "licence", "licence_uf", "other_licences", "years_of_practice"],
  practice: ["uf", "municipality", "areas", "subareas", "qualifications", "profile"],
  terms: ["fee_cents", "languages", "practice", "capacity_monthly", "remote", "represents"],
} as const satisfies Record<string, readonly JoinField[]>;
export type JoinStep = keyof typeof JOIN_STEPS;

/** May be left out of an application. */
const OPTIONAL: Partial<JoinFields> = {
  other_licences: [],
  qualifications: [],
  subareas: [],
  areas: [],
  capacity_monthly: null,
  represents: [],
};

export interface Problem {
  field: string;
  problem: string;
}

/** The draft with `patch` in it, what does not go together left out or named; `problems` are of the patch alone. */
export function withPatch(draft: JoinFields, patch: JoinFields): { fields: JoinFields; problems: Problem[] } {
  const merged = { ...draft, ...patch };
  const problems: Problem[] = [];
  // A registration is read once its register is known; then it is kept as it is printed.
  if (merged.vertical !== undefined && merged.licence !== undefined) {
    const reading = readLicence(registerOf(merged.vertical), merged.licence, merged.licence_uf ?? null);
    const touched = "licence" in patch || "licence_uf" in patch;
    if (reading.ok) {
      const uf = reading.licence.uf ?? merged.licence_uf;
      if (uf !== undefined) {
        merged.licence = licenceText(merged.vertical, uf, reading.licence.number);
        merged.licence_uf = uf;
      }
    } else if (touched) problems.push({ field: "licence", problem: LICENCE_PROBLEMS[reading.why].en });
    else {
      // Another register was chosen since: its number has to be told anew.
      delete merged.licence;
      delete merged.other_licences;
    }
  }
  if (merged.vertical !== undefined && merged.other_licences !== undefined) {
    const read = merged.other_licences.map((text) => otherLicence(merged.vertical, text));
    if (read.some((one) => one === null)) {
      problems.push({ field: "other_licences", problem: "Write each with its state, like OAB/RJ 12.345-A." });
    } else merged.other_licences = [...new Set(read.filter((one) => one !== null))];
  }
  if (merged.areas !== undefined && merged.subareas !== undefined) {
    const known = merged.areas.filter(isArea);
    merged.subareas = merged.subareas.filter((slug) => known.some((area: Area) => isSubarea(area, slug)));
  }
  if (merged.vertical === "staffing") for (const field of LEGAL_ONLY) delete merged[field];
  return { fields: merged, problems };
}

function otherLicence(vertical: Vertical | undefined, text: string): string | null {
  const reading = readLicence(registerOf(vertical ?? "legal"), text);
  if (!reading.ok || reading.licence.uf === null) return null;
  return licenceText(vertical ?? "legal", reading.licence.uf, reading.licence.number);
}

/** What a doctor is not asked: there is no consultation, and shifts come later. */
const OF_A_DOCTOR: Partial<JoinFields> = { fee_cents: 0, remote: false };

/** Fields without which the application cannot be sent, in the order of the steps. */
export function missingFields(draft: JoinFields): JoinField[] {
  const isDoctor = draft.vertical === "staffing";
  return Object.values(JOIN_STEPS)
    .flat()
    .filter((field) => !(isDoctor && LEGAL_ONLY.some((one) => one === field)))
    .filter((field) => !(isDoctor && field in OF_A_DOCTOR))
    .filter((field) => draft[field] === undefined && (!(field in OPTIONAL) || field === "areas"));
}

/** Everything, with what may be left out filled in; call where `missingFields` is empty. A doctor has no areas of law. */
export function wholeOf(draft: JoinFields): Whole {
  return whole.parse({ ...OPTIONAL, ...(draft.vertical === "staffing" ? OF_A_DOCTOR : {}), ...draft });
}

const whole = z.strictObject({ ...fields, areas: z.array(z.string()) });
export type Whole = z.output<typeof whole>;
