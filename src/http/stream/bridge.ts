// Server-sent events for one reader: the Worker holds the response and forwards what the conversation's socket brings,
// so that an open page costs the object nothing while nothing happens.
import { makeLog } from "../../base/log.ts";
import { type Reader, takePlace } from "./readers.ts";

/** Proxies close what is silent for 30 to 60 s. */
const HEARTBEAT_MS = 15_000;
/**
 * How long one stream lives at most: a reader comes back by itself with its last number, and is asked anew who it is. Whoever was
 * removed, signed out elsewhere or lost a case reads no further than that.
 */
const LIFE_MS = 15 * 60_000;
const OPERATOR_LIFE_MS = 5 * 60_000;
/** What a reader may be behind before it is dropped; it resumes by its last id. A page of the log is half of it. */
const MAX_BEHIND_BYTES = 262_144;
/** A reader with few frames waiting keeps up, though it is never quite done: it may be this many times further behind. */
const FEW_FRAMES = 16;
const KEEPING_UP = 4;
/** How often a reader that is far behind is looked at, to send the next page of the log. */
const LOOK_MS = 5;
/** A reader that reconnects at once would bring back the rush that it left. */
const RETRY_MS = 2_000;
const RETRY_AFTER_SECONDS = 10;
/** The object's word that the log goes on, and ours that we want it. */
const MORE = "more";

const encoder = new TextEncoder();
const OPENING = encoder.encode(`retry: ${RETRY_MS}\n\n`);
const HEARTBEAT = encoder.encode(": hb\n\n");

export interface StreamInput {
  /** The conversation's object. */
  stub: { fetch: (url: string, init: RequestInit) => Promise<Response> };
  /** Replay is strictly after this number. */
  after: number;
  /** The request's own signal: the reader has left. */
  signal: AbortSignal;
  reader: Reader;
  /** Streams that this process holds at most. */
  maxReaders: number;
  /** The same for one person. */
  maxPerPerson: number;
  heartbeatMs?: number;
  lifeMs?: number;
  maxBehindBytes?: number;
}

/**
 * The event stream, or a problem with Retry-After: 503 when this process holds all the readers it can or the
 * conversation cannot be reached, 429 when the person listens more often than one person does. Who may read is decided before.
 */
export async function streamConversation(input: StreamInput): Promise<Response> {
  const leave = takePlace({ process: input.maxReaders, person: input.maxPerPerson }, input.reader);
  if (leave === "process_full") return refused(503, "too_many_readers", "Too many people are reading live right now.");
  if (leave === "person_full") return refused(429, "too_many_streams", "You are reading live in many places already.");
  const socket = await connect(input).catch((error: unknown) => {
    makeLog("WARN", console.log).warn("stream_unreachable", { error });
    return null;
  });
  if (socket === null) {
    leave();
    return refused(503, "conversation_unreachable", "The conversation cannot be reached right now.");
  }
  return new Response(bodyFrom(socket, input, leave), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

async function connect({ stub, after }: StreamInput): Promise<WebSocket | null> {
  const answer = await stub.fetch(`https://conversation/stream?after=${after}`, { headers: { upgrade: "websocket" } });
  return answer.webSocket;
}

function bodyFrom(socket: WebSocket, input: StreamInput, leave: () => void): ReadableStream<Uint8Array> {
  const maxBehind = input.maxBehindBytes ?? MAX_BEHIND_BYTES;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let beat: ReturnType<typeof setInterval>;
  let life: ReturnType<typeof setTimeout>;
  /** Bytes since the reader last had everything. */
  let behind = 0;
  let over = false;

  /** Ends the object's side and gives the place back; false when that has been done. */
  const end = (): boolean => {
    if (over) return false;
    over = true;
    clearInterval(beat);
    clearTimeout(life);
    input.signal.removeEventListener("abort", close);
    leave();
    socket.close(1000, "done");
    return true;
  };
  const close = () => {
    if (end()) controller.close();
  };
  /** With the stream's own high-water mark of 1, desiredSize is 1 less the frames that wait. */
  const framesWaiting = () => 1 - (controller.desiredSize ?? 1);
  const forward = (bytes: Uint8Array) => {
    if (over) return;
    const frames = framesWaiting();
    // Weighed here: a size function would be called back by the stream for every frame of every reader.
    behind = frames === 0 ? bytes.byteLength : behind + bytes.byteLength;
    if (behind <= (frames < FEW_FRAMES ? KEEPING_UP * maxBehind : maxBehind)) controller.enqueue(bytes);
    else if (end()) controller.error(new Error("the reader does not read"));
  };
  const askForMore = () => {
    if (over) return;
    if (framesWaiting() === 0) socket.send(MORE);
    else setTimeout(askForMore, LOOK_MS);
  };

  return new ReadableStream<Uint8Array>({
    start(made) {
      controller = made;
      controller.enqueue(OPENING);
      beat = setInterval(() => forward(HEARTBEAT), input.heartbeatMs ?? HEARTBEAT_MS);
      life = setTimeout(close, lifeOf(input));
      socket.binaryType = "arraybuffer";
      socket.addEventListener("message", ({ data }) => {
        if (data instanceof ArrayBuffer) forward(new Uint8Array(data));
        else if (data === MORE) askForMore();
      });
      socket.addEventListener("close", close);
      socket.addEventListener("error", close);
      input.signal.addEventListener("abort", close);
      socket.accept();
      if (input.signal.aborted) close();
    },
    cancel() {
      end();
    },
  });
}

/** Anywhere in its last quarter, so that readers who came together do not come back together. */
function lifeOf({ lifeMs, reader }: StreamInput): number {
  return (lifeMs ?? (reader.operator ? OPERATOR_LIFE_MS : LIFE_MS)) * (0.75 + Math.random() / 4);
}

function refused(status: 429 | 503, code: string, title: string): Response {
  const problem = {
    type: "about:blank",
    title,
    status,
    code,
    detail: `Try again in ${RETRY_AFTER_SECONDS} seconds. The conversation itself goes on, and nothing of it is lost.`,
  };
  return Response.json(problem, {
    status,
    headers: { "content-type": "application/problem+json", "retry-after": String(RETRY_AFTER_SECONDS) },
  });
}
