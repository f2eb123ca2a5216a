// The bench of embedding spaces measures what answers, and says so of what does not.
import { afterEach, expect, test, vi } from "vitest";
import { run } from "../../bench/embedding.ts";
import { OPENAI_KEY, serveOpenAi } from "../support/openai-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN, serveWorkersAi } from "../support/workers-ai-stand-in.ts";

afterEach(() => vi.unstubAllEnvs());
const cellsOf = (table: string, name: string) => table.split("\n").filter((line) => line.startsWith(`| ${name}`));

test("without asking anybody, the models' cells say that they were not measured, and the lexical ones have figures", async () => {
  vi.stubEnv("OPENAI_API_KEY", OPENAI_KEY);
  const { table } = await run();
  expect(cellsOf(table, "openai")[0]).toContain("| not measured |");
  expect(cellsOf(table, "workers-ai")[1]).toContain("| not measured |");
  expect(cellsOf(table, "lexical")[0]).toMatch(/\| 0\.\d{3} \(0\.\d{3}-0\.\d{3}\) \|/);
});

test("with keys it asks the models, compares them with the first, and names what failed", async () => {
  const [openAi, workersAi] = await Promise.all([serveOpenAi(), serveWorkersAi()]);
  vi.stubEnv("OPENAI_API_KEY", OPENAI_KEY);
  vi.stubEnv("OPENAI_BASE_URL", openAi.url);
  vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", CLOUDFLARE_ACCOUNT);
  vi.stubEnv("CLOUDFLARE_API_TOKEN", CLOUDFLARE_TOKEN);
  vi.stubEnv("CLOUDFLARE_API_URL", workersAi.url);
  workersAi.fail("status_401");
  try {
    const { table } = await run({ live: true });
    expect(cellsOf(table, "openai")[0]).not.toContain("not measured");
    // The stand-in moves the lexical numbers about: the same neighbours, but for those that are equally far.
    expect(Number(/[\d.]+(?= \|$)/.exec(cellsOf(table, "lexical")[1] ?? "")?.[0])).toBeGreaterThan(0.99);
    expect(cellsOf(table, "workers-ai")[0]).toContain("not measured: refused");
  } finally {
    await Promise.all([openAi.close(), workersAi.close()]);
  }
});
