// Message name -> verb: acknowledges what is done, retries what may yet succeed, parks what cannot.
import { VezError } from "./base/errors.ts";
import { isDatabaseAway } from "./db/is-away.ts";
import { MESSAGES, type MessageBody, type MessageName } from "./domain/messages.ts";
import type { QueueMessage } from "./env.ts";
import { retryAfterMsOf } from "./providers/vendor-failure.ts";
import type { ServiceContext } from "./services/context.ts";
import { executeContract } from "./services/contracts/execute-contract.ts";
import { openContract } from "./services/contracts/open-contract.ts";
import { announceContact } from "./services/directory/announce-contact.ts";
import { openDirectory } from "./services/directory/open-directory.ts";
import { noticeLikeness } from "./services/duplicates/notice-likeness.ts";
import { embedProfiles } from "./services/embedding/embed-profiles.ts";
import { stepBackfill } from "./services/embedding/step-backfill.ts";
import { removeFile } from "./services/files/remove-file.ts";
import { handleEvent } from "./services/inbound/handle-event.ts";
import { runTraining } from "./services/models/train-model.ts";
import { deliver } from "./services/notify/deliver.ts";
import { notifyOperators } from "./services/notify/notify-operators.ts";
import { announceAcceptance } from "./services/offers/announce-acceptance.ts";
import { announceWave } from "./services/offers/announce-wave.ts";
import { remindOffer } from "./services/offers/remind-offer.ts";
import { sendWave } from "./services/offers/send-wave.ts";
import { loadPending, markDead, markDone, markFailed, type OutboxRow } from "./services/outbox/message-state.ts";
import { unwrap } from "./services/rpc.ts";
import { noticeMessage } from "./services/talk/notice-message.ts";
import { alertTeam } from "./services/team/alert-team.ts";
import { postToChannel } from "./services/team/post-to-channel.ts";
import { sendPage } from "./services/team/send-page.ts";
import { lookUp } from "./services/verification/look-up.ts";
import { deliverWebhook } from "./services/webhooks/deliver-webhook.ts";
import { emitWebhooks } from "./services/webhooks/emit-webhooks.ts";

type Verbs = { [N in MessageName]: (ctx: ServiceContext, body: MessageBody<N>, key: string) => Promise<unknown> };

const VERBS: Verbs = {
  "case.match": (ctx, body) => sendWave(ctx, { caseId: body.caseId, wave: 1 }),
  "case.next_wave": (ctx, body) => sendWave(ctx, { caseId: body.caseId, wave: body.afterWave + 1 }),
  "directory.open": (ctx, body) => openDirectory(ctx, body),
  "contact.announce": (ctx, body) => announceContact(ctx, body),
  "wave.announce": (ctx, body) => announceWave(ctx, body),
  "offer.remind": (ctx, body) => remindOffer(ctx, body),
  "acceptance.announce": (ctx, body) => announceAcceptance(ctx, body),
  "contract.open": (ctx, body) => openContract(ctx, body),
  "contract.execute": (ctx, body) => executeContract(ctx, body),
  "conversation.publish": async (ctx, body) => unwrap(await ctx.conversation(body.conversationId).publish(body.events)),
  "person.notify": (ctx, body, key) => deliver(ctx, body, key),
  "operators.notify": async (ctx, body, key) => {
    await notifyOperators(ctx, body, key);
    await alertTeam(ctx, body, key);
  },
  "team.post": (ctx, body, key) => postToChannel(ctx, body, key),
  "team.page": (ctx, body) => sendPage(ctx, body),
  "model.train": (ctx, body, key) => runTraining(ctx, body, key),
  "profiles.embed": (ctx, body) => embedProfiles(ctx, body),
  "embedding.backfill": (ctx, body, key) => stepBackfill(ctx, body, key),
  "registry.look": (ctx, body) => lookUp(ctx, body),
  "file.remove": (ctx, body) => removeFile(ctx, body),
  "case.compare": (ctx, body) => noticeLikeness(ctx, body),
  "webhook.deliver": (ctx, body) => deliverWebhook(ctx, body),
  "talk.notice": (ctx, body) => noticeMessage(ctx, body),
  "vendor.event": (ctx, body) => handleEvent(ctx, body),
};

/** After so many failed tries of its own a row is parked: with the backoff below, after one to two hours. */
const MOST_ATTEMPTS = 12;

/** A Worker has six connections at once: these many receivers may be slow, and the database still answers. */
const MOST_RECEIVERS = 3;

/** Takes one batch of a lane; a message that fails never fails its neighbours, and a database that is away fails none. */
export async function consume(ctx: ServiceContext, batch: MessageBatch<QueueMessage>): Promise<void> {
  const rows = await unlessAway(ctx, () => loadRows(ctx, batch));
  if (rows === null) return postpone(batch.messages);
  const lines = linesOf(batch.messages, rows);
  await Promise.all(lines.map((line) => inOrder(ctx, rows, line)));
  // What the batch has changed is told on; whatever this misses the next batch, or the minute, finds.
  await emitWebhooks(ctx).catch((error: unknown) => ctx.log.warn("webhooks_not_emitted", { error }));
}

