// How a webhook is signed: Standard Webhooks 1.0, symmetric (HMAC-SHA256 over id.timestamp.body, version v1).

const START = "whsec_";

/** `random` is 32 bytes. */
export function webhookSecret(random: Uint8Array): string {
  return START + btoa(String.fromCharCode(...random));
}

/** `webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature`: one `v1,<base64>` for each secret that is valid now. */
export async function signedHeaders(
  secrets: readonly string[],
  message: { id: string; at: Date; body: string },
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signed = `${message.id}.${timestamp}.${message.body}`;
  const signatures = await Promise.all(secrets.map(async (secret) => `v1,${await hmac(secret, signed)}`));
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

async function hmac(secret: string, text: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.slice(START.length)), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)))),
  );
}
