// The one error class of the house: what the reader may be told, and what only the log may know.

export interface VezErrorOptions {
  /** HTTP status of the answer. */
  status: number;
  /** What the reader can do next, in plain words; no personal data, no vendor text. */
  detail: string;
  /** True when the same call may succeed later without a change. */
  retryable?: boolean;
  /** For the log only. */
  cause?: unknown;
  /** Extra members of the problem body, e.g. `fields` of a rejected form. */
  extra?: Record<string, unknown>;
}

/** An expected failure with a stable snake_case `code`; everything else that is thrown is a defect. */
export class VezError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly retryable: boolean;
  readonly extra: Record<string, unknown>;

  constructor(code: string, options: VezErrorOptions) {
    super(code, { cause: options.cause });
    this.name = "VezError";
    this.code = code;
    this.status = options.status;
    this.detail = options.detail;
    this.retryable = options.retryable ?? false;
    this.extra = options.extra ?? {};
  }
}

/** Someone else's thing and a missing thing look the same from outside. */
export function notFound(what: string): VezError {
  return new VezError("not_found", { status: 404, detail: `There is no such ${what}, or it is not yours to see.` });
}

export function forbidden(detail: string): VezError {
  return new VezError("forbidden", { status: 403, detail });
}

export function conflict(code: string, detail: string, extra: Record<string, unknown> = {}): VezError {
  return new VezError(code, { status: 409, detail, extra });
}

export function invalid(detail: string, extra: Record<string, unknown> = {}): VezError {
  return new VezError("invalid_input", { status: 422, detail, extra });
}

export function unavailable(code: string, detail: string, cause?: unknown): VezError {
  return new VezError(code, { status: 503, detail, retryable: true, cause });
}
