// A case's files over HTTP, with the bucket as workerd has it: whose they must be, what they must be, and how they come back.
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../../src/http/app.ts";
import { removeFile } from "../../src/services/files/remove-file.ts";
import { ask, personWith, worldContext } from "./people.ts";

const MB = 1024 * 1024;
const PDF = "%PDF-1.7\nrescisão";

let client: string;
let caseId: string;
let path: string;

beforeEach(async () => {
  client = await personWith("client");
  const opened = await ask(client, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
  caseId = String(opened.body.case_id);
  path = `/api/v2/cases/${caseId}/files`;
});

interface Sent {
  token?: string | null;
  body?: BodyInit;
  headers?: Record<string, string>;
  on?: typeof env;
}

function formOf(...files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]): FormData {
  const form = new FormData();
  for (const [name, bytes] of files) form.append("file", new File([bytes], name, { type: "application/pdf" }));
  return form;
}

async function send(sent: Sent = {}) {
  const { token = client, body = formOf(["Rescisão.pdf", PDF]), on = { ...env, FILE_MAX_MB: "1" } } = sent;
  const headers = new Headers({ "cf-connecting-ip": crypto.randomUUID(), ...sent.headers });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const context = createExecutionContext();
  const answer = await app.fetch(
    new Request(`http://example.com${path}`, { method: "POST", headers, body }),
    on,
    context,
  );
  const read = await answer.json<Record<string, unknown>>();
  await waitOnExecutionContext(context);
  return { status: answer.status, headers: answer.headers, body: read };
}

async function open(fileId: unknown, token: string | null = client): Promise<Response> {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  const context = createExecutionContext();
  return app.fetch(new Request(`http://example.com${path}/${fileId}/content`, { headers }), env, context);
}

async function textOf(answer: Response): Promise<string> {
  return new TextDecoder().decode(await answer.arrayBuffer());
}

async function keys(): Promise<string[]> {
  // The product needs less of a bucket than there is.
  const bucket = env.FILES as unknown as R2Bucket;
  return (await bucket.list({ prefix: `cases/${caseId}/` })).objects.map(({ key }) => key);
}

