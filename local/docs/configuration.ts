// docs/configuration.md from the schema that the Worker itself parses its configuration with.
import { z } from "zod";
import { configSchema } from "../../src/env.ts";

/** The whole file as text; a test compares it with what is committed. */
export function configurationDoc(): string {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" });
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    if (typeof property === "boolean") throw new Error(`${name} has no description`);
    return `| \`${name}\` | ${kindOf(property)} | ${defaultOf(property, required.has(name))} | ${property.description ?? ""} |`;
  });
  return `${HEAD}\n${rows.join("\n")}\n${FOOT}`;
}

const HEAD = `# Configuration

Generated from \`src/env.ts\` by \`npm run docs\`; do not edit by hand.

Variables go into \`[vars]\` of \`wrangler.toml\`, those marked *Secret* are set with \`wrangler secret put NAME\`. A value that is missing or
wrong stops the Worker's first request with its name (never its value). On one machine \`npm start\` sets what is required and
passes on what you export before it.

| name | kind | default | meaning |
|---|---|---|---|`;

const FOOT = `
Of \`npm start\` itself:

| name | default | meaning |
|---|---|---|
| \`PORT\` | 8787 | port of the pages and the API |
| \`HOST\` | 127.0.0.1 | address to listen on |
| \`VEZ_DATA\` | .vez | folder that keeps the database, the conversations and the secret of one machine |
`;

interface Property {
  type?: unknown;
  enum?: unknown[];
  default?: unknown;
  description?: string;
}

function kindOf(property: Property): string {
  if (property.enum !== undefined) return property.enum.map((value) => `\`${value}\``).join(" ");
  return typeof property.type === "string" ? property.type : "number";
}

function defaultOf(property: Property, required: boolean): string {
  if (required) return "required";
  if (property.default === undefined) return "none";
  return property.default === "" ? "empty" : `\`${property.default}\``;
}
