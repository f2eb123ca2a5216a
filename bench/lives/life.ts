// One random life of a case over HTTP: client, professionals and operators do what they may at each turn, and what they may not.
import * as z from "zod";
import type { CaseStatus } from "../../src/domain/case-state.ts";
import { CASE_STATUSES } from "../../src/domain/case-state.ts";
import { WITHDRAW_REASONS } from "../../src/domain/course.ts";
import type { LivesWorld } from "./world.ts";

const NARRATIVE =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, em São Paulo, SP. A Padaria Central Ltda não pagou as verbas nem o FGTS.";

/** Leaves questions open. */
const BRIEF = "fui demitida e não recebi nada";

export interface Life {
  caseId: string;
  /** What was done, in order. */
  did: string[];
  status: CaseStatus;
}

const seen = z.object({
  status: z.enum(CASE_STATUSES),
  close_reason: z.string().nullable(),
  contract_id: z.string().nullable(),
  offer_id: z.string().nullable(),
});
type Seen = z.infer<typeof seen>;

const begun = z.object({ case_id: z.string(), session_token: z.string() });
const offersList = z.object({
  items: z.array(z.object({ id: z.string(), professional_id: z.string(), status: z.string() })),
});

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** At most `mostSteps` turns after the first words; the same seed makes the same choices. */
export async function live(world: LivesWorld, seed: number, mostSteps: number): Promise<Life> {
  const random = randomOf(seed);
  const opened = await world.call("POST", "/api/v2/triage", {
    body: { vertical: "legal", locale: random() < 0.8 ? "pt-BR" : "en", text: random() < 0.8 ? NARRATIVE : BRIEF },
  });
  const { case_id: caseId, session_token: token } = begun.parse(opened.body);
  const turn: Turn = { world, random, caseId, token, said: 0 };
  const did: string[] = [];
  let now = await lookOn(turn);
  for (let step = 0; step < mostSteps; step++) {
    const [name, act] = choose(ACTS[now.status], random);
    did.push(name);
    if (act === null) break;
    await act(turn, now);
    now = await lookOn(turn);
  }
  return { caseId, did, status: now.status };
}

interface Turn {
  world: LivesWorld;
  random: () => number;
  caseId: string;
  token: string;
  said: number;
}

type Act = (turn: Turn, now: Seen) => Promise<unknown>;
/** Weight, name, deed; null leaves the case as it is. */
type Choice = readonly [weight: number, name: string, act: Act | null];

async function look({ world, caseId, token }: Turn): Promise<Seen> {
  return seen.parse((await world.call("GET", `/api/v2/cases/${caseId}`, { token })).body);
}

/** Mostly waits for what the house is about to do (a wave, a contract), so that lives come far; sometimes somebody is quicker. */
async function lookOn(turn: Turn): Promise<Seen> {
  const patient = turn.random() < 0.85;
  let now = await look(turn);
  for (let i = 0; patient && i < MOST_LOOKS && isUnderWay(now); i++) {
    await pause(turn, now);
    now = await look(turn);
  }
  return now;
}

const MOST_LOOKS = 60;

function isUnderWay({ status, contract_id }: Seen): boolean {
  return status === "matching" || (status === "accepted" && contract_id === null);
}

const say =
  (text: string): Act =>
  (turn) =>
    turn.world.call("POST", `/api/v2/triage/${turn.caseId}/messages`, {
      token: turn.token,
      body: { text, client_message_id: `m${++turn.said}` },
    });
const course =
  (step: "cancel" | "another" | "reopen", body: Record<string, unknown> = {}): Act =>
  ({ world, caseId, token }) =>
    world.call("POST", `/api/v2/cases/${caseId}/${step}`, { token, body });
const another: Act = ({ world, caseId, token }, { offer_id }) =>
  world.call("POST", `/api/v2/cases/${caseId}/another`, {
    token,
    body: { reason: "no_answer", offer_id: offer_id ?? "" },
  });
const byOperator =
  (step: string, body: Record<string, unknown> = {}): Act =>
  async ({ world, caseId }) =>
    world.call("POST", `/api/v2/operator/cases/${caseId}/${step}`, { token: await world.operator(), body });
const words = { words: "Uma vida ao acaso." };
const pause: Act = () => new Promise((resolve) => setTimeout(resolve, 300));

const cancel = course("cancel", { reason: "not_now" });

/** The open offers, the accepted one first. */
async function offersOf({ world, caseId }: Turn) {
  const path = `/api/v2/operator/offers?case_id=${caseId}&limit=100`;
  const { items } = offersList.parse((await world.call("GET", path, { token: await world.operator() })).body);
  return items;
}

const answer =
  (kind: "accept" | "decline", of: number): Act =>
  async (turn) => {
    const open = (await offersOf(turn)).filter(({ status }) => status === "pending" || status === "seen");
    const first = Math.floor(turn.random() * open.length);
    const chosen = Array.from({ length: Math.min(of, open.length) }, (_, i) => open[(first + i) % open.length]);
    await Promise.all(
      chosen.map(async (offer) => {
        if (offer === undefined) return;
        const token = await turn.world.lawyer(offer.professional_id);
        const body = kind === "decline" ? { body: { reason: "no_time" } } : {};
        await turn.world.call("POST", `/api/v2/offers/${offer.id}/${kind}`, { token, ...body });
      }),
    );
  };

