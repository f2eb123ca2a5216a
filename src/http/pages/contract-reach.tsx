// How the two parties of a contract reach each other: the professional's e-mail, and what the client has left.
import type { Locale } from "../../domain/locale.ts";
import type { ContractView } from "../../services/contracts/read-contract.ts";
import { Contact } from "./parts/contact.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { HowLines } from "./reach-form.tsx";
import { CONTRACT } from "./texts/contract.ts";

export interface ReachProps {
  contract: ContractView;
  locale: Locale;
  /** What was typed, where a form comes back. */
  typedContact?: string;
  contactError?: boolean;
}

/** Nothing for operators, and nothing once the contract was cancelled. */
export function Reach(props: ReachProps) {
  const { contract, locale } = props;
  const { client, professional } = contract.parties;
  if (contract.my_party === null || contract.status === "voided") return null;
  return (
    <section class="stack" id="reach" aria-labelledby="reach-title">
      <h2 id="reach-title">{CONTRACT.reach[locale]}</h2>
      {contract.my_party === "professional" ? (
        <>
          <p>
            {client.contact === null ? (
              CONTRACT.noContactYet[locale]
            ) : (
              <>
                {CONTRACT.contactOfClient[locale]}: <Contact value={client.contact} />
              </>
            )}
            {client.how !== null && <HowLines how={client.how} locale={locale} />}
          </p>
          <TalkLink to={`/pro/cases/${contract.case_id}#latest`} locale={locale} />
        </>
      ) : (
        <>
          {professional.email !== null && (
            <p>
              {CONTRACT.writeTo[locale]} {professional.name}: <Contact value={professional.email} />
            </p>
          )}
          <TalkLink to={`/conversations/${contract.case_id}/talk`} locale={locale} />
          <p class="soft">{CONTRACT.notThroughVez[locale]}</p>
          {/* Until the client has signed, the field stands in the form in which they sign. */}
          {(client.signed_at !== null || contract.status !== "sent") && <ContactForm {...props} />}
        </>
      )}
    </section>
  );
}

function TalkLink({ to, locale }: { to: string; locale: Locale }) {
  return (
    <p>
      <a class="button quiet" href={to}>
        {CONTRACT.talk[locale]}
      </a>
    </p>
  );
}

function ContactForm(props: ReachProps) {
  const { contract, locale } = props;
  return (
    <form method="post" action={`/contracts/${contract.id}/contact`} class="stack">
      <ContactField {...props} />
      <div>
        <button type="submit" class="button quiet">
          {CONTRACT.saveContact[locale]}
        </button>
      </div>
    </form>
  );
}

export function ContactField({ contract, locale, typedContact, contactError }: ReachProps) {
  const error = contactError === true ? CONTRACT.badContact[locale] : null;
  return (
    <Field id="contact" label={CONTRACT.contact[locale]} hint={CONTRACT.contactHint[locale]} error={error}>
      <input
        class="input"
        id="contact"
        name="contact"
        autocomplete="on"
        maxlength={200}
        value={typedContact ?? contract.parties.client.contact ?? ""}
        {...describedBy("contact", CONTRACT.contactHint, error)}
      />
    </Field>
  );
}
