// OpenAI's embeddings API as documented, with vectors in which similar texts are near each other.
import { z } from "zod";
import { SPACES } from "../../src/domain/embedding/space.ts";
import { spreadOut } from "./spread-out.ts";
import { type StandIn, serveVendor, spoilt } from "./vendor-stand-in.ts";

export const OPENAI_KEY = "sk-stand-in-0123456789";

export interface OpenAiStandIn extends StandIn {
  /** How `data` is ordered, or whether two entries claim one index; as documented, the order is that of the texts. */
  arrange(order: "as_sent" | "reversed" | "duplicated"): void;
}

const request = z.object({
  model: z.literal("text-embedding-3-small"),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal("float"),
});

export async function serveOpenAi(): Promise<OpenAiStandIn> {
  let order: "as_sent" | "reversed" | "duplicated" = "as_sent";
  const standIn = await serveVendor((asked, fault) => {
    if (asked.path !== "/v1/embeddings") return { status: 404, body: { error: { message: "no such route" } } };
    if (asked.authorization !== `Bearer ${OPENAI_KEY}`) return { status: 401, body: { error: { message: "no" } } };
    const { data: sent } = request.safeParse(asked.body);
    if (sent === undefined) return { status: 400, body: { error: { message: "no such request" } } };
    const vectors = sent.input.map((text) => spreadOut(text, SPACES.openai.dimensions));
    const data = spoilt(vectors, fault).map((embedding, index) => ({ object: "embedding", index, embedding }));
    if (order === "reversed") data.reverse();
    if (order === "duplicated") for (const entry of data) entry.index = 0;
    return { status: 200, body: { object: "list", data, model: sent.model, usage: { prompt_tokens: 8 } } };
  });
  return {
    ...standIn,
    arrange: (next) => {
      order = next;
    },
  };
}
