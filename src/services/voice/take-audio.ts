// The client says something by voice: its words become the message, exactly as if they had been written.
import { VezError } from "../../base/errors.ts";
import type { LoggedEvent } from "../../domain/events.ts";
import type { TurnAnswer } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { MAX_MESSAGE_CHARACTERS } from "../intake/message-text.ts";
import { readConversation } from "../intake/read-conversation.ts";
import { say, sayInput } from "../intake/say.ts";
import { parseInput } from "../parse-input.ts";
import { hear, type SoundBytes } from "./hear.ts";
import { openToSpeech } from "./open-to-speech.ts";

/** What follows a message within its own turn is far less than this. */
const TURN_EVENTS = 50;

/**
 * The answer, and the transcript as it stands in the conversation: the same id twice is one message, whatever was heard
 * the second time. Throws what `openToSpeech`, `hear` and `say` throw, and `speech_too_long` (422).
 */
export async function takeAudio(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: { bytes: SoundBytes; clientMessageId: string },
): Promise<TurnAnswer & { transcript: string }> {
  const { locale } = await openToSpeech(ctx, actor, caseId);
  const heard = await hear(ctx, input.bytes, locale);
  if (heard.length > MAX_MESSAGE_CHARACTERS) throw tooLong();
  const message = parseInput(sayInput, { text: heard, client_message_id: input.clientMessageId });
  const answer = await say(ctx, actor, caseId, message);
  const page = { after: Math.max(0, answer.seq - TURN_EVENTS), limit: TURN_EVENTS };
  const { snapshot } = await readConversation(ctx, { ...actor, role: "client" }, caseId, page);
  return { ...answer, transcript: saidAs(snapshot.events, input.clientMessageId) ?? message.text };
}

function saidAs(events: readonly LoggedEvent[], clientMessageId: string): string | null {
  const said = events.find(({ type, data }) => type === "message" && data.client_message_id === clientMessageId);
  return typeof said?.data.text === "string" ? said.data.text : null;
}

function tooLong(): VezError {
  return new VezError("speech_too_long", {
    status: 422,
    detail: `This is more than ${MAX_MESSAGE_CHARACTERS} characters when written. Send it in shorter recordings.`,
  });
}
