// What is found when a product has stopped, and the steps that were taken.
import type { Vendor } from "./vendors.ts";

/** Something that broke a promise, at the moment of the message that it is about. */
export interface Finding {
  what: "lost" | "twice" | "waiting";
  vendor: Vendor | "app";
  at: Date;
  why: string;
}

/** A step that a vendor was to do: done by it, or by what takes over, so many milliseconds later. */
export interface Step {
  vendor: Vendor;
  at: Date;
  fallbackMs: number | null;
}
