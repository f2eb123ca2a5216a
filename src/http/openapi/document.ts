// The API as an OpenAPI 3.1 document, made of the routes' declarations; never part of the Worker.
import * as z from "zod";
import { errorResponses, type ProblemCode, problemSchema } from "./errors.ts";
import { scopeOf, takesKey } from "./key-rules.ts";
import type { Answer, Operation, OperationGroup, RawContent, WebhookEvent, Who } from "./operation.ts";
import { Components, type JsonObject } from "./schema.ts";

export interface DocumentParts {
  groups: readonly OperationGroup[];
  webhooks: readonly WebhookEvent[];
  /** Codes of docs/api.md. */
  problems: readonly ProblemCode[];
}

/** Throws where two operations or schemas have one name. */
export function openApiDocument({ groups, webhooks, problems }: DocumentParts): JsonObject {
  const known = new Map(problems.map((problem) => [problem.code, problem]));
  const components = new Components();
  const paths: Record<string, JsonObject> = {};
  const ids = new Set<string>();
  for (const { tag, operations } of groups) {
    for (const operation of operations) {
      if (ids.has(operation.id)) throw new Error(`two operations are called ${operation.id}`);
      ids.add(operation.id);
      const made = operationObject(operation, tag, components);
      const responses = { ...answersOf(operation, components), ...withoutDeclared(operation, known) };
      paths[operation.path] = { ...paths[operation.path], [operation.method]: { ...made, responses } };
    }
  }
  const sent = webhooks.map((event) => [event.name, webhookObject(event, components)]);
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Vez",
      version: "2",
      summary: "Vez gives a case to the right professional whose turn it is.",
      description: ABOUT,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "Wherever this document was read." }],
    tags: groups.map(({ tag, says }) => ({ name: tag, description: says })),
    paths,
    ...(sent.length === 0 ? {} : { webhooks: Object.fromEntries(sent) }),
    components: {
      securitySchemes: SECURITY,
      parameters: PARAMETERS,
      schemas: { Problem: problemSchema, ...components.schemas },
    },
  };
}

const ABOUT = `JSON in and out; failures are \`application/problem+json\` with a stable \`code\`. Times are ISO 8601 in UTC, money is in cents of a real.
Lists answer \`{items, next}\`: send \`next\` back as \`cursor\`. Someone else's thing is 404, like one that does not exist.
Answers may get new fields: ignore those that you do not know.`;

const SECURITY: JsonObject = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "vez.session_token",
    description: "What a browser carries after signing in.",
  },
  bearer: {
    type: "http",
    scheme: "bearer",
    description: "A session token (`set-auth-token`, `session_token`).",
  },
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "A key made on `/ops/keys`, sent as a bearer token. It may do what its scopes say.",
  },
  metrics: { type: "http", scheme: "bearer", description: "`METRICS_TOKEN` of the deployment." },
};

const PARAMETERS: JsonObject = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Chosen by you, new for each thing that you create. The same key within 24 hours gets the first answer again, and another body under it is refused.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
    example: "7f9c2ba4-e88f-4a0c-9d1e-3f1f6c1b2a90",
  },
  RequiredIdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description: "Chosen by you, new for each thing that you send.",
    schema: { type: "string", minLength: 1, maxLength: 100 },
    example: "voice-1",
  },
  LastEventId: {
    name: "Last-Event-ID",
    in: "header",
    description: "The last number that you have: events strictly after it come first.",
    schema: { type: "integer", minimum: 0 },
  },
  last_event_id: {
    name: "last_event_id",
    in: "query",
    description: "The same, for who cannot set headers.",
    schema: { type: "integer", minimum: 0 },
  },
};

const PEOPLE: Readonly<Record<Who, string>> = {
  anyone: "anyone",
  signed_in: "anyone signed in",
  client: "its client",
  professional: "a professional",
  asked_professional: "the professional who was asked",
  party: "the two parties",
  coordinator: "a coordinator of the organisation",
  operator: "operators",
  integration: "an integration, for its own cases",
  scraper: "`METRICS_TOKEN`",
};

