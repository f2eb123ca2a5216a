// Rows of a case's later life: changes of course, talk, questions, how the client is reached, the same case told twice.
import { pdf } from "./api-rows.ts";
import type { Row } from "./row.ts";
import {
  ANYONE,
  allButKeys,
  but,
  everybody,
  OPERATOR_PAGE,
  OPERATORS,
  only,
  ownProfessionalPage,
  PAGE_SIGNED_IN,
  page,
  SIGNED_IN,
} from "./rules.ts";
import type { World } from "./world.ts";

const talking = (w: World) => w.talking();
const taken = (w: World) => w.taken();
const cancelled = (w: World) => w.cancelled();
const OWNER = only("owner");
const MY_PAGE = page("owner");
const HOLDER_PAGE = ownProfessionalPage("holder");
const WORDS = { words: "Combinado com as duas partes." };
const WHY = { reason: "too_busy", words: "Surgiu um impedimento." };
const SPEAKS = () => ({ text: "Olá.", client_message_id: crypto.randomUUID() });
const REPORTS = { reason: "other", words: "Fala alto." };

const course: readonly Row[] = [
  ["POST /api/v2/cases/:caseId/cancel", OWNER, { at: taken, body: {} }],
  ["POST /api/v2/cases/:caseId/another", OWNER, { at: taken, body: {} }],
  ["POST /api/v2/cases/:caseId/reopen", OWNER, { at: cancelled }],
  ["POST /api/v2/cases/:caseId/withdraw", only("holder"), { at: taken, body: WHY }],
  ["POST /api/v2/operator/cases/:caseId/cancel", OPERATORS, { at: taken, body: WORDS }],
  ["POST /api/v2/operator/cases/:caseId/void-contract", OPERATORS, { at: taken, body: WORDS }],
  ["POST /api/v2/operator/cases/:caseId/reopen", OPERATORS, { at: cancelled, body: WORDS }],
  ["GET /conversations/:caseId/cancel", MY_PAGE, { at: taken }],
  ["POST /conversations/:caseId/cancel", MY_PAGE, { at: taken, form: {} }],
  ["GET /conversations/:caseId/another", MY_PAGE, { at: taken }],
  ["POST /conversations/:caseId/another", MY_PAGE, { at: taken, form: {} }],
  ["GET /conversations/:caseId/reopen", MY_PAGE, { at: cancelled }],
  ["POST /conversations/:caseId/reopen", MY_PAGE, { at: cancelled, form: {} }],
  ["GET /pro/cases/:caseId/withdraw", HOLDER_PAGE, { at: taken }],
  ["POST /pro/cases/:caseId/withdraw", HOLDER_PAGE, { at: taken, form: WHY }],
  ["POST /ops/cases/:caseId/cancel", OPERATOR_PAGE, { at: taken, form: WORDS }],
  ["POST /ops/cases/:caseId/void-contract", OPERATOR_PAGE, { at: taken, form: WORDS }],
  ["POST /ops/cases/:caseId/reopen", OPERATOR_PAGE, { at: cancelled, form: WORDS }],
];

/** A talk's forms are the same on both sides' pages. */
function talkRows(base: string, rule: typeof MY_PAGE): Row[] {
  return [
    [`POST ${base}`, rule, { at: taken, form: SPEAKS }],
    [`POST ${base}/files`, rule, { at: taken, files: { file: pdf() } }],
    [`POST ${base}/mute`, rule, { at: taken, form: { hours: "8" } }],
    [`POST ${base}/report`, rule, { at: taken, form: REPORTS }],
    [`POST ${base}/block`, rule, { at: (w) => w.taken() }],
  ];
}

