// What a professional may change of the own profile, checked field by field.
import * as z from "zod";
import { PRACTICES } from "../../db/schema.ts";
import { MAX_MONTHLY_CAPACITY } from "../../domain/equity/capacity.ts";
import { startOfDay } from "../../domain/leave.ts";
import { AREAS } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import { partyKey } from "../../domain/matching/conflict.ts";
import { plainText } from "../plain-text.ts";

/** Languages in which a consultation can be held; Libras is Brazil's sign language. */
export const CONSULTATION_LANGUAGES = [
  "pt-BR",
  "en",
  "es",
  "fr",
  "it",
  "de",
  "ja",
  "ht",
  "zh",
  "ar",
  "libras",
] as const;

const PRACTICE_AREAS = AREAS.filter((area) => area !== "nenhuma");

const whole = (least: number, most: number, said: string) =>
  z.number({ error: said }).int({ error: said }).min(least, { error: said }).max(most, { error: said });

/** A day is its beginning in Sao Paulo; a moment carries its own zone. */
const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: "Give a day like 2026-12-20, or null." })
  .transform((text) => (text.includes("T") ? new Date(text) : startOfDay(text, DEFAULT_ZONE)))
  .nullable();

const party = plainText()
  .max(200, { error: "A name has at most 200 characters." })
  .transform((name) => partyKey(name))
  .refine((key) => key !== "", { error: "This names nobody in particular. Write the name of a person or company." });

/** What is verified: a change of these is looked at by a person before the next case. */
export const CLAIM_FIELDS = {
  name: plainText()
    .trim()
    .max(120, { error: "At most 120 characters." })
    .transform((name) => name.replace(/\s+/g, " "))
    .refine((name) => name.includes(" "), { error: "Write first and last name, as on the card." }),
  /** In any way people write it, see domain/registration/licence.ts. */
  licence: plainText().trim().max(60, { error: "A registration number is shorter." }),
  licence_uf: z.enum(UFS, { error: "Choose the state of the registration." }),
  other_licences: z
    .array(plainText().trim().max(60))
    .max(26, { error: "At most 26 further registrations." })
    .transform((all) => [...new Set(all)]),
  qualifications: z
    .array(plainText().trim().min(3, { error: "Write each in at least 3 characters." }).max(120))
    .max(12, { error: "At most 12." })
    .transform((all) => [...new Set(all)]),
};

export const PROFILE_FIELDS = {
  profile: plainText()
    .trim()
    .min(40, { error: "Write at least 40 characters about your practice." })
    .max(4000, { error: "At most 4,000 characters." }),
  areas: z
    .array(z.enum(PRACTICE_AREAS))
    .min(1, { error: "Choose at least one area." })
    .max(6, { error: "Choose at most six areas." })
    .transform((areas) => [...new Set(areas)]),
  subareas: z
    .array(plainText().max(60))
    .max(80)
    .transform((slugs) => [...new Set(slugs)]),
  fee_cents: whole(0, 10_000_000, "The price of a consultation is between R$ 0 and R$ 100,000, in cents."),
  remote: z.boolean(),
  languages: z
    .array(z.enum(CONSULTATION_LANGUAGES))
    .min(1, { error: "Choose at least one language." })
    .transform((languages) => [...new Set(languages)]),
  /** Null gives the capacity back to the table of domain/equity/capacity.ts. */
  capacity_monthly: whole(
    0,
    MAX_MONTHLY_CAPACITY,
    `The capacity is a whole number of cases in 30 days, from 0 to ${MAX_MONTHLY_CAPACITY}.`,
  ).nullable(),
  practice: z.enum(PRACTICES, { error: `The practice is one of ${PRACTICES.join(", ")}.` }),
  represents: z
    .array(party)
    .max(500, { error: "At most 500 names." })
    .transform((keys) => [...new Set(keys)]),
};

export const profilePatch = z
  .strictObject(
    {
      ...CLAIM_FIELDS,
      ...PROFILE_FIELDS,
      /** No more offers until it is false again. */
      opted_out: z.boolean(),
      leave_from: moment,
      leave_until: moment,
      active: z.boolean(),
    },
    { error: "Send an object with the fields that change; see the field's name for one that is not known." },
  )
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: "Say at least one thing to change." });

export type ProfilePatch = z.output<typeof profilePatch>;
