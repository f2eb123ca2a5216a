// Stands in the Worker's bundle where better-auth would bring forty companies to sign in with: nobody signs in by one here.
import * as z from "zod";

export const socialProviders = {};

/** No name is one of them. */
export const SocialProviderListEnum = z.never();

export function verifyGoogleIdToken(): never {
  throw new Error("Signing in by another company is left out of this build.");
}

export function isGoogleHostedDomainAllowed(): never {
  return verifyGoogleIdToken();
}
