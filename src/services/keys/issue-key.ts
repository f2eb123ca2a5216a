// An operator makes an API key and the integration that it acts as; the key itself is told this once.
import * as z from "zod";
import { sha256Hex } from "../../base/digest.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { apiKeys, audit, users } from "../../db/schema.ts";
import { keyFrom, shownPart } from "../../domain/keys/key-format.ts";
import { SCOPES } from "../../domain/keys/scopes.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type KeyView, keyView } from "./key-view.ts";

/** A key that nobody looks after is not left open for ever. */
const LONGEST_DAYS = 3650;

export const issueKeyInput = z.object({
  name: z
    .string({ error: "Give the key a name: which program uses it." })
    .trim()
    .min(1, "Give the key a name: which program uses it.")
    .max(80),
  scopes: z
    .array(z.enum(SCOPES, { error: `A scope is one of ${SCOPES.join(", ")}.` }), { error: "Choose what it may do." })
    .min(1, "Choose at least one thing that it may do.")
    .transform((scopes) => [...new Set(scopes)]),
  rate_per_minute: z.coerce.number().int().min(1).max(6000).default(120),
  /** Null: until it is revoked. */
  expires_in_days: z.coerce.number().int().min(1).max(LONGEST_DAYS).nullish(),
});

/** `key` is told here and never again. Throws `not_found` for anyone but an operator, `invalid_input`. */
export async function issueKey(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof issueKeyInput>,
): Promise<KeyView & { key: string }> {
  const operator = asOperator(actor);
  const input = parseInput(issueKeyInput, raw);
  const now = ctx.now();
  const key = keyFrom(crypto.getRandomValues(new Uint8Array(52)));
  const id = newId("key", now.getTime());
  const userId = newId("usr", now.getTime());
  const days = input.expires_in_days ?? null;
  const row = {
    id,
    name: input.name,
    prefix: shownPart(key),
    hash: await sha256Hex(key),
    userId,
    scopes: input.scopes,
    ratePerMinute: input.rate_per_minute,
    expiresAt: days === null ? null : new Date(now.getTime() + days * 86_400_000),
    createdBy: operator.userId,
    createdAt: now,
    revokedAt: null,
    lastUsedAt: null,
  };
  await ctx.db.batch([
    // Anonymous: there is no address behind it, so nothing is ever mailed to it and nobody signs in as it.
    ctx.db.insert(users).values({
      id: userId,
      name: input.name,
      email: `${userId}@integration.invalid`,
      isAnonymous: true,
      role: "client",
      createdAt: now,
      updatedAt: now,
    }),
    ctx.db.insert(apiKeys).values(row),
    ctx.db
      .insert(audit)
      .values(auditRow(operator.userId, "key.issued", id, now, { scopes: row.scopes, rate: row.ratePerMinute })),
  ]);
  return { ...keyView(row, now), key };
}
