// What a turn owes to Postgres, paid by the verbs that write it: the only place where the object meets them.
import * as z from "zod";
import type { Locale } from "../src/domain/locale.ts";
import type { ConversationStatus } from "../src/domain/ports.ts";
import type { TokenUsage } from "../src/domain/triage/strategies/types.ts";
import type { Strategy, Understanding } from "../src/domain/triage/types.ts";
import type { Env } from "../src/env.ts";
import type { ServiceContext } from "../src/services/context.ts";
import { completeTriage } from "../src/services/intake/complete-triage.ts";
import { forgetCase } from "../src/services/intake/forget-case.ts";
import { recordConversation } from "../src/services/intake/record-conversation.ts";
import { countDropped, countModelUse } from "../src/services/triage/count-models.ts";
import { recordUsage } from "../src/services/triage/record-usage.ts";
import { tellOnWhatsApp } from "../src/services/whatsapp/tell-on-whatsapp.ts";
import { endInvocation, makeContext } from "../src/wiring.ts";
import type { Effect } from "./conversation-effect-queue.ts";
import type { Telling } from "./conversation-telling.ts";

/** What an effect writes: the conversation as it stands when the effect runs. */
export interface EffectFacts {
  caseId: string;
  status: ConversationStatus;
  controlledBy: "agent" | "human";
  understanding: Understanding;
  strategy?: Strategy | undefined;
  locale: Locale;
  /** Only for `tell`. */
  telling?: Telling | undefined;
}

/** `forgotten`: nothing of the conversation is to be kept any longer. */
export type Paid = "done" | "forgotten";

/** Throws when it has not been done; doing it twice is doing it once. */
export type PayEffect = (effect: Effect, facts: EffectFacts) => Promise<Paid>;

/** The verbs, in this Worker's world. */
export function payWith(env: Env, later: (work: Promise<unknown>) => void): PayEffect {
  return (effect, facts) => {
    const ctx = makeContext(env, { traceId: `conversation-${facts.caseId}-${effect.id}`, later });
    return pay(ctx, effect, facts).finally(() => endInvocation(env, ctx));
  };
}

async function pay(ctx: ServiceContext, effect: Effect, facts: EffectFacts): Promise<Paid> {
  if (effect.kind === "complete") {
    await completeTriage(ctx, { caseId: facts.caseId, understanding: facts.understanding, strategy: facts.strategy });
    return "done";
  }
  if (effect.kind === "forget") {
    return (await forgetCase(ctx, { caseId: facts.caseId })) === "forgotten" ? "forgotten" : "done";
  }
  if (effect.kind === "tell") {
    const { caseId, status, locale, telling } = facts;
    await tellOnWhatsApp(ctx, { caseId, status, locale, lines: telling?.lines ?? [] });
    return "done";
  }
  if (effect.kind === "usage") {
    await payUsage(ctx, effect, facts.caseId);
    return "done";
  }
  await recordConversation(ctx, { ...facts, reason: effect.reason, seq: effect.seq });
  return "done";
}

const usageData = z.object({
  turnId: z.string(),
  usage: z.array(z.custom<TokenUsage>((value) => typeof value === "object" && value !== null)),
  dropped: z.array(z.string()),
});

async function payUsage(ctx: ServiceContext, effect: Effect, caseId: string): Promise<void> {
  const { turnId, usage, dropped } = usageData.parse(JSON.parse(effect.data ?? "{}"));
  const added = await recordUsage(ctx, { caseId, key: `${turnId}:${effect.seq}`, usage });
  // A repeated run has been counted.
  if (added === 0) return;
  countModelUse(ctx.metrics, usage);
  countDropped(ctx.metrics, dropped);
}