const talk: readonly Row[] = [
  ["GET /conversations/:caseId/talk", MY_PAGE, { at: taken }],
  // Words are taken from either side of the talk, whichever form they come by.
  ...talkRows("/conversations/:caseId/talk", page("owner", "holder")),
  ["GET /pro/cases/:caseId", HOLDER_PAGE, { at: taken }],
  ...talkRows("/pro/cases/:caseId/talk", HOLDER_PAGE),
  ["POST /pro/cases/:caseId/files", HOLDER_PAGE, { at: taken, files: { file: pdf() } }],
  ["GET /pro/cases/:caseId/files/:fileId", HOLDER_PAGE, { at: (w) => w.withFile() }],
  [
    "POST /pro/cases/:caseId/files/:fileId/rename",
    HOLDER_PAGE,
    { at: (w) => w.withHolderFile(), form: { name: "Outro" } },
  ],
  ["POST /pro/cases/:caseId/files/:fileId/delete", HOLDER_PAGE, { at: (w) => w.withHolderFile() }],
  [
    "POST /conversations/:caseId/questions/:questionId/answer",
    MY_PAGE,
    { at: (w) => w.questioned(), form: { text: "Três anos." } },
  ],
  [
    "POST /pro/offers/:offerId/question",
    ownProfessionalPage("asked"),
    { at: (w) => w.offered(), form: { text: "Havia carteira assinada desde o primeiro dia?" } },
  ],
  ["GET /ops/reports", OPERATOR_PAGE],
  ["POST /ops/reports/:id/decide", OPERATOR_PAGE, { at: (w) => w.reported(), form: { decision: "dismiss" } }],
  ["GET /ops/cases/:caseId/talk", OPERATOR_PAGE, { at: taken }],
  ["POST /ops/cases/:caseId/talk", OPERATOR_PAGE, { at: taken, form: { reason: "Queixa do cliente." } }],
];

/** Professionals and the team have an address already. */
const CLIENTS = everybody(403, { nobody: 401, owner: "may", otherClient: "may" });
const CLIENT_PAGE = everybody(403, { nobody: "sign in", keyWithoutScope: "sign in", owner: "may", otherClient: "may" });
const alike = (w: World) => w.alike();

const REACH = { channel: "page" };

const reach: readonly Row[] = [
  ["GET /api/v2/cases", SIGNED_IN],
  // The one scope of this key is for this: what it opens is still not its own.
  ["GET /api/v2/cases/:caseId/offers", but(OWNER, { keyWithoutScope: 404 }), { at: (w) => w.offered() }],
  ["GET /api/v2/cases/:caseId/asks", OWNER, { at: talking }],
  // Both are the owner's, so it is told that they are not alike; to everybody else neither exists.
  [
    "POST /api/v2/cases/:caseId/join",
    OWNER,
    { at: (w) => w.pair(), body: (things: Record<string, string>) => ({ into: things.into }) },
  ],
  ["POST /api/v2/cases/:caseId/keep-apart", OWNER, { at: alike }],
  ["GET /api/v2/me/reach", SIGNED_IN],
  ["PUT /api/v2/me/reach", CLIENTS, { body: REACH }],
  ["DELETE /api/v2/me/reach", CLIENTS],
  ["GET /api/v2/me/notices", SIGNED_IN],
  ["PUT /api/v2/me/notices", SIGNED_IN, { body: { off: ["cases.email"] } }],
  ["GET /api/v2/me/recovery", SIGNED_IN],
  ["POST /api/v2/me/recovery", CLIENTS],
  ["DELETE /api/v2/me/recovery", CLIENTS],
  // Wrong words open nothing, whoever types them.
  ["POST /api/v2/recover", allButKeys(422), { body: { typed: "palavras que ninguém tem" } }],
  ["GET /conversations/:caseId/reach", MY_PAGE, { at: talking }],
  ["POST /conversations/:caseId/reach", MY_PAGE, { at: talking, form: REACH }],
  ["POST /conversations/:caseId/reach/delete", MY_PAGE, { at: talking }],
  ["POST /conversations/:caseId/search-now", MY_PAGE, { at: talking }],
  ["POST /conversations/:caseId/same", MY_PAGE, { at: alike, form: { answer: "other" } }],
  ["GET /notices", PAGE_SIGNED_IN],
  ["POST /notices", PAGE_SIGNED_IN, { form: { shown: "cases.email" } }],
  // A link that nobody made ends nothing.
  ["GET /unsubscribe/:token", everybody(404), { at: () => ({ token: "of-nobody" }) }],
  ["POST /unsubscribe/:token", everybody(404), { at: () => ({ token: "of-nobody" }) }],
  ["GET /recovery", PAGE_SIGNED_IN],
  ["POST /recovery", CLIENT_PAGE],
  ["POST /recovery/delete", CLIENT_PAGE],
  ["GET /recover", ANYONE],
  // A link that nobody has opens nothing.
  ["GET /w", everybody(422)],
  ["POST /w", everybody(422), { form: { k: "link" } }],
  ["POST /recover", everybody(422), { form: { words: "palavras que ninguém tem" } }],
];

export const LIFE_ROWS: readonly Row[] = [...course, ...talk, ...reach];
