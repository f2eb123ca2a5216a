// The contract as its parties read it: where it stands, what is signed, both signatures, and what can be done now.

import type { Agreement } from "../../domain/contracts/agreement.ts";
import { AREA_NAMES, isArea, subareaName } from "../../domain/legal/areas.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import { moneyWords } from "../../domain/words/moments.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { ContractView } from "../../services/contracts/read-contract.ts";
import type { FileView } from "../../services/files/file-view.ts";
import { Reach } from "./contract-reach.tsx";
import { Signing, type SigningProps } from "./contract-signing.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { ReviewForm } from "./parts/review-form.tsx";
import { CASE } from "./texts/client-case.ts";
import { CONTRACT, STATE } from "./texts/contract.ts";
import { SIGNING } from "./texts/signing.ts";

export interface ContractPageProps extends SigningProps {
  /** Null where only the PDF has the words. */
  agreement: Agreement | null;
  reviewError?: string;
  /** What the client added to the case. */
  files: readonly FileView[];
}

export function ContractPage(props: ContractPageProps) {
  const { contract, agreement, locale } = props;
  const mine = contract.my_party;
  const signedByMe = mine !== null && contract.parties[mine].signed_at !== null;
  return (
    <div
      class="stack loose contract"
      id="contract"
      data-contract={contract.id}
      data-case={contract.case_id}
      data-party={mine ?? "operator"}
      data-status={contract.status}
      data-signing={contract.signing ?? ""}
      data-signed={PARTIES.filter((party) => contract.parties[party].signed_at !== null).join(" ")}
    >
      <div class="stack" data-live="state">
        <h1>{CONTRACT.title[locale]}</h1>
        <Notice kind={STATE_KIND[contract.status]} title={STATE[contract.status].title[locale]}>
          <p>{STATE[contract.status].text[locale]}</p>
        </Notice>
      </div>
      <About contract={contract} agreement={agreement} locale={locale} />
      <Files contract={contract} files={props.files} locale={locale} />
      <Signatures contract={contract} locale={locale} />
      <Reach {...props} />
      {contract.status === "sent" && mine !== null && !signedByMe && <Signing {...props} />}
      {contract.status === "signed" && mine !== null && <CloseForm contract={contract} locale={locale} />}
      {contract.status === "closed" && mine === "client" && (
        <ReviewForm contract={contract} locale={locale} next={`/contracts/${contract.id}`} error={props.reviewError} />
      )}
      <p>
        <Back contract={contract} locale={locale} />
      </p>
    </div>
  );
}

const PARTIES = ["client", "professional"] as const;

const STATE_KIND: Partial<Record<ContractView["status"], "good" | "care">> = {
  sent: "care",
  signed: "good",
  closed: "good",
};

function About({ contract, agreement, locale }: Pick<ContractPageProps, "contract" | "agreement" | "locale">) {
  const { professional } = contract.parties;
  const open = contract.status === "sent" || contract.status === "draft";
  return (
    <section class="stack" aria-labelledby="about-title">
      <h2 id="about-title">{open ? CONTRACT.about[locale] : CONTRACT.aboutRead[locale]}</h2>
      <dl class="facts">
        <dt>{CONTRACT.professional[locale]}</dt>
        <dd>
          {professional.name} <span class="soft">({professional.oab})</span>
        </dd>
        <dt>{CONTRACT.subject[locale]}</dt>
        <dd>{subjectOf(contract, locale)}</dd>
        <dt>{CONTRACT.fee[locale]}</dt>
        <dd>{contract.fee_cents === 0 ? CONTRACT.free[locale] : moneyWords(contract.fee_cents, locale)}</dd>
        <dt>{CONTRACT.made[locale]}</dt>
        <dd>
          <Moment at={contract.created_at} locale={locale} zone={contract.zone} />
        </dd>
        {contract.summary !== null && contract.summary !== "" && (
          <>
            <dt>{CONTRACT.summary[locale]}</dt>
            <dd>{contract.summary}</dd>
          </>
        )}
      </dl>
      {agreement !== null && <Words agreement={agreement} contract={contract} locale={locale} />}
      <div data-live="documents" class="stack tight">
        <Documents contract={contract} locale={locale} />
      </div>
      <details class="fingerprint">
        <summary>{CONTRACT.fingerprint[locale]}</summary>
        <p class="small soft">{CONTRACT.fingerprintHint[locale]}</p>
        <p class="code" id="sha256">
          {contract.sha256}
        </p>
      </details>
    </section>
  );
}

