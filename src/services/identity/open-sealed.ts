// What was sealed for one purpose, or null where it was not: another key, another person, or somebody's own words.
import type { ServiceContext } from "../context.ts";

export async function openSealed(ctx: ServiceContext, purpose: string, sealed: string): Promise<string | null> {
  try {
    return await ctx.sealer.open(purpose, sealed);
  } catch (error) {
    // WebCrypto's and base64's only way to say so.
    if (error instanceof Error && ["OperationError", "InvalidCharacterError"].includes(error.name)) return null;
    throw error;
  }
}