/** Receivers of webhooks beside everything else, each receiver's own one after another: one that is slow holds up nobody's news. */
function linesOf(
  messages: readonly Message<QueueMessage>[],
  rows: ReadonlyMap<string, OutboxRow>,
): Message<QueueMessage>[][] {
  const own: Message<QueueMessage>[] = [];
  const receivers = new Map<string, Message<QueueMessage>[]>();
  for (const message of messages) {
    const endpoint = message.body.name === "webhook.deliver" && rows.get(message.body.outboxId)?.body.endpointId;
    if (typeof endpoint !== "string") own.push(message);
    else receivers.set(endpoint, [...(receivers.get(endpoint) ?? []), message]);
  }
  const lines = Array.from({ length: MOST_RECEIVERS }, (): Message<QueueMessage>[] => []);
  // The shortest line first: a receiver with much to hear stands alone.
  for (const line of [...receivers.values()].toSorted((a, b) => b.length - a.length)) {
    lines.toSorted((a, b) => a.length - b.length)[0]?.push(...line);
  }
  return [own, ...lines].filter((line) => line.length > 0);
}

async function inOrder(
  ctx: ServiceContext,
  rows: ReadonlyMap<string, OutboxRow>,
  messages: readonly Message<QueueMessage>[],
): Promise<void> {
  const done: Message<QueueMessage>[] = [];
  for (const message of messages) {
    const row = rows.get(message.body.outboxId);
    // Not pending: done by an earlier delivery, or parked.
    if (row === undefined) message.ack();
    else if (await attempt(ctx, row, message)) done.push(message);
  }
  const ids = done.map((message) => message.body.outboxId);
  if ((await unlessAway(ctx, async () => markDone(ctx, ids).then(() => true))) === null) return postpone(done);
  for (const message of done) message.ack();
}

/**
 * What the platform gave up on: parked where an operator sees it if it used up its own tries, otherwise only let go,
 * since the row is still pending and the relay sends it again.
 */
export async function bury(ctx: ServiceContext, batch: MessageBatch<QueueMessage>): Promise<void> {
  const rows = await unlessAway(ctx, () => loadRows(ctx, batch));
  if (rows === null) return postpone(batch.messages);
  for (const message of batch.messages) {
    const row = rows.get(message.body.outboxId);
    if (row !== undefined && row.attempts >= MOST_ATTEMPTS) await markDead(ctx, row, "queue_gave_up");
    message.ack();
  }
}

async function loadRows(ctx: ServiceContext, batch: MessageBatch<QueueMessage>): Promise<Map<string, OutboxRow>> {
  const ids = batch.messages.map((message) => message.body.outboxId);
  return new Map((await loadPending(ctx, ids)).map((row) => [row.id, row]));
}

/** Null while the database is away: that is nobody's failed try. */
async function unlessAway<T>(ctx: ServiceContext, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    ctx.log.warn("database_away", { error });
    return null;
  }
}

/** Soon enough that nobody notices a short outage, seldom enough that a long one is not a storm. */
function postpone(messages: readonly Message<QueueMessage>[]): void {
  for (const message of messages) message.retry({ delaySeconds: Math.min(60, 2 ** Math.min(message.attempts, 6)) });
}

async function attempt(ctx: ServiceContext, row: OutboxRow, message: Message<QueueMessage>): Promise<boolean> {
  try {
    await run(ctx, row);
    return true;
  } catch (error) {
    if (isDatabaseAway(error) || (await unlessAway(ctx, () => failed(ctx, row, message, error))) === null)
      postpone([message]);
    return false;
  }
}

/** Counts the try and says what becomes of the message. */
async function failed(
  ctx: ServiceContext,
  row: OutboxRow,
  message: Message<QueueMessage>,
  error: unknown,
): Promise<true> {
  const code = error instanceof VezError ? error.code : "defect";
  ctx.log.warn("message_failed", { outbox_id: row.id, name: row.name, code, error });
  const hopeless = error instanceof VezError && !error.retryable;
  if (hopeless || row.attempts + 1 >= MOST_ATTEMPTS) {
    await markDead(ctx, row, code);
    message.ack();
    return true;
  }
  // A vendor that says when to come back is not asked before.
  const delaySeconds = Math.max(backoffSeconds(row.attempts + 1), askedToWaitSeconds(error));
  await markFailed(ctx, row.id, code, new Date(ctx.now().getTime() + delaySeconds * 1000));
  message.retry({ delaySeconds });
  return true;
}

async function run(ctx: ServiceContext, row: OutboxRow): Promise<void> {
  const name = row.name as MessageName;
  const schema = MESSAGES[name];
  const parsed = row.version === 1 ? schema?.safeParse(row.body) : undefined;
  // A name or version from a newer or older release is parked, not lost.
  if (parsed?.success !== true)
    throw new VezError("message_unreadable", { status: 500, detail: "Parked for an operator." });
  const verb = VERBS[name] as (ctx: ServiceContext, body: unknown, key: string) => Promise<unknown>;
  await verb(ctx, parsed.data, row.key);
}

/** At most an hour, whatever the vendor says. */
function askedToWaitSeconds(error: unknown): number {
  return Math.min(3600, Math.ceil((retryAfterMsOf(error) ?? 0) / 1000));
}

/** 2, 4, 8, ... seconds, at most an hour, with full jitter above the first second so that retries spread out. */
function backoffSeconds(attempts: number): number {
  const ceiling = Math.min(3600, 2 ** attempts);
  return 1 + Math.floor(Math.random() * ceiling);
}
