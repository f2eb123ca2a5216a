// One case over HTTP from the first words to its end, and how long each step took in which a vendor may be missed.
import * as z from "zod";
import { CASE_STATUSES } from "../../src/domain/case-state.ts";
import { call, eventually } from "../../tests/support/api.ts";
import type { LivesWorld } from "../lives/world.ts";
import type { StandIns } from "./vendors.ts";

/** The first one leaves questions open, which models put; the second one has a person called and woken beside the triage: somebody is held by the police. */
export const STORIES = [
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.",
  "A polícia levou meu irmão para a delegacia ontem à noite em São Paulo, SP. Ele foi preso em flagrante e ainda não falou com ninguém.",
] as const;

/** So long a step may take before the case counts as stopped. */
const LIMIT_MS = 90_000;

export interface Told {
  /** Names the case. */
  index: number;
  /** A person is called and woken. */
  isUrgent: boolean;
  /** How its client is reached; null: every other one by the same. */
  reach: "email" | "whatsapp" | null;
}

export interface Led {
  caseId: string | null;
  completed: boolean;
  /** What stopped it; null where nothing did. */
  trouble: string | null;
  /** Of each of the client's turns: from the words to the answer (ms). */
  turnsMs: number[];
}

const begun = z.object({ case_id: z.string(), session_token: z.string() });
const turn = z.object({ message: z.string(), status: z.string() });
const seen = z.object({ status: z.enum(CASE_STATUSES), contract_id: z.string().nullable() });
const offersList = z.object({
  items: z.array(z.object({ id: z.string(), professional_id: z.string(), status: z.string() })),
});
const contract = z.object({ status: z.string() });
const place = z.object({ url: z.string().nullable() });

/** A case whose offers are out, to be gone on with. */
export interface Offered {
  caseId: string;
  token: string;
  offerId: string;
  professionalId: string;
  turnsMs: number[];
}

/** How one case differs from the others. */
export interface Differently {
  /** Instead of a triage on the web. */
  begin?: (told: Told) => Promise<Offered>;
  /** Before somebody accepts. */
  beside?: (offered: Offered) => Promise<void>;
  /** Both have signed, wherever it was; whether it is known here is another matter. */
  signed?: () => void;
  /** How long it may take until it is known. */
  knownWithinMs?: number;
}

/** Never throws: what stops a case is told. */
export async function leadCase(world: LivesWorld, standIns: StandIns, told: Told, how: Differently = {}): Promise<Led> {
  const turnsMs: number[] = [];
  let caseId: string | null = null;
  const opened = (id: string) => {
    caseId = id;
  };
  try {
    const offered = how.begin ? await how.begin(told) : await leadToOffers(world, told, turnsMs, opened);
    opened(offered.caseId);
    await how.beside?.(offered);
    await leadToEnd(world, standIns, offered, how);
    return { caseId, completed: true, trouble: null, turnsMs };
  } catch (error) {
    return { caseId, completed: false, trouble: error instanceof Error ? error.message : String(error), turnsMs };
  }
}

/** Opened, told to its end, and proposed to professionals. Throws an Error that says what it waited for. */
export async function leadToOffers(
  world: LivesWorld,
  told: Told,
  turnsMs: number[] = [],
  opened: (caseId: string) => void = () => undefined,
): Promise<Offered> {
  const { index, isUrgent } = told;
  const reach =
    (told.reach ?? (index % 2 === 0 ? "email" : "whatsapp")) === "email"
      ? { channel: "email", address: `cliente${index}@example.com` }
      : { channel: "whatsapp", address: `+55119${String(80_000_000 + index)}`, leave_message: true };
  const answer = await world.call("POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR", reach } });
  const { case_id: caseId, session_token: token } = begun.parse(answer.body);
  opened(caseId);
  await tell(world, { caseId, token }, STORIES[isUrgent ? 1 : 0], turnsMs);
  return offersOut(world, { caseId, token }, told, turnsMs);
}

/** Waits until the case of a triage that is complete was proposed. */
export async function offersOut(
  world: LivesWorld,
  { caseId, token }: { caseId: string; token: string },
  { index }: Told,
  turnsMs: number[],
): Promise<Offered> {
  const operator = await world.operator();
  const items = await until("offers", async () => {
    const path = `/api/v2/operator/offers?case_id=${caseId}&limit=100`;
    const list = offersList.parse((await world.call("GET", path, { token: operator })).body);
    return list.items.length > 0 && list.items;
  });
  const offer = items[index % items.length];
  if (offer === undefined) throw new Error("no offers");
  return { caseId, token, offerId: offer.id, professionalId: offer.professional_id, turnsMs };
}

