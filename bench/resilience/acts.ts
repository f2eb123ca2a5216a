// What people do at a vendor while a case runs: write in the help desk, press the team's button, hold the triage on WhatsApp.
import * as z from "zod";
import { DEMO_OPERATOR } from "../../local/demo/load.ts";
import { TAKE_ACTION } from "../../src/providers/slack.ts";
import { eventually } from "../../tests/support/api.ts";
import type { LivesWorld } from "../lives/world.ts";
import { type Offered, offersOut, replyTo, STORIES, type Told } from "./case.ts";
import type { StandIns } from "./vendors.ts";
import { deskPosts, type Webhooks } from "./webhooks.ts";

/** So long a webhook may take to have its effect. */
const LIMIT_MS = 60_000;
const USER = "U0OPERATOR";

const conversation = z.object({
  controlled_by: z.string(),
  events: z.array(z.object({ type: z.string(), data: z.looseObject({}) })),
});

async function read(world: LivesWorld, caseId: string): Promise<z.infer<typeof conversation>> {
  const token = await world.operator();
  const { body } = await world.call("GET", `/api/v2/operator/conversations/${caseId}`, { token });
  return conversation.parse(body);
}

function saidBy({ events }: z.infer<typeof conversation>, from: string): unknown[] {
  return events.filter(({ type, data }) => type === "message" && data.from === from).map(({ data }) => data.text);
}

/** Throws an Error where the words do not stand in the conversation exactly once. */
export async function writeAtTheDesk(world: LivesWorld, standIns: StandIns, webhooks: Webhooks, { caseId }: Offered) {
  const thread = await found("a thread", async () =>
    standIns.chatwoot.threads.find(({ attributes }) => attributes.vez_case === caseId),
  );
  const words = `Aqui é a Ana, da equipe. Li o caso ${thread.id}.`;
  await webhooks.tell("chatwoot", deskPosts(world.origin, thread.id, words), { signed: true });
  const said = await found("the desk's words", async () => {
    const all = saidBy(await read(world, caseId), "human").filter((text) => text === words);
    return all.length > 0 && all;
  });
  if (said.length !== 1) throw new Error(`the desk's words stand there ${said.length} times`);
}

/** Throws an Error where the button does not take the conversation over exactly once. */
export async function pressTheButton(world: LivesWorld, standIns: StandIns, webhooks: Webhooks, { caseId }: Offered) {
  const { slack } = standIns;
  slack.emails.set(USER, DEMO_OPERATOR);
  const { ts } = await found("an alert", async () =>
    slack.posted.find(({ blocks }) => JSON.stringify(blocks).includes(caseId)),
  );
  const pressed = { user: USER, ts, actionId: TAKE_ACTION, value: caseId };
  const now = Date.now();
  const press = async (skewSeconds = 0) => {
    const { body, headers } = slack.press({ ...pressed, at: new Date(now + skewSeconds * 1000) });
    const response = await fetch(`${world.origin}/webhooks/slack`, { method: "POST", body, headers });
    await response.body?.cancel();
    return response.status;
  };
  await webhooks.tell("slack", [press], { signed: true });
  const taken = await found("a take-over", async () => {
    const seen = await read(world, caseId);
    return seen.controlled_by === "human" && seen;
  });
  const times = taken.events.filter(({ type, data }) => type === "handoff" && data.state === "taken").length;
  if (times !== 1) throw new Error(`taken over ${times} times`);
  const token = await world.operator();
  await world.call("POST", `/api/v2/operator/conversations/${caseId}/give-back`, { token, body: {} });
}

/** The whole triage by phone, then on in a browser by the link; throws an Error where a message does not count exactly once. */
export async function leadByPhone(
  world: LivesWorld,
  standIns: StandIns,
  webhooks: Webhooks,
  told: Told,
): Promise<Offered> {
  const { evolution } = standIns;
  const number = `55119${String(70_000_000 + told.index)}`;
  const words: string[] = [STORIES[0]];
  let known = 0;
  for (let turn = 0; turn < 14; turn++) {
    const text = words.at(-1) ?? "";
    const id = `3A${number}${String(turn).padStart(4, "0")}`;
    const post = (skewSeconds = 0) =>
      evolution.write(world.origin, { from: number, text, id, atMs: Date.now() + skewSeconds * 1000 });
    await webhooks.tell("evolution", [post], { signed: false });
    const heard = await found("an answer on the phone", async () => {
      const texts = evolution.textsTo(number);
      return texts.length > known && !texts.at(-1)?.startsWith("Oi, eu sou o assistente") && texts;
    });
    known = heard.length;
    const last = heard.at(-1) ?? "";
    const link = last.includes("Acompanhe o seu caso") ? /http\S+\/w\?k=\S+/.exec(last)?.[0] : undefined;
    if (link !== undefined) return goOnInBrowser(world, link, told, words);
    words.push(replyTo(last));
  }
  throw new Error("the interview did not end");
}

async function goOnInBrowser(world: LivesWorld, link: string, told: Told, words: readonly string[]): Promise<Offered> {
  const answer = await fetch(`${world.origin}/w`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ k: new URL(link).searchParams.get("k") ?? "" }),
    headers: { origin: world.origin },
  });
  const caseId = answer.headers.get("location")?.split("/").at(-1) ?? "";
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token=")) ?? "";
  const token = decodeURIComponent(cookie.split(";")[0]?.split("=").slice(1).join("=") ?? "");
  const heard = saidBy(await read(world, caseId), "client");
  if (heard.length !== words.length)
    throw new Error(`${words.length} messages were written, ${heard.length} stand there`);
  return offersOut(world, { caseId, token }, told, []);
}

async function found<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  try {
    return await eventually(look, LIMIT_MS);
  } catch {
    throw new Error(`no ${what} in time`);
  }
}
