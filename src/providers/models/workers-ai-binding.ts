// Makes Workers AI's own way of running a model speak chat completions, so that the SDK reads it like the others.
import * as z from "zod";
import { vendorFailure } from "../vendor-failure.ts";

/** What is used of the binding; the platform's own type knows every model there is. */
export interface ChatBinding {
  run(model: string, inputs: object, options?: { signal?: AbortSignal }): Promise<unknown>;
}

const asked = z.looseObject({
  model: z.string(),
  messages: z.array(z.unknown()),
  max_tokens: z.number(),
  stream: z.boolean().optional(),
  response_format: z.object({ json_schema: z.object({ schema: z.unknown() }) }).optional(),
});
const usage = z.looseObject({}).nullish();
/** Most models answer with `response`, already an object where a schema was asked for; newer ones as OpenAI does. */
const older = z.object({ response: z.unknown(), usage, finish_reason: z.string().nullish() });
const newer = z.looseObject({ choices: z.array(z.looseObject({ finish_reason: z.string().nullish() })) });
const answer = z.union([newer, older]);
/** Of an event stream's last lines some hold the usage alone. */
const piece = z.union([newer, older.partial().refine((read) => "response" in read || "usage" in read)]);

const failed = z.object({ errors: z.array(z.unknown()).min(1) });

/** A `fetch` that runs what the body asks for and answers as chat completions do, a stream as a stream. */
export function bindingFetch(ai: ChatBinding): typeof fetch {
  return async (_address, init) => {
    const { model, messages, max_tokens, stream, response_format } = asked.parse(JSON.parse(String(init?.body)));
    // Here the schema stands by itself; OpenAI wraps it into a name and a promise.
    const format = response_format && { type: "json_schema", json_schema: response_format.json_schema.schema };
    const inputs = {
      messages,
      max_tokens,
      ...(stream ? { stream } : {}),
      ...(format ? { response_format: format } : {}),
    };
    const { signal } = init ?? {};
    const given = await ai.run(model, inputs, signal ? { signal } : {});
    if (given instanceof ReadableStream)
      return eventStream(given.pipeThrough(eventLines()).pipeThrough(asCompletions()));
    const { data } = answer.safeParse(given);
    if (data === undefined) throw vendorFailure("invalid_answer", "workers_ai: the answer has another shape");
    if (!stream) return Response.json("choices" in data ? data : completion(data));
    // Some models do not stream and answer whole.
    return eventStream(
      new Blob(["choices" in data ? wholeAsPieces(data) : chunk(textOf(data.response), "stop", data.usage)]).stream(),
    );
  };
}

function completion({ response, usage, finish_reason }: z.infer<typeof older>): object {
  const message = { role: "assistant", content: textOf(response) };
  return { choices: [{ index: 0, message, finish_reason: finish_reason ?? "stop" }], usage };
}

function wholeAsPieces(data: z.infer<typeof newer>): string {
  const choices = data.choices.map(({ message, ...choice }) => ({ ...choice, delta: message }));
  return `data: ${JSON.stringify({ ...data, choices })}\n\n`;
}

function textOf(response: unknown): string {
  if (response === null || response === undefined) return "";
  return typeof response === "string" ? response : JSON.stringify(response);
}

function chunk(content: string, finish_reason: string | null, usage?: object | null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: content === "" ? {} : { content }, finish_reason }], usage })}\n\n`;
}

function eventStream(body: ReadableStream): Response {
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** The payloads of an event stream, a line each. */
function eventLines(): TransformStream<Uint8Array, string> {
  const decoder = new TextDecoder();
  let rest = "";
  return new TransformStream({
    transform(bytes, controller) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("data:")) controller.enqueue(line.slice(5).trim());
    },
  });
}

function asCompletions(): TransformStream<string, Uint8Array> {
  const encoder = new TextEncoder();
  let isFinished = false;
  return new TransformStream({
    transform(line, controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      if (line === "[DONE]") {
        // Most models have no word for "that was all" but this one.
        if (!isFinished) send(chunk("", "stop"));
        return send("data: [DONE]\n\n");
      }
      const read = parsed(line);
      if (failed.safeParse(read).success) throw vendorFailure("error", "workers_ai: the stream ended with an error");
      const { data } = piece.safeParse(read);
      if (data === undefined) throw vendorFailure("invalid_answer", "workers_ai: the stream has another shape");
      if ("choices" in data) {
        isFinished ||= data.choices.some(({ finish_reason }) => typeof finish_reason === "string");
        return send(`data: ${line}\n\n`);
      }
      isFinished ||= typeof data.finish_reason === "string";
      send(chunk(textOf(data.response), data.finish_reason ?? null, data.usage));
    },
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // JSON.parse quotes what it could not read: its words are the vendor's.
    throw vendorFailure("invalid_answer", "workers_ai: the stream is not JSON");
  }
}
