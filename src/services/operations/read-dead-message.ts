// One message as an operator may see it: what it is about, what went wrong, and what may be changed in it.
import { and, desc, eq, like } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { audit, outbox } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "./as-operator.ts";
import { LEFT_OUT, redacted } from "./redact-body.ts";

const MOST_ACTS = 20;

/** `editable`: the fields whose values are shown. Throws `not_found`. */
export async function readMessageState(ctx: ServiceContext, actor: Actor, id: string) {
  asOperator(actor);
  const [[row], acts] = await ctx.db.batch([
    ctx.db.select().from(outbox).where(eq(outbox.id, id)),
    ctx.db
      .select({ actor: audit.actor, action: audit.action, at: audit.at, detail: audit.detail })
      .from(audit)
      .where(and(eq(audit.subject, id), like(audit.action, "message.%")))
      .orderBy(desc(audit.at))
      .limit(MOST_ACTS),
  ]);
  if (row === undefined) throw notFound("message");
  const body = redacted(row.body);
  return {
    id: row.id,
    lane: row.lane,
    name: row.name,
    version: row.version,
    status: row.status,
    attempts: row.attempts,
    /** A code, never a message. */
    last_error: row.lastError,
    body,
    editable: Object.keys(body).filter((key) => typeof row.body[key] !== "object" && body[key] !== LEFT_OUT),
    trace_id: row.traceId,
    created_at: row.createdAt.toISOString(),
    available_at: row.availableAt.toISOString(),
    acts: acts.map(({ action, at, detail }) => ({ action, at: at.toISOString(), error: String(detail.error ?? "") })),
  };
}

export type MessageState = Awaited<ReturnType<typeof readMessageState>>;