function Files({ contract, files, locale }: Pick<ContractPageProps, "contract" | "files" | "locale">) {
  if (files.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="files-title">
      <h2 id="files-title">{CASE.files[locale]}</h2>
      <ul class="list">
        {files.map(({ id, name, bytes }) => (
          <li>
            <a href={`/api/v2/cases/${contract.case_id}/files/${id}/content`} download={name}>
              {name}
            </a>{" "}
            <span class="soft small">{sizeWords(bytes, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ agreement, contract, locale }: { agreement: Agreement; contract: ContractView; locale: Locale }) {
  return (
    <details class="agreement">
      <summary>{CONTRACT.words[locale]}</summary>
      {contract.locale !== locale && <p class="soft small">{CONTRACT.inOtherLanguage[locale]}</p>}
      <div class="paper stack" lang={contract.locale}>
        <h3>{agreement.title}</h3>
        <p class="soft">{agreement.notice}</p>
        <ol>
          {agreement.clauses.map(({ heading, paragraphs }) => (
            <li>
              <b>{heading}</b>
              {paragraphs.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </li>
          ))}
        </ol>
        <p>{agreement.made}</p>
      </div>
    </details>
  );
}

function Documents({ contract, locale }: { contract: ContractView; locale: Locale }) {
  const address = `/contracts/${contract.id}/document.pdf`;
  if (contract.signed_at === null) {
    return (
      <div>
        <a class="button quiet" href={address}>
          {CONTRACT.openPdf[locale]}
        </a>
      </div>
    );
  }
  return (
    <>
      <div class="row">
        <a class="button" href={address}>
          {CONTRACT.openSigned[locale]}
        </a>
        <a href={`${address}?kind=agreement`}>{CONTRACT.openAgreement[locale]}</a>
      </div>
      <p class="soft small">{(contract.method === "docusign" ? SIGNING.pdfHint : CONTRACT.pdfHint)[locale]}</p>
    </>
  );
}

function Signatures({ contract, locale }: { contract: ContractView; locale: Locale }) {
  return (
    <section class="stack tight" aria-labelledby="signatures-title">
      <h2 id="signatures-title">{CONTRACT.signatures[locale]}</h2>
      <ul class="list signatures" data-live="signatures" aria-live="polite">
        <Signature contract={contract} party="client" locale={locale} />
        <Signature contract={contract} party="professional" locale={locale} />
      </ul>
      {contract.status !== "voided" && (
        <p class="soft small">{(contract.method === "docusign" ? SIGNING.wayDocuSign : SIGNING.wayHere)[locale]}</p>
      )}
    </section>
  );
}

function Signature({
  contract,
  party,
  locale,
}: {
  contract: ContractView;
  party: "client" | "professional";
  locale: Locale;
}) {
  const { name, signed_at } = contract.parties[party];
  const who = contract.my_party === party ? CONTRACT.you[locale] : ROLE[party][locale];
  return (
    <li class={signed_at === null ? "signature open" : "signature done"}>
      <span class="mark" aria-hidden="true" />
      <span>
        <b>{name === null ? who : `${name} (${who.toLocaleLowerCase(locale)})`}</b>
        <br />
        {signed_at === null ? (
          <span class="soft">{CONTRACT.notYet[locale]}</span>
        ) : (
          <span class="soft">
            {CONTRACT.signedAt[locale]} <Moment at={signed_at} locale={locale} zone={contract.zone} />
          </span>
        )}
      </span>
    </li>
  );
}

const ROLE: Record<"client" | "professional", Text> = {
  client: CONTRACT.client,
  professional: CONTRACT.otherProfessional,
};

function CloseForm({ contract, locale }: { contract: ContractView; locale: Locale }) {
  return (
    <details class="close" id="close">
      <summary>{CONTRACT.close[locale]}</summary>
      <form method="post" action={`/contracts/${contract.id}/close`} class="stack">
        <p>{CONTRACT.closeLead[locale]}</p>
        <div>
          <button type="submit" class="button quiet">
            {CONTRACT.closeSure[locale]}
          </button>
        </div>
      </form>
    </details>
  );
}

function Back({ contract, locale }: { contract: ContractView; locale: Locale }) {
  if (contract.my_party === "client") {
    return <a href={`/conversations/${contract.case_id}`}>{CONTRACT.back[locale]}</a>;
  }
  if (contract.my_party === "professional") return <a href="/pro">{CONTRACT.backPro[locale]}</a>;
  return <a href="/ops">{CONTRACT.backOps[locale]}</a>;
}

function subjectOf({ area, subarea }: ContractView, locale: Locale): string {
  if (!isArea(area)) return "–";
  const finer = subarea === null ? null : subareaName(area, subarea);
  return finer === null ? AREA_NAMES[area][locale] : `${AREA_NAMES[area][locale]}: ${finer[locale]}`;
}
