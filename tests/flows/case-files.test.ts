// A client's files in a started product: kept over kill -9 of everything, opened by those who may, gone when taken back.
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginCase, call, tellCase } from "../support/api.ts";
import { type Product, startProduct } from "../support/product.ts";

const PAPER = `%PDF-1.7\n${"rescisão ".repeat(20_000)}`;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.remove());

interface Client {
  case_id: string;
  session_token: string;
}

async function send(client: Client, name: string, content: string): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([content], name));
  return fetch(`${product.origin}/api/v2/cases/${client.case_id}/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${client.session_token}` },
    body: form,
  });
}

function content(client: Client, fileId: string, token: string): Promise<Response> {
  return fetch(`${product.origin}/api/v2/cases/${client.case_id}/files/${fileId}/content`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

async function listed(client: Client): Promise<unknown> {
  const { body } = await call(product.origin, "GET", `/api/v2/cases/${client.case_id}/files`, {
    token: client.session_token,
  });
  return body.items;
}

test("a file is there, to the byte, after kill -9 of everything, and a deleted one is not", async () => {
  const client = await beginCase(product.origin);
  expect(await tellCase(product.origin, client, "fui demitida ontem e o patrão não pagou a rescisão")).toBe(
    "completed",
  );
  const added = await send(client, "Rescisão.pdf", PAPER);
  expect(added.status).toBe(201);
  const file = (await added.json()) as { id: string };
  const wrong = (await (await send(client, "errado.pdf", "%PDF-1.7\nwrong one")).json()) as { id: string };
  const path = `/api/v2/cases/${client.case_id}/files`;
  const gone = await call(product.origin, "DELETE", `${path}/${wrong.id}`, { token: client.session_token });
  expect(gone.status).toBe(204);
  await product.kill();
  await product.restart();

  expect(await listed(client)).toMatchObject([{ id: file.id, name: "Rescisão.pdf", type: "application/pdf" }]);
  const opened = await content(client, file.id, client.session_token);
  expect(opened.headers.get("content-disposition")).toMatch(/^attachment; .*filename\*=UTF-8''Rescis%C3%A3o\.pdf$/);
  expect(opened.headers.get("cache-control")).toBe("private, no-store");
  expect(opened.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await opened.text()).toBe(PAPER);
  expect((await content(client, wrong.id, client.session_token)).status).toBe(404);

  // The upload whose answer was lost is the same file when it is sent again.
  expect(((await (await send(client, "Rescisão.pdf", PAPER)).json()) as { id: string }).id).toBe(file.id);
  expect(await listed(client)).toHaveLength(1);

  const stranger = await beginCase(product.origin);
  expect((await content(client, file.id, stranger.session_token)).status).toBe(404);
});
