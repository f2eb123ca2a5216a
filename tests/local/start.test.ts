// `npm start` as a newcomer meets it: refused with a reason, killed in the middle, started again, stopped cleanly.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Product, startProduct, workerdPid } from "../support/product.ts";

const triageOpened = z.object({ case_id: z.string(), session_token: z.string() });

let product: Product;
beforeAll(async () => {
  product = await startProduct({ firstStart: true });
}, 120_000);
afterAll(() => product.remove());

function runs(pid: number | null): boolean {
  if (pid === null) return false;
  // A zombie has ended; its parent has only not been told.
  const status = `/proc/${pid}/status`;
  if (existsSync("/proc/self")) return existsSync(status) && !readFileSync(status, "utf8").includes("State:\tZ");
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a start", () => {
  it("answers, and shows the demonstration accounts", async () => {
    expect((await fetch(`${product.origin}/health`)).status).toBe(200);
    expect(product.output()).toContain("operador@vez.test");
    expect(await product.outbox()).toEqual([]);
  });

  it("answers at every address that it shows", async () => {
    const shown = product.output().match(/https?:\/\/[\w.:]+\/[\w/-]*(?=\s)/g) ?? [];
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const address of new Set(shown)) {
      expect({ address, status: (await fetch(address)).status }).toEqual({ address, status: 200 });
    }
  });

  it("says what its first minute goes into", () => {
    expect(product.output()).toContain("Loading 500 fictitious lawyers");
  });

  it("keeps its secret to its owner", () => {
    const secret = join(product.dataFolder, "secret");
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(secret, "utf8").length).toBeGreaterThanOrEqual(32);
  });

  it("refuses a folder that is in use, and says what to do", async () => {
    await expect(startProduct({ dataFolder: product.dataFolder })).rejects.toThrow(/in use by another Vez.*VEZ_DATA=/s);
    expect((await fetch(`${product.origin}/health`)).status).toBe(200);
  });

  it("refuses a taken port, and says what to do", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    const address = await new Promise<ReturnType<typeof server.address>>((resolve) =>
      server.once("listening", () => resolve(server.address())),
    );
    const port = typeof address === "object" ? String(address?.port) : "";
    await expect(startProduct({ env: { PORT: port } })).rejects.toThrow(`Port ${port} is taken`);
    server.close();
  });

  it("refuses a path that can be no folder, without a stack", async () => {
    const start = startProduct({ dataFolder: join(product.dataFolder, "secret", "below") });
    await expect(start).rejects.toThrow(/cannot hold the data: a part of the path is a file.*VEZ_DATA=/s);
    await expect(start).rejects.not.toThrow(/at .*data-folder\.ts/);
  });

  it("names no set-up code where there is an operator", () => {
    expect(product.output()).toContain("operador@vez.test");
    expect(product.output()).not.toContain("/setup");
  });

  it("refuses an unknown word for who is there", async () => {
    await expect(startProduct({ env: { VEZ_DEMO: "some" } })).rejects.toThrow('VEZ_DEMO is "full"');
  });

  it("refuses a port that is none", async () => {
    await expect(startProduct({ env: { PORT: "http" } })).rejects.toThrow("PORT must be a number");
  });
});

describe("a conversation", () => {
  it("is there again after kill -9 of everything, and after a stop", async () => {
    const opened = await fetch(`${product.origin}/api/v2/triage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ vertical: "legal", locale: "pt-BR", text: "Fui demitido ontem e não recebi as verbas." }),
    });
    expect(opened.status).toBe(201);
    const { case_id: caseId, session_token: token } = triageOpened.parse(await opened.json());
    const read = async (): Promise<unknown> => {
      const response = await fetch(`${product.origin}/api/v2/triage/${caseId}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      return response.json();
    };
    const before = await read();

    const workerd = workerdPid(product.dataFolder);
    await product.kill();
    await product.restart();
    expect(runs(workerd)).toBe(false);
    expect(await read()).toEqual(before);

    await product.restart();
    expect(await read()).toEqual(before);
  }, 120_000);
});

describe("an end", () => {
  it("ends an orphaned workerd at the next start", async () => {
    const orphan = workerdPid(product.dataFolder);
    process.kill(Number(readFileSync(join(product.dataFolder, "lock"), "utf8")), "SIGKILL");
    await product.restart();
    expect(runs(orphan)).toBe(false);
  }, 60_000);

  it("takes less than three seconds and leaves nothing running", async () => {
    const workerd = workerdPid(product.dataFolder);
    expect(runs(workerd)).toBe(true);
    const started = performance.now();
    expect(await product.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(runs(workerd)).toBe(false);
    expect(existsSync(join(product.dataFolder, "lock"))).toBe(false);
  });
});
