// src/client/schema.d.ts: the shapes of the API's document as types, by path and method.
import type { Json, JsonObject } from "../../src/http/openapi/schema.ts";
import { typeText } from "./type-text.ts";

const HEAD = `// Generated from the API's document by \`npm run docs\`; do not edit by hand.
`;

/** The whole file; a test compares it with what is committed. */
export function clientTypes(document: JsonObject): string {
  const { schemas } = objectOf(document.components);
  const shapes = Object.entries(objectOf(schemas)).map(
    ([name, schema]) =>
      `${comment(objectOf(schema).description, "  ")}  ${name}: ${typeText(schema, inSchemas, "  ")};\n`,
  );
  const paths = Object.entries(objectOf(document.paths)).map(([path, item]) => {
    const methods = Object.entries(objectOf(item)).map(([method, operation]) =>
      methodText(method, objectOf(operation)),
    );
    return `  ${JSON.stringify(path)}: {\n${methods.join("")}  };\n`;
  });
  return `${HEAD}
export interface Schemas {
${shapes.join("")}}

export interface Paths {
${paths.join("")}}
`;
}

const inSchemas = (name: string) => `Schemas["${name}"]`;

function methodText(method: string, operation: JsonObject): string {
  const parameters = (Array.isArray(operation.parameters) ? operation.parameters : []).map(objectOf);
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const content = objectOf(objectOf(operation.requestBody ?? {}).content ?? {});
  const lines = [
    ...fields("path", of("path")),
    ...fields("query", of("query")),
    ...bodyText(content, objectOf(operation.requestBody ?? {}).required === true),
    `      answer: ${answerText(objectOf(operation.responses))};\n`,
  ];
  return `${comment(operation.summary, "    ")}    ${method}: {\n${lines.join("")}    };\n`;
}

function fields(place: "path" | "query", parameters: JsonObject[]): string[] {
  if (parameters.length === 0) return [];
  const required = parameters.filter((parameter) => parameter.required === true).map(({ name }) => name ?? "");
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema ?? {}]));
  const text = typeText({ type: "object", properties, required }, inSchemas, "      ");
  return [`      ${place}${required.length > 0 ? "" : "?"}: ${text};\n`];
}

function bodyText(content: JsonObject, required: boolean): string[] {
  const json = content["application/json"];
  const types = Object.keys(content);
  if (types.length === 0) return [];
  const mark = required ? "" : "?";
  if (json !== undefined && types.length === 1) {
    return [`      body${mark}: ${typeText(objectOf(json).schema, inSchemas, "      ")};\n`];
  }
  return [`      raw${mark}: ${types.includes("multipart/form-data") ? "FormData" : "Blob | Uint8Array | string"};\n`];
}

function answerText(responses: JsonObject): string {
  const [, good] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const content = objectOf(objectOf(good ?? {}).content ?? {});
  const json = content["application/json"];
  if (json !== undefined) return typeText(objectOf(json).schema, inSchemas, "      ");
  const stream = content["text/event-stream"];
  if (stream !== undefined) return `AsyncIterable<${typeText(objectOf(stream).schema, inSchemas, "      ")}>`;
  return Object.keys(content).length === 0 ? "null" : "Blob";
}

function comment(said: Json | undefined, indent: string): string {
  return typeof said === "string" ? `${indent}/** ${said.replaceAll("*/", "*\\/").replaceAll("\n", " ")} */\n` : "";
}

function objectOf(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("the document has a hole");
  return value;
}
