// What kinds of organisation there are, and how somebody belongs to one.
export const ORGANISATION_KINDS = ["firm", "hospital", "legal_aid"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A lawyer may be both in the same firm: that is two memberships. */
export const MEMBER_ROLES = ["coordinator", "professional"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_STATES = ["invited", "member", "declined", "left"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** Days for which an invitation can be accepted; after that the coordinator invites again. */
export const INVITATION_DAYS = 14;
