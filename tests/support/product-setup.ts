// One started product for all files of a project that look at it from outside (flows, pages).
import type { TestProject } from "vitest/node";
import { startProduct } from "./product.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Origin of the shared product; a test that kills or configures one starts its own. */
    productOrigin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide("productOrigin", product.origin);
  return () => product.remove();
}
