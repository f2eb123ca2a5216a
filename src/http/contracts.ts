// Contracts over the API: read, sign here or find the way to DocuSign, leave a contact, close, review.
import { Hono } from "hono";
import { closeContract } from "../services/contracts/close-contract.ts";
import { openSigning } from "../services/contracts/open-signing.ts";
import { readContract } from "../services/contracts/read-contract.ts";
import { readContractPdf } from "../services/contracts/read-contract-pdf.ts";
import { setContact } from "../services/contracts/set-contact.ts";
import { signContract } from "../services/contracts/sign-contract.ts";
import { reviewContract } from "../services/reviews/review-contract.ts";
import type { AppEnv } from "./app-env.ts";
import { contactBody, pdfQuery, reviewBody, signBody, signingBody } from "./contract-bodies.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const contractsApi = new Hono<AppEnv>();

contractsApi.get("/:contractId", async (c) => {
  return c.json(await readContract(c.get("services"), requirePerson(c), { contractId: c.req.param("contractId") }));
});

contractsApi.post("/:contractId/sign", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, signBody);
  const signer = {
    ip: c.req.header("cf-connecting-ip") ?? "unknown",
    userAgent: (c.req.header("user-agent") ?? "").slice(0, 400),
  };
  return c.json(
    await signContract(c.get("services"), person, { contractId: c.req.param("contractId"), ...body, ...signer }),
  );
});

contractsApi.post("/:contractId/signing", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, signingBody);
  return c.json(await openSigning(c.get("services"), person, { contractId: c.req.param("contractId"), ...body }));
});

contractsApi.post("/:contractId/contact", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, contactBody);
  return c.json(await setContact(c.get("services"), person, { contractId: c.req.param("contractId"), ...body }));
});

contractsApi.post("/:contractId/close", async (c) => {
  return c.json(await closeContract(c.get("services"), requirePerson(c), { contractId: c.req.param("contractId") }));
});

contractsApi.post("/:contractId/review", async (c) => {
  const person = requirePerson(c);
  const body = await jsonBody(c, reviewBody);
  return c.json(await reviewContract(c.get("services"), person, { contractId: c.req.param("contractId"), ...body }));
});

contractsApi.get("/:contractId/pdf", async (c) => {
  const { kind } = pdfQuery.parse(c.req.query());
  const file = await readContractPdf(c.get("services"), requirePerson(c), {
    contractId: c.req.param("contractId"),
    kind,
  });
  return c.body(file.bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${file.filename}"`,
    "cache-control": "private, no-store",
    etag: `"${file.sha256}"`,
  });
});
