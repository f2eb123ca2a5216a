// Rows of who arrives: professionals who join and are verified, programs with keys and webhooks.
import { pdf } from "./api-rows.ts";
import type { Asked, Row } from "./row.ts";
import { but, everybody, OPERATOR_PAGE, OPERATORS, only, page, type Rule, rolePage, SIGNED_IN } from "./rules.ts";
import type { World } from "./world.ts";

type Things = Record<string, string>;

/** Somebody anonymous proves an address first; the team decides and does not apply. */
const APPLICANTS = everybody("may", { nobody: 401, keyWithoutScope: 403, owner: 403, ...team(409) });
/** What was verified is changed in the profile, what is being checked not at all. */
const WRITERS: Rule = but(APPLICANTS, professionals(409));
/** Who cannot fill anything in is led on: strangers to the sign-in, the others to their own page. */
const JOIN_PAGE = everybody("may", { nobody: "sign in", keyWithoutScope: "sign in", owner: "sign in" });

/** Sending something: the team does not apply, and somebody anonymous proves an address first. */
const SENT = but(JOIN_PAGE, { owner: 403, ...team(409) });

function team(verdict: number): Partial<Rule> {
  return { operator: verdict, coordinator: verdict, otherCoordinator: verdict };
}

function professionals(verdict: number): Partial<Rule> {
  return { asked: verdict, holder: verdict, otherProfessional: verdict, pendingProfessional: verdict };
}

const paper = (w: World) => w.paper();
const PAPER = { files: { file: pdf() } };

const joining: readonly Row[] = [
  ["GET /api/v2/professionals/application", APPLICANTS],
  [
    "PATCH /api/v2/professionals/application",
    but(WRITERS, { pendingProfessional: "may" }),
    { body: { name: "Ana Sá" } },
  ],
  // Nothing was filled in yet.
  ["POST /api/v2/professionals/application/send", but(WRITERS, { otherClient: 409 }), { body: { declared: true } }],
  // Nobody was asked anything.
  [
    "POST /api/v2/professionals/application/answer",
    everybody(404, { nobody: 401, keyWithoutScope: 403, ...professionals(409) }),
    { body: { text: "Aqui está." } },
  ],
  ["GET /api/v2/professionals/application/papers", SIGNED_IN],
  ["POST /api/v2/professionals/application/papers", APPLICANTS, { ...PAPER, query: "kind=card" }],
  ["GET /api/v2/professionals/application/papers/:paperId/content", only("otherClient", "operator"), { at: paper }],
  ["DELETE /api/v2/professionals/application/papers/:paperId", only("otherClient"), { at: paper }],
  ["GET /pro/join", but(JOIN_PAGE, { nobody: "may", keyWithoutScope: "may", owner: "may" })],
  ...["/pro/join", "/pro/join/registration", "/pro/join/practice", "/pro/join/terms"].flatMap((path): Row[] => [
    ...(path === "/pro/join" ? [] : [[`GET ${path}`, JOIN_PAGE] as const]),
    // An empty form comes back with what is missing.
    [`POST ${path}`, but(JOIN_PAGE, { otherClient: 422, pendingProfessional: 422 }), { form: {} }],
  ]),
  ["GET /pro/join/send", JOIN_PAGE],
  ["POST /pro/join/send", but(SENT, { otherClient: 422, pendingProfessional: 422 }), { form: {} }],
  ["GET /pro/join/papers", JOIN_PAGE],
  [
    "GET /pro/join/papers/:paperId",
    but(page("otherClient", "operator"), { nobody: 404, keyWithoutScope: 404 }),
    { at: paper },
  ],
  ["POST /pro/join/papers/:kind", SENT, { ...PAPER, at: () => ({ kind: "card" }) }],
  ["POST /pro/join/papers/:paperId/delete", page("otherClient"), { at: paper }],
  // Who was asked nothing is shown his own page; who never applied has none.
  [
    "POST /pro/answer",
    page("asked", "holder", "otherProfessional", "pendingProfessional"),
    { form: { text: "Aqui está." } },
  ],
  ["POST /pro/registration", but(rolePage(), professionals(422)), { form: {} }],
];

const review = (w: World) => w.review();
const spare = (w: World) => w.spareProfessional();
const seen = (more: Record<string, unknown>) => (things: Things) => ({ ...more, seen: things.seen });
const seenForm = (more: Things) => (things: Things) => ({ ...more, seen: things.seen ?? "" });

const REFUSAL = { reasons: ["not_in_register"] };
const SUSPENSION = { reason: "own_wish" };
const PRIORITY = { priority: 1, reason: "missed_turn" };

