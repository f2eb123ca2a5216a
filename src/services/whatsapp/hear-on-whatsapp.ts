// A person wrote on WhatsApp: the words go into the same conversation as from the page, and the answer comes back by itself.
import { VezError } from "../../base/errors.ts";
import type { Locale } from "../../domain/locale.ts";
import type { SayInput } from "../../domain/ports.ts";
import { intentsOf } from "../../domain/triage/intents.ts";
import { tellsOfDanger } from "../../domain/triage/tells-of-danger.ts";
import { languageAsked, languageOf } from "../../domain/whatsapp/language.ts";
import { messageIdOf } from "../../domain/whatsapp/message-id.ts";
import { HOLD_MS, type Pace, paceOf } from "../../domain/whatsapp/pace.ts";
import { splitForPhone } from "../../domain/whatsapp/split.ts";
import {
  asksForLink,
  chosenOption,
  languageSet,
  linkAsked,
  type NotTaken,
  notTaken,
  tooMuch,
} from "../../domain/whatsapp/words.ts";
import type { HeardBody } from "../../providers/evolution-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { clientSeen } from "../intake/client-seen.ts";
import { MAX_MESSAGE_CHARACTERS } from "../intake/message-text.ts";
import { reopenConversation } from "../intake/reopen-conversation.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import { cleanText } from "../plain-text.ts";
import { unwrap } from "../rpc.ts";
import { hear } from "../voice/hear.ts";
import { hearSafety } from "./ask-safety.ts";
import { type Contact, contactOf, type Writer } from "./contact-of.ts";
import { currentCase } from "./current-case.ts";
import { putTexts } from "./put-texts.ts";
import { setLanguage } from "./set-language.ts";
import { tellOnWhatsApp } from "./tell-on-whatsapp.ts";

/** One message on its way in. */
interface Message {
  contact: Writer;
  row: CaseRow;
  vendorId: string;
  pace: Pace;
}

/** The same `vendorId` twice is one message. */
export async function hearOnWhatsApp(ctx: ServiceContext, heard: HeardBody, vendorId: string): Promise<void> {
  const text = cleanText(heard.text).trim();
  const messages = Math.max(1, Math.ceil(text.length / MAX_MESSAGE_CHARACTERS));
  const said = languageOf(text);
  const contact = await contactOf(ctx, heard, { messages, locale: said ?? "pt-BR" });
  const row = await currentCase(ctx, contact, { openKey: `whatsapp:${vendorId}`, said });
  const pace = paceOf(contact.heardCount, ctx.settings.whatsappMessages);
  if (pace !== "free")
    ctx.metrics.count("whatsapp_beyond_pace_total", { became: pace === "held" ? "held" : "dropped" });
  const message = { contact, row, vendorId, pace };
  if (pace === "flood" && !mustBeHeard(text)) return askToWait(ctx, message);
  if (heard.kind === "text" && asksForLink(text)) return sendLink(ctx, message);
  const wish = heard.kind === "text" ? languageAsked(text) : null;
  if (wish !== null) return speak(ctx, message, wish);
  if (heard.kind === "text" && (await hearSafety(ctx, contact, row, { text, vendorId }))) return;
  const spoken = heard.kind === "voice" ? await wordsOf(ctx, row, vendorId) : { text, why: null };
  const words = spoken.text === "" ? null : await asAnswer(ctx, row, spoken.text);
  if (words !== null) await sayAll(ctx, message, words);
  const why = spoken.why ?? whyNotTaken(heard.kind, words !== null);
  if (why !== null) await answerInstead(ctx, message, why);
}

/** However much comes: danger, "stop" and the wish for a person. */
function mustBeHeard(text: string): boolean {
  const intents = intentsOf(text);
  return tellsOfDanger(text) || intents.has("stop") || intents.has("person");
}

function whyNotTaken(kind: HeardBody["kind"], said: boolean): NotTaken | null {
  if (kind === "file") return "file";
  return said ? null : "other";
}

/** What a text of ours beside the conversation answers: this message, or beyond the limit all of the stretch together. */
function occasionOf({ contact, vendorId, pace }: Message): string {
  if (pace === "free") return messageIdOf(vendorId);
  return `pace:${contact.id}:${contact.heardSince?.getTime() ?? 0}`;
}

async function askToWait(ctx: ServiceContext, message: Message): Promise<void> {
  const { contact, row } = message;
  const words = async () => tooMuch(row.locale);
  await putTexts(ctx, { contact, caseId: row.id }, [{ key: `${occasionOf(message)}:wait`, words }]);
}

/** A long message in pieces that the conversation takes, each named by its place. */
async function sayAll(ctx: ServiceContext, { contact, row, vendorId, pace }: Message, words: string): Promise<void> {
  const id = messageIdOf(vendorId);
  const hold = pace === "free" ? {} : { holdMs: HOLD_MS };
  for (const [index, text] of splitForPhone(words, MAX_MESSAGE_CHARACTERS).entries()) {
    await sayOne(ctx, contact, row, { text, clientMessageId: index === 0 ? id : `${id}:${index}`, ...hold });
  }
  await clientSeen(ctx, row.id);
  // Whoever holds the conversation in the help desk reads it there.
  await oweMirror(ctx, row.id, id);
}

