// Stands in the Worker's bundle where the AI SDK would bring its own gateway: every call goes to a vendor that is configured, or nowhere.

/** The SDK asks every error whether it is one of these; none is. */
export class GatewayError extends Error {
  static isInstance(_error: unknown): boolean {
    return false;
  }
}
export class GatewayAuthenticationError extends GatewayError {}

/** A model that is named by a string alone would be asked of the gateway; here it is refused. */
export function createGateway(): never {
  throw new Error("The AI gateway is left out of this build: give the SDK a model, not a name.");
}

export function gateway(): never {
  return createGateway();
}
