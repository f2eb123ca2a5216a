// The reference page at /docs: how to begin, then every route and shape of the API's document. Made at build time.
import { html, raw } from "hono/html";
import type { Locale } from "../../src/domain/locale.ts";
import type { ProblemCode } from "../../src/http/openapi/errors.ts";
import type { Json, JsonObject } from "../../src/http/openapi/schema.ts";
import { Layout } from "../../src/http/pages/layout.tsx";
import { GUIDE, PAGE } from "./guide-texts.ts";
import { typeText } from "./type-text.ts";

export interface ReferenceParts {
  document: JsonObject;
  problems: readonly ProblemCode[];
  locale: Locale;
  /** Built address of a style, module or picture. */
  asset: (name: string) => string;
}

/** The whole page as HTML. */
export function referencePage({ document, problems, locale, asset }: ReferenceParts): string {
  const groups = groupsOf(document);
  const schemas = Object.entries(objectOf(objectOf(document.components).schemas));
  const main = (
    <div class="docs">
      <div class="stack tight docs-head">
        <h1>{PAGE.title[locale]}</h1>
        <p class="lead">{PAGE.lead[locale]}</p>
        <p>
          <a href="/openapi.json">{PAGE.document[locale]}</a>
        </p>
      </div>
      <nav class="docs-contents" aria-label={PAGE.contents[locale]}>
        <ul>
          {GUIDE.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title[locale]}</a>
            </li>
          ))}
        </ul>
        <p class="soft small">{PAGE.routes[locale]}</p>
        <ul lang="en">
          {groups.map(({ tag, anchor }) => (
            <li>
              <a href={`#${anchor}`}>{tag}</a>
            </li>
          ))}
          <li>
            <a href="#shapes" lang={locale}>
              {PAGE.shapes[locale]}
            </a>
          </li>
          <li>
            <a href="#codes" lang={locale}>
              {PAGE.codes[locale]}
            </a>
          </li>
        </ul>
      </nav>
      <div class="stack loose docs-text">
        {GUIDE.map(({ id, title, says, code }) => (
          <section class="stack tight" id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title[locale]}</h2>
            {says.map((text) => (
              <p>{withCode(text[locale])}</p>
            ))}
            {code !== undefined && <Code text={code} />}
          </section>
        ))}
        <section class="stack" aria-labelledby="routes-title">
          <h2 id="routes-title">{PAGE.routes[locale]}</h2>
          <div class="field docs-search" hidden data-found={PAGE.found[locale]} data-none={PAGE.none[locale]}>
            <label for="find">{PAGE.search[locale]}</label>
            <span class="hint" id="find-hint">
              {PAGE.searchHint[locale]}
            </span>
            <input class="input" type="search" id="find" aria-describedby="find-hint" autocomplete="off" />
            <p class="soft small" role="status" />
          </div>
          <div class="stack" lang="en">
            {groups.map((group) => (
              <Group group={group} />
            ))}
          </div>
        </section>
        <section class="stack" aria-labelledby="shapes">
          <h2 id="shapes">{PAGE.shapes[locale]}</h2>
          <div class="stack tight" lang="en">
            {schemas.map(([name, schema]) => (
              <details class="op" id={`shape-${name}`}>
                <summary>
                  <code>{name}</code>
                </summary>
                <div class="stack tight">
                  <Said text={objectOf(schema).description} />
                  <Code text={typeText(schema)} />
                </div>
              </details>
            ))}
          </div>
        </section>
        <section class="stack" aria-labelledby="codes">
          <h2 id="codes">{PAGE.codes[locale]}</h2>
          <section class="table" lang="en" aria-labelledby="codes" tabindex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">code</th>
                  <th scope="col">status</th>
                  <th scope="col">meaning</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ code, status, meaning }) => (
                  <tr>
                    <td>
                      <code>{code}</code>
                    </td>
                    <td class="number">{status}</td>
                    <td>{withCode(meaning)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      </div>
    </div>
  );
  const page = { title: PAGE.title[locale], main, width: "full" as const };
  const layout = (
    <Layout
      page={page}
      locale={locale}
      nonce=""
      person={null}
      here="/docs"
      styles={["base.css", "docs.css"].map(asset)}
      scripts={["page.js", "docs.js"].map(asset)}
      icon={asset("icon.svg")}
    />
  );
  return html`<!doctype html>${layout}`.toString();
}

interface DocGroup {
  tag: string;
  anchor: string;
  says: string;
  operations: DocOperation[];
}

interface DocOperation {
  method: string;
  path: string;
  operation: JsonObject;
}

function groupsOf(document: JsonObject): DocGroup[] {
  const all = Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item)).map(([method, operation]) => ({ method, path, operation: objectOf(operation) })),
  );
  const sent = Object.entries(objectOf(document.webhooks ?? {})).map(([name, item]) => ({
    method: "sends",
    path: name,
    operation: objectOf(objectOf(item).post),
  }));
  const tags = listOf(document.tags).map(objectOf);
  const groups = tags.map(({ name, description }) => ({
    tag: String(name),
    anchor: `to-${String(name).toLowerCase().replaceAll(" ", "-")}`,
    says: String(description),
    operations: all.filter(({ operation }) => listOf(operation.tags).includes(name ?? "")),
  }));
  if (sent.length === 0) return groups;
  const says = "What Vez sends to you. The body is signed; answer 2xx.";
  return [...groups, { tag: "Events sent", anchor: "to-events-sent", says, operations: sent }];
}

