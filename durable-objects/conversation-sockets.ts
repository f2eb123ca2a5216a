// The readers of a conversation: hibernatable sockets that first catch up with the log, then get every frame.
// A reader far behind gets the log in pages and asks for each next one, so that a slow one holds one page, not the log.
import { frameOf, gapFrame } from "./conversation-frames.ts";
import type { ConversationLog } from "./conversation-log.ts";
import { resumePoint } from "./conversation-resume.ts";

/** 200 events of 500 bytes are 100 kB, well under the bridge's bound for one reader. */
const PAGE_EVENTS = 200;
const PAGE_CHARS = 128_000;
/** The object's word that it has more, and the bridge's that it wants it. */
export const MORE = "more";

/** Kept with a socket across hibernation. */
interface Place {
  /** The number up to which a reader that is still behind has been sent; null once it is live. */
  sent: number | null;
}

export class ConversationSockets {
  readonly #state: DurableObjectState;
  readonly #log: ConversationLog;
  /** Readers that get every frame; null until the first need after a wake-up. */
  #live: Set<WebSocket> | null = null;

  constructor(state: DurableObjectState, log: ConversationLog) {
    this.#state = state;
    this.#log = log;
  }

  /** Answers an upgrade with a socket that replays strictly after `asked` and then goes on live. */
  connect(asked: number): Response {
    const live = this.#liveSockets();
    const { 0: theirs, 1: ours } = new WebSocketPair();
    this.#state.acceptWebSocket(ours);
    const { after, gap } = resumePoint(asked, this.#log.firstSeq, this.#log.lastSeq);
    if (gap) ours.send(gapFrame(gap.from, gap.to));
    this.#page(ours, after, live);
    return new Response(null, { status: 101, webSocket: theirs });
  }

  /** A reader that was behind has taken its page and wants the next. */
  next(socket: WebSocket): void {
    const place = placeOf(socket);
    if (place.sent === null) return;
    const { after, gap } = resumePoint(place.sent, this.#log.firstSeq, this.#log.lastSeq);
    if (gap) socket.send(gapFrame(gap.from, gap.to));
    this.#page(socket, after, this.#liveSockets());
  }

  /** Sends one frame to everyone who is not still catching up. */
  broadcast(frame: Uint8Array): void {
    const live = this.#liveSockets();
    for (const socket of live) {
      try {
        socket.send(frame);
      } catch {
        // A socket that closed since is no reader any more; its page resumes from the log.
        live.delete(socket);
      }
    }
  }

  /** Sends a last frame to everyone, also to those who are still catching up, and closes. */
  closeAll(frame: Uint8Array): void {
    for (const socket of this.#state.getWebSockets()) {
      try {
        socket.send(frame);
        socket.close(1000, "over");
      } catch {
        // It had closed by itself: what was to be reached is reached.
        this.forget(socket);
      }
    }
    this.#live = null;
  }

  forget(socket: WebSocket): void {
    this.#live?.delete(socket);
  }

  /** Readers that get the next frame. */
  get readers(): number {
    return this.#liveSockets().size;
  }

  #page(socket: WebSocket, after: number, live: Set<WebSocket>): void {
    const rows = this.#log.rowsAfter(after, PAGE_EVENTS);
    let size = 0;
    let count = 0;
    for (const row of rows) {
      size += row.data.length;
      if (count > 0 && size > PAGE_CHARS) break;
      count++;
    }
    const page = rows.slice(0, count);
    if (page.length > 0) socket.send(frameOf(page));
    const sent = page.at(-1)?.seq ?? after;
    const isLive = sent >= this.#log.lastSeq;
    socket.serializeAttachment({ sent: isLive ? null : sent } satisfies Place);
    if (isLive) live.add(socket);
    else socket.send(MORE);
  }

  #liveSockets(): Set<WebSocket> {
    this.#live ??= new Set(this.#state.getWebSockets().filter((socket) => placeOf(socket).sent === null));
    return this.#live;
  }
}

function placeOf(socket: WebSocket): Place {
  const kept: unknown = socket.deserializeAttachment();
  if (typeof kept === "object" && kept !== null && "sent" in kept && typeof kept.sent === "number") {
    return { sent: kept.sent };
  }
  return { sent: null };
}
