// The operators' routes of the API: for everybody else none of them exists.
import type { Asked, Row } from "./row.ts";
import { but, OPERATORS } from "./rules.ts";
import type { World } from "./world.ts";

const talking = (w: World) => w.talking();

const MODEL = "tree\nversion=v4\n";

const asked: readonly (readonly [route: string, asked?: Asked])[] = [
  ["GET /api/v2/operator/overview"],
  ["GET /api/v2/operator/stream"],
  ["GET /api/v2/operator/cases"],
  ["GET /api/v2/operator/cases/:caseId", { at: talking }],
  ["POST /api/v2/operator/cases/:caseId/search-again", { at: (w) => w.unmatched() }],
  ["GET /api/v2/operator/conversations/:caseId", { at: talking }],
  ["POST /api/v2/operator/conversations/:caseId/take-over", { at: talking }],
  [
    "POST /api/v2/operator/conversations/:caseId/say",
    { at: (w) => w.held(), body: { text: "Boa tarde.", client_message_id: "o-1" } },
  ],
  ["POST /api/v2/operator/conversations/:caseId/give-back", { at: (w) => w.held() }],
  ["GET /api/v2/operator/offers"],
  ["GET /api/v2/operator/outbox"],
  ["GET /api/v2/operator/queues"],
  ["GET /api/v2/operator/outbox/:id", { at: (w) => w.deadMessage() }],
  ["POST /api/v2/operator/outbox/replay", { body: { dry_run: true } }],
  ["POST /api/v2/operator/outbox/:id/retry", { at: (w) => w.deadMessage() }],
  ["POST /api/v2/operator/outbox/:id/discard", { at: (w) => w.deadMessage() }],
  ["GET /api/v2/operator/mail"],
  ["GET /api/v2/operator/equity"],
  ["GET /api/v2/operator/jobs"],
  ["GET /api/v2/operator/conflicts"],
  ["POST /api/v2/operator/conflicts/:id/decide", { at: (w) => w.doubt(), body: { decision: "confirmed" } }],
  ["GET /api/v2/operator/tenants"],
  [
    "PUT /api/v2/operator/tenants/:id",
    { at: () => ({ id: "casa" }), body: { name: "Casa", mode: "matching", notes: "A regra local." } },
  ],
  ["GET /api/v2/operator/embeddings"],
  ["POST /api/v2/operator/embeddings/backfills", { body: { space: "lexical" } }],
  ["POST /api/v2/operator/embeddings/backfills/:id/cancel", { at: (w) => w.backfill() }],
  ["POST /api/v2/operator/shortlists/:id/replay", { at: async (w) => ({ id: (await w.offered()).shortlistId }) }],
  ["GET /api/v2/operator/models"],
  ["POST /api/v2/operator/models/train"],
  ["POST /api/v2/operator/models/:id/retire", { at: (w) => w.model() }],
  ["GET /api/v2/operator/report"],
  ["GET /api/v2/operator/people"],
  ["GET /api/v2/operator/people/invites"],
  ["POST /api/v2/operator/people/invites", { body: () => ({ email: `${crypto.randomUUID()}@vez.test` }) }],
  ["POST /api/v2/operator/people/invites/:id/revoke", { at: (w) => w.invite() }],
  ["POST /api/v2/operator/people/:id/remove", { at: (w) => w.colleague(), body: { reason: "left_team" } }],
  [
    "POST /api/v2/operator/people/:id/reset-second-factor",
    { at: (w) => w.colleague(), body: { reason: "lost_device" } },
  ],
  ["GET /api/v2/operator/second-factor"],
  ["POST /api/v2/operator/second-factor/begin"],
  ["GET /api/v2/operator/keys"],
  ["POST /api/v2/operator/keys", { body: { name: "Programa", scopes: ["cases:read"] } }],
  ["POST /api/v2/operator/keys/:id/revoke", { at: (w) => w.key() }],
  ["GET /api/v2/operator/reports"],
  ["POST /api/v2/operator/reports/:id/decide", { at: (w) => w.reported(), body: { decision: "dismiss" } }],
  ["POST /api/v2/operator/cases/:caseId/talk", { at: (w) => w.taken(), body: { reason: "Queixa do cliente." } }],
  ["GET /api/v2/operator/cases/:caseId/talk", { at: (w) => w.readTalk() }],
  ["GET /api/v2/operator/organisations"],
  [
    "POST /api/v2/operator/organisations",
    { body: { name: "Casa nova", kind: "firm", coordinator_email: "nova@vez.test" } },
  ],
  ["GET /api/v2/operator/organisations/:id", { at: (w) => w.house() }],
  [
    "POST /api/v2/operator/organisations/:id/invitations",
    { at: (w) => w.house(), body: { email: "outra@vez.test", role: "coordinator" } },
  ],
  ["POST /api/v2/operator/organisations/:id/close", { at: (w) => w.spareHouse() }],
];

export const OPERATOR_ROWS: readonly Row[] = [
  ...asked.map(([route, what]) => [route, OPERATORS, what] as const),
  // A wrong code is told to an operator alone.
  ["POST /api/v2/operator/second-factor", but(OPERATORS, { operator: 400 }), { body: { code: "000000" } }],
  [
    "POST /api/v2/operator/second-factor/recovery-codes",
    but(OPERATORS, { operator: 400 }),
    { body: { code: "000000" } },
  ],
  ["POST /api/v2/operator/second-factor/remove", but(OPERATORS, { operator: 400 }), { body: { code: "000000" } }],
  [
    "POST /api/v2/operator/second-factor/confirm",
    but(OPERATORS, { operator: 422 }),
    { body: { ticket: "none", code: "000000" } },
  ],
  // What is no model is told to an operator alone.
  ["POST /api/v2/operator/models/import", but(OPERATORS, { operator: 422 }), { body: MODEL }],
  // A model whose bytes are damaged cannot serve.
  ["POST /api/v2/operator/models/:id/serve", but(OPERATORS, { operator: 409 }), { at: (w) => w.model() }],
];
