// The contract's pages: read, sign, leave a contact, close, review, and its PDF. To anyone but its parties and operators it does not exist.
import { type Context, Hono } from "hono";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import { REVIEW_OUTCOMES } from "../../db/tables/contracts.ts";
import { isClientContact, tidyContact } from "../../domain/contracts/client-contact.ts";
import { isSigningName, tidyName } from "../../domain/contracts/signing-name.ts";
import type { ServiceContext } from "../../services/context.ts";
import { closeContract } from "../../services/contracts/close-contract.ts";
import { openSigning } from "../../services/contracts/open-signing.ts";
import { lookAtEnvelope } from "../../services/contracts/poll-envelopes.ts";
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
import { LeavePage } from "./contract-signing.tsx";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { safeNext } from "./safe-next.ts";
import { signInFirst } from "./sign-in-first.ts";
import { CONTRACT } from "./texts/contract.ts";
import { REVIEW } from "./texts/review.ts";
import { SIGNING } from "./texts/signing.ts";

export const contractPages = new Hono<AppEnv>();

const PDF_KINDS = ["agreement", "executed"] as const;

contractPages.get("/contracts/:contractId", session, signInFirst, (c) => {
  const contractId = c.req.param("contractId");
  const cameBack = c.req.query("from") === "docusign" && c.req.query("event") === "signing_complete";
  if (cameBack) c.get("services").later(lookAgain(c.get("services"), contractId));
  return contractPage(c, requirePerson(c), contractId, {}, cameBack);
});

/** Whoever comes back from DocuSign need not wait for its message; a look that fails is made up for by the next. */
async function lookAgain(services: ServiceContext, contractId: string): Promise<void> {
  await lookAtEnvelope(services, contractId).catch((error: unknown) => {
    services.log.warn("envelope_look_failed", { contract_id: contractId, error });
  });
}

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

contractPages.post("/contracts/:contractId/signing", session, signInFirst, async (c) => {
  const contractId = c.req.param("contractId");
  const person = requirePerson(c);
  const form = await formBody(c);
  const name = form.get("name") ?? undefined;
  const contact = form.get("contact") ?? "";
  const typed = { typed: name ?? "", typedContact: contact };
  if (name !== undefined && !isSigningName(tidyName(name.slice(0, 500)))) {
    return contractPage(c, person, contractId, { ...typed, signError: "badName" });
  }
  if (!isContact(contact)) return contractPage(c, person, contractId, { ...typed, contactError: true });
  const place = await openSigning(c.get("services"), person, { contractId, name, contact }).catch(whereItStands);
  if (place === null || place.url === null) return c.redirect(`/contracts/${contractId}#sign`, 303);
  // A form may lead to ourselves alone (Content-Security-Policy, form-action): this page leads on.
  c.header("refresh", `0;url=${place.url}`);
  return renderPage(c, {
    title: SIGNING.leaving[c.get("locale")],
    main: <LeavePage locale={c.get("locale")} url={place.url} contractId={contractId} />,
  });
});

/** What it came too late, or too early, for is said by the contract's page. */
function whereItStands(error: unknown): null {
  if (error instanceof VezError && error.status === 409) return null;
  throw error;
}

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
  cameBack = false,
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
      main: (
        <ContractPage
          contract={contract}
          agreement={agreement}
          files={files}
          locale={locale}
          cameBack={cameBack}
          {...again}
        />
      ),
    },
    Object.keys(again).length === 0 ? 200 : 422,
  );
}
