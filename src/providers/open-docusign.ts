// From DocuSign's variables to the port: all five of them, or nobody takes signatures outside the house.
import type { ESign } from "../domain/contracts/e-sign.ts";
import type { InboundReader } from "../domain/inbound/vendor-webhook.ts";
import type { CallOutConfig } from "./call-out.ts";
import { openDocuSign } from "./docusign.ts";
import type { TokenMemory } from "./docusign-token.ts";
import { docuSignWebhook } from "./docusign-webhook.ts";

export interface DocuSignSettings {
  DOCUSIGN_INTEGRATION_KEY?: string | undefined;
  DOCUSIGN_USER_ID?: string | undefined;
  DOCUSIGN_ACCOUNT_ID?: string | undefined;
  DOCUSIGN_PRIVATE_KEY?: string | undefined;
  DOCUSIGN_CONNECT_KEYS?: string | undefined;
  DOCUSIGN_OAUTH_URL: string;
  DOCUSIGN_BASE_URL: string;
  DOCUSIGN_TIMEOUT: number;
  PUBLIC_ORIGIN: string;
}

/** Null where a variable is missing. DocuSign is told where to report only where it can: at an https address, with a key. */
export function openESign(
  settings: DocuSignSettings,
  made: Pick<CallOutConfig, "circuits" | "metrics"> & { memory: TokenMemory },
): ESign | null {
  const {
    DOCUSIGN_INTEGRATION_KEY: integrationKey,
    DOCUSIGN_USER_ID: userId,
    DOCUSIGN_ACCOUNT_ID: accountId,
    DOCUSIGN_PRIVATE_KEY: privateKey,
  } = settings;
  if (!integrationKey || !userId || !accountId || !privateKey) return null;
  const origin = new URL(settings.PUBLIC_ORIGIN);
  const hears = docuSignKeys(settings).length > 0 && origin.protocol === "https:";
  return openDocuSign({
    ...{ integrationKey, userId, accountId, privateKey, ...made },
    oauthUrl: settings.DOCUSIGN_OAUTH_URL,
    baseUrl: settings.DOCUSIGN_BASE_URL,
    timeoutMs: settings.DOCUSIGN_TIMEOUT * 1000,
    // A machine without a name has none that addresses could end with.
    publicHost: /\.[a-z-]+$/.test(origin.hostname) ? origin.hostname : "vez.invalid",
    hookUrl: hears ? new URL("/webhooks/docusign", origin).href : null,
  });
}

/** The reader of Connect's messages; null where no key is configured. */
export function openDocuSignReader(settings: DocuSignSettings): InboundReader | null {
  const keys = docuSignKeys(settings);
  return keys.length === 0 ? null : docuSignWebhook(keys);
}

function docuSignKeys({ DOCUSIGN_CONNECT_KEYS: keys = "" }: DocuSignSettings): string[] {
  return keys
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "");
}
