// Message name -> verb, and the platform's batches as the deliveries that services/outbox does one by one.
import type { MessageBody, MessageName } from "./domain/messages.ts";
import type { QueueMessage } from "./env.ts";
import type { ServiceContext } from "./services/context.ts";
import { executeContract } from "./services/contracts/execute-contract.ts";
import { openContract } from "./services/contracts/open-contract.ts";
import { sendEnvelope } from "./services/contracts/send-envelope.ts";
import { voidEnvelope } from "./services/contracts/void-envelope.ts";
import { forgetThread } from "./services/desk/forget-thread.ts";
import { mirrorCase } from "./services/desk/mirror-case.ts";
import { announceContact } from "./services/directory/announce-contact.ts";
import { openDirectory } from "./services/directory/open-directory.ts";
import { noticeLikeness } from "./services/duplicates/notice-likeness.ts";
import { EMBED_PROFILES } from "./services/embedding/embed-profiles.ts";
import { stepBackfill } from "./services/embedding/step-backfill.ts";
import { removeFile } from "./services/files/remove-file.ts";
import { handleEvent } from "./services/inbound/handle-event.ts";
import { runTraining } from "./services/models/train-model.ts";
import { deliver } from "./services/notify/deliver.ts";
import { notifyOperators } from "./services/notify/notify-operators.ts";
import { SEND_NOTIFICATIONS } from "./services/notify/send-notifications.ts";
import { syncDevice } from "./services/notify/sync-device.ts";
import { announceAcceptance } from "./services/offers/announce-acceptance.ts";
import { announceWave } from "./services/offers/announce-wave.ts";
import { remindOffer } from "./services/offers/remind-offer.ts";
import { sendWave } from "./services/offers/send-wave.ts";
import type { BatchVerb } from "./services/outbox/batch-verb.ts";
import { buryMessages } from "./services/outbox/bury-messages.ts";
import type { Delivery } from "./services/outbox/delivery.ts";
import { type CheckedVerb, doMessages } from "./services/outbox/do-messages.ts";
import { unwrap } from "./services/rpc.ts";
import { noticeMessage } from "./services/talk/notice-message.ts";
import { alertTeam } from "./services/team/alert-team.ts";
import { postToChannel } from "./services/team/post-to-channel.ts";
import { sendPage } from "./services/team/send-page.ts";
import { lookUp } from "./services/verification/look-up.ts";
import { deliverWebhook } from "./services/webhooks/deliver-webhook.ts";
import { emitWebhooks } from "./services/webhooks/emit-webhooks.ts";
import { sendText } from "./services/whatsapp/send-text.ts";

type PlainVerb<Body> = (ctx: ServiceContext, body: Body, key: string) => Promise<unknown>;
type Verbs = { [N in MessageName]: PlainVerb<MessageBody<N>> | BatchVerb<N> };

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
  "contract.envelope": (ctx, body) => sendEnvelope(ctx, body),
  "envelope.void": (ctx, body) => voidEnvelope(ctx, body),
  "conversation.publish": async (ctx, body) => unwrap(await ctx.conversation(body.conversationId).publish(body.events)),
  "person.notify": (ctx, body, key) => deliver(ctx, body, key),
  "notification.send": SEND_NOTIFICATIONS,
  "operators.notify": async (ctx, body, key) => {
    await notifyOperators(ctx, body, key);
    await alertTeam(ctx, body, key);
  },
  "desk.mirror": (ctx, body) => mirrorCase(ctx, body),
  "desk.forget": (ctx, body) => forgetThread(ctx, body),
  "team.post": (ctx, body, key) => postToChannel(ctx, body, key),
  "team.page": (ctx, body) => sendPage(ctx, body),
  "device.sync": (ctx, body) => syncDevice(ctx, body),
  "model.train": (ctx, body, key) => runTraining(ctx, body, key),
  "profiles.embed": EMBED_PROFILES,
  "embedding.backfill": (ctx, body, key) => stepBackfill(ctx, body, key),
  "registry.look": (ctx, body) => lookUp(ctx, body),
  "file.remove": (ctx, body) => removeFile(ctx, body),
  "case.compare": (ctx, body) => noticeLikeness(ctx, body),
  "webhook.deliver": (ctx, body) => deliverWebhook(ctx, body),
  "talk.notice": (ctx, body) => noticeMessage(ctx, body),
  "vendor.event": (ctx, body) => handleEvent(ctx, body),
  "whatsapp.send": (ctx, body) => sendText(ctx, body),
};

/** Every verb as what they all are: so many messages in one call. */
function verbOf(name: MessageName): CheckedVerb {
  const verb = VERBS[name] as PlainVerb<unknown> | CheckedVerb;
  if (typeof verb !== "function") return verb;
  return {
    mostAtOnce: 1,
    run: async (ctx, items) => {
      for (const { body, key } of items) await verb(ctx, body, key);
      return items.map(({ id }) => ({ id, error: null }));
    },
  };
}

/** Takes one batch of a lane; a message that fails never fails its neighbours, and a database that is away fails none. */
export async function consume(ctx: ServiceContext, batch: MessageBatch<QueueMessage>): Promise<void> {
  await doMessages(ctx, batch.messages.map(deliveryOf), verbOf);
  // What the batch has changed is told on; whatever this misses the next batch, or the minute, finds.
  await emitWebhooks(ctx).catch((error: unknown) => ctx.log.warn("webhooks_not_emitted", { error }));
}

/**
 * What the platform gave up on: parked where an operator sees it if it used up its own tries, otherwise only let go,
 * since the row is still pending and the relay sends it again.
 */
export async function bury(ctx: ServiceContext, batch: MessageBatch<QueueMessage>): Promise<void> {
  await buryMessages(ctx, batch.messages.map(deliveryOf));
}

function deliveryOf(message: Message<QueueMessage>): Delivery {
  return {
    outboxId: message.body.outboxId,
    attempts: message.attempts,
    ack: () => message.ack(),
    retry: (options) => message.retry(options),
  };
}
