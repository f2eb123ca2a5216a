// What wrangler.toml leaves out of the bundle: nothing that is used, and the chat models work without it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import * as leftOutGateway from "../../local/build/left-out/gateway.ts";
import * as leftOutProviders from "../../local/build/left-out/social-providers.ts";
import { z as leftOutZod } from "../../local/build/left-out/zod.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { labelsSchema } from "../../src/domain/prompts/labels.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import type { openChatModels } from "../../src/providers/models/open-chat-models.ts";
import { modelSettings } from "../support/model-settings.ts";
import { type ModelStandIn, serveModel } from "../support/model-stand-ins.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFile(join(ROOT, path), "utf8");
const SDK = ["ai/dist/index.js", "@ai-sdk/anthropic/dist/internal/index.js", "@ai-sdk/openai-compatible/dist/index.js"];
const sources = () =>
  Promise.all([...SDK, "@ai-sdk/provider-utils/dist/index.js"].map((path) => read(`node_modules/${path}`)));

/** What is asked for -> the file that stands for it. */
async function aliases(): Promise<Map<string, string>> {
  const section = /\[alias\]\n([\s\S]*?)\n\n/.exec(await read("wrangler.toml"))?.[1] ?? "";
  return new Map(
    [...section.matchAll(/^"(.+?)" = "\.\/(.+?)"$/gm)].map(([, from = "", to = ""]) => [from, join(ROOT, to)]),
  );
}

test("every file that stands for another one is there", async () => {
  const standing = [...(await aliases()).values()];
  expect(standing.length).toBeGreaterThan(10);
  await Promise.all(standing.map((path) => readFile(path)));
});

test("the SDK finds every function of zod that it calls", async () => {
  const called = new Set(
    (await sources()).flatMap((text) => [...text.matchAll(/\bz\.([a-zA-Z]+)\(/g)].map(([, name]) => name)),
  );
  expect(called.size).toBeGreaterThan(10);
  expect([...called].filter((name) => !Object.keys(leftOutZod).includes(name ?? ""))).toEqual([]);
});

test("the SDK finds every name that it imports of the gateway", async () => {
  const imported = /import \{([^}]+)\} from "@ai-sdk\/gateway"/.exec(await read(`node_modules/${SDK[0]}`))?.[1] ?? "";
  const names = imported.split(",").map((name) => name.trim().split(" as ")[0] ?? "");
  expect(names).toContain("createGateway");
  for (const name of names) expect(Object.keys(leftOutGateway)).toContain(name);
  expect(() => leftOutGateway.createGateway()).toThrow("left out");
  expect(leftOutGateway.GatewayAuthenticationError.isInstance(new Error())).toBe(false);
});

test("no font that a contract is set in is left out", async () => {
  const used = [...(await read("src/domain/contracts/typeset.ts")).matchAll(/StandardFonts\.([A-Za-z]+)/g)].map(
    ([, name]) => name,
  );
  expect(used.toSorted()).toEqual(["Helvetica", "HelveticaBold"]);
  const known = await aliases();
  for (const file of ["Helvetica", "Helvetica-Bold"]) expect(known.has(`./${file}.compressed.json`)).toBe(false);
});

test("whoever imports companies to sign in with finds every name, and none of them", async () => {
  const routes = await Promise.all(
    ["account", "sign-in"].map((at) => read(`node_modules/better-auth/dist/api/routes/${at}.mjs`)),
  );
  for (const text of routes)
    expect(text).toContain('import { SocialProviderListEnum } from "@better-auth/core/social-providers"');
  expect(leftOutProviders.SocialProviderListEnum.safeParse("google").success).toBe(false);
  expect(Object.keys(leftOutProviders.socialProviders)).toEqual([]);
  expect(() => leftOutProviders.verifyGoogleIdToken()).toThrow("left out");
});

describe("the chat models as they are bundled", () => {
  let folder: string;
  let open: typeof openChatModels;
  let standIns: ModelStandIn[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vez-left-out-"));
    const known = await aliases();
    const outfile = join(folder, "models.mjs");
    await build({
      entryPoints: [join(ROOT, "src/providers/models/open-chat-models.ts")],
      outfile,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["workerd", "worker", "browser"],
      plugins: [
        {
          name: "alias",
          setup: ({ onResolve }) =>
            onResolve({ filter: /./ }, ({ path }) => {
              const standing = known.get(path);
              return standing === undefined ? undefined : { path: standing };
            }),
        },
      ],
    });
    ({ openChatModels: open } = await import(pathToFileURL(outfile).href));
    standIns = await Promise.all((["anthropic", "openai", "workers_ai"] as const).map(serveModel));
  });
  afterAll(async () => {
    await Promise.all(standIns.map((standIn) => standIn.close()));
    await rm(folder, { recursive: true, force: true });
  });
  const call = () => ({
    ...{ instructions: "Classify.", promptVersion: "x@0", input: "I was fired.", maxOutputTokens: 100, budgetMs: 2000 },
    signal: new AbortController().signal,
  });

  test("answer, stream and fail as they do unbundled", async () => {
    const models = open(modelSettings(standIns), undefined, { circuits: new Circuits(), metrics: new MetricsBuffer() });
    expect(models).toHaveLength(3);
    for (const [at, model] of models.entries()) {
      const answer = await model.ask(call(), labelsSchema);
      expect(z.looseObject({ area: z.string() }).parse(JSON.parse(answer.text)).area).toBe("trabalho");
      standIns[at]?.say(() => "One moment, please.");
      let heard = "";
      for await (const piece of model.stream(call()).pieces) heard += piece;
      expect(heard).toBe("One moment, please.");
      standIns[at]?.fail("status_401");
      await expect(model.ask(call(), labelsSchema)).rejects.toMatchObject({ code: "vendor_refused" });
      await expect(model.stream(call()).pieces[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: "vendor_refused",
      });
      standIns[at]?.fail("wrong_shape");
      await expect(model.ask(call(), labelsSchema)).rejects.toMatchObject({ code: "vendor_invalid_answer" });
    }
  });
});
