// From an object's answer back to the house's errors.
import { VezError } from "../base/errors.ts";
import type { RpcResult } from "../domain/ports.ts";

/** The value, or the VezError that the object meant. */
export function unwrap<T>(result: RpcResult<T>): T {
  if (result.ok) return result.value;
  throw new VezError(result.code, { status: result.status, detail: result.detail, retryable: result.retryable });
}

/** Runs a verb inside an object: expected errors become a result, defects are thrown on. */
export async function wrap<T>(work: () => Promise<T>): Promise<RpcResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return refusalOf(error);
  }
}

/** The same for work that is done at once. */
export function answer<T>(work: () => T): RpcResult<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return refusalOf(error);
  }
}

/** An expected error as a result; throws any other on. */
export function refusalOf(error: unknown): RpcResult<never> {
  if (!(error instanceof VezError)) throw error;
  const { code, status, detail, retryable } = error;
  return { ok: false, code, status, detail, retryable };
}
