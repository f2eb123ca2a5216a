// zod's schemas as JSON Schema 2020-12, with the named ones (`meta({ id })`) as components of the document.
import * as z from "zod";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Collects named schemas; one document has one of them. */
export class Components {
  readonly schemas: Record<string, JsonObject> = {};

  /** `input` is what is sent to us, `output` what we answer. Answers are open: fields may be added to them. */
  schema(source: z.ZodType, io: "input" | "output"): JsonObject {
    const made = z.toJSONSchema(source, {
      io,
      target: "draft-2020-12",
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        // A format says it; zod's pattern for the same is a page long.
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
        if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
        // JavaScript's own bounds are no rule of ours.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      },
    });
    return this.#hoisted(asObject(plain(made)));
  }

  #hoisted(made: JsonObject): JsonObject {
    const { $schema: _dialect, $defs, id, ...rest } = made;
    for (const [name, definition] of Object.entries(asObject($defs ?? {}))) this.#keep(name, asObject(definition));
    if (typeof id !== "string") return asObject(withoutIds(rest));
    this.#keep(id, rest);
    return { $ref: refTo(id) };
  }

  #keep(name: string, definition: JsonObject): void {
    const { id: _id, ...rest } = definition;
    const kept = asObject(withoutIds(rest));
    const known = this.schemas[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(kept)) {
      throw new Error(`two different schemas are called ${name}`);
    }
    this.schemas[name] = kept;
  }
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** References point at components instead of the schema's own definitions. */
function withoutIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string"
        ? inner.replace("#/$defs/", "#/components/schemas/")
        : withoutIds(inner),
    ]),
  );
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function asObject(value: Json): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("a schema is an object");
  return value;
}
