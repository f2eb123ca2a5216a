// What is wrong with the service itself, as its operators are told, in English.
import { keyedVendor } from "../vendors/keys.ts";
import type { ServiceTemplates } from "./template-shape.ts";

/** What stops while a service refuses the key. */
const STOPS: Record<string, string> = {
  sendgrid: "No e-mail leaves, sign-in codes included: whoever is not signed in cannot sign in.",
  evolution: "Nothing leaves by WhatsApp, and what people write there stays without an answer.",
  onesignal: "No notice reaches a screen; the other channels and the app go on.",
  docusign: "Contracts are signed here in Vez, as they are whenever DocuSign fails.",
  chatwoot: "Conversations do not show in the help desk; in Vez they go on.",
  slack: "Alerts do not reach the team's channel; the console and e-mail go on.",
  pagerduty: "Nobody is woken, not even when a person is at risk: keep an eye on the console.",
  openai: "Another model, or the house's own rules, do its work.",
  anthropic: "Another model, or the house's own rules, do its work.",
  workers_ai: "Another model, or the house's own rules, do its work.",
  registry: "Professional registrations are checked by people, on the console.",
};

export const ENGLISH_OF_SERVICE: ServiceTemplates = {
  message_dead: {
    subject: "A delivery has stopped and waits for you",
    text: ({ message = "without a name", outbox_id = "without a number" }) => [
      `Delivery ${outbox_id} (${message}) failed many times and was set aside.`,
      "The console shows the reason. Send it again when that is settled.",
    ],
  },
  model_unreadable: {
    subject: "A learned model cannot be read",
    text: ({ model = "without a name" }) => [
      `The model ${model} that should serve cannot be read. Cases are matched by the presets alone meanwhile.`,
      "Let another model serve, or retire this one, in the console.",
    ],
  },
  whatsapp_disconnected: {
    subject: "Vez's WhatsApp is disconnected",
    text: () => [
      "Vez's phone has left WhatsApp. What people write arrives when it is back; what Vez answers waits in the queue.",
      "If it does not come back within minutes, open the Evolution API and connect it again with the QR code.",
    ],
  },
  vendor_key_refused: {
    subject: "An outside service refuses Vez's key",
    text: ({ vendor = "" }) => {
      const { name, variables } = keyedVendor(vendor) ?? { name: "A service", variables: [] };
      return [
        `${name} refuses the key that Vez uses. ${STOPS[vendor] ?? "What depends on it waits."}`,
        `Make a new key there and put it into Vez's configuration${variables.length === 0 ? "" : ` (${variables.join(", ")})`}.`,
        "What waits in the queue leaves by itself within an hour after that; what has stopped already is sent again on the console.",
        'The steps are in docs/runbook.md, section "A vendor refuses our key".',
      ];
    },
  },
  webhook_disabled: {
    subject: "A webhook was switched off",
    text: ({ webhook_id = "without a number" }) => [
      `The webhook ${webhook_id} took nothing for days and was switched off.`,
      "Its log says how it failed. Switch it on again in the console when its owner has mended it.",
    ],
  },
  backfill_failed: {
    subject: "The reading of profiles has stopped",
    text: ({ backfill_id = "without a number", reason = "no reason given" }) => [
      `The back-fill ${backfill_id} has stopped, since the service that reads profiles does not answer as it should (${reason}). Cases go on as before.`,
      "Start it again in the console when the service is back. What is done stays.",
    ],
  },
};