function operationObject(operation: Operation, tag: string, components: Components): JsonObject {
  const { id, summary, notes, who, body, bodyOptional, bodyExample } = operation;
  const scope = scopeOf(operation);
  const people = who.map((one) => PEOPLE[one]).join(", ");
  const parameters = parametersOf(operation, components);
  const content = body === undefined ? null : contentOf(body, "input", components, bodyExample);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [notes, `Who: ${people}.`, scope && `Scope of a key: \`${scope}\`.`].filter(Boolean).join("\n\n"),
    "x-who": [...who],
    security: securityOf(operation),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(content === null ? {} : { requestBody: { required: bodyOptional !== true, content } }),
  };
}

function securityOf(operation: Operation): JsonObject[] {
  const { who } = operation;
  const scope = scopeOf(operation);
  const signedIn: JsonObject[] = [{ session: [] }, { bearer: [] }, ...(scope === null ? [] : [{ apiKey: [scope] }])];
  if (who.includes("scraper")) return [{ metrics: [] }, ...signedIn];
  return who.includes("anyone") ? [{}, ...signedIn] : signedIn;
}

function parametersOf(operation: Operation, components: Components): JsonObject[] {
  const { path, query, needsKey, resumes } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const ref = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...inPath,
    ...(query === undefined ? [] : queryParameters(query, components)),
    ...(takesKey(operation) ? [ref(needsKey === true ? "RequiredIdempotencyKey" : "IdempotencyKey")] : []),
    ...(resumes === true ? [ref("LastEventId"), ref("last_event_id")] : []),
  ];
}

function queryParameters(query: z.ZodObject, components: Components): JsonObject[] {
  const schema = components.schema(query, "input");
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    if (property === null || typeof property !== "object" || Array.isArray(property)) throw new Error(`query ${name}`);
    const { description, ...rest } = property;
    return {
      name,
      in: "query",
      ...(required.includes(name) ? { required: true } : {}),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function answersOf({ answers }: Operation, components: Components): JsonObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, answerObject(Number(status), answer, components)]),
  );
}

const MEANINGS: Readonly<Record<number, string>> = {
  200: "Done.",
  201: "Made.",
  202: "Taken on.",
  204: "Nothing to say.",
};

function answerObject(status: number, answer: Answer, components: Components): JsonObject {
  const { says, json, raw, example, headers } = answer;
  const content = json ?? raw;
  return {
    description: says ?? raw?.says ?? MEANINGS[status] ?? "See the body.",
    ...(headers === undefined
      ? {}
      : {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
          ),
        }),
    ...(content === undefined ? {} : { content: contentOf(content, "output", components, example) }),
  };
}

function contentOf(
  content: z.ZodType | RawContent,
  io: "input" | "output",
  components: Components,
  example: unknown,
): JsonObject {
  const shown: JsonObject = example === undefined ? {} : { example: JSON.parse(JSON.stringify(example)) };
  if (content instanceof z.ZodType) {
    return { "application/json": { schema: components.schema(content, io), ...shown } };
  }
  const { types, schema } = content;
  const said: JsonObject = schema === undefined ? {} : { schema: components.schema(schema, io) };
  return Object.fromEntries(types.map((type) => [type, { ...said, ...shown }]));
}

/** A status that the route answers in a shape of its own (a 503 of /ready) is no problem. */
function withoutDeclared(operation: Operation, known: ReadonlyMap<string, ProblemCode>): JsonObject {
  const errors = errorResponses(operation, known);
  return Object.fromEntries(Object.entries(errors).filter(([status]) => !(status in operation.answers)));
}

function webhookObject({ name, summary, body, example }: WebhookEvent, components: Components): JsonObject {
  return {
    post: {
      operationId: `on_${name.replaceAll(".", "_")}`,
      summary,
      requestBody: { required: true, content: contentOf(body, "output", components, example) },
      responses: { "2XX": { description: "Taken. Any other answer, or none in time, is tried again." } },
    },
  };
}
