// Why a model file is not taken: it cannot be read, it holds something that Vez does not score, or it is too large.
import { VezError } from "../../base/errors.ts";

/** The file is damaged or is not of its format; `detail` says which part. */
export function unreadable(detail: string): VezError {
  return new VezError("model_unreadable", {
    status: 422,
    detail: `The model file cannot be read: ${detail}. Save the model again and upload the whole file.`,
  });
}

/** The file is in order, but its kind of model would be scored wrongly; `detail` says what to train instead. */
export function unsupported(detail: string): VezError {
  return new VezError("model_unsupported", { status: 422, detail });
}

export function tooLarge(what: string, most: number): VezError {
  return new VezError("model_too_large", {
    status: 413,
    detail: `A model may have at most ${most} ${what}. Train with fewer or smaller trees.`,
  });
}
