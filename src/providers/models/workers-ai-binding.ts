// Makes the AI binding answer as the REST endpoint does, so that both are read by the same code.
import * as z from "zod";
import { vendorFailure } from "../vendor-failure.ts";

/** What is used of the binding; the platform's own type knows every model there is. */
export interface ChatBinding {
  run(model: string, inputs: object, options?: { signal?: AbortSignal }): Promise<unknown>;
}

const asked = z.looseObject({ model: z.string(), stream: z.boolean().optional() });
const usage = z.looseObject({}).nullish();
/** Older models answer with `response`, already an object where a schema was asked for; newer ones as OpenAI does. */
const whole = z.union([
  z.looseObject({ choices: z.array(z.unknown()).min(1) }),
  z.object({ response: z.unknown(), usage }),
]);
const piece = z.union([
  z.looseObject({ choices: z.array(z.unknown()) }),
  z.object({ response: z.unknown().optional(), usage }),
]);

/** A `fetch` that asks the binding for what the body says, and speaks chat completions. */
export function bindingFetch(ai: ChatBinding): typeof fetch {
  return async (_address, init) => {
    const { model, ...inputs } = asked.parse(JSON.parse(String(init?.body)));
    const { signal } = init ?? {};
    const answer = await ai.run(model, inputs, signal ? { signal } : {});
    if (answer instanceof ReadableStream) {
      return new Response(answer.pipeThrough(eventLines()).pipeThrough(asCompletions()), {
        headers: { "content-type": "text/event-stream" },
      });
    }
    const { data } = whole.safeParse(answer);
    if (data === undefined) throw vendorFailure("invalid_answer", "workers_ai: the answer has another shape");
    return Response.json("choices" in data ? data : completion(data.response, data.usage));
  };
}

function completion(response: unknown, usage: object | null | undefined): object {
  const content = typeof response === "string" ? response : JSON.stringify(response);
  return { choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }], usage };
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
  const send = (controller: TransformStreamDefaultController<Uint8Array>, body: string) =>
    controller.enqueue(encoder.encode(`data: ${body}\n\n`));
  let isNew = false;
  return new TransformStream({
    transform(line, controller) {
      if (line === "[DONE]") {
        // The older form has no word for "that was all" but this one.
        if (!isNew) send(controller, JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }));
        return send(controller, line);
      }
      const read = piece.safeParse(parsed(line));
      if (!read.success) throw vendorFailure("invalid_answer", "workers_ai: the stream has another shape");
      isNew ||= "choices" in read.data;
      if ("choices" in read.data) return send(controller, line);
      const { response, usage } = read.data;
      const delta = typeof response === "string" ? { content: response } : {};
      send(controller, JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }], usage }));
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
