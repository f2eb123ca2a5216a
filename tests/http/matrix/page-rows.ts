// The pages: who sees each, and whose forms are taken.
import { pdf } from "./api-rows.ts";
import type { Asked, Row } from "./row.ts";
import { ANYONE, but, OPERATOR_PAGE, ownProfessionalPage, PAGE_SIGNED_IN, PROFESSIONAL_PAGE, page } from "./rules.ts";
import type { World } from "./world.ts";

const talking = (w: World) => w.talking();
const taken = (w: World) => w.taken();
const offered = (w: World) => w.offered();
const withFile = (w: World) => w.withFile();

const OWNER = page("owner");
const PARTIES = page("owner", "holder");
const READERS = page("owner", "holder", "operator");
const ASKED = ownProfessionalPage("asked");
const COORDINATOR = page("coordinator");
const COORDINATORS = page("coordinator", "otherCoordinator");

const open: readonly Row[] = [
  ["GET /docs", ANYONE],
  ["GET /language", ANYONE, { query: "to=en&next=/" }],
  ["GET /sign-in", ANYONE],
  ["POST /sign-in", ANYONE, { form: () => ({ email: `${crypto.randomUUID()}@vez.test` }) }],
  // Without the address of the step before, it is asked for again.
  ["GET /sign-in/code", allWith(422)],
  ["POST /sign-in/code", allWith(422), { form: { code: "000000" } }],
  // There are operators here: nobody sets up any more, and nobody has come by a link.
  ["GET /setup", allWith(404)],
  ["POST /setup", allWith(404), { form: { code: "0", name: "X", email: "x@vez.test" } }],
  ["POST /setup/finish", ANYONE],
  ["GET /invite", allWith(404)],
  ["POST /invite", allWith(404)],
  ["POST /invite/accept", allWith(404), { form: { name: "X" } }],
  ["POST /sign-out", ANYONE, { spendsSession: true }],
  ["GET /forget", ANYONE],
  ["POST /leave", ANYONE],
  ["GET /leave", ANYONE],
  ["POST /come-back", ANYONE],
  // Push is configured nowhere in these tests; tests/flows/mail.test.ts asks where it is.
  ["GET /notices/push", allWith(404)],
  ["POST /notices/push", allWith(404), { form: { device: "d0f5e5a1-3c4b-4a59-9f65-5a1ad1d7c0aa" } }],
  ["GET /notices/push/OneSignalSDKWorker.js", allWith(404)],
  ["POST /notices/push/off", ANYONE],
  ["GET /", ANYONE],
  ["GET /conversations/new", ANYONE],
  ["GET /conversations", ANYONE],
  ["POST /begin", ANYONE, { form: { text: "" } }],
];

const client: readonly Row[] = [
  ["GET /conversations/:caseId", OWNER, { at: talking }],
  ["GET /conversations/:caseId/why", OWNER, { at: talking }],
  [
    "POST /conversations/:caseId/say",
    OWNER,
    { at: talking, form: { text: "Fui demitida.", client_message_id: "p-1" } },
  ],
  ["POST /conversations/:caseId/correct", OWNER, { at: talking, form: { uf: "SP" } }],
  ["GET /conversations/:caseId/case", OWNER, { at: talking }],
  ["GET /conversations/:caseId/professionals", OWNER, { at: (w) => w.choosing() }],
  [
    // There is no such professional: that is told to the owner alone.
    "POST /conversations/:caseId/professionals",
    but(OWNER, { owner: 409 }),
    { at: (w) => w.choosing(), form: { professional_id: "pro_nobody", text: "Olá." } },
  ],
  ["POST /conversations/:caseId/summary", OWNER, { at: offered, form: { text: "Fui demitida.", version: "0" } }],
  ["POST /conversations/:caseId/documents", OWNER, { at: taken, form: {} }],
  // What both sides of a talk may do, this form does for both.
  ["POST /conversations/:caseId/files", PARTIES, { at: taken, files: { file: pdf() } }],
  ["GET /conversations/:caseId/files/:fileId", READERS, { at: withFile }],
  ["POST /conversations/:caseId/files/:fileId/rename", OWNER, { at: withFile, form: { name: "Outro" } }],
  ["POST /conversations/:caseId/files/:fileId/delete", PARTIES, { at: withFile }],
  ["GET /contracts/:contractId", READERS, { at: taken }],
  ["GET /contracts/:contractId/document.pdf", READERS, { at: taken }],
  ["POST /contracts/:contractId/sign", PARTIES, { at: taken, form: { name: "Maria da Silva", consent: "yes" } }],
  ["POST /contracts/:contractId/signing", PARTIES, { at: taken, form: { name: "Maria da Silva" } }],
  [
    "POST /contracts/:contractId/contact",
    but(OWNER, { holder: 403 }),
    { at: taken, form: { contact: "m@example.com" } },
  ],
  ["POST /contracts/:contractId/close", PARTIES, { at: (w) => w.signed() }],
  [
    "POST /contracts/:contractId/review",
    but(OWNER, { holder: 403, operator: 403 }),
    { at: (w) => w.closed(), form: { rating: "5", outcome: "resolved", comment: "" } },
  ],
];

const professional: readonly Row[] = [
  ["GET /pro", PROFESSIONAL_PAGE],
  ["GET /pro/offers/:offerId", ASKED, { at: offered }],
  ["POST /pro/offers/:offerId/accept", ASKED, { at: offered }],
  ["POST /pro/offers/:offerId/decline", ASKED, { at: offered, form: { reason: "no_time" } }],
  ["GET /pro/cases", PROFESSIONAL_PAGE],
  ["GET /pro/turn", PROFESSIONAL_PAGE],
  ["GET /pro/profile", PROFESSIONAL_PAGE],
  // An empty form is shown again to its own professional, with what is missing.
  [
    "POST /pro/profile",
    but(PROFESSIONAL_PAGE, { asked: 422, holder: 422, otherProfessional: 422, pendingProfessional: 422 }),
    { form: {} },
  ],
  ["POST /pro/leave", PROFESSIONAL_PAGE, { form: { end: "yes" } }],
  ["POST /pro/receiving", PROFESSIONAL_PAGE, { form: { opted_out: "no" } }],
];