/** One turn of a conversation of its own: what a model or the help desk sees first of a case. */
export async function sayOnce(world: LivesWorld): Promise<void> {
  const answer = await world.call("POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR" } });
  const { case_id: caseId, session_token: token } = begun.parse(answer.body);
  await world.call("POST", `/api/v2/triage/${caseId}/messages`, {
    token,
    body: { text: STORIES[0], client_message_id: "once" },
  });
}

async function tell(
  world: LivesWorld,
  client: { caseId: string; token: string },
  story: string,
  turnsMs: number[],
): Promise<void> {
  let text = story;
  for (let i = 0; i < 14; i++) {
    const startedAt = performance.now();
    const answer = await world.call("POST", `/api/v2/triage/${client.caseId}/messages`, {
      token: client.token,
      body: { text, client_message_id: `told-${i}` },
    });
    turnsMs.push(performance.now() - startedAt);
    const said = turn.safeParse(answer.body).data;
    if (said === undefined) throw new Error(`turn ${i}: status ${answer.status}`);
    if (said.status === "completed") return;
    if (said.status !== "interviewing") throw new Error(`triage is ${said.status}`);
    text = replyTo(said.message);
  }
  throw new Error("the interview did not end");
}

/** What is not known is not made up. */
export function replyTo(question: string): string {
  if (/estado|cidade/i.test(question)) return "São Paulo, SP";
  return /nome/i.test(question) ? "Padaria Central Ltda" : "não sei";
}

/** Accepted, spoken about, signed where it is signed, and closed. */
export async function leadToEnd(
  world: LivesWorld,
  standIns: StandIns,
  offered: Offered,
  { signed, knownWithinMs = LIMIT_MS }: Differently = {},
): Promise<void> {
  const { caseId, token } = offered;
  const lawyer = await world.lawyer(offered.professionalId);
  const done = async (step: string, path: string, who: string, body: Record<string, unknown> = {}) => {
    const { status, body: said } = await world.call("POST", path, { token: who, body });
    if (status >= 300) throw new Error(`${step}: ${status} ${said.code}`);
  };
  await done("accept", `/api/v2/offers/${offered.offerId}/accept`, lawyer);
  const talk = `/api/v2/cases/${caseId}/messages`;
  await done("client's message", talk, token, { text: "Posso falar às 10h?", client_message_id: `c-${caseId}` });
  await done("lawyer's message", talk, lawyer, { text: "Pode, eu ligo.", client_message_id: `l-${caseId}` });
  const contractId = await until("contract", async () => {
    const { body } = await world.call("GET", `/api/v2/cases/${caseId}`, { token });
    return seen.parse(body).contract_id;
  });
  await sign(world, standIns, { contractId, token, name: "Maria de Souza" });
  await sign(world, standIns, { contractId, token: lawyer, name: "Advogada de Teste" });
  signed?.();
  const isKnown = async () => {
    const { body } = await world.call("GET", `/api/v2/contracts/${contractId}`, { token });
    return contract.parse(body).status === "signed";
  };
  await until("both signatures", isKnown, knownWithinMs);
  await done("close", `/api/v2/contracts/${contractId}/close`, lawyer);
  const { body } = await world.call("GET", `/api/v2/cases/${caseId}`, { token });
  if (seen.parse(body).status !== "closed") throw new Error(`the case is ${seen.parse(body).status}`);
}

/** Here or at DocuSign, whichever is open; it may change between two tries. */
async function sign(
  world: LivesWorld,
  standIns: StandIns,
  { contractId, token, name }: { contractId: string; token: string; name: string },
): Promise<void> {
  await until("a place to sign", async () => {
    const path = `/api/v2/contracts/${contractId}`;
    // The 409s of a contract that is signed elsewhere are the way, no trouble: not through the world's count.
    const here = await call(world.origin, "POST", `${path}/sign`, { token, body: { name, consent: true } });
    if (here.status === 200) return true;
    if (here.body.code !== "signed_at_docusign") throw new Error(`sign: ${here.status} ${here.body.code}`);
    const there = await call(world.origin, "POST", `${path}/signing`, { token, body: { name } });
    if (there.body.code === "already_signed") return true;
    const url = place.safeParse(there.body).data?.url ?? null;
    return url !== null && (await standIns.docusign.press(url, "sign")) !== "";
  });
}

async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  limitMs: number = LIMIT_MS,
): Promise<T> {
  try {
    return await eventually(look, limitMs);
  } catch (error) {
    if (error instanceof Error && error.message === "it did not happen in time") throw new Error(`no ${what} in time`);
    throw error;
  }
}
