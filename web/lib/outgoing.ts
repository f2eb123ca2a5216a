// The client's own words on their way: kept in this tab until the server has them, sent one after another, never twice.

export interface Outgoing {
  /** The message's own id: the same one twice is one message. */
  id: string;
  text: string;
  /** ms since the epoch */
  at: number;
  /** A file that goes with the words, kept by the server already. */
  file?: { id: string; name: string };
}

/** `waiting`: no network, or the server asks for patience. `refused` will not get better by itself. */
export type SendState = "sending" | "waiting" | "retrying" | "refused" | "sent";

export interface Post {
  /** True when the server has the message. */
  ok: boolean;
  /** True when the same post may succeed later. */
  again: boolean;
  /** HTTP status of a refusal; empty where nobody answered. */
  status: string;
  /** Seconds that the server asks to wait, or null. */
  retryAfter: number | null;
}

export interface OutgoingWorld {
  post: (message: Outgoing) => Promise<Post>;
  online: () => boolean;
  /** Returns how to cancel. */
  later: (work: () => void, ms: number) => () => void;
  load: () => Outgoing[];
  save: (messages: readonly Outgoing[]) => void;
  onState: (message: Outgoing, state: SendState, status: string) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export class OutgoingQueue {
  readonly #world: OutgoingWorld;
  #waiting: Outgoing[];
  #busy = false;
  #failures = 0;
  #sending: { id: string; arrived: () => void } | null = null;
  #cancel: () => void = () => undefined;

  constructor(world: OutgoingWorld) {
    this.#world = world;
    this.#waiting = world.load();
  }

  /** What is not known to have arrived, oldest first. */
  get waiting(): readonly Outgoing[] {
    return this.#waiting;
  }

  /** Takes a message; it is kept from this moment on. */
  add(message: Outgoing): void {
    this.#waiting = [...this.#waiting, message];
    this.#world.save(this.#waiting);
    this.#world.onState(message, this.#world.online() ? "sending" : "waiting", "");
    this.wake();
  }

  /** The log shows the message: it has arrived, whatever its post said. */
  arrived(id: string): void {
    if (!this.#waiting.some((message) => message.id === id)) return;
    this.#drop(id);
    if (this.#sending?.id === id) this.#sending.arrived();
  }

  /** Tries now: at the start, when the network is back, when the reader asks. */
  wake(): void {
    this.#cancel();
    void this.#run();
  }

  #drop(id: string): void {
    this.#waiting = this.#waiting.filter((message) => message.id !== id);
    this.#world.save(this.#waiting);
  }

  async #run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
        if (!(await this.#send(next))) return;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** A post ends with the turn that it begins; what the log shows has arrived before, and the next message need not wait. */
  #post(message: Outgoing): Promise<Post> {
    const shown = new Promise<Post>((resolve) => {
      this.#sending = { id: message.id, arrived: () => resolve(ARRIVED) };
    });
    return Promise.race([this.#world.post(message), shown]);
  }

  /** False when the rest has to wait. */
  async #send(message: Outgoing): Promise<boolean> {
    const { onState, online } = this.#world;
    const post = online() ? await this.#post(message) : NOTHING;
    if (post.ok) {
      this.#failures = 0;
      this.#drop(message.id);
      onState(message, "sent", "");
      return true;
    }
    if (!post.again) {
      this.#drop(message.id);
      onState(message, "refused", post.status);
      return true;
    }
    onState(message, online() ? "retrying" : "waiting", "");
    const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++);
    this.#cancel = this.#world.later(() => void this.#run(), Math.max(backoff, (post.retryAfter ?? 0) * 1000));
    return false;
  }
}

const ARRIVED: Post = { ok: true, again: false, status: "", retryAfter: null };
const NOTHING: Post = { ok: false, again: true, status: "", retryAfter: null };
