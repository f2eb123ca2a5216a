// What Vez sends to programs that asked to be told.
import type { WebhookEvent } from "./operation.ts";

export const WEBHOOKS: readonly WebhookEvent[] = [];