/** Whoever has the case. */
async function lawyerOf(turn: Turn): Promise<string | null> {
  const taken = (await offersOf(turn)).find(({ status }) => status === "accepted");
  return taken === undefined ? null : turn.world.lawyer(taken.professional_id);
}

const sign =
  (who: "client" | "lawyer"): Act =>
  async (turn, { contract_id: id }) => {
    if (id === null) return pause(turn, NOTHING);
    const token = who === "client" ? turn.token : await lawyerOf(turn);
    if (token === null) return;
    await turn.world.call("POST", `/api/v2/contracts/${id}/sign`, {
      token,
      body: { name: "Pessoa de Teste", consent: true },
    });
  };
const close: Act = async (turn, { contract_id: id }) => {
  const token = turn.random() < 0.5 ? turn.token : await lawyerOf(turn);
  if (token !== null) await turn.world.call("POST", `/api/v2/contracts/${id}/close`, { token });
};
const withdraw: Act = async (turn) => {
  const token = await lawyerOf(turn);
  if (token === null) return;
  const reasons = Object.keys(WITHDRAW_REASONS);
  const reason = reasons[Math.floor(turn.random() * reasons.length)];
  await turn.world.call("POST", `/api/v2/cases/${turn.caseId}/withdraw`, { token, body: { reason } });
};
const together =
  (...acts: Act[]): Act =>
  (turn, now) =>
    Promise.all(acts.map((act) => act(turn, now)));
const giveBack: Act = async ({ world, caseId }) => {
  const token = await world.operator();
  await world.call("POST", `/api/v2/operator/conversations/${caseId}/take-over`, { token, body: {} });
  await world.call("POST", `/api/v2/operator/conversations/${caseId}/give-back`, { token, body: {} });
};

const NOTHING: Seen = { status: "accepted", close_reason: null, contract_id: null, offer_id: null };

const ACTS: Record<CaseStatus, readonly Choice[]> = {
  triage: [
    [20, "answers", say("não sei")],
    [1, "stops", say("parar")],
    [1, "asks for a person", say("quero falar com uma pessoa")],
    [1, "cancels", cancel],
  ],
  handed_off: [
    [6, "is given back", giveBack],
    [2, "writes", say("não sei")],
    [1, "cancels", cancel],
    [1, "leaves", null],
  ],
  stopped: [
    [4, "comes back", say("quero continuar")],
    [1, "cancels", cancel],
    [1, "leaves", null],
  ],
  not_legal: [
    [2, "writes", say(NARRATIVE)],
    [1, "cancels", cancel],
    [1, "leaves", null],
  ],
  matching: [
    [12, "waits", pause],
    [1, "cancels", cancel],
    [1, "stops", say("parar")],
  ],
  choosing: [[1, "leaves", null]],
  offering: [
    [16, "one accepts", answer("accept", 1)],
    [4, "all accept at once", answer("accept", 3)],
    [3, "one declines", answer("decline", 1)],
    [1, "all decline", answer("decline", 3)],
    [1, "cancels", cancel],
    [1, "stops", say("parar")],
    [1, "cancels while one accepts", together(cancel, answer("accept", 1))],
    [1, "stops while one accepts", together(say("parar"), answer("accept", 2))],
  ],
  accepted: [
    [6, "client signs", sign("client")],
    [6, "lawyer signs", sign("lawyer")],
    [3, "both sign", together(sign("client"), sign("lawyer"))],
    [2, "lawyer gives back", withdraw],
    [2, "another", another],
    [1, "another, twice", together(another, another)],
    [1, "gives back while another is wanted", together(withdraw, another)],
    [1, "signs while it is cancelled", together(sign("lawyer"), sign("client"), cancel)],
    [1, "signs while it is given back", together(sign("client"), withdraw, sign("lawyer"))],
    [1, "operator voids", byOperator("void-contract", words)],
    [1, "operator cancels", byOperator("cancel", words)],
    [1, "leaves", null],
  ],
  signed: [
    [6, "closes", close],
    [2, "lawyer gives back", withdraw],
    [2, "another", another],
    [1, "cancels", cancel],
    [1, "closes while it is given back", together(close, withdraw)],
    [1, "closes while it is cancelled", together(close, cancel)],
    [1, "leaves", null],
  ],
  unmatched: [
    [3, "operator searches again", byOperator("search-again")],
    [1, "cancels", cancel],
    [1, "leaves", null],
  ],
  closed: [
    [2, "reopens", course("reopen")],
    [1, "operator reopens", byOperator("reopen", words)],
    [1, "cancels again", cancel],
    [1, "writes", say("ainda estou aqui")],
    [3, "leaves", null],
  ],
  forgotten: [[1, "leaves", null]],
};

function choose(choices: readonly Choice[], random: () => number): readonly [string, Act | null] {
  let left = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, name, act] of choices) {
    left -= weight;
    if (left < 0) return [name, act];
  }
  return ["leaves", null];
}
