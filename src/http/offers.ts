// A professional's offers over the API: list, listen, see, accept, decline.
import { Hono } from "hono";
import { inboxOf } from "../domain/messages.ts";
import { listOffers } from "../services/offers/list-offers.ts";
import { readOffer } from "../services/offers/read-offer.ts";
import { respondToOffer } from "../services/offers/respond-to-offer.ts";
import { seeOffer } from "../services/offers/see-offer.ts";
import { askQuestion, questionInput } from "../services/talk/ask-question.ts";
import { readQuestion } from "../services/talk/question-view.ts";
import type { AppEnv } from "./app-env.ts";
import { declineBody } from "./decline-body.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";
import { streamOf } from "./stream/stream-of.ts";

export const offersApi = new Hono<AppEnv>();

offersApi.get("/", async (c) => {
  return c.json(await listOffers(c.get("services"), requireRole(c, "professional"), c.req.query()));
});

/** The professional's own live stream: offers, withdrawals, contracts. */
offersApi.get("/stream", (c) => streamOf(c, inboxOf(requireRole(c, "professional").userId)));

offersApi.get("/:offerId", async (c) => {
  return c.json(await readOffer(c.get("services"), requireRole(c, "professional"), c.req.param("offerId")));
});

offersApi.post("/:offerId/seen", async (c) => {
  return c.json(await seeOffer(c.get("services"), requireRole(c, "professional"), c.req.param("offerId")));
});

offersApi.post("/:offerId/accept", async (c) => {
  const person = requireRole(c, "professional");
  return c.json(await respondToOffer(c.get("services"), person, { offerId: c.req.param("offerId"), answer: "accept" }));
});

offersApi.post("/:offerId/decline", async (c) => {
  const person = requireRole(c, "professional");
  const { reason } = await optionalJsonBody(c, declineBody);
  return c.json(
    await respondToOffer(c.get("services"), person, { offerId: c.req.param("offerId"), answer: "decline", reason }),
  );
});

/** Null where nothing was asked. */
offersApi.get("/:offerId/question", async (c) => {
  const person = requireRole(c, "professional");
  return c.json({ question: await readQuestion(c.get("services"), person, c.req.param("offerId")) });
});

offersApi.post("/:offerId/question", async (c) => {
  const person = requireRole(c, "professional");
  const input = await jsonBody(c, questionInput);
  return c.json(await askQuestion(c.get("services"), person, c.req.param("offerId"), input), 201);
});
