// A professional's document as an answer: downloaded, never run, kept nowhere on the way.
import type { Context } from "hono";
import { openPaper } from "../services/verification/papers.ts";
import type { AppEnv } from "./app-env.ts";
import { asDownload } from "./send-file.ts";
import { requirePerson } from "./session.ts";

export async function sendPaper(c: Context<AppEnv>, paperId: string): Promise<Response> {
  const { paper, body } = await openPaper(c.get("services"), requirePerson(c), paperId);
  return asDownload(c, paper, body);
}
