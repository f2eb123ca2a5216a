// Publishes numbered events over kept connections: at a fixed pace, or as fast as they are received.
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

/** Events in one request at most. */
const MOST_LINES = 32;

export interface Published {
  /** When it was due (open loop) or sent (closed loop), ms. */
  at: number;
  channel: number;
  /** Receptions still to come. */
  left: number;
}

export interface PublisherOptions {
  port: number;
  connections: number;
  /** Path of the bench-only entry. */
  path: string;
  /** Conversation ids. */
  channels: readonly string[];
  readersOf: (channel: number) => number;
  /** Padding of each event, characters. */
  padding: number;
}

export class Publisher {
  readonly sent: Published[] = [];
  readonly latencies: number[] = [];
  failed = 0;
  received = 0;
  readonly #options: PublisherOptions;
  readonly #pad: string;
  readonly #free: Lane[] = [];
  readonly #lanes: Lane[] = [];
  readonly #waiting: number[] = [];
  #turn = 0;
  #window = 0;
  #open = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#pad = "x".repeat(options.padding);
  }

  async connect(): Promise<void> {
    for (let i = 0; i < this.#options.connections; i++) {
      const lane = await Lane.open(this.#options.port, (lane, ok) => {
        if (!ok) this.failed++;
        this.#free.push(lane);
        this.#pump();
      });
      this.#lanes.push(lane);
      this.#free.push(lane);
    }
  }

  /** Open loop: `perSecond` events whatever happens, timed from the moment at which each was due. */
  async pace(perSecond: number, seconds: number): Promise<void> {
    const start = performance.now();
    const total = Math.round(perSecond * seconds);
    for (let sent = 0; sent < total; ) {
      const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1);
      for (; sent < due; sent++) this.#publish(start + (sent / perSecond) * 1000);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  /** Closed loop: `window` events on their way at any time. */
  async flood(window: number, seconds: number): Promise<void> {
    this.#window = window;
    while (this.#open < window) this.#publish(performance.now());
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#window = 0;
  }

  /** What has been measured so far does not count. */
  startCounting(): void {
    this.latencies.length = 0;
    this.received = 0;
  }

  /** One reader has received the event `marker`. */
  take(marker: number): void {
    const event = this.sent[marker];
    if (!event) return;
    const now = performance.now();
    this.received++;
    this.latencies.push(now - event.at);
    if (--event.left > 0) return;
    this.#open--;
    while (this.#open < this.#window) this.#publish(now);
  }

  /** Waits until everything sent has been received by everyone, at most `ms`; returns what never came. */
  async drain(ms: number): Promise<number> {
    const end = performance.now() + ms;
    while (this.#open > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.sent.reduce((sum, event) => sum + event.left, 0);
  }

  close(): void {
    for (const lane of this.#lanes) lane.close();
  }

  #publish(at: number): void {
    const channel = this.#turn++ % this.#options.channels.length;
    this.#waiting.push(this.sent.length);
    this.sent.push({ at, channel, left: this.#options.readersOf(channel) });
    this.#open++;
    this.#pump();
  }

  /** What waits goes out on the next free connection, one line an event: each is still a call and a commit of its own. */
  #pump(): void {
    while (this.#waiting.length > 0) {
      const lane = this.#free.pop();
      if (!lane) return;
      lane.post(
        this.#options.path,
        this.#waiting
          .splice(0, MOST_LINES)
          .map((marker) => this.#line(marker))
          .join("\n"),
      );
    }
  }

  #line(marker: number): string {
    const id = this.#options.channels[this.sent[marker]?.channel ?? 0];
    return `${id} @${marker}@${this.#pad}`;
  }
}

/** One kept connection that carries one request at a time. */
class Lane {
  readonly #socket: Socket;
  readonly #port: number;
  #head = "";

  static open(port: number, onDone: (lane: Lane, ok: boolean) => void): Promise<Lane> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(lane));
      socket.setNoDelay(true);
      socket.once("error", reject);
      const lane: Lane = new Lane(socket, port, onDone);
    });
  }

  private constructor(socket: Socket, port: number, onDone: (lane: Lane, ok: boolean) => void) {
    this.#socket = socket;
    this.#port = port;
    // The bench entry answers 204 without a body, so the head is the whole answer.
    socket.on("data", (data: Buffer) => {
      this.#head += data.toString("latin1");
      if (!this.#head.includes("\r\n\r\n")) return;
      const ok = this.#head.startsWith("HTTP/1.1 204");
      this.#head = "";
      onDone(this, ok);
    });
  }

  post(path: string, body: string): void {
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.#port}\r\ncontent-length: ${body.length}\r\n\r\n`;
    this.#socket.write(head + body);
  }

  close(): void {
    this.#socket.destroy();
  }
}
