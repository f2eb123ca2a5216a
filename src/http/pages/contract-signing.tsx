// How a party signs: on this page, or by a button that leads to DocuSign; and the page on the way there.
import type { Locale } from "../../domain/locale.ts";
import { ContactField, type ReachProps } from "./contract-reach.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { CONTRACT } from "./texts/contract.ts";
import { SIGNING } from "./texts/signing.ts";

export interface SigningProps extends ReachProps {
  /** What was typed, where the sign form comes back. */
  typed?: string;
  signError?: "badName" | "noConsent";
  /** From DocuSign, where they have just signed. */
  cameBack: boolean;
}

/** For a party that has not signed. */
export function Signing(props: SigningProps) {
  const { contract, locale, cameBack } = props;
  if (contract.signing === "preparing") {
    return (
      <Card locale={locale}>
        <p>{SIGNING.preparing[locale]}</p>
        <p>
          <a href={`/contracts/${contract.id}`}>{SIGNING.lookAgain[locale]}</a>
        </p>
      </Card>
    );
  }
  if (contract.signing === "docusign" && cameBack) {
    return (
      <Card locale={locale}>
        <Notice kind="good" title={SIGNING.thanks[locale]}>
          <p>{SIGNING.confirming[locale]}</p>
        </Notice>
        <p>
          <a href={`/contracts/${contract.id}`}>{SIGNING.lookAgain[locale]}</a>
        </p>
      </Card>
    );
  }
  return contract.signing === "docusign" ? <LeadForm {...props} /> : <SignForm {...props} />;
}

function Card({ locale, children }: { locale: Locale; children: unknown }) {
  return (
    <section class="card stack" id="sign" aria-labelledby="sign-title">
      <h2 id="sign-title">{CONTRACT.sign[locale]}</h2>
      {children}
    </section>
  );
}

/** The professional's name is in the agreement; the client gives his. */
function LeadForm(props: SigningProps) {
  const { contract, locale } = props;
  const isClient = contract.my_party === "client";
  return (
    <Card locale={locale}>
      <p>{CONTRACT.signLead[locale]}</p>
      <p>{SIGNING.lead[locale]}</p>
      <form method="post" action={`/contracts/${contract.id}/signing`} class="stack">
        {isClient && <NameField {...props} known="" />}
        {isClient && <ContactField {...props} />}
        <p class="soft small">{SIGNING.recorded[locale]}</p>
        <div>
          <button type="submit" class="button">
            {SIGNING.go[locale]}
          </button>
        </div>
      </form>
    </Card>
  );
}

function SignForm(props: SigningProps) {
  const { contract, locale, signError } = props;
  const known = contract.my_party === "professional" ? contract.parties.professional.name : "";
  return (
    <Card locale={locale}>
      {contract.signing === "moved" && (
        <Notice kind="care" title={SIGNING.moved[locale]}>
          <p>{SIGNING.movedText[locale]}</p>
        </Notice>
      )}
      {contract.signing === "declined" && (
        <Notice kind="care" title={SIGNING.declined[locale]}>
          <p>{SIGNING.declinedText[locale]}</p>
        </Notice>
      )}
      <p>{CONTRACT.signLead[locale]}</p>
      <form method="post" action={`/contracts/${contract.id}/sign`} class="stack">
        <NameField {...props} known={known} />
        {contract.my_party === "client" && <ContactField {...props} />}
        {signError === "noConsent" && <Notice kind="bad" title={CONTRACT.noConsent[locale]} />}
        <label class="choice">
          <input type="checkbox" name="consent" value="yes" required />
          <span>{CONTRACT.consent[locale]}</span>
        </label>
        <p class="soft small">{CONTRACT.recorded[locale]}</p>
        <div>
          <button type="submit" class="button">
            {CONTRACT.signNow[locale]}
          </button>
        </div>
      </form>
    </Card>
  );
}

function NameField({ locale, typed, signError, known }: SigningProps & { known: string }) {
  const error = signError === "badName" ? CONTRACT.badName[locale] : null;
  return (
    <Field id="name" label={CONTRACT.name[locale]} hint={CONTRACT.nameHint[locale]} error={error}>
      <input
        class="input"
        id="name"
        name="name"
        autocomplete="name"
        required
        minlength={2}
        maxlength={120}
        value={typed ?? known}
        {...describedBy("name", CONTRACT.nameHint, error)}
      />
    </Field>
  );
}

/** Shown for a moment: browsers follow its Refresh header; who stays has the button. */
export function LeavePage({ locale, url, contractId }: { locale: Locale; url: string; contractId: string }) {
  return (
    <div class="stack loose">
      <h1>{SIGNING.leaving[locale]}</h1>
      <p>{SIGNING.leavingText[locale]}</p>
      <p>
        <a class="button" href={url} rel="noreferrer">
          {SIGNING.go[locale]}
        </a>
      </p>
      <p>
        <a href={`/contracts/${contractId}`}>{SIGNING.back[locale]}</a>
      </p>
    </div>
  );
}
