// What the AI SDK uses of zod, by name: its packages take the whole namespace, and with it zod's compiler and its reader of JSON schemas.
import * as zod from "zod";

export * from "zod";

/** Every `z.` of the SDK's packages; a test looks whether one is missing. */
export const z = {
  any: zod.any,
  array: zod.array,
  boolean: zod.boolean,
  custom: zod.custom,
  discriminatedUnion: zod.discriminatedUnion,
  enum: zod.enum,
  instanceof: zod.instanceof,
  json: zod.json,
  lazy: zod.lazy,
  literal: zod.literal,
  looseObject: zod.looseObject,
  never: zod.never,
  null: zod.null,
  number: zod.number,
  object: zod.object,
  partialRecord: zod.partialRecord,
  record: zod.record,
  string: zod.string,
  tuple: zod.tuple,
  union: zod.union,
  unknown: zod.unknown,
};