/** The API's rows of the operators and those of their pages, side by side. */
const verifying: readonly (readonly [route: string, asked?: Asked])[] = [
  ["GET /api/v2/operator/embeddings/backfills"],
  ["GET /api/v2/operator/verifications"],
  ["GET /api/v2/operator/verifications/papers/:paperId/content", { at: paper }],
  ["GET /api/v2/operator/verifications/:id", { at: review }],
  [
    "POST /api/v2/operator/verifications/:id/approve",
    { at: review, body: seen({ checks: ["name", "number", "situation"] }) },
  ],
  [
    "POST /api/v2/operator/verifications/:id/ask",
    { at: review, body: seen({ question: "Pode enviar a frente da carteira?" }) },
  ],
  ["POST /api/v2/operator/verifications/:id/refuse", { at: review, body: seen(REFUSAL) }],
  ["GET /api/v2/operator/professionals"],
  ["POST /api/v2/operator/professionals/search", { body: { q: "Ana" } }],
  ["GET /api/v2/operator/professionals/:id", { at: spare }],
  ["POST /api/v2/operator/professionals/:id/suspend", { at: spare, body: SUSPENSION }],
  ["POST /api/v2/operator/professionals/:id/lift", { at: (w) => w.suspended() }],
  ["POST /api/v2/operator/professionals/:id/leave", { at: spare, body: { leave_from: null } }],
  ["POST /api/v2/operator/professionals/:id/priority", { at: spare, body: PRIORITY }],
  ["GET /ops/verifications"],
  ["GET /ops/verifications/papers/:paperId", { at: paper }],
  ["GET /ops/verifications/:id", { at: review }],
  ["POST /ops/verifications/:id/approve", { at: review, form: seenForm({ checks: "name" }) }],
  ["POST /ops/verifications/:id/ask", { at: review, form: seenForm({ question: "Pode enviar a carteira?" }) }],
  ["POST /ops/verifications/:id/refuse", { at: review, form: seenForm({ reasons: "not_in_register" }) }],
  ["POST /ops/verifications/:id/look", { at: review }],
  ["GET /ops/professionals"],
  ["POST /ops/professionals", { form: { q: "Ana" } }],
  ["GET /ops/professionals/:id", { at: spare }],
  ["POST /ops/professionals/:id/suspend", { at: spare, form: { reason: "own_wish" } }],
  ["POST /ops/professionals/:id/lift", { at: (w) => w.suspended(), form: {} }],
  ["POST /ops/professionals/:id/leave", { at: spare, form: { end: "yes" } }],
  ["POST /ops/professionals/:id/priority", { at: spare, form: { priority: "1", reason: "missed_turn" } }],
];

const webhook = (w: World) => w.webhook();
const delivery = (w: World) => w.delivery();
const HOOK = () => ({ url: `https://hooks.example.org/${crypto.randomUUID()}`, events: ["case.*"] });

/** Nobody but an operator and an integration has any; this key's scope is another. */
const programs: readonly (readonly [route: string, asked?: Asked])[] = [
  ["GET /api/v2/webhooks"],
  ["POST /api/v2/webhooks", { body: HOOK }],
  ["GET /api/v2/webhooks/:id", { at: webhook }],
  ["PATCH /api/v2/webhooks/:id", { at: webhook, body: { description: "Intranet" } }],
  ["DELETE /api/v2/webhooks/:id", { at: webhook }],
  ["POST /api/v2/webhooks/:id/rotate-secret", { at: webhook }],
  ["POST /api/v2/webhooks/:id/test", { at: webhook }],
  ["GET /api/v2/webhooks/:id/deliveries", { at: webhook }],
  ["POST /api/v2/webhooks/deliveries/:id/redeliver", { at: async (w) => ({ id: (await w.delivery()).delivery }) }],
  ["GET /ops/keys"],
  ["POST /ops/keys", { form: { name: "Programa", scope: "cases:read", rate: "60", days: "" } }],
  ["POST /ops/keys/:id/revoke", { at: (w) => w.key() }],
  ["GET /ops/webhooks"],
  ["POST /ops/webhooks", { form: () => ({ url: HOOK().url, event: "case.*", description: "" }) }],
  ["GET /ops/webhooks/:id", { at: webhook }],
  ["POST /ops/webhooks/:id/rotate-secret", { at: webhook }],
  ["POST /ops/webhooks/:id/status", { at: webhook, form: { status: "disabled" } }],
  ["POST /ops/webhooks/:id/test", { at: webhook }],
  ["POST /ops/webhooks/:id/delete", { at: webhook }],
  ["POST /ops/webhooks/:id/deliveries/:delivery/redeliver", { at: delivery }],
];

const ofOperators = ([route, asked]: readonly [route: string, asked?: Asked]): Row =>
  [route, / \/ops\//.test(route) ? OPERATOR_PAGE : OPERATORS, asked] as const;

export const ARRIVAL_ROWS: readonly Row[] = [
  ...joining,
  ...verifying.map(ofOperators),
  // No register is asked by machine here: an operator looks himself.
  ["POST /api/v2/operator/verifications/:id/look", but(OPERATORS, { operator: 409 }), { at: review }],
  ...programs.map(ofOperators),
];
