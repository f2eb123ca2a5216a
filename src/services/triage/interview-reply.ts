// The scripted reply in a model's words, as they come: guarded, from one model only, and with its question whatever the model does.
import { interviewerInput, LEGAL_INTERVIEWER } from "../../domain/prompts/legal-interviewer.ts";
import { asksTheSame } from "../../domain/prompts/same-question.ts";
import { guardStream } from "../../domain/triage/guard.ts";
import { questionById } from "../../domain/triage/questions.ts";
import { redact } from "../../domain/triage/redact.ts";
import type { ReplyInput, ReplyStream, TokenUsage } from "../../domain/triage/strategies/types.ts";
import type { ChatModel } from "../../providers/models/chat-model.ts";
import { type CallMade, freshNonce, outcomeOf } from "./model-call.ts";

/** The guard lets 120 words pass; what goes on is cut there anyway. */
const MOST_TOKENS = 400;
/** Lines of the conversation that a reply is worded by. */
const MOST_LINES = 8;

/**
 * Pieces are whole sentences. Ends empty, and the scripted words stand, where no model could word it, where nothing of it may be
 * shown, and where the script tells numbers: a phone to call is not reworded. Stops at once, without an error, when the signal aborts.
 */
export function interviewReply(models: readonly ChatModel[], input: ReplyInput, made: CallMade = {}): ReplyStream {
  const usage: TokenUsage[] = [];
  const dropped: string[] = [];
  return {
    pieces: pieces(mayBeWorded(input) ? models : [], input, made, usage, dropped),
    cost: () => ({ usage: [...usage], dropped: [...dropped] }),
  };
}

/** A phone to call, a date or a sum is said as it stands; so is a reply without words. */
function mayBeWorded({ scripted }: ReplyInput): boolean {
  return scripted.text !== "" && !/\d/.test(scripted.text);
}

async function* pieces(
  models: readonly ChatModel[],
  input: ReplyInput,
  { nonce = freshNonce, clock = Date.now }: CallMade,
  usage: TokenUsage[],
  dropped: string[],
): AsyncGenerator<string> {
  const { locale, asked, scripted, signal } = input;
  const { version, instructions } = LEGAL_INTERVIEWER[locale];
  const until = clock() + input.budgetMs;
  const history = input.history.slice(-MOST_LINES).map(({ from, text }) => ({ from, text: redact(text, []) }));
  const known = [...input.history.map(({ text }) => text), asked, scripted.text].join("\n");
  for (const model of models) {
    const startedAt = clock();
    if (signal.aborted || startedAt >= until) return;
    const guard = guardStream({ locale, asked, known, told: known, instructions });
    const keeper = questionKeeper(input);
    const told = interviewerInput(locale, { history, asked: redact(asked, []), script: scripted.text }, nonce());
    const stream = model.stream({
      instructions,
      promptVersion: version,
      input: told,
      maxOutputTokens: MOST_TOKENS,
      budgetMs: until - startedAt,
      signal,
    });
    let outcome: TokenUsage["outcome"] = "answered";
    let heard = 0;
    let shown = false;
    const show = function* (text: string) {
      const out = keeper.take(text);
      if (out !== "") {
        shown = true;
        yield out;
      }
    };
    try {
      for await (const piece of stream.pieces) {
        heard += piece.length;
        yield* show(guard.push(piece));
        if (signal.aborted) break;
      }
      if (!signal.aborted) yield* show(guard.end());
    } catch (error) {
      // Half a sentence is not shown: what was cut stays with the guard.
      outcome = outcomeOf(error);
    }
    if (signal.aborted) outcome = "stopped";
    const tokens = stream.tokens() ?? estimated(heard, instructions.length + told.length);
    usage.push({
      provider: model.provider,
      model: model.model,
      role: "interviewer",
      outcome,
      ...tokens,
      ms: clock() - startedAt,
    });
    dropped.push(...guard.result().dropped.map(({ kind }) => kind), ...keeper.dropped);
    if (signal.aborted) return;
    if (shown) {
      const rest = keeper.rest();
      if (rest !== "") yield rest;
      return;
    }
    // It spoke, and nothing of it may be said: the scripted words are at hand, another model would only take time.
    if (outcome === "answered") return;
  }
}

/**
 * Sees that the words ask what the script asks, and nothing else: a question of the model's own gives way to the scripted one, and one
 * that nobody decided is left out.
 */
function questionKeeper({ locale, scripted }: ReplyInput) {
  const waiting = scripted.question === null ? null : scriptedQuestion(scripted, locale);
  const dropped: string[] = [];
  const asking = waiting === null ? [] : sentencesOf(waiting);
  const comfort =
    waiting !== null && scripted.text.endsWith(waiting) ? scripted.text.slice(0, -waiting.length).trim() : "";
  let isAsked = false;
  let isFirst = true;
  const spaced = (parts: readonly string[]) => {
    const text = parts.join(" ");
    const out = isFirst || text === "" ? text : ` ${text}`;
    if (text !== "") isFirst = false;
    return out;
  };
  return {
    dropped,
    take(text: string): string {
      const kept = sentencesOf(text).flatMap((sentence, at) => {
        if (!sentence.includes("?")) return [sentence];
        if (asking.some((part) => asksTheSame(sentence, part))) {
          isAsked = true;
          // A question alone is a cold reply: where nothing warm was left before it, the script's words come first.
          return isFirst && at === 0 && comfort !== "" ? [comfort, sentence] : [sentence];
        }
        dropped.push("other_question");
        return [];
      });
      return spaced(kept);
    },
    /** The scripted question where it was not asked. */
    rest: (): string => (waiting === null || isAsked ? "" : spaced([waiting])),
  };
}

/** The question's own text; else the last sentences of the reply, from the one that asks. */
function scriptedQuestion({ text, question }: ReplyInput["scripted"], locale: ReplyInput["locale"]): string {
  const known = question === null ? undefined : questionById(question)?.text[locale];
  if (known !== undefined) return known;
  const parts = sentencesOf(text);
  const at = parts.findLastIndex((part) => part.includes("?"));
  return at === -1 ? text : parts.slice(at).join(" ");
}

function sentencesOf(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[.?…]["'”’)\]»]{0,2})\s+/)
    .filter((sentence) => sentence !== "");
}

/** Where a stream ended early nobody says what it cost: four characters a token, as OpenAI counts English roughly, is nearer than nothing. */
function estimated(
  heard: number,
  told: number,
): Pick<TokenUsage, "inputTokens" | "cachedInputTokens" | "outputTokens"> {
  if (heard === 0) return { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  return { inputTokens: Math.ceil(told / 4), cachedInputTokens: 0, outputTokens: Math.ceil(heard / 4) };
}
