// Routes of a contract: read, sign, leave a contact, close, review.
import * as z from "zod";
import { SIGNING_METHODS } from "../../domain/contracts/e-sign.ts";
import { contactBody, pdfQuery, reviewBody, signBody, signingBody } from "../contract-bodies.ts";
import type { OperationGroup } from "./operation.ts";
import { id, moment } from "./parts.ts";
import { contract, reviewed } from "./shapes.ts";

export const contractsGroup: OperationGroup = {
  tag: "Contracts",
  says: "The agreement between client and professional; made when an offer is accepted.",
  operations: [
    {
      method: "get",
      path: "/api/v2/contracts/{contract_id}",
      id: "readContract",
      summary: "A contract",
      notes: "How to reach each other is for the two parties alone.",
      who: ["party", "operator"],
      answers: { 200: { json: contract } },
    },
    {
      method: "get",
      path: "/api/v2/contracts/{contract_id}/pdf",
      id: "downloadContract",
      summary: "The exact bytes of the agreement, or of the executed contract",
      who: ["party", "operator"],
      query: pdfQuery,
      answers: {
        200: {
          raw: { types: ["application/pdf"], says: "The document." },
          headers: { ETag: "The document's SHA-256." },
        },
      },
    },
    {
      method: "post",
      path: "/api/v2/contracts/{contract_id}/sign",
      id: "signContract",
      summary: "Sign",
      notes: "Each party signs once; the second time returns the first answer. `contact` comes from the client alone.",
      who: ["party"],
      body: signBody,
      bodyExample: { name: "Maria de Souza", consent: true, contact: "+55 11 90000-0000" },
      answers: {
        200: {
          json: z.object({
            contract_id: id("ctr"),
            status: z.enum(["sent", "signed", "closed"]),
            party: z.enum(["client", "professional"]),
            signed_at: moment,
          }),
        },
      },
      errors: ["contract_not_open", "signed_at_docusign"],
    },
    {
      method: "post",
      path: "/api/v2/contracts/{contract_id}/signing",
      id: "openSigning",
      summary: "Where to sign now",
      notes:
        "At DocuSign: an address for this person's browser, good once, for a few minutes. `url` is null where it is signed here by `/sign`; " +
        "so it is from the moment on in which DocuSign does not answer. The client gives `name` (and may leave `contact`).",
      who: ["party"],
      body: signingBody,
      bodyExample: { name: "Maria de Souza" },
      answers: {
        200: { json: z.object({ contract_id: id("ctr"), method: z.enum(SIGNING_METHODS), url: z.url().nullable() }) },
      },
      errors: ["contract_not_open", "already_signed", "signing_not_ready"],
    },
    {
      method: "post",
      path: "/api/v2/contracts/{contract_id}/contact",
      id: "setContact",
      summary: "How the professional reaches the client",
      notes: "Empty takes it back.",
      who: ["client"],
      body: contactBody,
      bodyExample: { contact: "maria@example.com" },
      answers: { 200: { json: z.object({ contract_id: id("ctr"), contact: z.string().nullable() }) } },
      errors: ["contract_not_open"],
    },
    {
      method: "post",
      path: "/api/v2/contracts/{contract_id}/close",
      id: "closeContract",
      summary: "Record that the work is done",
      who: ["party"],
      answers: {
        200: { json: z.object({ contract_id: id("ctr"), status: z.literal("closed"), closed_at: moment }) },
      },
      errors: ["contract_not_signed"],
    },
    {
      method: "post",
      path: "/api/v2/contracts/{contract_id}/review",
      id: "reviewContract",
      summary: "Say how it went",
      notes: "Editable for seven days.",
      who: ["client"],
      body: reviewBody,
      bodyExample: { rating: 5, outcome: "resolved", comment: "Explicou tudo com calma." },
      answers: { 200: { json: reviewed } },
      errors: ["contract_not_closed", "review_window_over"],
    },
  ],
};
