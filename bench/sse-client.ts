// A load client for server-sent events: many readers over plain sockets, every event counted by its number.
import { connect, type Socket } from "node:net";

/** What one reader must see is 1, 2, 3, ... of its own conversation; `marker` numbers the event in the whole run. */
const MARKER = "@";

export interface Tally {
  /** Events received by one reader. */
  events: number;
  bytes: number;
  lost: number;
  duplicated: number;
  /** Streams that ended by themselves. */
  dropped: number;
  refused: Map<number, number>;
}

export interface ReaderPlan {
  port: number;
  path: string;
  headers: Record<string, string>;
}

export interface FanOptions {
  onEvent: (marker: number, reader: number) => void;
}

/** A set of readers that are connected together and counted together. */
export class Fan {
  readonly tally: Tally = { events: 0, bytes: 0, lost: 0, duplicated: 0, dropped: 0, refused: new Map() };
  readonly #onEvent: FanOptions["onEvent"];
  readonly #sockets: Socket[] = [];
  #closing = false;

  constructor(options: FanOptions) {
    this.#onEvent = options.onEvent;
  }

  /** Connects all, `together` at a time; resolves with the number of open streams. */
  async connect(plans: readonly ReaderPlan[], together = 50): Promise<number> {
    let next = 0;
    let open = 0;
    const lane = async () => {
      while (next < plans.length) {
        const index = next++;
        const plan = plans[index];
        if (plan && (await this.#read(plan, index))) open++;
      }
    };
    await Promise.all(Array.from({ length: together }, lane));
    return open;
  }

  close(): void {
    this.#closing = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  #read(plan: ReaderPlan, index: number): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(plan.port, "127.0.0.1");
      this.#sockets.push(socket);
      socket.setNoDelay(true);
      const headers = Object.entries({ accept: "text/event-stream", ...plan.headers });
      const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.write(`GET ${plan.path} HTTP/1.1\r\nhost: 127.0.0.1:${plan.port}\r\n${lines}\r\n`);
      let head = "";
      let streaming = false;
      const events = new EventReader();
      const chunks = new ChunkReader((text) => {
        events.take(text, (id, marker) => this.#count(events, id, marker, index));
      });
      socket.on("data", (data: Buffer) => {
        this.tally.bytes += data.length;
        if (streaming) return chunks.take(data);
        head += data.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        const status = Number(head.slice(9, 12));
        if (status === 200) {
          streaming = true;
          chunks.take(Buffer.from(head.slice(end + 4), "latin1"));
          resolve(true);
        } else {
          this.tally.refused.set(status, (this.tally.refused.get(status) ?? 0) + 1);
          socket.destroy();
          resolve(false);
        }
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        if (streaming && !this.#closing) this.tally.dropped++;
        resolve(false);
      });
    });
  }

  #count(reader: EventReader, id: number, marker: number, index: number): void {
    if (id <= reader.last) {
      this.tally.duplicated++;
      return;
    }
    if (reader.last > 0 && id > reader.last + 1) this.tally.lost += id - reader.last - 1;
    reader.last = id;
    if (marker < 0) return;
    this.tally.events++;
    this.#onEvent(marker, index);
  }
}

/** Takes the chunks of `transfer-encoding: chunked` apart, however the network cut them. */
class ChunkReader {
  readonly #give: (text: string) => void;
  #left = 0;
  #size = "";

  constructor(give: (text: string) => void) {
    this.#give = give;
  }

  take(data: Buffer): void {
    let at = 0;
    let text = "";
    while (at < data.length) {
      if (this.#left === 0) {
        const end = data.indexOf(10, at);
        if (end < 0) {
          this.#size += data.toString("latin1", at);
          break;
        }
        this.#size += data.toString("latin1", at, end);
        at = end + 1;
        const size = this.#size.trim();
        this.#size = "";
        if (size !== "") this.#left = Number.parseInt(size, 16);
        continue;
      }
      const end = Math.min(data.length, at + this.#left);
      text += data.toString("latin1", at, end);
      this.#left -= end - at;
      at = end;
    }
    if (text !== "") this.#give(text);
  }
}

/** Finds the number and the marker of each whole event. */
class EventReader {
  /** The last event's number. */
  last = 0;
  #rest = "";

  take(text: string, seen: (id: number, marker: number) => void): void {
    const all = this.#rest === "" ? text : this.#rest + text;
    let at = 0;
    for (;;) {
      const end = all.indexOf("\n\n", at);
      if (end < 0) break;
      if (all.startsWith("id: ", at)) {
        const id = Number(all.slice(at + 4, all.indexOf("\n", at)));
        const from = all.indexOf(MARKER, at);
        const marker = from < 0 || from > end ? -1 : Number(all.slice(from + 1, all.indexOf(MARKER, from + 1)));
        seen(id, marker);
      }
      at = end + 2;
    }
    this.#rest = all.slice(at);
  }
}
