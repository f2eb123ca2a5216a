// What each page weighs, and when something is seen first on a throttled phone.
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { beginCase, signIn } from "../tests/support/api.ts";
import { openBrowser } from "../tests/support/browser.ts";
import { startProduct } from "../tests/support/product.ts";

/** Lighthouse's mobile profile: slow 4G and a phone four times slower than this machine. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const CPU_SLOWDOWN = 4;
const ROUNDS = 3;
/** What the network in front of a Worker compresses with. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

interface Row {
  page: string;
  requests: number;
  plainKb: number;
  brotliKb: number;
  firstContentfulPaintMs: number;
}

/** First visits with an empty cache; the embedded default sends plain bytes, so the paint is later here than behind a network that compresses. */
export async function run(): Promise<{ table: string; json: { rows: Row[] } }> {
  const product = await startProduct();
  const browser = await openBrowser();
  try {
    const { origin } = product;
    const client = await beginCase(origin, { text: "fui demitida ontem e o patrão não pagou nada" });
    const mail = product.output().match(/\S+@exemplo\.vez\.test/)?.[0] ?? "";
    const lawyer = await signIn(origin, mail);
    const operator = await signIn(origin, "operador@vez.test");
    const rows = [
      await measure(browser, origin, "/", null),
      await measure(browser, origin, `/conversations/${client.case_id}`, client.session_token),
      await measure(browser, origin, `/conversations/${client.case_id}/case`, client.session_token),
      await measure(browser, origin, "/pro", lawyer),
      await measure(browser, origin, "/ops", operator),
    ];
    const line = (row: Row) =>
      `${row.page.padEnd(22)}${String(row.requests).padStart(9)}${row.plainKb.toFixed(1).padStart(11)}${row.brotliKb.toFixed(1).padStart(12)}${row.firstContentfulPaintMs.toFixed(0).padStart(10)}`;
    const head = `${"page".padEnd(22)}${"requests".padStart(9)}${"plain kB".padStart(11)}${"brotli kB".padStart(12)}${"FCP ms".padStart(10)}`;
    return { table: [head, ...rows.map(line)].join("\n"), json: { rows } };
  } finally {
    await browser.close();
    await product.remove();
  }
}

async function measure(browser: Browser, origin: string, path: string, token: string | null): Promise<Row> {
  const paints: number[] = [];
  let seen: { requests: number; plain: number; brotli: number } = { requests: 0, plain: 0, brotli: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "pt-BR" });
    // A session by header instead of cookie; the stream that the page opens is not part of its weight.
    if (token !== null) await context.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.headers()["content-type"]?.includes("event-stream") || response.status() !== 200) return;
      const body = response.body();
      // Asked for again below; a page that is closed early must not end the bench.
      body.catch(() => undefined);
      bodies.push(body);
    });
    const answer = await page.goto(origin + path, { waitUntil: "load" });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    paints.push(await page.evaluate(firstContentfulPaint));
    const all = await Promise.all(bodies);
    seen = {
      requests: all.length,
      plain: all.reduce((sum, body) => sum + body.length, 0),
      brotli: all.reduce((sum, body) => sum + brotliCompressSync(body, BROTLI).length, 0),
    };
    await context.close();
  }
  paints.sort((a, b) => a - b);
  return {
    page: path.replace(/cas_[^/]*/, "…"),
    requests: seen.requests,
    plainKb: seen.plain / 1000,
    brotliKb: seen.brotli / 1000,
    firstContentfulPaintMs: paints[Math.floor(ROUNDS / 2)] ?? Number.NaN,
  };
}

/** Runs in the page. */
function firstContentfulPaint(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      if (paint === undefined) setTimeout(look, 50);
      else resolve(paint.startTime);
    };
    look();
  });
}
