// Every POST under /api/v2, by what a second one with the same Idempotency-Key does.

/**
 * `kept`: the first answer is kept for a day and given again.
 * `own`: the verb itself knows the key, which is also the message's name.
 * `natural`: doing it twice is doing it once, whatever key it carries.
 */
export type PostKind = "kept" | "own" | "natural";

export const POSTS: Readonly<Record<string, PostKind>> = {
  "/api/v2/triage": "kept",
  "/api/v2/triage/:caseId/messages": "kept",
  "/api/v2/triage/:caseId/stop-reply": "natural",
  "/api/v2/triage/:caseId/audio": "own",
  // It makes nothing: the words are read, not kept.
  "/api/v2/triage/:caseId/transcript": "natural",
  "/api/v2/cases/:caseId/files": "kept",
  "/api/v2/cases/:caseId/messages": "kept",
  "/api/v2/cases/:caseId/messages/read": "natural",
  "/api/v2/cases/:caseId/mute": "natural",
  "/api/v2/cases/:caseId/report": "kept",
  "/api/v2/cases/:caseId/block": "natural",
  "/api/v2/cases/:caseId/questions/:questionId/answer": "kept",
  // A move of a case happens once; the second is told that it has happened.
  "/api/v2/cases/:caseId/join": "natural",
  "/api/v2/cases/:caseId/keep-apart": "natural",
  "/api/v2/cases/:caseId/cancel": "natural",
  "/api/v2/cases/:caseId/another": "natural",
  "/api/v2/cases/:caseId/reopen": "natural",
  "/api/v2/cases/:caseId/withdraw": "natural",
  "/api/v2/cases/:caseId/contacts": "kept",
  "/api/v2/contracts/:contractId/sign": "natural",
  "/api/v2/contracts/:contractId/signing": "natural",
  "/api/v2/contracts/:contractId/contact": "natural",
  "/api/v2/contracts/:contractId/close": "natural",
  "/api/v2/contracts/:contractId/review": "kept",
  "/api/v2/offers/:offerId/seen": "natural",
  "/api/v2/offers/:offerId/accept": "natural",
  "/api/v2/offers/:offerId/decline": "natural",
  "/api/v2/offers/:offerId/question": "kept",
  "/api/v2/me/messages/:id/read": "natural",
  "/api/v2/me/memberships/:id/accept": "natural",
  "/api/v2/me/memberships/:id/decline": "natural",
  "/api/v2/me/recovery": "kept",
  // It opens a session by words that are a key themselves.
  "/api/v2/recover": "natural",
  "/api/v2/professionals/application/send": "natural",
  "/api/v2/professionals/application/answer": "kept",
  "/api/v2/professionals/application/papers": "kept",
  "/api/v2/organisation/invitations": "kept",
  "/api/v2/webhooks": "kept",
  "/api/v2/webhooks/:id/rotate-secret": "kept",
  "/api/v2/webhooks/:id/test": "kept",
  "/api/v2/webhooks/deliveries/:id/redeliver": "kept",
  "/api/v2/operator/keys": "kept",
  "/api/v2/operator/keys/:id/revoke": "natural",
  "/api/v2/operator/people/invites": "kept",
  "/api/v2/operator/people/invites/:id/revoke": "natural",
  "/api/v2/operator/people/:id/remove": "natural",
  "/api/v2/operator/people/:id/reset-second-factor": "natural",
  // A code of an app is good once by itself, and what it opens belongs to one session.
  "/api/v2/operator/second-factor": "natural",
  "/api/v2/operator/second-factor/begin": "natural",
  "/api/v2/operator/second-factor/confirm": "natural",
  "/api/v2/operator/second-factor/recovery-codes": "natural",
  "/api/v2/operator/second-factor/remove": "natural",
  "/api/v2/operator/verifications/:id/approve": "natural",
  "/api/v2/operator/verifications/:id/ask": "natural",
  "/api/v2/operator/verifications/:id/refuse": "natural",
  "/api/v2/operator/verifications/:id/look": "natural",
  // It reads; the words looked for stay out of the address.
  "/api/v2/operator/professionals/search": "natural",
  "/api/v2/operator/professionals/:id/suspend": "kept",
  "/api/v2/operator/professionals/:id/lift": "natural",
  "/api/v2/operator/professionals/:id/leave": "kept",
  "/api/v2/operator/professionals/:id/priority": "natural",
  "/api/v2/operator/cases/:caseId/cancel": "natural",
  "/api/v2/operator/cases/:caseId/void-contract": "natural",
  "/api/v2/operator/cases/:caseId/reopen": "natural",
  "/api/v2/operator/cases/:caseId/search-again": "natural",
  "/api/v2/operator/cases/:caseId/talk": "kept",
  "/api/v2/operator/reports/:id/decide": "natural",
  "/api/v2/operator/conversations/:caseId/take-over": "own",
  "/api/v2/operator/conversations/:caseId/say": "kept",
  "/api/v2/operator/conversations/:caseId/give-back": "own",
  "/api/v2/operator/conflicts/:id/decide": "natural",
  "/api/v2/operator/embeddings/backfills": "kept",
  "/api/v2/operator/embeddings/backfills/:id/cancel": "natural",
  // It reads.
  "/api/v2/operator/shortlists/:id/replay": "natural",
  "/api/v2/operator/models/train": "kept",
  // The same artefact is one row; the file is longer than an answer's key should wait for.
  "/api/v2/operator/models/import": "natural",
  "/api/v2/operator/models/:id/serve": "natural",
  "/api/v2/operator/models/:id/retire": "natural",
  // What was replayed is not dead any more.
  "/api/v2/operator/outbox/replay": "natural",
  "/api/v2/operator/outbox/:id/retry": "natural",
  "/api/v2/operator/outbox/:id/discard": "natural",
  "/api/v2/operator/organisations": "kept",
  "/api/v2/operator/organisations/:id/invitations": "kept",
  "/api/v2/operator/organisations/:id/close": "natural",
};

/** A route that nobody has listed yet is kept: the safe side. */
export function postKind(pattern: string): PostKind {
  return POSTS[pattern] ?? "kept";
}