describe("a file", () => {
  test("is added, listed, opened, renamed and deleted", async () => {
    const added = await send();
    expect(added).toMatchObject({ status: 201, body: { name: "Rescisão.pdf", type: "application/pdf" } });
    const { id } = added.body;
    expect(String(id)).toMatch(/^fil_/);
    expect((await ask(client, "GET", path)).body.items).toEqual([added.body]);
    expect(await textOf(await open(id))).toBe(PDF);

    const renamed = await ask(client, "PATCH", `${path}/${id}`, { name: "../Carta do patrão" });
    expect(renamed).toMatchObject({ status: 200, body: { name: "Carta do patrão.pdf" } });

    expect((await ask(client, "DELETE", `${path}/${id}`)).status).toBe(204);
    expect((await ask(client, "GET", path)).body.items).toEqual([]);
    expect((await open(id)).status).toBe(404);
    await removeFile(worldContext(), { fileId: String(id) });
    expect(await keys()).toEqual([]);
  });

  test("comes back as something to save, never to run, and is kept nowhere on the way", async () => {
    const { body } = await send({ body: formOf(["página'(1).html", PDF]) });
    const { headers } = await open(body.id);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="${body.id}"; filename*=UTF-8''p%C3%A1gina%27%281%29.html.pdf`,
    );
    expect(headers.get("content-length")).toBe(String(new TextEncoder().encode(PDF).length));
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("sent twice, and twice at once, is one file with one object", async () => {
    const answers = await Promise.all([send(), send()]);
    const again = await send({ body: formOf(["other name.pdf", PDF]) });
    expect(new Set([...answers, again].map(({ body }) => body.id)).size).toBe(1);
    expect(await keys()).toHaveLength(1);
  });

  test("that is a photo loses where it was taken", async () => {
    const exif = [0xff, 0xe1, 0, 14, ...new TextEncoder().encode("Exif\0\0Rua 12")];
    const scan = [0xff, 0xda, 0, 3, 1, 9, 8, 0xff, 0xd9];
    const photo = Uint8Array.from([0xff, 0xd8, ...exif, ...scan, ...new TextEncoder().encode("Rua 12")]);
    const { body } = await send({ body: formOf(["casa.jpg", photo]) });
    const kept = await (await open(body.id)).arrayBuffer();
    expect(new Uint8Array(kept)).toEqual(Uint8Array.from([0xff, 0xd8, ...scan]));
  });
});

describe("whose it is", () => {
  test("nobody gets 401, a stranger and a professional who did not take the case 404", async () => {
    const { id } = (await send()).body;
    expect((await send({ token: null })).status).toBe(401);
    expect((await open(id, null)).status).toBe(401);
    for (const role of ["client", "professional"] as const) {
      const other = await personWith(role);
      expect((await ask(other, "GET", path)).status).toBe(404);
      expect((await open(id, other)).status).toBe(404);
      expect((await send({ token: other })).status).toBe(404);
      expect((await ask(other, "PATCH", `${path}/${id}`, { name: "x" })).status).toBe(404);
      expect((await ask(other, "DELETE", `${path}/${id}`)).status).toBe(404);
    }
    expect((await ask(client, "GET", path)).body.items).toHaveLength(1);
  });

  test("an operator reads it and changes nothing", async () => {
    const { id } = (await send()).body;
    const operator = await personWith("operator");
    expect(await textOf(await open(id, operator))).toBe(PDF);
    expect((await ask(operator, "DELETE", `${path}/${id}`)).status).toBe(404);
    expect((await send({ token: operator })).status).toBe(404);
  });

  test("it is not found through another case", async () => {
    const { id } = (await send()).body;
    const opened = await ask(client, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
    path = `/api/v2/cases/${opened.body.case_id}/files`;
    expect((await open(id)).status).toBe(404);
    expect((await ask(client, "PATCH", `${path}/${id}`, { name: "x" })).status).toBe(404);
  });
});

describe("it is refused, and nothing of it is kept", () => {
  test.each([
    ["a page that says it is a PDF", formOf(["a.pdf", "<html><script>"]), 415, "file_kind"],
    ["a program", formOf(["a.pdf", "MZ\u0090\0"]), 415, "file_kind"],
    ["a JPEG without a picture", formOf(["a.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0x3c)]), 415, "file_kind"],
    ["an empty file", formOf(["a.pdf", ""]), 422, "file_empty"],
    ["one that is too large", formOf(["a.pdf", `%PDF-${"x".repeat(MB)}`]), 413, "file_too_large"],
    ["a form without a file", formOf(), 422, "invalid_input"],
    ["two at once", formOf(["a.pdf", PDF], ["b.pdf", PDF]), 422, "invalid_input"],
    ["what is no form", PDF, 415, "not_a_form"],
  ])("%s", async (_what, body, status, code) => {
    const answer = await send({ body });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get("content-type")).toContain("problem+json");
    expect(await keys()).toEqual([]);
    expect((await ask(client, "GET", path)).body.items).toEqual([]);
  });

  test("more files in one form than are read, none of them dropped in silence", async () => {
    const page = Array.from({ length: 11 }, (_, i) => [`${i}.pdf`, `${PDF}${i}`] as const);
    const answer = await send({ body: formOf(...page) });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    expect(String(answer.body.detail)).toContain("10 files");
  });

  test("a form that never ends", async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(64 * 1024)) });
    const answer = await send({ body, headers: { "content-type": "multipart/form-data; boundary=x" } });
    expect(answer).toMatchObject({ status: 413, body: { code: "file_too_large" } });
  });

  test("a bucket that fails is said as such, and the same upload again is taken", async () => {
    const FILES = { put: () => Promise.reject(new Error("R2 10001")) } as unknown as R2Bucket;
    const away = await send({ on: { ...env, FILES } });
    expect(away).toMatchObject({ status: 503, body: { code: "files_away" } });
    expect(JSON.stringify(away.body)).not.toContain("10001");
    expect((await ask(client, "GET", path)).body.items).toEqual([]);
    expect((await send()).status).toBe(201);
    expect(await keys()).toHaveLength(1);
  });

  test("too many uploads from one address", async () => {
    const full = { ...env, RATE_LIMIT_FILES: { limit: async () => ({ success: false }) } };
    const answer = await send({ on: full });
    expect(answer).toMatchObject({ status: 429, body: { code: "too_many_requests", retry_after_seconds: 60 } });
    expect(await keys()).toEqual([]);
  });
});
