// The scripted reply in a model's words, as they come: guarded, from one model only, and with its question whatever the model does.
import { interviewerInput, LEGAL_INTERVIEWER } from "../../domain/prompts/legal-interviewer.ts";
import { asksTheSame } from "../../domain/prompts/same-question.ts";
import { guardStream } from "../../domain/triage/guard.ts";
import { mayBeWorded } from "../../domain/triage/may-be-worded.ts";
import { questionById } from "../../domain/triage/questions.ts";
import { namesIn, redact } from "../../domain/triage/redact.ts";
import type { Line, ReplyInput, ReplyStream, TokenUsage } from "../../domain/triage/strategies/types.ts";
import type { ChatModel } from "../../providers/models/chat-model.ts";
import { type CallMade, freshNonce, outcomeOf } from "./model-call.ts";

/** The guard lets 120 words pass; what goes on is cut there anyway. */
const MOST_TOKENS = 400;
/** Lines of the conversation that a reply is worded by. */
const MOST_LINES = 8;

/**
 * Pieces are whole sentences. Ends empty, and the scripted words stand, where no model could word it, where nothing of it may be
 * shown, and at once where the reply is none that a model may word (may-be-worded.ts). Stops without an error when the signal aborts.
 */
export function interviewReply(models: readonly ChatModel[], input: ReplyInput, made: CallMade = {}): ReplyStream {
  const usage: TokenUsage[] = [];
  const dropped: string[] = [];
  return {
    pieces: pieces(mayBeWorded(input.scripted, input.locale) ? models : [], input, made, usage, dropped),
    cost: () => ({ usage: [...usage], dropped: [...dropped] }),
  };
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
  const known = [...input.history.map(({ text }) => text), asked, scripted.text].join("\n");
  const said = { ...privately(input), script: scripted.text };
  for (const model of models) {
    const startedAt = clock();
    if (signal.aborted || startedAt >= until) return;
    const guard = guardStream({ locale, asked, known, told: known, instructions });
    const keeper = questionKeeper(input);
    const told = interviewerInput(locale, said, nonce());
    const stream = model.stream({
      instructions,
      promptVersion: version,
      input: told,
      maxOutputTokens: MOST_TOKENS,
      budgetMs: until - startedAt,
      signal,
    });
    // What stands where nobody listens to the end.
    let outcome: TokenUsage["outcome"] = "stopped";
    let heard = 0;
    let shown = false;
    const show = function* (text: string) {
      const out = keeper.take(text);
      shown ||= out !== "";
      if (out !== "") yield out;
    };
    try {
      for await (const piece of stream.pieces) {
        heard += piece.length;
        yield* show(guard.push(piece));
        if (signal.aborted) return;
      }
      yield* show(guard.end());
      outcome = "answered";
    } catch (error) {
      // Half a sentence is not shown: what was cut stays with the guard.
      if (!signal.aborted) outcome = outcomeOf(error);
    } finally {
      const tokens = stream.tokens() ?? estimated(heard, instructions.length + told.length);
      const { provider, model: name } = model;
      usage.push({ provider, model: name, role: "interviewer", outcome, ...tokens, ms: clock() - startedAt });
      dropped.push(...guard.result().dropped.map(({ kind }) => kind), ...keeper.dropped);
    }
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

/** The last lines and what was asked, without documents, phones and names: a thank-you needs none. */
function privately({ history, asked }: ReplyInput): { history: Line[]; asked: string } {
  const names = namesIn([...history.map(({ text }) => text), asked].join("\n"));
  const last = history.at(-1);
  const before = last?.from === "client" && last.text === asked ? history.slice(0, -1) : history;
  const lines = before.slice(-MOST_LINES).map(({ from, text }) => ({ from, text: redact(text, names) }));
  return { history: lines, asked: redact(asked, names) };
}

/**
 * Sees that the words ask what the script asks, and nothing else: a question of the model's own gives way to the scripted one.
 */
function questionKeeper({ locale, scripted }: ReplyInput) {
  const question = scripted.question === null ? undefined : questionById(scripted.question);
  const waiting = question?.text[locale] ?? "";
  const dropped: string[] = [];
  // Where yes and no are offered, "did they not pay you" would turn the answer round: such a question is asked as it was written.
  const asking = question?.options === undefined ? sentencesOf(waiting) : [];
  const comfort = scripted.text.slice(0, -waiting.length).trim();
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
    rest: (): string => (isAsked ? "" : spaced([waiting])),
  };
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
