// Who may do what, in the words that the table of routes uses: a rule gives each person the answer that a route owes him.

export const PEOPLE = [
  "nobody",
  "owner",
  "otherClient",
  "asked",
  "holder",
  "otherProfessional",
  "pendingProfessional",
  "coordinator",
  "otherCoordinator",
  "operator",
  "keyWithoutScope",
] as const;
export type PersonName = (typeof PEOPLE)[number];

/** A number is the refusal's status; `sign in` is a page's way to say 401. */
export type Verdict = "may" | "sign in" | number;
export type Rule = Record<PersonName, Verdict>;

const PROFESSIONALS = ["asked", "holder", "otherProfessional", "pendingProfessional"] as const;

/** The same answer for all, with exceptions. */
export function everybody(verdict: Verdict, except: Partial<Rule> = {}): Rule {
  return { ...Object.fromEntries(PEOPLE.map((name) => [name, verdict])), ...except } as Rule;
}

function mayBe(names: readonly PersonName[]): Partial<Rule> {
  return Object.fromEntries(names.map((name) => [name, "may"]));
}

/** What a route under /api/v2 says to who is not known, and to a key that lacks its scope. */
const NOT_KNOWN = { nobody: 401, keyWithoutScope: 403 } as const;

/** Under /api/v2: these may, for everybody else the thing does not exist. */
export const only = (...names: PersonName[]): Rule => everybody(404, { ...NOT_KNOWN, ...mayBe(names) });

export const OPERATORS = only("operator");
export const SIGNED_IN = everybody("may", NOT_KNOWN);
/** Outside of /api/v2, and pages that everybody sees. */
export const ANYONE = everybody("may");
/** Anyone, but a key only with its scope. */
export const ANYONE_BUT_KEYS = everybody("may", { keyWithoutScope: 403 });

/** The same answer for whoever has no key, e.g. to words that open nothing. */
export const allButKeys = (status: number): Rule => everybody(status, { keyWithoutScope: 403 });

/** A role is no secret: others are told which they need. */
export const PROFESSIONALS_ONLY = everybody(403, { nobody: 401, ...mayBe(PROFESSIONALS) });

/** A professional's own thing: other professionals do not find it, other roles are told which they need. */
export const professionalOwn = (...names: PersonName[]): Rule =>
  everybody(403, {
    nobody: 401,
    ...Object.fromEntries(PROFESSIONALS.map((name) => [name, 404])),
    ...mayBe(names),
  });

/** The same answer for whoever is known, e.g. where a thing is not configured here. */
export const allKnown = (status: number): Rule => everybody(status, NOT_KNOWN);

/** A key opens no page. */
const NO_PAGE = { nobody: "sign in", keyWithoutScope: "sign in" } as const;

/** A page of somebody's own: these may, others do not find it. */
export const page = (...names: PersonName[]): Rule => everybody(404, { ...NO_PAGE, ...mayBe(names) });

export const PAGE_SIGNED_IN = everybody("may", NO_PAGE);

/** Pages of a role: a client, who may be more than that elsewhere, is asked to sign in; other roles do not find them. */
export const rolePage = (...names: PersonName[]): Rule =>
  everybody(404, { ...NO_PAGE, owner: "sign in", otherClient: "sign in", ...mayBe(names) });

export const OPERATOR_PAGE = rolePage("operator");
export const PROFESSIONAL_PAGE = rolePage(...PROFESSIONALS);
/** Of one professional; the others have a page of their own there. */
export const ownProfessionalPage = (...names: PersonName[]): Rule => rolePage(...names);

/** A rule with another answer for some. */
export const but = (rule: Rule, change: Partial<Rule>): Rule => ({ ...rule, ...change });
