// How a case finds its professional: Vez proposes, or the client chooses from a neutrally ordered list, because some bars forbid referral.
export const CASE_MODES = ["matching", "directory"] as const;
export type CaseMode = (typeof CASE_MODES)[number];
