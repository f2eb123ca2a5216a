// Routes of a professional's offers: list, listen, see, accept, decline.
import { input as listInput } from "../../services/offers/list-offers.ts";
import { declineBody } from "../decline-body.ts";
import { EVENT_STREAM, professionalEvent } from "./events.ts";
import type { OperationGroup } from "./operation.ts";
import { pageOf } from "./parts.ts";
import { offer } from "./shapes.ts";

const CLOSED = ["offer_taken", "offer_expired", "offer_answered", "offer_closed"];

export const offersGroup: OperationGroup = {
  tag: "Offers",
  says: "A professional is asked whether to take a case. The first who accepts has it.",
  operations: [
    {
      method: "get",
      path: "/api/v2/offers",
      id: "listOffers",
      summary: "Own offers, newest first",
      who: ["professional"],
      query: listInput,
      answers: { 200: { json: pageOf(offer) } },
    },
    {
      method: "get",
      path: "/api/v2/offers/{offer_id}",
      id: "readOffer",
      summary: "An offer, with the anonymised case",
      who: ["asked_professional"],
      answers: { 200: { json: offer } },
    },
    {
      method: "post",
      path: "/api/v2/offers/{offer_id}/seen",
      id: "seeOffer",
      summary: "Say that it was opened",
      notes: "The first look counts; an offer that is over stays as it is.",
      who: ["asked_professional"],
      answers: { 200: { json: offer } },
    },
    {
      method: "post",
      path: "/api/v2/offers/{offer_id}/accept",
      id: "acceptOffer",
      summary: "Take the case",
      notes: "Pressed twice it is one acceptance. A 409 says kindly what came between.",
      who: ["asked_professional"],
      answers: { 200: { json: offer } },
      errors: [...CLOSED, "at_capacity", "not_active", "opted_out", "licence", "conflict_of_interest"],
    },
    {
      method: "post",
      path: "/api/v2/offers/{offer_id}/decline",
      id: "declineOffer",
      summary: "Pass it on",
      who: ["asked_professional"],
      body: declineBody,
      bodyOptional: true,
      bodyExample: { reason: "no_time" },
      answers: { 200: { json: offer } },
      errors: CLOSED,
    },
    {
      method: "get",
      path: "/api/v2/offers/stream",
      id: "streamOffers",
      summary: "Live news of the own offers and contracts",
      who: ["professional"],
      resumes: true,
      answers: { 200: { raw: { types: [EVENT_STREAM], says: "Server-sent events.", schema: professionalEvent } } },
      errors: ["too_many_streams", "too_many_readers", "conversation_unreachable"],
    },
  ],
};
