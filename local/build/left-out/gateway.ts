// Stands in the Worker's bundle where the AI SDK would bring its own gateway: every call goes to a vendor that is configured, or nowhere.

/** What the SDK asks errors about. */
export class GatewayError extends Error {}
export class GatewayAuthenticationError extends GatewayError {}

/** A model that is named by a string alone would be asked of the gateway; here it is refused. */
export function createGateway(): never {
  throw new GatewayError("The AI gateway is left out of this build: give the SDK a model, not a name.");
}

export const gateway = createGateway;
