// The client in use: somebody tells a case until the search begins, listens, and a professional reads the offers.
import { type Schemas, Vez } from "./index.ts";

/** Tells a case to its end; answers its id and the client who may go on with it. */
export async function tellCase(origin: string, story: string, reply: (question: string) => string) {
  const vez = new Vez({ origin });
  const opened = await vez.post("/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR", text: story } });
  vez.token = opened.session_token ?? null;
  const path = { case_id: opened.case_id };
  let { message, status }: { message: string; status: string } = opened;
  while (status === "interviewing") {
    const body = { text: reply(message), client_message_id: crypto.randomUUID() };
    ({ message, status } = await vez.post("/api/v2/triage/{case_id}/messages", { path, body }));
  }
  return { vez, caseId: opened.case_id, status };
}

/** Follows the case live until `enough`; a broken connection is taken up where it broke. */
export async function follow(vez: Vez, caseId: string, enough: (event: Schemas["ConversationEvent"]) => boolean) {
  const events: Schemas["ConversationEvent"][] = [];
  for await (const event of vez.stream("/api/v2/triage/stream/{case_id}", { path: { case_id: caseId } })) {
    events.push(event);
    if (enough(event)) break;
  }
  return events;
}

/** A professional's open offers, whatever number of pages they take. */
export async function openOffers(vez: Vez): Promise<Schemas["Offer"][]> {
  const offers: Schemas["Offer"][] = [];
  for await (const offer of vez.each("/api/v2/offers", { query: { show: "open", limit: 50 } })) offers.push(offer);
  return offers;
}
