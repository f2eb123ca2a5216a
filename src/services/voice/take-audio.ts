// The client says something by voice: its words become the message, exactly as if they had been written.
import { VezError } from "../../base/errors.ts";
import type { TurnAnswer } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { MAX_MESSAGE_CHARACTERS } from "../intake/message-text.ts";
import { readConversation } from "../intake/read-conversation.ts";
import { say, sayInput } from "../intake/say.ts";
import { parseInput } from "../parse-input.ts";
import { hear, type SoundBytes } from "./hear.ts";
import { openToSpeech } from "./open-to-speech.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** A phone makes a lost upload again within minutes; what was said since then is far less than this. */
const LATEST_EVENTS = 200;

/**
 * The answer, and the transcript as it stands in the conversation: the same id twice is one message, and the second sound is
 * not listened to. Throws what `openToSpeech`, `hear` and `say` throw, and `speech_too_long` (422).
 */
export async function takeAudio(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  input: { bytes: SoundBytes; clientMessageId: string },
): Promise<TurnAnswer & { transcript: string }> {
  const { locale, lastSeq } = await openToSpeech(ctx, actor, caseId);
  const id = input.clientMessageId;
  const said = await saidAs(ctx, actor, caseId, { id, lastSeq });
  const text = said ?? (await hear(ctx, input.bytes, locale));
  if (text.length > MAX_MESSAGE_CHARACTERS) throw tooLong();
  const answer = await say(ctx, actor, caseId, parseInput(sayInput, { text, client_message_id: id }));
  // Where two uploads of one recording ran beside each other, the first to arrive was said.
  const stands = said ?? (await saidAs(ctx, actor, caseId, { id, lastSeq: answer.seq }));
  return { ...answer, transcript: stands ?? text };
}

/** The words of the message with this id, among the latest events up to `lastSeq`; null where there is none. */
async function saidAs(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  { id, lastSeq }: { id: string; lastSeq: number },
): Promise<string | null> {
  const page = { after: Math.max(0, lastSeq - LATEST_EVENTS), limit: LATEST_EVENTS };
  const { snapshot } = await readConversation(ctx, { ...actor, role: "client" }, caseId, page);
  const message = snapshot.events.find(({ type, data }) => type === "message" && data.client_message_id === id);
  return typeof message?.data.text === "string" ? message.data.text : null;
}

function tooLong(): VezError {
  return new VezError("speech_too_long", {
    status: 422,
    detail: `This is more than ${MAX_MESSAGE_CHARACTERS} characters when written. Send it in shorter recordings.`,
  });
}
