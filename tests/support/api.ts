// A person or program that speaks Vez's API over HTTP.
import { z } from "zod";

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

export async function call(origin: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const headers: Record<string, string> = { ...options.headers };
  if (options.body !== undefined || options.raw !== undefined) headers["content-type"] ??= "application/json";
  if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const response = await fetch(origin + path, { method, headers, body, redirect: "manual" });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : { text } };
}

const begun = z.object({
  case_id: z.string(),
  conversation_id: z.string(),
  session_token: z.string(),
  message: z.string(),
  status: z.string(),
});

/** An anonymous client with a conversation of his own. */
export async function beginCase(origin: string, input: Record<string, unknown> = {}) {
  const answer = await call(origin, "POST", "/api/v2/triage", {
    body: { vertical: "legal", locale: "pt-BR", ...input },
  });
  return begun.parse(answer.body);
}

const turn = z.object({ message: z.string(), status: z.string() });

/** Tells a labour case of Sao Paulo to its end; every question that is not about place or names gets "não sei". */
export async function tellCase(
  origin: string,
  client: { case_id: string; session_token: string },
  narrative: string,
): Promise<string> {
  let text = narrative;
  for (let i = 0; i < 14; i++) {
    const answer = await call(origin, "POST", `/api/v2/triage/${client.case_id}/messages`, {
      token: client.session_token,
      body: { text, client_message_id: `told-${i}` },
    });
    const { message, status } = turn.parse(answer.body);
    if (status !== "interviewing") return status;
    text = replyTo(message);
  }
  throw new Error("the interview did not end");
}

function replyTo(question: string): string {
  if (/estado|cidade|state|city/i.test(question)) return "São Paulo, SP";
  if (/nome|name/i.test(question)) return "Padaria Central Ltda";
  return "não sei";
}

const items = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      channel: z.string(),
      subject: z.string(),
      text: z.string(),
      created_at: z.string(),
    }),
  ),
});

/** What would have been sent, newest first. */
export async function outboxOf(origin: string) {
  return items.parse((await call(origin, "GET", "/local/outbox")).body).items;
}

/** Signs in by e-mail code, which is read where a person would read it; returns the bearer token. */
export async function signIn(origin: string, email: string): Promise<string> {
  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  const sent = await call(origin, "POST", "/api/auth/email-otp/send-verification-otp", {
    body: { email, type: "sign-in" },
  });
  if (sent.status !== 200) throw new Error(`no code: ${sent.status} ${JSON.stringify(sent.body)}`);
  const item = (await outboxOf(origin)).find(
    (entry) => entry.to === email && !before.has(entry.id) && /\b\d{6}\b/.test(entry.text),
  );
  const otp = item?.text.match(/\b\d{6}\b/)?.[0];
  const answer = await call(origin, "POST", "/api/auth/sign-in/email-otp", { body: { email, otp } });
  const token = answer.headers.get("set-auth-token");
  if (token === null) throw new Error(`not signed in: ${answer.status} ${JSON.stringify(answer.body)}`);
  return token;
}

/** Calls `look` until it gives something, at most `limitMs`. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>, limitMs = 15_000): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error("it did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

export interface StreamedEvent {
  id: number | null;
  event: string;
  data: Record<string, unknown>;
}

/** Reads a live stream until `enough` says so, at most `limitMs`; then leaves. */
export async function readStream(
  origin: string,
  path: string,
  options: { token: string; lastEventId?: number; limitMs?: number; enough: (events: StreamedEvent[]) => boolean },
): Promise<StreamedEvent[]> {
  const leave = new AbortController();
  const timer = setTimeout(() => leave.abort(), options.limitMs ?? 10_000);
  const headers: Record<string, string> = { authorization: `Bearer ${options.token}` };
  if (options.lastEventId !== undefined) headers["last-event-id"] = String(options.lastEventId);
  const events: StreamedEvent[] = [];
  try {
    const response = await fetch(origin + path, { headers, signal: leave.signal });
    if (response.body === null || response.status !== 200) throw new Error(`no stream: ${response.status}`);
    let rest = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      rest += chunk;
      for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        const parsed = parseFrame(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (parsed !== null) events.push(parsed);
      }
      if (options.enough(events)) return events;
    }
    return events;
  } catch (error) {
    if (leave.signal.aborted) return events;
    throw error;
  } finally {
    clearTimeout(timer);
    leave.abort();
  }
}

function parseFrame(frame: string): StreamedEvent | null {
  const field = (name: string) =>
    frame
      .split("\n")
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join("\n");
  const data = field("data");
  if (data === "") return null;
  const id = field("id");
  return { id: id === "" ? null : Number(id), event: field("event"), data: JSON.parse(data) };
}