function Group({ group: { tag, anchor, says, operations } }: { group: DocGroup }) {
  return (
    <section class="stack tight" aria-labelledby={anchor}>
      <h3 id={anchor}>{tag}</h3>
      <p class="soft">{withCode(says)}</p>
      {operations.map((one) => (
        <OperationPart one={one} />
      ))}
    </section>
  );
}

function OperationPart({ one: { method, path, operation } }: { one: DocOperation }) {
  const id = String(operation.operationId);
  const body = objectOf(operation.requestBody ?? {});
  const answers = Object.entries(objectOf(operation.responses ?? {}));
  const parameters = listOf(operation.parameters).map(objectOf);
  return (
    <details class="op" id={id}>
      <summary>
        <span class="docs-method">{method.toUpperCase()}</span> <code>{path}</code>
        <span class="docs-summary">{operation.summary}</span>
      </summary>
      <div class="stack tight">
        {String(operation.description ?? "")
          .split("\n\n")
          .filter((part) => part !== "")
          .map((part) => (
            <p>{withCode(part)}</p>
          ))}
        {parameters.length > 0 && <Parameters of={parameters} />}
        {Object.entries(objectOf(body.content ?? {})).map(([type, content]) => (
          <Content
            title={`Body${body.required === true ? "" : ", may be left out"}`}
            type={type}
            content={objectOf(content)}
          />
        ))}
        {answers
          .filter(([status]) => status.startsWith("2"))
          .map(([status, answer]) => (
            <AnswerPart status={status} answer={objectOf(answer)} />
          ))}
        <Errors of={answers.filter(([status]) => Number(status) >= 400)} />
      </div>
    </details>
  );
}

function Parameters({ of: parameters }: { of: JsonObject[] }) {
  return (
    <dl class="facts docs-parameters">
      {parameters.map((parameter) => {
        const { name, place, required, description, schema } = parameterFacts(parameter);
        return (
          <>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {place}
              {required && ", required"}: <code>{typeText(schema)}</code> {withCode(description)}
            </dd>
          </>
        );
      })}
    </dl>
  );
}

/** Headers are shared by reference; what they say stands in the guide. */
function parameterFacts(parameter: JsonObject) {
  const shared = typeof parameter.$ref === "string" ? (parameter.$ref.split("/").at(-1) ?? "") : null;
  if (shared !== null) {
    const name = {
      IdempotencyKey: "Idempotency-Key",
      RequiredIdempotencyKey: "Idempotency-Key",
      LastEventId: "Last-Event-ID",
    }[shared];
    const place = name === undefined ? "query" : "header";
    const schema: Json = { type: name === "Idempotency-Key" ? "string" : "integer" };
    return { name: name ?? shared, place, required: shared.startsWith("Required"), description: "", schema };
  }
  return {
    name: String(parameter.name),
    place: String(parameter.in),
    required: parameter.required === true,
    description: String(parameter.description ?? ""),
    schema: parameter.schema,
  };
}

function AnswerPart({ status, answer }: { status: string; answer: JsonObject }) {
  const contents = Object.entries(objectOf(answer.content ?? {}));
  if (contents.length === 0) return <p class="docs-part">{`${status}: ${answer.description}`}</p>;
  return (
    <>
      {contents.map(([type, content]) => (
        <Content title={`Answer ${status}`} type={type} content={objectOf(content)} />
      ))}
    </>
  );
}

function Content({ title, type, content }: { title: string; type: string; content: JsonObject }) {
  return (
    <>
      <p class="docs-part">
        {title} <code>{type}</code> <Links schema={content.schema} />
      </p>
      {content.schema !== undefined && <Code text={typeText(content.schema)} />}
      {content.example !== undefined && <Code text={JSON.stringify(content.example, null, 2)} />}
    </>
  );
}

/** To the named shapes that a schema is made of. */
function Links({ schema }: { schema: Json | undefined }) {
  const names = [...JSON.stringify(schema ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name = ""]) => name,
  );
  return (
    <>
      {[...new Set(names)].map((name) => (
        <a href={`#shape-${name}`}>{name}</a>
      ))}
    </>
  );
}

function Errors({ of: answers }: { of: [string, Json][] }) {
  if (answers.length === 0) return null;
  return (
    <dl class="facts docs-parameters">
      {answers.map(([status, answer]) => (
        <>
          <dt>{status}</dt>
          <dd>{withCode(String(objectOf(answer).description))}</dd>
        </>
      ))}
    </dl>
  );
}

function Said({ text }: { text: Json | undefined }) {
  return typeof text === "string" ? <p>{withCode(text)}</p> : null;
}

function Code({ text }: { text: string }) {
  // It scrolls sideways on a phone: the keyboard must reach it.
  return (
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}

/** Words between backticks as code. */
function withCode(text: string) {
  return text.split("`").map((part, i) => (i % 2 === 1 ? <code>{part}</code> : raw(escaped(part))));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("the document has a hole");
  return value;
}
