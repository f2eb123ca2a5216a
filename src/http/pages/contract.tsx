// The contract's pages: read, sign, leave a contact, close, review, and its PDF. To anyone but its parties and operators it does not exist.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { REVIEW_OUTCOMES } from "../../db/tables/contracts.ts";
import { isClientContact, tidyContact } from "../../domain/contracts/client-contact.ts";
import { isSigningName, tidyName } from "../../domain/contracts/signing-name.ts";
import { closeContract } from "../../services/contracts/close-contract.ts";
import { readContract } from "../../services/contracts/read-contract.ts";
import { readContractPdf } from "../../services/contracts/read-contract-pdf.ts";
import { readContractText } from "../../services/contracts/read-contract-text.ts";
import { setContact } from "../../services/contracts/set-contact.ts";
import { signContract } from "../../services/contracts/sign-contract.ts";
import { listFiles } from "../../services/files/list-files.ts";
import { reviewContract } from "../../services/reviews/review-contract.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { ContractPage, type ContractPageProps } from "./contract-page.tsx";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { safeNext } from "./safe-next.ts";
import { signInFirst } from "./sign-in-first.ts";
import { CONTRACT } from "./texts/contract.ts";
import { REVIEW } from "./texts/review.ts";

export const contractPages = new Hono<AppEnv>();

const PDF_KINDS = ["agreement", "executed"] as const;

contractPages.get("/contracts/:contractId", session, signInFirst, (c) =>
  contractPage(c, requirePerson(c), c.req.param("contractId")),
);

contractPages.get("/contracts/:contractId/document.pdf", session, signInFirst, async (c) => {
  const kind = PDF_KINDS.find((known) => known === c.req.query("kind"));
  const file = await readContractPdf(c.get("services"), requirePerson(c), {
    contractId: c.req.param("contractId"),
    kind,
  });
  return c.body(new Uint8Array(file.bytes), 200, {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${file.filename}"`,
    "cache-control": "no-store",
  });
});

contractPages.post("/contracts/:contractId/sign", session, signInFirst, async (c) => {
  const contractId = c.req.param("contractId");
  const person = requirePerson(c);
  const form = await formBody(c);
  const name = form.get("name") ?? "";
  const contact = form.get("contact") ?? "";
  const typed = { typed: name, typedContact: contact };
  if (!isSigningName(tidyName(name.slice(0, 500)))) {
    return contractPage(c, person, contractId, { ...typed, signError: "badName" });
  }
  if (!isContact(contact)) return contractPage(c, person, contractId, { ...typed, contactError: true });
  if (form.get("consent") !== "yes") return contractPage(c, person, contractId, { ...typed, signError: "noConsent" });
  await signContract(c.get("services"), person, {
    contractId,
    name,
    contact,
    consent: true,
    ip: c.req.header("cf-connecting-ip") ?? "unknown",
    userAgent: c.req.header("user-agent") ?? "",
  });
  return c.redirect(`/contracts/${contractId}`, 303);
});

contractPages.post("/contracts/:contractId/contact", session, signInFirst, async (c) => {
  const contractId = c.req.param("contractId");
  const person = requirePerson(c);
  const contact = (await formBody(c)).get("contact") ?? "";
  if (!isContact(contact)) return contractPage(c, person, contractId, { typedContact: contact, contactError: true });
  await setContact(c.get("services"), person, { contractId, contact });
  return c.redirect(`/contracts/${contractId}#reach`, 303);
});

contractPages.post("/contracts/:contractId/close", session, signInFirst, async (c) => {
  const contractId = c.req.param("contractId");
  await closeContract(c.get("services"), requirePerson(c), { contractId });
  return c.redirect(`/contracts/${contractId}#review`, 303);
});

const reviewFields = z.object({
  rating: z.coerce.number().int().min(1).max(5),
  outcome: z.enum(REVIEW_OUTCOMES),
  comment: z.string().max(2000).catch(""),
});

contractPages.post("/contracts/:contractId/review", session, signInFirst, async (c) => {
  const contractId = c.req.param("contractId");
  const person = requirePerson(c);
  const form = await formBody(c);
  const fields = reviewFields.safeParse(Object.fromEntries(form));
  if (!fields.success) {
    return contractPage(c, person, contractId, { reviewError: REVIEW.missing[c.get("locale")] });
  }
  await reviewContract(c.get("services"), person, { contractId, ...fields.data });
  return c.redirect(`${safeNext(form.get("next"), `/contracts/${contractId}`)}#review`, 303);
});

function isContact(text: string): boolean {
  return text.length <= 1000 && isClientContact(tidyContact(text));
}

async function contractPage(
  c: Context<AppEnv>,
  person: Person,
  contractId: string,
  again: Pick<ContractPageProps, "typed" | "typedContact" | "signError" | "contactError" | "reviewError"> = {},
) {
  const locale = c.get("locale");
  const services = c.get("services");
  const contract = await readContract(services, person, { contractId });
  const [agreement, files] = await Promise.all([
    readContractText(services, person, { contractId }),
    listFiles(services, person, contract.case_id),
  ]);
  return renderPage(
    c,
    {
      title: CONTRACT.title[locale],
      styles: ["contract.css"],
      scripts: ["contract.js"],
      here: `/contracts/${contractId}`,
      main: <ContractPage contract={contract} agreement={agreement} files={files} locale={locale} {...again} />,
    },
    Object.keys(again).length === 0 ? 200 : 422,
  );
}
