// A message in the platform's hands, whatever the platform.

export interface Delivery {
  outboxId: string;
  /** Deliveries of this message so far, this one included. */
  attempts: number;
  ack(): void;
  retry(options: { delaySeconds: number }): void;
}