async function sayOne(ctx: ServiceContext, contact: Contact, row: CaseRow, input: SayInput): Promise<void> {
  const first = await ctx.conversation(row.conversationId).hear(input);
  if (first.ok) return;
  if (first.code === "not_open") {
    // Killed between the case's row and its conversation: the words are not lost.
    await reopenConversation(ctx, row);
    unwrap(await ctx.conversation(row.conversationId).hear(input));
    return;
  }
  if (first.code !== "conversation_forgotten") return void unwrap(first);
  // Forgotten at this very moment: told anew, in a case of its own.
  const openKey = `whatsapp:${input.clientMessageId}:anew`;
  const next = await currentCase(ctx, { ...contact, caseId: null }, { openKey, said: row.locale });
  unwrap(await ctx.conversation(next.conversationId).hear(input));
}

/** "2" is the second of the answers that were offered; a number is a number where none were. */
async function asAnswer(ctx: ServiceContext, row: CaseRow, text: string): Promise<string> {
  if (!/^\d{1,2}\s*[.)]?$/.test(text)) return text;
  const snapshot = await ctx.conversation(row.conversationId).snapshot({ limit: 1 });
  return (snapshot.ok ? chosenOption(text, snapshot.value.question.options) : null) ?? text;
}

async function wordsOf(
  ctx: ServiceContext,
  row: CaseRow,
  vendorId: string,
): Promise<{ text: string; why: NotTaken | null }> {
  if (ctx.speech.length === 0 || ctx.whatsapp === null) return { text: "", why: "voice_off" };
  try {
    return { text: await hear(ctx, await ctx.whatsapp.media(vendorId), row.locale), why: null };
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    // Not asked for yet: too many are being fetched at this moment.
    if (error.code === "vendor_overloaded") throw error;
    ctx.log.warn("whatsapp_voice_failed", { case_id: row.id, code: error.code });
    return { text: "", why: WHY[error.code] ?? "voice_failed" };
  }
}

const WHY: Partial<Record<string, NotTaken>> = {
  heard_nothing: "voice_silent",
  sound_empty: "voice_silent",
  sound_too_large: "voice_long",
};

/** Said beside the conversation, which has nothing to answer; whoever is here for the first time is greeted before. */
async function answerInstead(ctx: ServiceContext, message: Message, why: NotTaken): Promise<void> {
  const { contact, row } = message;
  await greet(ctx, row);
  const texts = [
    {
      key: `${occasionOf(message)}:instead`,
      words: async (link: () => Promise<string>) => notTaken(why, row.locale, why === "file" ? await link() : null),
    },
  ];
  await putTexts(ctx, { contact, caseId: row.id }, texts);
}

async function sendLink(ctx: ServiceContext, message: Message): Promise<void> {
  const { contact, row } = message;
  await greet(ctx, row);
  const key = `${occasionOf(message)}:link`;
  const words = async (link: () => Promise<string>) => linkAsked(row.locale, await link());
  // Asked for by the person: it leaves after a "stop" as well.
  await putTexts(ctx, { contact, caseId: row.id }, [{ key, words, isFarewell: true }]);
}

/** From now on in this language: the conversation, what is said beside it, and the news of the case. */
async function speak(ctx: ServiceContext, message: Message, locale: Locale): Promise<void> {
  const { contact, vendorId } = message;
  await setLanguage(ctx, message, locale);
  const row = { ...message.row, locale };
  await greet(ctx, row);
  const words = async () => languageSet(locale);
  await putTexts(ctx, { contact, caseId: row.id }, [{ key: `${occasionOf(message)}:language:${locale}`, words }]);
  const conversation = ctx.conversation(row.conversationId);
  const now = await conversation.snapshot({ limit: 1 });
  if (now.ok && now.value.locale === locale) return;
  const corrected = await conversation.correct({ correction: { locale }, key: `${messageIdOf(vendorId)}:language` });
  if (corrected.ok) return;
  // Killed before it was opened, and it opens in this language; forgotten, and the next message opens another.
  if (corrected.code === "not_open") return reopenConversation(ctx, row);
  if (corrected.code !== "conversation_forgotten") unwrap(corrected);
}

/** The greeting as the conversation has it, under its own name there: told again by the conversation it is the same text. */
async function greet(ctx: ServiceContext, row: CaseRow): Promise<void> {
  const snapshot = await ctx.conversation(row.conversationId).snapshot({ limit: 3 });
  if (!snapshot.ok) return;
  const greeting = snapshot.value.events.find(({ type, data }) => type === "message" && data.from === "agent");
  const { message_id: key, text } = greeting?.data ?? {};
  if (snapshot.value.firstSeq > 1 || typeof key !== "string" || typeof text !== "string") return;
  const line = { key, kind: "words", text, options: [], isFirst: true } as const;
  await tellOnWhatsApp(ctx, {
    caseId: row.id,
    status: "interviewing",
    locale: row.locale,
    lines: [{ ...line, options: [] }],
  });
}
