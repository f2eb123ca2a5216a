// The API's document is OpenAPI 3.1, and what it shows is what it says.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { loadDeclarations, makeOpenApi } from "../../local/build/openapi.ts";
import { clientTypes } from "../../local/docs/client-types.ts";
import { readProblemCodes } from "../../local/docs/problem-codes.ts";
import { checkerOf, everyExample } from "../support/openapi.ts";

const document = await makeOpenApi();

describe("the document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test("has no reference that leads nowhere, and no component that nobody uses", () => {
    const text = JSON.stringify(document);
    const used = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, path = ""]) => path));
    const { schemas, parameters } = document.components as Record<string, Record<string, unknown>>;
    const made = [
      ...Object.keys(schemas ?? {}).map((name) => `schemas/${name}`),
      ...Object.keys(parameters ?? {}).map((name) => `parameters/${name}`),
    ];
    expect([...used].filter((path) => !made.includes(path))).toEqual([]);
    expect(made.filter((path) => !used.has(path))).toEqual([]);
  });

  test("shows examples that are valid by their own schemas", () => {
    const check = checkerOf(document, { closed: true });
    const examples = everyExample(document);
    expect(examples.length).toBeGreaterThan(20);
    for (const { at, schema, value } of examples)
      expect({ at, wrong: check(schema, value) }).toEqual({ at, wrong: [] });
  });

  test("tells what an operator reads of a case, a verification and a professional, field by field", () => {
    const { schemas = {} } = document.components as {
      schemas?: Record<string, { properties: Record<string, object> }>;
    };
    const open = ["OperatorCase", "Verification", "ProfessionalRecord"].flatMap((name) =>
      Object.entries(schemas[name]?.properties ?? { none: {} })
        .filter(
          ([, said]) =>
            !["type", "anyOf", "enum", "$ref", "allOf"].some((word) => word in said) || "propertyNames" in said,
        )
        .map(([field]) => `${name}.${field}`),
    );
    expect(open).toEqual([]);
  });

  test("names an operation once, in the manner of a function", async () => {
    const { GROUPS } = await loadDeclarations();
    const ids = GROUPS.flatMap(({ operations }) => operations.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
  });
});

test("docs/api.md tells every code that a route declares", async () => {
  const { GROUPS } = await loadDeclarations();
  const known = new Set((await readProblemCodes()).map(({ code }) => code));
  const told = GROUPS.flatMap(({ operations }) =>
    operations.flatMap(({ id, errors = [] }) =>
      errors.filter((code) => !known.has(code)).map((code) => `${id} ${code}`),
    ),
  );
  expect(told).toEqual([]);
});

test("docs/api.md tells each code once", async () => {
  const codes = (await readProblemCodes()).map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});

test("the client's types are what `npm run docs` writes", async () => {
  const committed = await readFile(join(import.meta.dirname, "..", "..", "src", "client", "schema.d.ts"), "utf8");
  expect(committed).toBe(clientTypes(document));
});
