// What tests need to hold the API's document against the world: its examples, and validators of its schemas.
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";

type Tree = { [key: string]: unknown };

/** The formats that the document uses, as ajv wants them. */
const formats = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:/,
  binary: true,
} as const;

/** What is wrong with `value` by a schema of the document; empty when nothing is. */
export type Check = (schema: unknown, value: unknown) => Partial<ErrorObject>[];

/** `closed`: a field that the schema does not declare is an error; the document itself leaves answers open. */
export function checkerOf(document: Tree, { closed }: { closed: boolean }): Check {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, formats });
  const prepared = (schema: unknown) => (closed ? closedSchema(localRefs(schema)) : localRefs(schema));
  const { schemas } = document.components as { schemas: Tree };
  const $defs = prepared(schemas);
  const made = new Map<string, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const key = JSON.stringify(schema);
    const validate = made.get(key) ?? ajv.compile({ ...(prepared(schema) as Tree), $defs });
    made.set(key, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params }) => ({ instancePath, message, params }));
  };
}

function localRefs(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/"));
}

/** A part of `allOf` stays open: it sees the other parts' fields. */
function closedSchema(value: unknown, open = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => closedSchema(inner, open));
  if (value === null || typeof value !== "object") return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === "example" || key === "examples" ? part : closedSchema(part, key === "allOf"),
    ]),
  );
  const declares =
    inner.type === "object" && typeof inner.properties === "object" && !("additionalProperties" in inner);
  return declares && !open ? { ...inner, additionalProperties: false } : inner;
}

/** Each `example` beside a `schema`. */
export function everyExample(document: Tree): { at: string; schema: unknown; value: unknown }[] {
  const found: { at: string; schema: unknown; value: unknown }[] = [];
  const walk = (value: unknown, path: string[]) => {
    if (value === null || typeof value !== "object") return;
    const own = value as Tree;
    if ("example" in own && "schema" in own) {
      found.push({ at: path.join(" "), schema: own.schema, value: own.example });
    }
    for (const [key, inner] of Object.entries(own)) if (key !== "example") walk(inner, [...path, key]);
  };
  walk(document, []);
  return found;
}
