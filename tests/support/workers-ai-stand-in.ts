// Workers AI's REST API for bge-m3 as documented.
import { z } from "zod";
import { SPACES } from "../../src/domain/embedding/space.ts";
import { spreadOut } from "./spread-out.ts";
import { type StandIn, serveVendor, spoilt } from "./vendor-stand-in.ts";

export const CLOUDFLARE_TOKEN = "cf-stand-in-0123456789";
export const CLOUDFLARE_ACCOUNT = "0123456789abcdef";

const request = z.object({ text: z.array(z.string().min(1)).min(1).max(100) });

export function serveWorkersAi(): Promise<StandIn> {
  return serveVendor((asked, fault) => {
    if (asked.path !== `/client/v4/accounts/${CLOUDFLARE_ACCOUNT}/ai/run/@cf/baai/bge-m3`) return refusal(404);
    if (asked.authorization !== `Bearer ${CLOUDFLARE_TOKEN}`) return refusal(401);
    const { data: sent } = request.safeParse(asked.body);
    if (sent === undefined) return refusal(400);
    const data = spoilt(
      sent.text.map((text) => spreadOut(text, SPACES.bge_m3.dimensions)),
      fault,
    );
    const result = { shape: [data.length, SPACES.bge_m3.dimensions], data, pooling: "cls" };
    return { status: 200, body: { result, success: true, errors: [], messages: [] } };
  });
}

function refusal(status: number) {
  return { status, body: { result: null, success: false, errors: [{ code: 7000, message: "no" }], messages: [] } };
}
