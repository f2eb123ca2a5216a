// JSON Schema as TypeScript, for the client's types and for readers of the reference.
import type { Json, JsonObject } from "../../src/http/openapi/schema.ts";

/** `schema` as a type; `indent` is where it stands. Named schemas are called `name(component)`. */
export function typeText(schema: Json | undefined, name = (component: string) => component, indent = ""): string {
  if (schema === undefined || schema === true) return "unknown";
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) throw new Error("a schema is an object");
  const of = (inner: Json | undefined) => typeText(inner, name, indent);
  if (typeof schema.$ref === "string") return name(schema.$ref.split("/").at(-1) ?? "");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map((value) => JSON.stringify(value)));
  const several = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(several)) return union(several.map(of));
  if (Array.isArray(schema.allOf)) return schema.allOf.map(of).join(" & ");
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => of({ ...schema, type })));
  switch (schema.type) {
    case "string":
      return schema.format === "binary" ? "Blob" : "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return arrayOf(of(schema.items));
    case "object":
      return objectText(schema, name, indent);
    default:
      return "unknown";
  }
}

function arrayOf(item: string): string {
  return /[|&]/.test(item.replace(/\{[\s\S]*\}/g, "")) ? `(${item})[]` : `${item}[]`;
}

function union(types: string[]): string {
  return [...new Set(types)].join(" | ");
}

function objectText(schema: JsonObject, name: (component: string) => string, indent: string): string {
  const properties = Object.entries((schema.properties as JsonObject | undefined) ?? {});
  const rest = schema.additionalProperties;
  if (properties.length === 0) {
    return rest === undefined || rest === false
      ? "Record<string, unknown>"
      : `Record<string, ${typeText(rest, name, indent)}>`;
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  const inner = `${indent}  `;
  const lines = properties.map(([key, value]) => {
    const said = value !== null && typeof value === "object" && !Array.isArray(value) ? value.description : undefined;
    const comment = typeof said === "string" ? `${inner}/** ${said.replaceAll("*/", "*\\/")} */\n` : "";
    const mark = required.includes(key) ? "" : "?";
    const called = /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
    return `${comment}${inner}${called}${mark}: ${typeText(value, name, inner)};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}
