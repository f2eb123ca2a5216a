// The vendors whose last word was that they refuse our key, for the console's first page.
import { asc } from "drizzle-orm";
import { vendorRefusals } from "../../db/schema.ts";
import { type KeyedVendor, keyedVendor } from "../../domain/vendors/keys.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "./as-operator.ts";

export interface VendorRefusal {
  vendor: KeyedVendor;
  since: Date;
}

/** `isSet` tells a variable that has a value: a vendor that was taken out since is asked no more, and has no last word. */
export async function listRefusals(
  ctx: ServiceContext,
  actor: Actor,
  isSet: (variable: string) => boolean,
): Promise<VendorRefusal[]> {
  asOperator(actor);
  const rows = await ctx.db.select().from(vendorRefusals).orderBy(asc(vendorRefusals.since));
  return rows.flatMap(({ vendor: id, since }) => {
    const vendor = keyedVendor(id);
    return vendor?.variables.some(isSet) ? [{ vendor, since }] : [];
  });
}