const house: readonly Row[] = [
  ["GET /org", COORDINATORS],
  ["POST /org/invitations", COORDINATORS, { form: { email: "pagina@vez.test", role: "professional" } }],
  ["POST /org/people/:id/remove", COORDINATOR, { at: (w) => w.invited() }],
  ["GET /org/cases", COORDINATORS],
  ["GET /org/cases/:caseId", COORDINATOR, { at: taken }],
  // Invitations go to an address: who has none yet proves one first.
  ["GET /invitations", but(PAGE_SIGNED_IN, { owner: "sign in" })],
  ["POST /invitations/:id", page("otherProfessional"), { at: (w) => w.invitation(), form: { answer: "decline" } }],
];

const console_: readonly (readonly [route: string, asked?: Asked])[] = [
  ["GET /ops"],
  ["GET /ops/cases"],
  ["GET /ops/cases/:caseId", { at: offered }],
  ["POST /ops/cases/:caseId/search-again", { at: (w) => w.unmatched() }],
  ["GET /ops/conversations"],
  ["GET /ops/conversations/:caseId", { at: talking }],
  [
    "POST /ops/conversations/:caseId/:action{take-over|say|give-back}",
    { at: async (w) => ({ ...(await w.talking()), action: "take-over" }), form: { key: "k-1" } },
  ],
  ["GET /ops/offers"],
  ["GET /ops/outbox"],
  ["GET /ops/outbox/:id", { at: (w) => w.deadMessage() }],
  ["POST /ops/outbox/replay", { form: { name: "contract.open" } }],
  ["POST /ops/outbox/:id/settle", { at: (w) => w.deadMessage(), form: { how: "retry" } }],
  ["GET /ops/mail"],
  ["GET /ops/mail/templates"],
  ["GET /ops/mail/templates/:kind", { at: () => ({ kind: "offer_new" }) }],
  ["GET /ops/equity"],
  ["GET /ops/jobs"],
  ["GET /ops/people"],
  ["POST /ops/people/invites", { form: () => ({ email: `${crypto.randomUUID()}@vez.test` }) }],
  ["POST /ops/people/invites/:id/revoke", { at: (w) => w.invite() }],
  [
    "POST /ops/people/:id/:what{remove|reset}",
    { at: async (w) => ({ ...(await w.colleague()), what: "remove" }), form: { reason: "left_team" } },
  ],
  ["GET /ops/second-factor"],
  ["POST /ops/second-factor", { form: { code: "000000" } }],
  ["GET /ops/models"],
  ["POST /ops/models/train", { form: { window_days: "365" } }],
  ["POST /ops/models/:id/serve", { at: (w) => w.model(), form: {} }],
  ["POST /ops/models/:id/retire", { at: (w) => w.model() }],
  ["GET /ops/conflicts"],
  ["POST /ops/conflicts/:id/decide", { at: (w) => w.doubt(), form: { decision: "confirmed", reason: "" } }],
  ["GET /ops/tenants"],
  [
    "POST /ops/tenants",
    { form: { id: "casa", name: "Casa", mode: "matching", locale: "en", notes: "A regra local." } },
  ],
  ["GET /ops/embeddings"],
  ["POST /ops/embeddings/backfills", { form: { space: "lexical" } }],
  ["POST /ops/embeddings/backfills/:id/cancel", { at: (w) => w.backfill() }],
  ["GET /ops/organisations"],
  ["GET /ops/organisations/:id", { at: (w) => w.house() }],
  ["POST /ops/organisations", { form: { name: "Casa da página", kind: "firm", coordinator_email: "p@vez.test" } }],
  [
    "POST /ops/organisations/:id/invitations",
    { at: (w) => w.house(), form: { email: "q@vez.test", role: "coordinator" } },
  ],
  ["POST /ops/organisations/:id/close", { at: (w) => w.spareHouse() }],
  ["GET /ops/report"],
  ["GET /ops/report.csv"],
];

export const PAGE_ROWS: readonly Row[] = [
  ...open,
  ...client,
  ...professional,
  ...house,
  ...console_.map(([route, what]) => [route, OPERATOR_PAGE, what] as const),
  [
    "POST /ops/cases/:caseId",
    OPERATOR_PAGE,
    {
      at: async (w) => {
        const { caseId, shortlistId } = await w.offered();
        return { caseId, shortlist: shortlistId };
      },
      form: ({ shortlist = "" }) => ({ shortlist }),
    },
  ],
  // A set-up that has run out, and a wrong code: told on the page, to an operator alone.
  ["POST /ops/second-factor/set", but(OPERATOR_PAGE, { operator: 422 }), { form: { ticket: "none", code: "000000" } }],
  [
    "POST /ops/second-factor/:what{codes|remove}",
    but(OPERATOR_PAGE, { operator: 422 }),
    { at: () => ({ what: "codes" }), form: { code: "000000" } },
  ],
  // A file that is no model: told on the page, to an operator alone.
  ["POST /ops/models", but(OPERATOR_PAGE, { operator: 422 }), { files: { file: new File(["x"], "x.txt") } }],
];

function allWith(status: number) {
  return Object.fromEntries(Object.keys(ANYONE).map((name) => [name, status])) as typeof ANYONE;
}
