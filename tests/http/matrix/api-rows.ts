// The routes of the API: who may call each.
import type { Row } from "./row.ts";
import {
  ANYONE,
  ANYONE_BUT_KEYS,
  allKnown,
  but,
  everybody,
  OPERATORS,
  only,
  PROFESSIONALS_ONLY,
  professionalOwn,
  SIGNED_IN,
} from "./rules.ts";
import type { World } from "./world.ts";

const talking = (w: World) => w.talking();
const taken = (w: World) => w.taken();
const offered = (w: World) => w.offered();
const withFile = (w: World) => w.withFile();

const OWNER = only("owner");
const CASE_READERS = only("owner", "holder", "operator");
const PARTIES = only("owner", "holder");
const COORDINATORS = only("coordinator", "otherCoordinator");
/** Answered before anything is looked up: nobody turns recordings into words in these tests. */
const NO_SPEECH = allKnown(501);

export const API_ROWS: readonly Row[] = [
  ["GET /health", ANYONE],
  ["GET /ready", ANYONE],
  // Its own token aside, which only the scraper has; a key is no session there.
  ["GET /metrics", but(OPERATORS, { keyWithoutScope: 401 })],
  ["GET /openapi.json", ANYONE],
  // No vendor is configured here, and none has a door.
  ["POST /webhooks/:vendor", everybody(404), { at: () => ({ vendor: "sendgrid" }), body: [] }],

  [
    "POST /api/auth/email-otp/send-verification-otp",
    ANYONE,
    { body: () => ({ email: `${crypto.randomUUID()}@vez.test`, type: "sign-in" }) },
  ],
  // A wrong code is wrong for everybody.
  [
    "POST /api/auth/sign-in/email-otp",
    allOf(400),
    { body: () => ({ email: `${crypto.randomUUID()}@vez.test`, otp: "000000" }) },
  ],
  ["POST /api/auth/sign-in/anonymous", but(ANYONE, { owner: 409 }), { spendsSession: true }],
  ["POST /api/auth/sign-out", ANYONE, { spendsSession: true }],
  ["GET /api/auth/get-session", ANYONE],

  ["POST /api/v2/triage", ANYONE_BUT_KEYS, { body: { vertical: "legal", locale: "pt-BR" } }],
  [
    "POST /api/v2/triage/:caseId/messages",
    OWNER,
    { at: talking, body: { text: "Fui demitida.", client_message_id: "m-1" } },
  ],
  ["POST /api/v2/triage/:caseId/stop-reply", OWNER, { at: talking }],
  ["GET /api/v2/triage/stream/:caseId", only("owner", "operator"), { at: talking }],
  ["GET /api/v2/triage/:caseId", only("owner", "operator"), { at: talking }],
  ["PATCH /api/v2/triage/:caseId", OWNER, { at: talking, body: { uf: "SP" } }],
  ["POST /api/v2/triage/:caseId/audio", NO_SPEECH, { at: talking, headers: { "content-type": "audio/webm" } }],
  ["POST /api/v2/triage/:caseId/transcript", NO_SPEECH, { at: talking, headers: { "content-type": "audio/webm" } }],

  ["GET /api/v2/cases/:caseId", CASE_READERS, { at: taken }],
  ["GET /api/v2/cases/:caseId/shortlist", only("owner", "asked", "operator"), { at: offered }],
  ["GET /api/v2/cases/:caseId/professionals", OWNER, { at: (w) => w.choosing() }],
  // Whom nobody knows nobody can choose.
  [
    "POST /api/v2/cases/:caseId/contacts",
    but(OWNER, { owner: 409 }),
    { at: (w) => w.choosing(), body: { professional_id: "pro_nobody" } },
  ],
  ["GET /api/v2/cases/:caseId/files", CASE_READERS, { at: withFile }],
  ["POST /api/v2/cases/:caseId/files", PARTIES, { at: taken, files: { file: pdf() } }],
  ["GET /api/v2/cases/:caseId/files/:fileId/content", CASE_READERS, { at: withFile }],
  ["PATCH /api/v2/cases/:caseId/files/:fileId", OWNER, { at: withFile, body: { name: "Outro.pdf" } }],
  // Each side takes back what it added; of the other's nothing is changed, and nothing is said.
  ["DELETE /api/v2/cases/:caseId/files/:fileId", PARTIES, { at: withFile }],
  [
    "PATCH /api/v2/cases/:caseId/summary",
    OWNER,
    { at: offered, body: { text: "Fui demitida sem receber.", version: 0 } },
  ],

  ["GET /api/v2/cases/:caseId/messages", PARTIES, { at: taken }],
  ["POST /api/v2/cases/:caseId/messages", PARTIES, { at: taken, body: { text: "Olá.", client_message_id: "t-1" } }],
  [
    "POST /api/v2/cases/:caseId/messages/read",
    PARTIES,
    { at: (w) => w.written(), body: (things: Record<string, string>) => ({ up_to: things.messageId }) },
  ],
  ["POST /api/v2/cases/:caseId/mute", PARTIES, { at: taken, body: { hours: 8 } }],
  ["DELETE /api/v2/cases/:caseId/mute", PARTIES, { at: taken }],
  ["POST /api/v2/cases/:caseId/report", PARTIES, { at: taken, body: { reason: "other", words: "Fala alto." } }],
  ["POST /api/v2/cases/:caseId/block", PARTIES, { at: (w) => w.taken() }],
  ["GET /api/v2/cases/:caseId/questions", OWNER, { at: offered }],
  [
    "POST /api/v2/cases/:caseId/questions/:questionId/answer",
    OWNER,
    { at: (w) => w.questioned(), body: { text: "Três anos." } },
  ],

  ["GET /api/v2/contracts/:contractId", CASE_READERS, { at: taken }],
  ["GET /api/v2/contracts/:contractId/pdf", CASE_READERS, { at: taken }],
  ["POST /api/v2/contracts/:contractId/sign", PARTIES, { at: taken, body: { name: "Maria da Silva", consent: true } }],
  ["POST /api/v2/contracts/:contractId/signing", PARTIES, { at: taken, body: { name: "Maria da Silva" } }],
  [
    "POST /api/v2/contracts/:contractId/contact",
    but(OWNER, { holder: 403 }),
    { at: taken, body: { contact: "maria@example.com" } },
  ],
  ["POST /api/v2/contracts/:contractId/close", PARTIES, { at: (w) => w.signed() }],
  [
    "POST /api/v2/contracts/:contractId/review",
    but(OWNER, { holder: 403, operator: 403 }),
    { at: (w) => w.closed(), body: { rating: 5, outcome: "resolved" } },
  ],

  ["GET /api/v2/offers", PROFESSIONALS_ONLY],
  ["GET /api/v2/offers/stream", PROFESSIONALS_ONLY],
  ["GET /api/v2/offers/:offerId", professionalOwn("asked"), { at: offered }],
  ["POST /api/v2/offers/:offerId/seen", professionalOwn("asked"), { at: offered }],
  ["POST /api/v2/offers/:offerId/accept", professionalOwn("asked"), { at: offered }],
  ["POST /api/v2/offers/:offerId/decline", professionalOwn("asked"), { at: offered, body: { reason: "no_time" } }],

  ["GET /api/v2/offers/:offerId/question", professionalOwn("asked"), { at: offered }],
  [
    "POST /api/v2/offers/:offerId/question",
    professionalOwn("asked"),
    { at: offered, body: { text: "Havia carteira assinada desde o primeiro dia?" } },
  ],

  ["GET /api/v2/professionals/me", PROFESSIONALS_ONLY],
  ["PATCH /api/v2/professionals/me", PROFESSIONALS_ONLY, { body: { remote: true } }],
  ["GET /api/v2/professionals/me/turn", PROFESSIONALS_ONLY],
  ["GET /api/v2/professionals/me/cases", PROFESSIONALS_ONLY],

  ["GET /api/v2/me", SIGNED_IN],
  ["GET /api/v2/me/messages", SIGNED_IN],
  ["POST /api/v2/me/messages/:id/read", OWNER, { at: (w) => w.message() }],

  ["GET /api/v2/organisation", COORDINATORS],
  ["GET /api/v2/organisation/people", COORDINATORS],
  ["DELETE /api/v2/organisation/people/:id", only("coordinator"), { at: (w) => w.invited() }],
  [
    "POST /api/v2/organisation/invitations",
    COORDINATORS,
    { body: { email: "convidada@vez.test", role: "professional" } },
  ],
  ["GET /api/v2/organisation/cases", COORDINATORS],
  ["GET /api/v2/organisation/cases/:caseId", only("coordinator"), { at: taken }],
  ["GET /api/v2/me/memberships", SIGNED_IN],
  ["POST /api/v2/me/memberships/:id/decline", only("otherProfessional"), { at: (w) => w.invitation() }],
  ["POST /api/v2/me/memberships/:id/accept", only("otherProfessional"), { at: (w) => w.invitation() }],
  ["DELETE /api/v2/me/memberships/:id", only("pendingProfessional"), { at: (w) => w.membership() }],
];

function allOf(status: number) {
  return { ...allKnown(status), nobody: status, keyWithoutScope: status };
}

export function pdf(): File {
  return new File([`%PDF-1.7\n${crypto.randomUUID()}`], "Rescisão.pdf", { type: "application/pdf" });
}
